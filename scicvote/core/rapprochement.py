"""Which row of a file is which person of the register, and which rows say the same person twice. Linear in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scicvote.core.lecture import montrer
from scicvote.core.normalise import cle, cle_nom
from scicvote.core.registre import Associe
from scicvote.core.saisie_registre import Saisie

Identite = tuple[str, str]


class Signes(NamedTuple):
    """What tells homonyms apart; empty where nothing is known."""

    courriel: str
    domicile: str


def identite(associe: Associe) -> Identite:
    """The compared name and first name of a person of the register."""
    return cle_nom(associe.fiche.nom), cle_nom(associe.fiche.prenom)


def signes(source: Associe | Saisie) -> Signes:
    """The compared e-mail and domicile."""
    porteur = source.fiche if isinstance(source, Associe) else source
    return Signes(porteur.courriel.strip().casefold(), cle(porteur.domicile))


def marquer_doublons(saisies: Sequence[Saisie]) -> None:
    """Refuse each row that says again a person said above: same number, or same name with e-mail or domicile.

    Two rows with different numbers are two persons. Same names that nothing else tells apart are refused too.
    """
    numeros: dict[int, int] = {}
    premieres: dict[Identite, Saisie] = {}
    vues: dict[tuple[Identite, str], dict[bool, int]] = defaultdict(dict)
    for saisie in saisies:
        if not saisie.nom:
            continue
        if saisie.numero is not None and saisie.numero in numeros:
            _doublon(saisie, numeros[saisie.numero], f"le même numéro {saisie.numero}")
        elif (premiere := premieres.setdefault(saisie.cle_identite, saisie)) is not saisie:
            _doublon_de_nom(premiere, saisie, vues)
        if saisie.numero is not None:
            numeros.setdefault(saisie.numero, saisie.ligne)


def _marques(saisie: Saisie) -> list[str]:
    """What a row may have in common with another of the same name."""
    courriel, domicile = signes(saisie)
    return [f"c{courriel}"] * bool(courriel) + [f"d{domicile}"] * bool(domicile) or [""]


def _noter(saisie: Saisie, qui: Identite, vues: dict[tuple[Identite, str], dict[bool, int]]) -> None:
    for marque in (*_marques(saisie), "*"):
        vues[qui, marque].setdefault(saisie.numero is not None, saisie.ligne)


def _doublon_de_nom(premiere: Saisie, saisie: Saisie, vues: dict[tuple[Identite, str], dict[bool, int]]) -> None:
    """A name seen above, first on the row ``premiere``: its signs are only worth noting from the second row on."""
    qui, marques, numerote = saisie.cle_identite, _marques(saisie), saisie.numero is not None
    if (qui, "*") not in vues:
        _noter(premiere, qui, vues)
    cherchees = [*marques, ""] if marques != [""] else ["*"]
    trouvees = (_vue(vues.get((qui, marque)), numerote) for marque in cherchees)
    autre = next((ligne for ligne in trouvees if ligne is not None), None)
    if autre is not None:
        _doublon(saisie, autre, "le même nom, sans autre numéro, domicile ou courriel qui distingue deux homonymes")
    else:
        ligne = min(vues[qui, "*"].values())
        saisie.avertir("HOMONYME", f"{saisie.nom_registre} porte le même nom que la ligne {ligne}.")
    _noter(saisie, qui, vues)


def _vue(lignes: Mapping[bool, int] | None, numerote: bool) -> int | None:
    """The row above that cannot be told apart: any without a number, or one with a number when this one has none."""
    if lignes is None:
        return None
    return lignes.get(False) if numerote else min(lignes.values())


def _doublon(saisie: Saisie, autre: int, quoi: str) -> None:
    phrase = f"{saisie.nom_registre} est en double\u00a0: la ligne {autre} a {quoi}."
    saisie.refuser("DOUBLON", phrase)


class Rapprochement:
    """The person of the register that each row is, by row number; rows that are nobody known are left out."""

    def __init__(self, personnes: Iterable[Associe], saisies: Sequence[Saisie]) -> None:
        self.trouves: dict[int, Associe] = {}
        self._pris: dict[int, int] = {}
        self._par_nom: dict[Identite, list[Associe]] = defaultdict(list)
        self._par_numero: dict[int, Associe] = {}
        for personne in personnes:
            self._par_numero[personne.numero] = personne
            self._par_nom[identite(personne)].append(personne)
        if self._par_numero:
            self._rapprocher(saisies)

    def _rapprocher(self, saisies: Sequence[Saisie]) -> None:
        groupes: dict[Identite, list[Saisie]] = defaultdict(list)
        for saisie in saisies:
            if saisie.nom and not self._par_le_numero(saisie):
                groupes[saisie.cle_identite].append(saisie)
        for qui, groupe in groupes.items():
            self._par_le_nom(groupe, [p for p in self._par_nom.get(qui, ()) if p.numero not in self._pris])

    def _par_le_numero(self, saisie: Saisie) -> bool:
        if saisie.numero is None or saisie.numero not in self._par_numero:
            return False
        personne = self._par_numero[saisie.numero]
        if _etrangers(saisie, personne):
            phrase = f"le numéro {saisie.numero} est dans le registre celui de {montrer(personne.nom_registre)}."
            saisie.refuser("NUMERO_AUTRE_PERSONNE", phrase)
        self._attribuer(saisie, personne)
        return True

    def _par_le_nom(self, groupe: Sequence[Saisie], candidats: Sequence[Associe]) -> None:
        presents = [p for p in candidats if p.sortie is None] or list(candidats)
        if not presents:
            return
        numerotees = [saisie for saisie in groupe if saisie.numero is not None]
        autres = [saisie for saisie in groupe if saisie.numero is None]
        self._comparer_numerotees(numerotees, presents)
        if len(autres) == 1 == len(presents):
            self._seul(autres[0], presents[0])
        else:
            self._departager(autres, presents)

    def _comparer_numerotees(self, saisies: Sequence[Saisie], presents: Sequence[Associe]) -> None:
        """A row whose number is new is a new person, unless nothing tells it from a homonym of the register."""
        if not saisies:
            return
        par_signe = _index(presents)
        complets = [all(colonne) for colonne in zip(*map(signes, presents), strict=True)]
        for saisie in saisies:
            lus = signes(saisie)
            distincte = any(signe and complet for signe, complet in zip(lus, complets, strict=True))
            if _vises(lus, par_signe) or not distincte:
                self._numero_different(saisie, presents[0])

    @staticmethod
    def _numero_different(saisie: Saisie, personne: Associe) -> None:
        saisie.refuser(
            "NUMERO_DIFFERENT",
            f"{montrer(saisie.nom_registre)} porte le numéro {saisie.numero} dans le fichier et {personne.numero} dans "
            "le registre\u202f; corriger ce numéro, ou le vider.",
        )

    def _seul(self, saisie: Saisie, personne: Associe) -> None:
        """One row, one person of that name: the same, with a word of doubt where e-mail and domicile both differ."""
        paires = [(lu, connu) for lu, connu in zip(signes(saisie), signes(personne), strict=True) if lu and connu]
        if len(paires) == len(Signes._fields) and all(lu != connu for lu, connu in paires):
            phrase = (
                f"{saisie.nom_registre} a dans le registre (numéro {personne.numero}) un autre domicile et un autre "
                "courriel\u202f; si c’est un homonyme, donner un numéro aux deux."
            )
            saisie.avertir("IDENTITE_A_VERIFIER", phrase)
        self._attribuer(saisie, personne)

    def _departager(self, saisies: Sequence[Saisie], presents: Sequence[Associe]) -> None:
        """Several rows or persons of one name: e-mail or domicile decide, or the row is refused."""
        par_signe = _index(presents)
        restants = []
        for saisie in saisies:
            vises = _vises(signes(saisie), par_signe)
            if len(vises) == 1:
                self._attribuer(saisie, next(iter(vises.values())))
            else:
                restants.append(saisie)
        libres = [p.numero for p in presents if p.numero not in self._pris]
        for saisie in restants if libres else ():
            _homonymes(saisie, libres)

    def _attribuer(self, saisie: Saisie, personne: Associe) -> None:
        ligne = self._pris.setdefault(personne.numero, saisie.ligne)
        if ligne != saisie.ligne and not any(issue.code == "DOUBLON" for issue in saisie.issues):
            _doublon(saisie, ligne, f"le même associé du registre (numéro {personne.numero})")
        self.trouves[saisie.ligne] = personne


def _homonymes(saisie: Saisie, libres: Sequence[int]) -> None:
    numeros = ", ".join(map(str, libres[:5]))
    saisie.refuser(
        "HOMONYMES",
        f"impossible de savoir qui est {montrer(saisie.nom_registre)}\u00a0: ce nom est celui du numéro {numeros} du "
        "registre\u202f; donner le numéro, le domicile ou le courriel qui le distingue.",
    )


def _index(personnes: Iterable[Associe]) -> dict[tuple[int, str], tuple[Associe, ...]]:
    """Up to two persons by each sign: two are already too many."""
    index: dict[tuple[int, str], tuple[Associe, ...]] = {}
    for personne in personnes:
        for rang, signe in enumerate(signes(personne)):
            if signe:
                index[rang, signe] = (*index.get((rang, signe), ())[:1], personne)
    return index


def _vises(lus: Signes, par_signe: Mapping[tuple[int, str], tuple[Associe, ...]]) -> dict[int, Associe]:
    """Whom the signs of a row point at."""
    trouves = (par_signe.get((rang, signe), ()) for rang, signe in enumerate(lus) if signe)
    return {personne.numero: personne for groupe in trouves for personne in groupe}


def _etrangers(saisie: Saisie, personne: Associe) -> bool:
    """Whether nothing of the row's identity is that of the person who has its number."""
    nom, prenom = saisie.cle_identite
    connu_nom, connu_prenom = identite(personne)
    if nom == connu_nom or (prenom and prenom == connu_prenom):
        return False
    return not any(lu and lu == connu for lu, connu in zip(signes(saisie), signes(personne), strict=True))
