"""Opening a sealed urn, declaring its vote void, keeping a college's figures back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.actes import isoloir
from scicvote.core.assemblee import Vote
from scicvote.core.exact import accord
from scicvote.core.faits import Resolution
from scicvote.core.isoloir import reste_a_emarger
from scicvote.core.recalcul import statuts_de
from scicvote.store.depot import Acte
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.moment_seance import DialogueSeance, tr
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_vote import vote_en_main
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.champ_phrase import ChampPhrase
from scicvote.ui.widgets.champs import ChampCase, ChampChoix, ChampLong
from scicvote.ui.widgets.formulaire import Formulaire


class DialogueOuvrirUrne(DialogueActe):
    """The phrase, or the recovery key; the ballots are then counted and erased. Nothing typed is kept."""

    def __init__(self, session: Session, vote: Vote, parent: QWidget | None = None) -> None:
        self._vote = vote
        self.phrase = ChampPhrase(tr("Phrase des scrutateurs"), "phrase")
        self.secours = ChampCase(tr("Employer la fiche de secours"), "secours")
        self.code = ChampPhrase(tr("Clé de secours, seize groupes de quatre"), "code")
        formulaire = Formulaire(self.phrase, self.secours, self.code)
        super().__init__(
            session,
            tr("Ouvrir l’urne"),
            formulaire,
            self._demande,
            tr("Ouvrir et compter"),
            parent,
            tr(
                "Les bulletins sont déchiffrés, mêlés et comptés, puis effacés du fichier\u00a0: seuls les comptes restent."
            ),
        )
        self._dire_absents()
        self.secours.change.connect(self._choisir)
        self._choisir()

    def _dire_absents(self) -> None:
        ag = self.session.ag
        manquent = len(reste_a_emarger(ag, self._vote.scrutin.scrutin)) if ag is not None else 0
        if manquent:
            titre = tr("{} dans l’urne.").format(
                accord(manquent, "vote attendu n’est pas", "votes attendus ne sont pas")
            )
            detail = tr("L’urne ouverte, plus personne ne vote\u00a0: ils comptent comme n’ayant pas pris part.")
            self.corps.addWidget(Encart("alerte", "triangle-alert", titre, detail))

    def _choisir(self) -> None:
        secours = bool(self.secours.valeur())
        self.phrase.setVisible(not secours)
        self.code.setVisible(secours)
        self.code.montrer(secours)  # copied from paper, it is read again as it is typed
        (self.phrase if secours else self.code).effacer()
        self.ajuster()

    def _demande(self) -> ActeDemande | None:
        ag = self.session.ag
        if ag is None:
            return None
        numero, scrutin, moment = ag.numero, self._vote.scrutin.scrutin, heure_par_defaut(ag, self.session.maintenant)
        phrase, code = self.phrase.texte(), self.code.texte()
        return lambda depot: isoloir.depouiller(depot, numero, scrutin, moment, phrase=phrase, code=code)

    def executer(self) -> None:
        super().executer()
        self.ajuster()

    def _apres(self, acte: Acte) -> None:
        self.phrase.effacer()
        self.code.effacer()
        super()._apres(acte)


class DialogueScrutinNul(DialogueSeance):
    """Neither phrase nor sheet opens the urn any more: the vote is void, and why."""

    def __init__(self, session: Session, point: Resolution, parent: QWidget | None = None) -> None:
        self._point = point
        self.motif = ChampLong(tr("Motif"), "motif", tr("Il figurera au procès-verbal."))
        super().__init__(
            session,
            f"nul/{point.resolution}",
            tr("Déclarer le scrutin nul"),
            tr("Déclarer nul et effacer l’urne"),
            (self.motif,),
            explication=tr(
                "Quand ni la phrase ni la fiche de secours n’ouvrent plus l’urne, ou que son contenu ne concorde pas\u00a0: les "
                "bulletins sont effacés sans être lus, et un autre scrutin peut s’ouvrir."
            ),
            parent=parent,
        )

    def demande(self) -> ActeDemande | None:
        vote, moment = vote_en_main(self.ag, self._point.resolution), self.moment()
        if vote is None or moment is None:
            return None
        numero, scrutin, motif = self.numero, vote.scrutin.scrutin, self.motif.valeur()
        return lambda depot: isoloir.declarer_nul(depot, numero, scrutin, motif, moment)


class DialogueAccordTotal(DialogueSeance):
    """A college agrees that its figures are not given: the carried total is printed and shown alone."""

    def __init__(self, session: Session, point: Resolution, parent: QWidget | None = None) -> None:
        self._point = point
        ag = session.ag
        vote = vote_en_main(ag, point.resolution) if ag is not None else None
        noms = statuts_de(session.dossier, ag).par_code if ag is not None else {}
        codes = [c.college for c in vote.comptes if c.college not in vote.total_seul] if vote is not None else []
        self.college = ChampChoix(tr("Collège"), "college", [(code, f"{code}, {noms[code].nom}") for code in codes])
        super().__init__(
            session,
            f"accord/{point.resolution}",
            tr("Ne donner que le total porté"),
            tr("Enregistrer l’accord"),
            (self.college,),
            explication=tr(
                "Les statuts font connaître le résultat par collège\u00a0; un petit collège peut préférer que le sien ne soit pas "
                "donné, pour que personne n’y lise un vote. Les décomptes des autres le diraient\u00a0: aucun n’est imprimé ni "
                "montré, seul le total l’est\u00a0; ils restent dans le fichier, pour la vérification. L’accord ne se retire pas."
            ),
            parent=parent,
        )

    def demande(self) -> ActeDemande | None:
        vote, moment = vote_en_main(self.ag, self._point.resolution), self.moment()
        if vote is None or moment is None:
            return None
        numero, scrutin, college = self.numero, vote.scrutin.scrutin, self.college.valeur()
        return lambda depot: isoloir.accorder_total(depot, numero, scrutin, college, moment)
