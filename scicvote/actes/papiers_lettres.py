"""Letters and forms of an assembly: what each is called, how it is composed, and why it may not be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from scicvote.actes.papiers_demande import COOPERATIVE, ODT, Demande, Genre, Lot
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.correspondance import article as article_distance
from scicvote.core.correspondance import prevue
from scicvote.core.courrier import Courrier
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.lettre_champs import modele_convocation
from scicvote.core.lettre_convocation import convocations
from scicvote.core.papier import Papier
from scicvote.core.papier_correspondance import formulaires_vote
from scicvote.core.papier_procurations import formulaires_pouvoir

CONVOCATIONS: Final = "convocations"
POUVOIRS: Final = "pouvoirs"
FORMULAIRES: Final = "formulaires-vote"
MODELE: Final = "modele-convocation"
_NOMMES: Final = 5  # people named in one sentence


def courrier_de(dossier: Dossier, ag: Assemblee, demande: Demande) -> Courrier:
    """The mailing that is asked for, under the day that it bears."""
    return Courrier(Contexte(dossier, ag), jour_lettre(ag, demande), demande.associe)


def jour_lettre(ag: Assemblee, demande: Demande) -> date:
    """The day that is asked, else that of the recorded dispatch, else of printing, at the latest the assembly's."""
    envois = ag.envois("convocation")
    return demande.jour or (envois[0].jour if envois else min(demande.aujourdhui or ag.jour, ag.jour))


def _lot(composer: Callable[[Courrier], Iterator[Papier]]) -> Callable[[Dossier, Assemblee, Demande], Lot]:
    def faire(dossier: Dossier, ag: Assemblee, demande: Demande) -> Lot:
        courrier = courrier_de(dossier, ag, demande)
        return Lot(len(courrier.destinataires), composer(courrier))

    return faire


def _modele(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    return modele_convocation(courrier_de(dossier, ag, demande))


@regle("statuts", "21-1", "21-2")
def refuser_courrier(dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    """Nobody to write to, or somebody whose domicile is not known."""
    courrier = courrier_de(dossier, ag, demande)
    article = courrier.contexte.statuts.article("delais.arrete_liste_jours")
    if demande.associe is not None and not courrier.destinataires:
        phrase = f"L’associé n°\u00a0{demande.associe} n’est pas convoqué à cette assemblée."
        yield refus("ASSOCIE", phrase, article, chemin="associe")
    elif not courrier.destinataires:
        phrase = "Personne à qui écrire\u00a0: inscrire d’abord les associés au registre."
        yield refus("SANS_DESTINATAIRE", phrase, article, chemin="associes")
    sans = [courrier.contexte.nom(n) for n in courrier.destinataires if not courrier.fiches[n].domicile.strip()]
    if sans:
        suite = [accord(len(sans) - _NOMMES, "autre")] if len(sans) > _NOMMES else []
        phrase = f"Domicile à compléter sur la fiche\u00a0: {enumerer([*sans[:_NOMMES], *suite])}."
        yield avertissement("DOMICILE", phrase, "statuts 21-4", chemin="associes")


def _refuser_formulaires(dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    """What stands against forms of vote by post: statutes that do not provide for it are a warning (C. com. L223-27)."""
    yield from refuser_courrier(dossier, ag, demande)
    statuts = dossier.statuts_au(ag.jour)
    if not prevue(statuts):
        phrase = "Les statuts ne prévoient pas de voter par correspondance\u00a0: ces voix peuvent être contestées."
        yield avertissement("VOTE_DISTANCE", phrase, article_distance(statuts))


GENRES: Final[Mapping[str, Genre]] = {
    CONVOCATIONS: Genre(
        "Convocations",
        _lot(convocations),
        refuser_courrier,
        but="Une lettre au nom de chaque associé, avec l’ordre du jour et les résolutions.",
    ),
    POUVOIRS: Genre(
        "Formulaires de pouvoir",
        _lot(formulaires_pouvoir),
        refuser_courrier,
        but="Un formulaire rempli au nom de chaque associé, à signer pour se faire représenter.",
    ),
    FORMULAIRES: Genre(
        "Formulaires de vote par correspondance",
        _lot(formulaires_vote),
        _refuser_formulaires,
        but="Un formulaire au nom de chaque associé, une ligne par résolution, à renvoyer avant l’assemblée.",
    ),
    MODELE: Genre(
        "Modèle de convocation",
        _modele,
        formats=(ODT,),
        portee=COOPERATIVE,
        but="La lettre à modifier dans un traitement de texte, puis à remplir pour chaque associé.",
    ),
}
