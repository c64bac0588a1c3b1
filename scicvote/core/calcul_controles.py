"""Counts that contradict one another, each refused where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from scicvote.core.article import regle
from scicvote.core.exact import nombre
from scicvote.core.lecture import Lecteur, sous
from scicvote.core.scrutin import Effectif, Suffrages


@regle("statuts", "21-4")
def controler_corps(lecteur: Lecteur, chemin: str, effectif: Effectif) -> None:
    """Nobody is present who is not on the list."""
    if effectif.presents > effectif.inscrits:
        lecteur.faute(
            "PRESENTS",
            sous(chemin, "presents"),
            f"{nombre(effectif.presents)} présents ou représentés pour {nombre(effectif.inscrits)} inscrits.",
        )


@regle("statuts", "22", "26")
def controler_personnes(lecteur: Lecteur, chemin: str, personnes: Effectif, corps: Iterable[Effectif]) -> None:
    """Everybody counted once: no more than all the colleges together, no fewer than any of them."""
    lus = tuple(corps)
    for nom, quoi in (("inscrits", "sur la liste"), ("presents", "présentes ou représentées")):
        nombres, n = [getattr(un, nom) for un in lus], getattr(personnes, nom)
        if n > sum(nombres) or n < max(nombres, default=0):
            lecteur.faute(
                "PERSONNES",
                sous(chemin, nom),
                f"{nombre(n)} personnes {quoi} pour {nombre(sum(nombres))} voix dans les collèges, dont "
                f"{nombre(max(nombres, default=0))} dans le plus grand\u00a0; chacune y compte une fois.",
            )


@regle("C. com.", "L223-19")
def controler_retires(lecteur: Lecteur, chemin: str, retires: int, effectif: Effectif, douteux: bool) -> bool:
    """Only those present or represented can take no part. Returns whether the number can stand."""
    if not douteux and retires > effectif.presents:
        lecteur.faute(
            "RETIRES", chemin, f"{nombre(retires)} retirés pour {nombre(effectif.presents)} présents ou représentés."
        )
        return False
    return True


@regle("statuts", "22")
def controler_votants(lecteur: Lecteur, chemin: str, vus: Suffrages, presents: int, election: bool) -> None:
    """No more votes than associés present or represented who take part."""
    if vus.votants > presents:
        lecteur.faute(
            "VOTANTS",
            f"{chemin}.votants" if election else chemin,
            f"{nombre(vus.votants)} votants pour {nombre(presents)} présents ou représentés qui prennent part au vote.",
        )


@regle("statuts", "18-1", "21-7")
def controler_election(lecteur: Lecteur, chemin: str, vus: Suffrages, sieges: int | None) -> None:
    """Ballots and candidates' votes agree: a ballot carries each name once, and at most as many as there are seats."""
    exprimes = vus.bulletins - vus.blanc - vus.nul
    if exprimes < 0:
        lecteur.faute(
            "BLANCS_NULS", chemin, f"{nombre(vus.blanc + vus.nul)} blancs et nuls pour {nombre(vus.bulletins)} votants."
        )
        exprimes = 0
    for nom, voix in vus.candidats.items():
        if voix > exprimes:
            lecteur.faute(
                "VOIX_CANDIDAT",
                sous(f"{chemin}.candidats", nom),
                f"{nombre(voix)} voix pour {nombre(exprimes)} suffrages exprimés.",
            )
    total = sum(vus.candidats.values())
    if sieges is not None and total > sieges * exprimes:
        lecteur.faute(
            "VOIX_TOTAL",
            f"{chemin}.candidats",
            f"{nombre(total)} voix en tout\u00a0; {nombre(exprimes)} suffrages exprimés et {sieges} siège(s) "
            f"en permettent {nombre(sieges * exprimes)}.",
        )
