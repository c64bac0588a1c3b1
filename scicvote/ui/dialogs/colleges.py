"""Acts on the colleges: a request, their constitution, a president."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import registre
from scicvote.core.article import citer
from scicvote.core.college import codes_de
from scicvote.core.devoir_colleges import constituantes
from scicvote.core.faits import PresidentCollege
from scicvote.core.issue import refus
from scicvote.core.statuts import College
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.exiger import exiger_jour
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champs import ChampChoix, ChampDate
from scicvote.ui.widgets.formulaire import Formulaire


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("colleges", contenu)


def candidats(session: Session) -> tuple[Candidat, ...]:
    """The associés of today, with their college."""
    statuts = session.statuts()
    return tuple(
        Candidat(a.numero, a.nom_registre, str(a.numero), "+".join(codes_de(statuts, a.categorie, a.fiche.personne)))
        for a in session.dossier.registre.au(session.aujourdhui).associes
    )


def _exiger(champ: ChampAssocie) -> int | None:
    """Who was chosen; where nobody was, the field says so."""
    numero = champ.valeur()
    if numero is None:
        champ.montrer_issue(refus("ASSOCIE", _tr("Choisir une personne du registre."), chemin=champ.chemin))
        champ.controle.setFocus()
    return numero


class DialogueDemande(DialogueActe):
    """An associé asks for the colleges: one is enough (statuts 25-1)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.demandeur = ChampAssocie(_tr("Demandés par"), "demandeur", candidats(session))
        self.jour = ChampDate(_tr("Reçue le"), "jour", session.aujourdhui)
        self.jour.poser(session.aujourdhui)
        formulaire = Formulaire(self.demandeur, self.jour, brouillons=session.brouillons, prefixe="colleges/demande")
        article = session.statuts().article("constitution", defaut="statuts 25-1")
        phrase = _tr(
            "La demande d’un seul associé suffit ({}). Les collèges ne votent qu’une fois constitués par une assemblée "
            "extraordinaire."
        ).format(citer((article,)))
        titre, verbe = _tr("Demande des collèges"), _tr("Enregistrer")
        super().__init__(session, titre, formulaire, self._demander, verbe, parent, phrase)

    def _demander(self) -> ActeDemande | None:
        demandeur = _exiger(self.demandeur)
        jour = exiger_jour(self.jour)
        if demandeur is None or jour is None:
            return None
        return lambda depot: registre.demander_colleges(depot, jour, demandeur)


class DialogueConstitution(DialogueActe):
    """The colleges are constituted by the assembly that adopted it, from its day on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._assemblees = {str(ag.numero): ag for ag in constituantes(session.dossier)}
        options = [(numero, ag.titre_court) for numero, ag in self._assemblees.items()]
        self.assemblee = ChampChoix(_tr("Assemblée qui l’a adoptée"), "assemblee", options)
        self.jour = ChampDate(_tr("Constitués le"), "jour", session.aujourdhui)
        self.assemblee.change.connect(self._suivre)
        self._suivre()
        formulaire = Formulaire(
            self.assemblee, self.jour, brouillons=session.brouillons, prefixe="colleges/constitution"
        )
        titre, verbe = _tr("Constitution des collèges"), _tr("Constituer les collèges")
        phrase = _tr("Dès ce jour, les assemblées votent par collège. Cela ne s’annule pas.")
        super().__init__(session, titre, formulaire, self._demander, verbe, parent, phrase)

    def _suivre(self) -> None:
        """The day of the assembly, unless another is typed."""
        ag = self._assemblees.get(self.assemblee.valeur())
        self.jour.poser(ag.jour if ag is not None else None)

    def _demander(self) -> ActeDemande | None:
        jour, numero = exiger_jour(self.jour), int(self.assemblee.valeur() or 0)
        return None if jour is None else self.constituer(jour, numero)

    def constituer(self, jour: date, assemblee: int) -> ActeDemande:
        """The act that constitutes them."""
        return lambda depot: registre.constituer_colleges(depot, jour, assemblee)


class DialoguePresidence(DialogueActe):
    """Who calls and runs a college's assembly, and who does in their absence (statuts 25-3)."""

    def __init__(self, session: Session, college: College, parent: QWidget | None = None) -> None:
        self._college = college
        tous = candidats(session)
        membres = sorted(tous, key=lambda candidat: candidat.code != college.code)  # the college's own first
        self.president = ChampAssocie(_tr("Présidence"), "associe", membres)
        self.suppleant = ChampAssocie(_tr("En son absence"), "suppleant", membres, _tr("Facultatif."))
        self.jour = ChampDate(_tr("Désigné le"), "jour", session.aujourdhui)
        self.jour.poser(session.aujourdhui)
        formulaire = Formulaire(
            self.president,
            self.suppleant,
            self.jour,
            brouillons=session.brouillons,
            prefixe=f"colleges/{college.code}",
        )
        titre = _tr("Présidence du collège {}").format(college.code)
        phrase = _tr("Choisi par le collège parmi ses membres ({})\u00a0; il le convoque par tous moyens.")
        phrase = phrase.format(session.statuts().citer("statuts 25-3"))
        super().__init__(session, titre, formulaire, self._demander, _tr("Désigner"), parent, phrase)

    def _demander(self) -> ActeDemande | None:
        president = _exiger(self.president)
        jour = exiger_jour(self.jour)
        if president is None or jour is None:
            return None
        code, suppleant = self._college.code, self.suppleant.valeur()
        return self.designer(PresidentCollege(code, president, suppleant, jour))

    def designer(self, fait: PresidentCollege) -> ActeDemande:
        """The act that designates them."""
        return lambda depot: registre.designer_president(depot, fait.college, fait.associe, fait.jour, fait.suppleant)
