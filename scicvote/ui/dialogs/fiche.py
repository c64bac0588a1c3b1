"""Who somebody is: the fields of an identity, and the dialog that changes one from a day on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from scicvote.actes import registre
from scicvote.core.faits import Fiche
from scicvote.core.registre import Associe
from scicvote.core.statuts import MORALE, PHYSIQUE
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.exiger import exiger_jour
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire, Rang


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("fiche", contenu)


class ChampsFiche(QObject):
    """The fields of an identity; those of the other kind of person are put away."""

    def __init__(self, jour: date) -> None:
        super().__init__()
        personnes = [(PHYSIQUE, _tr("Personne physique")), (MORALE, _tr("Personne morale"))]
        self.personne = ChampChoix(_tr("Type de personne"), "personne", personnes)
        self.civilite = ChampChoix(_tr("Civilité"), "civilite", [("", "–"), ("Mme", _tr("Mme")), ("M.", _tr("M."))])
        self.prenom = ChampTexte(_tr("Prénom"), "prenom")
        self.nom = ChampTexte(_tr("Nom"), "nom")
        self.domicile = ChampTexte(_tr("Domicile"), "domicile")
        self.courriel = ChampTexte(_tr("Courriel"), "courriel")
        self.representant = ChampTexte(_tr("Représentée par"), "representant")
        self.qualite = ChampTexte(_tr("En qualité de"), "qualite_representant")
        self.effet = ChampDate(_tr("À partir du"), "effet", jour)
        self.effet.poser(jour)
        self.personne.change.connect(self.accorder)
        self.accorder()

    def rangs(self) -> tuple[Rang, ...]:
        """The rows of the form, without the day."""
        return (
            (self.personne, self.civilite),
            (self.prenom, self.nom),
            self.domicile,
            self.courriel,
            (self.representant, self.qualite),
        )

    def accorder(self) -> None:
        """Show the fields that the kind of person has."""
        morale = self.personne.valeur() == MORALE
        for champ in (self.civilite, self.prenom):
            champ.setVisible(not morale)
        for champ in (self.representant, self.qualite):
            champ.setVisible(morale)
        self.nom.etiquette.setText(_tr("Dénomination") if morale else _tr("Nom"))
        self.nom.controle.setAccessibleName(self.nom.etiquette.text())
        self.domicile.etiquette.setText(_tr("Siège") if morale else _tr("Domicile"))
        self.domicile.controle.setAccessibleName(self.domicile.etiquette.text())

    def poser(self, fiche: Fiche) -> None:
        """Show an identity."""
        for nom, champ in self._par_champ().items():
            champ.poser(getattr(fiche, nom))
        self.accorder()

    def fiche(self, numero: int, effet: date) -> Fiche:
        """The identity as the fields say it; what the kind of person does not have is left out."""
        morale = self.personne.valeur() == MORALE
        valeurs = {nom: champ.valeur() or "" for nom, champ in self._par_champ().items()}
        for nom in ("civilite", "prenom") if morale else ("representant", "qualite_representant"):
            valeurs[nom] = ""
        return Fiche(numero, effet, **valeurs)

    def _par_champ(self) -> dict[str, ChampChoix | ChampTexte]:
        champs: tuple[ChampChoix | ChampTexte, ...] = (
            self.personne,
            self.nom,
            self.prenom,
            self.civilite,
            self.domicile,
            self.courriel,
            self.representant,
            self.qualite,
        )
        return {champ.chemin: champ for champ in champs}


class DialogueFiche(DialogueActe):
    """Change somebody's identity from a day on; the former one stays readable at the former days."""

    def __init__(self, session: Session, associe: Associe, parent: QWidget | None = None) -> None:
        self.champs, self._associe = ChampsFiche(session.aujourdhui), associe
        self.champs.poser(associe.fiche)
        formulaire = Formulaire(
            *self.champs.rangs(),
            self.champs.effet,
            brouillons=session.brouillons,
            prefixe=f"fiche/{associe.numero}",
        )
        self.champs.accorder()
        super().__init__(
            session,
            _tr("Fiche\u00a0: {}").format(associe.nom_complet),
            formulaire,
            self._demander,
            _tr("Enregistrer"),
            parent,
            _tr("L’ancienne fiche reste lisible aux jours d’avant."),
        )

    def _demander(self) -> ActeDemande | None:
        jour = exiger_jour(self.champs.effet)
        if jour is None:
            return None
        fiche = self.champs.fiche(self._associe.numero, jour)
        return lambda depot: registre.modifier_fiche(depot, fiche)
