"""``scicvote-college/1``: a college's part of an assembly, written and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from scicvote.core.faits import (
    Candidature,
    Convocation,
    Fiche,
    LigneListe,
    ListeArretee,
    Pouvoir,
    Resolution,
    VersionStatuts,
)
from scicvote.core.issue import Issue, refus
from scicvote.core.lecture import Lecteur
from scicvote.core.paquet_college import Paquet, Point, version_point
from scicvote.exchange.college import FORMAT_PAQUET, Champ, ecrire, ecrire_valeur, lire_arbre, lire_table

_CLES: Final = (
    "format", "identifiant", "export", "prepare", "cooperative", "statuts", "assemblee", "college", "liste", "membres",
    "candidats", "pouvoirs", "resolutions", "cle",
)  # fmt: skip
T, N, J, H, B = Champ("texte"), Champ("entier"), Champ("jour"), Champ("heure"), Champ("oui")
NUL: Final = Champ("entier", nul=True)
_TETE: Final = {"identifiant": Champ("hexa", longueur=16), "export": N, "prepare": H}
_COOPERATIVE: Final = {"denomination": T, "siege": T, "rcs": T}
_STATUTS: Final = {"effet": J, "texte": T}
_ASSEMBLEE: Final = {
    "assemblee": N, "titre": T, "nature": T, "heure": H, "lieu": T, "consultation": N, "convoquee_par": T,
}  # fmt: skip
_COLLEGE: Final = {"code": T, "nom": T, "reunion": H, "lieu": T, "president": NUL, "suppleant": NUL, "numero_pv": N}
_LISTE: Final = {"jour": J, "arretee_par": T}
_IDENTITE: Final = {"associe": N, "personne": T, "nom": T, "prenom": T, "civilite": T}
_MEMBRE: Final = {
    **_IDENTITE, "domicile": T, "representant": T, "qualite_representant": T, "categorie": T, "parts": N, "voix": N,
}  # fmt: skip
_POUVOIR: Final = {
    "pouvoir": N, "mandant": N, "mandataire": NUL, "conjoint": T, "lien_conjoint": B, "heure": H, "decision": T,
}  # fmt: skip
_POINT: Final = {
    "resolution": N, "numero": N, "titre": T, "texte": T, "regle": T, "objet": T, "sieges": N, "tour": N,
    "sha256": Champ("hexa", longueur=32),
}  # fmt: skip
_CANDIDAT: Final = {"candidat": N, "presente_par": T}
_LISTE_MAXIMUM: Final = 100_000


def _table(valeur: Any, champs: Mapping[str, Champ]) -> dict[str, Any]:
    """The fields of a value that are written, in JSON."""
    return {cle: ecrire_valeur(getattr(valeur, cle)) for cle in champs}


def ecrire_paquet(paquet: Paquet) -> bytes:
    """A package as its file."""
    convocation = paquet.convocation
    return ecrire(
        {
            "format": FORMAT_PAQUET,
            **_table(paquet, _TETE),
            "cooperative": _table(paquet, _COOPERATIVE),
            "statuts": _table(paquet.statuts, _STATUTS),
            "assemblee": {
                "titre": paquet.titre,
                **_table(convocation, {k: v for k, v in _ASSEMBLEE.items() if k != "titre"}),
            },
            "college": {
                "code": paquet.college,
                "nom": paquet.nom_college,
                **_table(paquet, {k: v for k, v in _COLLEGE.items() if k not in ("code", "nom")}),
            },
            "liste": _table(paquet.liste, _LISTE),
            "membres": [_membre(fiche, ligne) for fiche, ligne in paquet.membres],
            "candidats": [_table(fiche, _IDENTITE) for fiche in paquet.candidats],
            "pouvoirs": [_table(pouvoir, _POUVOIR) for pouvoir in paquet.pouvoirs],
            "resolutions": [_point(point) for point in paquet.points],
            "cle": {"publique": paquet.cle_publique, "scellee": dict(paquet.cle_scellee)},
        }
    )


def _membre(fiche: Fiche, ligne: LigneListe) -> dict[str, Any]:
    deux = {**_champs(fiche), **_champs(ligne)}
    return {cle: deux[cle] for cle in _MEMBRE}


def _champs(fait: Any) -> dict[str, Any]:
    return {champ.name: getattr(fait, champ.name) for champ in fields(fait)}


def _point(point: Point) -> dict[str, Any]:
    r = point.resolution
    return {
        **_table(r, {k: v for k, v in _POINT.items() if k not in ("tour", "sha256")}),
        "tour": point.tour,
        "sha256": point.version,
        "candidats": [_table(c, _CANDIDAT) for c in point.candidats],
    }


# --- reading


def lire_paquet(octets: bytes) -> tuple[Paquet | None, tuple[Issue, ...]]:
    """A package from its file, with every fault. Its statutes are a text, read by who opens it."""
    arbre, issues = lire_arbre(octets, FORMAT_PAQUET, _CLES)
    if arbre is None:
        return None, issues
    lecteur = Lecteur()
    paquet = _Lecture(lecteur, arbre).lire()
    if paquet is None or lecteur.issues:
        return None, tuple(lecteur.issues)
    fautes = tuple(_coherence(paquet))
    return (None, fautes) if fautes else (paquet, ())


class _Lecture:
    """Reads the parts of a package; faults are noted as they are met, all of them."""

    def __init__(self, lecteur: Lecteur, arbre: Mapping[str, Any]) -> None:
        self.lecteur, self.arbre = lecteur, arbre

    def table(self, cle: str, champs: Mapping[str, Champ]) -> dict[str, Any]:
        return lire_table(self.lecteur, self.arbre.get(cle), cle, champs) or {}

    def tables(self, cle: str, champs: Mapping[str, Champ]) -> list[dict[str, Any]]:
        return lire_liste(self.lecteur, self.arbre.get(cle), cle, champs)

    def lire(self) -> Paquet | None:
        tete = lire_table(self.lecteur, {k: self.arbre.get(k) for k in _TETE}, ".", _TETE) or {}
        cooperative, statuts = self.table("cooperative", _COOPERATIVE), self.table("statuts", _STATUTS)
        assemblee, college = self.table("assemblee", _ASSEMBLEE), self.table("college", _COLLEGE)
        liste, cle = self.table("liste", _LISTE), self._cle()
        membres, candidats = self.tables("membres", _MEMBRE), self.tables("candidats", _IDENTITE)
        pouvoirs, points = self.tables("pouvoirs", _POUVOIR), self._points()
        if self.lecteur.issues or cle is None:
            return None
        numero, jour = assemblee["assemblee"], liste["jour"]
        return Paquet(
            **tete,
            **cooperative,
            statuts=VersionStatuts(**statuts),
            convocation=_convocation(assemblee),
            titre=assemblee["titre"],
            college=college.pop("code"),
            nom_college=college.pop("nom"),
            **college,
            liste=ListeArretee(numero, **liste),
            membres=tuple(_lire_membre(m, numero, jour, self.arbre["college"]["code"]) for m in membres),
            candidats=tuple(_fiche(c, jour) for c in candidats),
            pouvoirs=tuple(Pouvoir(assemblee=numero, **p) for p in pouvoirs),
            points=tuple(_lire_point(p, candidatures, numero) for p, candidatures in points),
            cle_publique=cle[0],
            cle_scellee=cle[1],
        )

    def _points(self) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
        lus = []
        for i, brut in enumerate(self.lecteur.liste(self.arbre.get("resolutions"), "resolutions") or ()):
            chemin = f"resolutions[{i}]"
            table = self.lecteur.table(brut, chemin, (*_POINT, "candidats"))
            if table is None:
                continue
            sans = {k: v for k, v in table.items() if k != "candidats"}
            point = lire_table(self.lecteur, sans, chemin, _POINT)
            candidats = lire_liste(self.lecteur, table.get("candidats"), f"{chemin}.candidats", _CANDIDAT)
            if point is not None:
                lus.append((point, candidats))
        return lus

    def _cle(self) -> tuple[str, Mapping[str, int | str]] | None:
        """The public key, and the sealed private one as it stands: ``scelles.phrase`` reads it."""
        table = self.lecteur.table(self.arbre.get("cle"), "cle", ("publique", "scellee"))
        if table is None:
            return None
        publique = lire_table(
            self.lecteur, {"publique": table.get("publique")}, "cle", {"publique": Champ("hexa", longueur=32)}
        )
        scellee = self.lecteur.table(table.get("scellee"), "cle.scellee")
        if publique is None or scellee is None:
            return None
        return publique["publique"], {k: v for k, v in scellee.items() if isinstance(v, int | str)}


def lire_liste(lecteur: Lecteur, valeur: object, chemin: str, champs: Mapping[str, Champ]) -> list[dict[str, Any]]:
    """A list of tables that have these keys, those that can be read."""
    liste = lecteur.liste(valeur, chemin)
    if liste is None:
        return []
    if len(liste) > _LISTE_MAXIMUM:
        lecteur.faute("TAILLE", chemin, "cette liste est démesurée.")
        return []
    lus = (lire_table(lecteur, brut, f"{chemin}[{i}]", champs) for i, brut in enumerate(liste))
    return [lu for lu in lus if lu is not None]


def _convocation(table: Mapping[str, Any]) -> Convocation:
    return Convocation(
        table["assemblee"], table["nature"], table["heure"], table["lieu"], True, "", "", table["consultation"], None, None,
        table["convoquee_par"],
    )  # fmt: skip


def _fiche(table: Mapping[str, Any], jour: Any) -> Fiche:
    reste = {cle: table.get(cle, "") for cle in ("domicile", "representant", "qualite_representant")}
    return Fiche(effet=jour, courriel="", **{cle: table[cle] for cle in _IDENTITE}, **reste)


def _lire_membre(table: Mapping[str, Any], assemblee: int, jour: Any, college: str) -> tuple[Fiche, LigneListe]:
    ligne = LigneListe(assemblee, table["associe"], table["categorie"], college, table["parts"], table["voix"])
    return _fiche(table, jour), ligne


def _lire_point(table: Mapping[str, Any], candidats: list[dict[str, Any]], assemblee: int) -> Point:
    reste = dict(table)
    tour, version = reste.pop("tour"), reste.pop("sha256")
    resolution = Resolution(assemblee=assemblee, concerne=None, college="", origine=None, hors_ordre=False, **reste)
    presentes = (Candidature(assemblee, resolution.resolution, c["candidat"], c["presente_par"]) for c in candidats)
    return Point(resolution, tour, version, tuple(presentes))


def _coherence(paquet: Paquet) -> list[Issue]:
    """Every number means one person or one resolution, and everybody who is named is there."""

    membres = [fiche.associe for fiche, _ in paquet.membres]
    noms = {f.associe: f"{f.prenom} {f.nom}".strip() for f in (*(f for f, _ in paquet.membres), *paquet.candidats)}
    fautes = []
    if len(noms) != len(membres) + len(paquet.candidats):
        fautes.append(refus("DOUBLON", "deux personnes portent le même numéro.", chemin="membres"))
    points = [(p.resolution.resolution, p.resolution.numero) for p in paquet.points]
    if len({r for r, _ in points}) != len(points):
        fautes.append(refus("DOUBLON", "deux résolutions portent le même numéro.", chemin="resolutions"))
    nommes = {p.mandant for p in paquet.pouvoirs} | {p.mandataire for p in paquet.pouvoirs if p.mandataire is not None}
    nommes |= {n for n in (paquet.president, paquet.suppleant) if n is not None}
    if not nommes <= set(membres):
        fautes.append(refus("ASSOCIE", "une personne nommée n’est pas du collège.", chemin="membres"))
    for i, point in enumerate(paquet.points):
        chemin = f"resolutions[{i}]"
        if any(c.candidat not in noms for c in point.candidats):
            fautes.append(refus("ASSOCIE", "un candidat n’est pas nommé.", chemin=f"{chemin}.candidats"))
            continue
        candidats = tuple((c.candidat, noms[c.candidat]) for c in point.candidats)
        if version_point(point.resolution, point.tour, candidats) != point.version:
            fautes.append(refus("PAQUET_ABIME", "ce texte n’est plus celui de son empreinte.", chemin=chemin))
    return fautes
