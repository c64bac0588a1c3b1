"""The list of an assembly as a table: who is on it, in which college, with how many parts and votes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.assemblee import Assemblee, par_associe
from scicvote.core.dossier import Dossier
from scicvote.core.exact import nombre
from scicvote.core.faits import LigneListe
from scicvote.core.normalise import cle
from scicvote.ui.models.table_model import Colonne, ModeleTable


@dataclass(frozen=True, slots=True)
class Inscrit:
    """Somebody of the list as they are shown."""

    associe: int
    nom: str
    categorie: str
    college: str
    parts: int
    voix: int


def _tr(texte: str) -> str:
    return QCoreApplication.translate("ListeModel", texte)


class ListeModel(ModeleTable[Inscrit]):
    """By name; it filters on the name, the category and the college."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[Inscrit]("nom", _tr("Associé"), lambda i: i.nom, fort=True, part=2),
            Colonne[Inscrit]("categorie", _tr("Catégorie"), lambda i: i.categorie, discret=True, part=2),
            Colonne[Inscrit]("college", _tr("Collège"), lambda i: i.college, largeur=96, pastille=True),
            Colonne[Inscrit](
                "parts", _tr("Parts"), lambda i: nombre(i.parts), lambda i: i.parts, largeur=88, droite=True
            ),
            Colonne[Inscrit]("voix", _tr("Voix"), lambda i: nombre(i.voix), lambda i: i.voix, largeur=88, droite=True),
        )
        super().__init__(
            colonnes, lambda i: i.associe, lambda i: cle(f"{i.nom} {i.categorie} {i.college}"), parent=parent
        )

    def montrer(self, dossier: Dossier, ag: Assemblee, lignes: Iterable[LigneListe]) -> None:
        """Show the people of a list, frozen or not."""
        personnes = dossier.registre.au(ag.jour).par_numero
        categories = dossier.statuts_au(ag.jour).categories_par_code
        toutes, inscrits = tuple(lignes), []
        codes = par_associe(toutes)
        for ligne in {une.associe: une for une in reversed(toutes)}.values():
            personne, categorie = personnes.get(ligne.associe), categories.get(ligne.categorie)
            nom = personne.nom_registre if personne is not None else dossier.nom(ligne.associe)
            mot = f"{ligne.categorie}\u00a0– {categorie.nom}" if categorie is not None else ligne.categorie
            siens = codes[ligne.associe] if ag.convocation.par_college else ("",)
            voix = ligne.voix * len(siens)
            inscrits.append(Inscrit(ligne.associe, nom, mot, "+".join(siens), ligne.parts, voix))
        self.remplacer(sorted(inscrits, key=lambda i: cle(i.nom)))
