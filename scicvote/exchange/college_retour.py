"""``scicvote-retour/1``: what a college answers, written, signed and read.

What is signed is the canonical form of ``contenu`` and of the public key, with the name of the format.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from scicvote.core.faits import FinPouvoir, Pouvoir, Presence
from scicvote.core.issue import Issue
from scicvote.core.lecture import Lecteur
from scicvote.core.retour_college import Evenement, LigneRetour, Retour
from scicvote.exchange.college import (
    FORMAT_RETOUR,
    Champ,
    RetourSigne,
    ecrire,
    ecrire_valeur,
    lire_arbre,
    lire_hexa,
    lire_table,
)

_CLES: Final = ("format", "cle", "contenu", "signature")
T, N, H = Champ("texte"), Champ("entier"), Champ("heure")
NUL: Final = Champ("entier", nul=True)
SHA: Final = Champ("hexa", longueur=32)
_TETE: Final = {
    "identifiant": Champ("hexa", longueur=16), "college": T, "export": N, "paquet": SHA, "statuts": SHA, "liste": SHA,
    "numero": N, "heure": H, "ouverture": Champ("heure", nul=True), "cloture": Champ("heure", nul=True), "president": NUL,
    "secretaire": T,
}  # fmt: skip
_LIGNE: Final = {
    "resolution": N, "tour": N, "version": SHA, "mode": T, "inscrits": N, "presents": N, "representes": N, "retires": N,
    "votants": N, "pour": N, "contre": N, "abstention": N, "blanc": N, "nul": N,
}  # fmt: skip
_EVENEMENTS: Final[dict[str, tuple[type[Evenement], dict[str, Champ]]]] = {
    "presence": (Presence, {"associe": N, "heure": H, "sens": T, "representant": T, "piece": T}),
    "pouvoir": (
        Pouvoir,
        {
            "pouvoir": N,
            "mandant": N,
            "mandataire": NUL,
            "conjoint": T,
            "lien_conjoint": Champ("oui"),
            "heure": H,
            "decision": T,
        },
    ),
    "fin_pouvoir": (FinPouvoir, {"pouvoir": N, "heure": H, "motif": T}),
}
_SENS: Final = ("arrivee", "depart")


def contenu_de(retour: Retour) -> dict[str, Any]:
    """A return as the table of ``contenu``."""
    return {
        **{cle: ecrire_valeur(getattr(retour, cle)) for cle in _TETE},
        "evenements": [_evenement(e) for e in retour.evenements],
        "resolutions": [_ligne(ligne) for ligne in retour.lignes],
    }


def _evenement(evenement: Evenement) -> dict[str, Any]:
    champs = _EVENEMENTS[evenement.TABLE][1]
    return {"genre": evenement.TABLE, **{cle: ecrire_valeur(getattr(evenement, cle)) for cle in champs}}


def _ligne(ligne: LigneRetour) -> dict[str, Any]:
    voix = [{"candidat": candidat, "voix": voix} for candidat, voix in sorted(ligne.voix.items())]
    return {**{cle: getattr(ligne, cle) for cle in _LIGNE}, "voix": voix}


def ecrire_retour(retour: Retour, cle: bytes, signer: Callable[[bytes], bytes]) -> bytes:
    """A return as its file, signed. ``cle``: the public key; ``signer`` signs bytes."""
    corps = {"format": FORMAT_RETOUR, "cle": cle.hex(), "contenu": contenu_de(retour)}
    return ecrire({**corps, "signature": signer(ecrire(corps)).hex()})


def lire_retour(
    octets: bytes, est_signe: Callable[[bytes, bytes, bytes], bool]
) -> tuple[RetourSigne | None, tuple[Issue, ...]]:
    """A return from its file; nothing of it is read before its signature is checked (``est_signe``: key, signature, bytes)."""
    arbre, issues = lire_arbre(octets, FORMAT_RETOUR, _CLES)
    if arbre is None:
        return None, issues
    lecteur = Lecteur()
    cle = lire_hexa(lecteur, arbre.get("cle"), "cle", 32)
    signature = lire_hexa(lecteur, arbre.get("signature"), "signature", 64)
    if cle is None or signature is None:
        return None, tuple(lecteur.issues)
    signe = ecrire({"format": FORMAT_RETOUR, "cle": cle, "contenu": arbre.get("contenu")})
    if not est_signe(bytes.fromhex(cle), bytes.fromhex(signature), signe):
        phrase = "le fichier a été changé depuis sa signature\u00a0: le demander à nouveau au président du collège."
        lecteur.faute("RETOUR_ABIME", ".", phrase)
        return None, tuple(lecteur.issues)
    retour = lire_contenu(lecteur, arbre.get("contenu"))
    if retour is None or lecteur.issues:
        return None, tuple(lecteur.issues)
    return RetourSigne(retour, bytes.fromhex(cle), bytes.fromhex(signature), signe, octets), ()


def lire_contenu(lecteur: Lecteur, valeur: object) -> Retour | None:
    """The return that ``contenu`` says; None after having noted what is wrong."""
    table = lecteur.table(valeur, "contenu", (*_TETE, "evenements", "resolutions"))
    if table is None:
        return None
    tete = lire_table(lecteur, {k: v for k, v in table.items() if k in _TETE}, "contenu", _TETE)
    evenements = [
        _lire_evenement(lecteur, brut, f"contenu.evenements[{i}]")
        for i, brut in enumerate(lecteur.liste(table.get("evenements"), "contenu.evenements") or ())
    ]
    lignes = [
        _lire_ligne(lecteur, brut, f"contenu.resolutions[{i}]")
        for i, brut in enumerate(lecteur.liste(table.get("resolutions"), "contenu.resolutions") or ())
    ]
    if tete is None or lecteur.issues:
        return None
    return Retour(
        **tete, evenements=tuple(e for e in evenements if e), lignes=tuple(ligne for ligne in lignes if ligne)
    )


def _lire_evenement(lecteur: Lecteur, brut: object, chemin: str) -> Evenement | None:
    table = lecteur.table(brut, chemin)
    genre = None if table is None else lecteur.choix(table.get("genre"), f"{chemin}.genre", tuple(_EVENEMENTS))
    if table is None or genre is None:
        return None
    nature, champs = _EVENEMENTS[genre]
    lus = lire_table(lecteur, {k: v for k, v in table.items() if k != "genre"}, chemin, champs)
    if lus is None or ("sens" in lus and lecteur.choix(lus["sens"], f"{chemin}.sens", _SENS) is None):
        return None
    return nature(assemblee=0, **lus)


def _lire_ligne(lecteur: Lecteur, brut: object, chemin: str) -> LigneRetour | None:
    table = lecteur.table(brut, chemin, (*_LIGNE, "voix"))
    if table is None:
        return None
    lus = lire_table(lecteur, {k: v for k, v in table.items() if k != "voix"}, chemin, _LIGNE)
    voix: dict[int, int] = {}
    for i, une in enumerate(lecteur.liste(table.get("voix"), f"{chemin}.voix") or ()):
        lue = lire_table(lecteur, une, f"{chemin}.voix[{i}]", {"candidat": N, "voix": N})
        if lue is not None and lue["candidat"] in voix:
            lecteur.faute("DOUBLON", f"{chemin}.voix[{i}]", "ce candidat est compté deux fois.")
        elif lue is not None:
            voix[lue["candidat"]] = lue["voix"]
    return None if lus is None else LigneRetour(**lus, voix=voix)
