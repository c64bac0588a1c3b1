"""The register as a table: persons of one day, with the college that takes each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.college import classements, codes_de
from scicvote.core.exact import nombre
from scicvote.core.normalise import cle
from scicvote.core.registre import LIBELLES, Associe
from scicvote.core.statuts import Statuts
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege

_ACTIF = ("check", "bon")
_SORTI = ("log-out", "discret")
_ATTENTE = ("clock", "alerte")


def etat_associe(associe: Associe) -> Etat:
    """Associé, gone (and why), or not yet one."""
    if associe.sortie is not None:
        motif = LIBELLES.get(associe.motif_sortie, associe.motif_sortie)
        return Etat(_SORTI[0], motif, _SORTI[1])
    if associe.entree is None:
        return Etat(_ATTENTE[0], _tr("Pas encore associé"), _ATTENTE[1])
    return Etat(_ACTIF[0], _tr("Associé"), _ACTIF[1])


def _tr(texte: str) -> str:
    return QCoreApplication.translate("RegistreModel", texte)


class RegistreModel(ModeleTable[Associe]):
    """Name, category, college, parts, address, entry, state. Filters on name, category, college and e-mail."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._categories: Mapping[str, str] = {}
        self._colleges: Mapping[tuple[str, str], str] = {}
        super().__init__(self._faire_colonnes(), lambda associe: associe.numero, self._replier, parent)

    def _faire_colonnes(self) -> tuple[Colonne[Associe], ...]:
        return (
            Colonne("nom", _tr("Nom"), lambda a: a.nom_registre, fort=True, part=3),
            Colonne("categorie", _tr("Catégorie"), self.categorie, largeur=208),
            Colonne("college", _tr("Collège"), self.college, largeur=80, pastille=True),
            Colonne("parts", _tr("Parts"), lambda a: nombre(a.parts), lambda a: a.parts, largeur=72, droite=True),
            Colonne("domicile", _tr("Domicile"), lambda a: a.fiche.domicile, discret=True, part=2),
            Colonne("entree", _tr("Entrée"), lambda a: jour_abrege(a.entree), _par_entree, largeur=128, droite=True),
            Colonne("etat", _tr("État"), lambda a: etat_associe(a).mot, largeur=208, etat=etat_associe),
        )

    def montrer(self, personnes: tuple[Associe, ...], statuts: Statuts) -> None:
        """Show these persons, classed by these statutes."""
        self.classer(statuts)
        self.remplacer(personnes)

    def classer(self, statuts: Statuts) -> None:
        """The statutes that class the persons who are prepared next."""
        self._categories = {code: categorie.nom for code, categorie in statuts.categories_par_code.items()}
        self._colleges = {cle_: "+".join(codes_de(statuts, *cle_)) for cle_ in classements(statuts)}

    def categorie(self, associe: Associe) -> str:
        """The name of the category."""
        return self._categories.get(associe.categorie, associe.categorie)

    def college(self, associe: Associe) -> str:
        """The code of their college, ``SB+PP`` of several, ``""`` when none takes them."""
        return self._colleges.get((associe.categorie, associe.fiche.personne), "")

    def _replier(self, associe: Associe) -> str:
        categorie, college = cle(self.categorie(associe)), cle(self.college(associe))
        return f"{cle(associe.nom_registre)} {categorie} {college} {cle(associe.fiche.courriel)} {associe.numero}"


def _par_entree(associe: Associe) -> date:
    return associe.entree or date.max
