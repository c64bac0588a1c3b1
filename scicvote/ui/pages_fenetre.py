"""The pages of the window by key; a page's module is loaded when the page is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from scicvote.ui.pages.page import Page

_CLASSES: Final[dict[str, str]] = {
    "accueil": "accueil.PageAccueil",
    "associes": "associes.PageAssocies",
    "importation": "importation.PageImportation",
    "colleges": "colleges.PageColleges",
    "assemblees": "assemblees.PageAssemblees",
    "registres": "registres.PageRegistres",
    "statuts": "statuts.PageStatuts",
    "simulation": "simulation.PageSimulation",
    "statuts_editeur": "editeur_statuts.PageEditeurStatuts",
    "journal": "journal.PageJournal",
    "resultats": "resultats.PageResultats",
    "creation": "creation.PageCreation",
    "preparer": "preparer.PagePreparer",
    "convoquer": "convoquer.PageConvoquer",
    "emarger": "emarger.PageEmarger",
    "voter": "voter.PageVoter",
    "proclamer": "proclamer.PageProclamer",
    "retour": "retour.PageRetour",
    "proces_verbal": "proces_verbal.PageProcesVerbal",
}
CLES: Final = tuple(_CLASSES)


def classe_de(cle: str) -> type[Page]:
    """The class of a page. Raises KeyError for a key that no page has."""
    module, nom = _CLASSES[cle].split(".")
    return cast(type[Page], getattr(import_module(f"scicvote.ui.pages.{module}"), nom))
