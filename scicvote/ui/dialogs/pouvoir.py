"""Proxies: giving one, deciding where the articles disagree, taking one back (statuts 23, 26; C. com. L223-28)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.actes import seance
from scicvote.core.article import citer
from scicvote.core.faits import Pouvoir
from scicvote.core.francais import a
from scicvote.core.issue import Issue, refus
from scicvote.core.liste import corps_de, inscrits
from scicvote.core.pouvoir import desaccords
from scicvote.ui.candidats import attendus, candidats
from scicvote.ui.dialogs.moment_seance import DialogueSeance, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.champ_associe import ChampAssocie
from scicvote.ui.widgets.champs import ChampCase, ChampChoix, ChampTexte

DECISIONS = ("POUVOIR_CONJOINT", "POUVOIR_AUTRE_COLLEGE", "POUVOIRS_MAXIMUM")  # what the chair decides


class DialoguePouvoir(DialogueSeance):
    """Who gives a proxy to whom. Where the articles disagree, what the chair decides is asked for, and can wait.

    Opened for a giver, or for the holder who hands over a proxy as they come in, it asks for the other one.
    """

    def __init__(
        self,
        session: Session,
        mandant: int | None = None,
        mandataire: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.mandant = ChampAssocie(tr("Mandant"), "mandant")
        self.mandataire = ChampAssocie(tr("Mandataire"), "mandataire")
        self.conjoint = ChampCase(tr("Le mandataire est son conjoint"), "lien_conjoint")
        self.colleges = ChampChoix(tr("Vaut pour"), "colleges", (("", tr("tous ses collèges")),))
        self.nom_conjoint = ChampTexte(tr("Ou conjoint qui n’est pas associé"), "conjoint", tr("Prénom et nom"))
        self.decision = ChampTexte(
            tr("Décision du président de séance"),
            "decision",
            tr("Laissée vide, elle reste à prendre\u00a0: le pouvoir attend dans la liste «\u00a0à décider\u00a0»."),
        )
        super().__init__(
            session,
            "pouvoir",
            tr("Un pouvoir"),
            tr("Enregistrer"),
            (self.mandant, self.colleges, self.mandataire, self.conjoint, self.nom_conjoint, self.decision),
            parent=parent,
        )
        dossier, ag = session.dossier, self.ag
        self.mandant.proposer(attendus(dossier, ag))
        self.mandataire.proposer(candidats(dossier, ag, inscrits(dossier, ag)))
        self.mandant.change.connect(self._offrir_colleges)
        self.heure.etiquette.setText(tr("Reçu à"))
        self.decision.hide()
        if mandant is not None or mandataire is not None:
            self.formulaire.oublier()
            for champ in (self.nom_conjoint, self.decision):
                champ.poser_texte("")
            self.conjoint.poser(False)
            self.mandant.poser(mandant)
            self.mandataire.poser(mandataire)
            (self.mandataire if mandataire is None else self.mandant).controle.setFocus()
        self._offrir_colleges()
        self.prevenir()

    def _offrir_colleges(self) -> None:
        """One college or all, for a giver who votes in several."""
        ag, mandant = self.ag, self.mandant.valeur() or 0
        siens = corps_de(ag, mandant) if mandant in ag.liste else ()
        noms = self.session.dossier.statuts_au(ag.jour).par_code
        seuls = [(code, tr("{} seulement").format(noms[code].nom)) for code in siens if code in noms]
        self.colleges.proposer((("", tr("tous ses collèges")), *seuls))
        self.colleges.setVisible(len(siens) > 1)

    def demande(self) -> ActeDemande | None:
        moment = self.moment()
        if moment is None:
            return None
        conjoint = self.nom_conjoint.valeur()
        pouvoir = Pouvoir(
            0,
            self.numero,
            self.mandant.valeur() or 0,
            None if conjoint else self.mandataire.valeur(),
            conjoint,
            bool(conjoint) or self.conjoint.valeur(),
            moment,
            "" if self.decision.isHidden() else self.decision.valeur(),
        )
        colleges = () if self.colleges.isHidden() else tuple(filter(None, (self.colleges.valeur(),)))
        return lambda depot: seance.donner_pouvoir(depot, pouvoir, colleges)

    def avertissements(self) -> tuple[Issue, ...]:
        choisi = self.mandataire.valeur() is not None or self.nom_conjoint.valeur()
        return super().avertissements() if choisi and self.mandant.valeur() is not None else ()

    def prevenir(self) -> None:
        """The warnings, and the field of the decision where there is one to take."""
        avertis = self.avertissements() if self.heure.valeur() is not None else ()
        self.decision.setVisible(any(issue.code in DECISIONS for issue in avertis))
        super().prevenir()

    def executer(self) -> None:
        if self.mandant.valeur() is None:
            phrase = tr("Choisir dans la liste qui donne pouvoir.")
            self.mandant.montrer_issue(refus("MANDANT", phrase, chemin="mandant"))
            self.mandant.controle.setFocus()
            return
        super().executer()


class DialogueDecision(DialogueSeance):
    """What the chair decides of a proxy on which the articles disagree: admitted, in their own words, or set aside."""

    def __init__(self, session: Session, pouvoir: Pouvoir, parent: QWidget | None = None) -> None:
        self.pouvoir = pouvoir
        self.sens = ChampChoix(
            tr("Le président de séance"),
            "sens",
            (("admis", tr("admet ce pouvoir")), ("ecarte", tr("écarte ce pouvoir"))),
        )
        self.motif = ChampTexte(tr("Ce que le procès-verbal dira"), "decision")
        super().__init__(
            session,
            f"decision/{pouvoir.pouvoir}",
            tr("Décider d’un pouvoir"),
            tr("Enregistrer"),
            (self.sens, self.motif),
            parent=parent,
        )
        dossier, ag = session.dossier, self.ag
        statuts = dossier.statuts_au(ag.jour)
        self.articles: tuple[str, ...] = ()
        for rang, issue in enumerate(desaccords(dossier, ag, pouvoir, statuts)):
            articles = majuscule(citer(issue.articles))
            self.corps.insertWidget(rang, Encart("alerte", "triangle-alert", issue.phrase, articles))
            self.articles = self.articles or issue.articles
        self.sens.change.connect(self._proposer)
        if not self.motif.valeur():
            self._proposer()

    def _proposer(self) -> None:
        """A wording that cites the article on which the decision rests; the chair changes it as they wish."""
        admis = self.sens.valeur() == "admis"
        article = citer(self.articles[:1] if admis else self.articles[1:2])
        self.motif.poser(
            (tr("admis par le président, {}") if admis else tr("écarté par le président, {}")).format(article)
        )
        self.heure.setVisible(not admis)

    def demande(self) -> ActeDemande | None:
        numero, motif = self.pouvoir.pouvoir, self.motif.valeur()
        if self.sens.valeur() == "admis":
            return lambda depot: seance.decider_pouvoir(depot, self.numero, numero, motif)
        moment = self.moment()
        return (lambda depot: seance.retirer_pouvoir(depot, self.numero, numero, moment, motif)) if moment else None


class DialogueRetrait(DialogueSeance):
    """A proxy is taken back by its giver, or set aside by the chair."""

    def __init__(self, session: Session, pouvoir: Pouvoir, parent: QWidget | None = None) -> None:
        self.pouvoir = pouvoir
        self.motif = ChampChoix(
            tr("Motif"),
            "motif",
            tuple(
                (mot, majuscule(mot))
                for mot in (
                    tr("retiré par le mandant"),
                    tr("écarté par le président de séance"),
                    tr("refusé par le mandataire"),
                )
            ),
        )
        dossier = session.dossier
        porteur = dossier.nom(pouvoir.mandataire) if pouvoir.mandataire is not None else pouvoir.conjoint
        super().__init__(
            session,
            f"retrait/{pouvoir.pouvoir}",
            tr("Retirer le pouvoir donné par {} {}").format(dossier.nom(pouvoir.mandant), a(porteur)),
            tr("Retirer"),
            (self.motif,),
            parent=parent,
        )

    def demande(self) -> ActeDemande | None:
        moment, motif = self.moment(), self.motif.valeur()
        if moment is None:
            return None
        return lambda depot: seance.retirer_pouvoir(depot, self.numero, self.pouvoir.pouvoir, moment, motif)
