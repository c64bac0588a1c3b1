"""A procedure case run through the real acts: a file, an assembly, what precedes the vote, then its opening.

Every fact of a case is one act of the program, in the order of the case; what an act refuses is kept, for a case may
be about that very refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from scicvote.actes import cooperative, preparation, registre, vote
from scicvote.actes.nouveau_college import demander_nouveau_college
from scicvote.core.faits import Affectation, DemandeCollege, Deport, Envoi, Resolution
from scicvote.core.issue import Issue
from scicvote.core.procedures import checklist
from scicvote.core.resolution import GENRES
from scicvote.core.suites_vote import suites_vote
from scicvote.core.vote import ComptageCorps
from scicvote.store.depot import Acte, Depot
from tests.outils.cooperative import JOUR, PERSONNES, fiche, heure, mouvement
from tests.outils.histoire import INSTANT, Histoire

Table = dict[str, Any]
ARRETEE, CONVOCATIONS = date(2026, 5, 27), date(2026, 5, 20)


def _jour(mots: Table, cle: str = "le", sinon: date = date(2026, 5, 1)) -> date:
    return date.fromisoformat(mots[cle]) if cle in mots else sinon


@dataclass
class Bilan:
    """What a case gave: the state of each condition, the codes at the opening, of a refused fact, what followed."""

    conditions: dict[str, str] = field(default_factory=dict)
    refus: list[str] = field(default_factory=list)
    avertissements: list[str] = field(default_factory=list)
    refus_faits: list[str] = field(default_factory=list)
    decision: str = ""
    suites: dict[str, str] = field(default_factory=dict)


def peupler(chemin: Path) -> Path:
    """The file that every case begins with: the dozen in the register, a manager, no assembly."""
    histoire = Histoire.commencer(chemin)
    histoire.peupler()
    histoire.depot.fermer()
    return chemin


class Procedure:
    """One case. ``derouler`` runs it, and closes its file."""

    def __init__(self, chemin: Path, cas: Table) -> None:
        """``chemin``: a file of its own, where the register is there and nothing else (``peupler``)."""
        self.cas, self.point = cas, dict(cas["procedure"])
        self.histoire = Histoire(cooperative.ouvrir(str(chemin), lambda: INSTANT))
        self.depot: Depot = self.histoire.depot
        self.bilan = Bilan()
        self.ag = self.resolution = 0

    # --- people and acts

    def personne(self, nom: str) -> int:
        """A number of the register by its whole name. Raises LookupError for nobody."""
        for qui in self.depot.dossier.registre.au(date.max).personnes:
            if qui.nom_complet == nom:
                return qui.numero
        raise LookupError(nom)

    def faire(self, acte: Acte) -> Acte:
        """Keep what an act refuses."""
        self.bilan.refus_faits += [issue.code for issue in acte.refus]
        return acte

    # --- the course

    def derouler(self) -> Bilan:
        """From the register to the opening of the vote, and its result where the case gives votes."""
        faits: list[Table] = self.cas.get("faits", [])
        for mots in (m for m in faits if m["acte"] in _AVANT):
            _AVANT[mots["acte"]](self, mots)
        self._preparer(faits)
        self._tenir()
        for mots in (m for m in faits if m["acte"] in _EN_SEANCE):
            _EN_SEANCE[mots["acte"]](self, mots)
        if self.resolution:  # else its figures were refused, and it is not on the agenda
            self._ouvrir()
        self.depot.fermer()
        return self.bilan

    def _preparer(self, faits: list[Table]) -> None:
        point = self.point
        self.ag = self.histoire.preparer(
            JOUR,
            nature=point.get("nature", "ordinaire"),
            par_college=point.get("par_college", True),
            college=point.get("college", ""),
            exercice=point.get("exercice"),
        )
        for titre in point.get("apres", []):
            self._inscrire(titre, {})
        self.resolution = self._mettre_a_l_ordre(point)
        for titre in point.get("avant", []):
            self._inscrire(titre, {})
        for mots in (m for m in faits if m["acte"] in _PREPARER):
            _PREPARER[mots["acte"]](self, mots)
        self.faire(
            preparation.envoyer(self.depot, Envoi(self.ag, CONVOCATIONS, "convocation", "lettre recommandée", (), None))
        )

    def _mettre_a_l_ordre(self, point: Table) -> int:
        if point.get("hors_ordre"):
            return 0
        chiffres = point.get("chiffres")
        if chiffres is None:
            return self._inscrire(point["objet"], point)
        modele = self._resolution(point["objet"], point)
        affectation = Affectation(self.ag, 0, *(str(chiffres[cle]) for cle in _CHIFFRES))
        acte = self.faire(preparation.proposer_affectation(self.depot, modele, affectation))
        return next((f.resolution for f in acte.faits if isinstance(f, Resolution)), 0)

    def _inscrire(self, objet: str, mots: Table) -> int:
        acte = self.faire(preparation.inscrire_resolution(self.depot, self._resolution(objet, mots)))
        return next((f.resolution for f in acte.faits if isinstance(f, Resolution)), 0)

    def _resolution(self, objet: str, mots: Table) -> Resolution:
        concerne = self.personne(mots["concerne"]) if "concerne" in mots else None
        texte = mots.get("texte", "L’assemblée approuve.")
        seul = mots.get("college", "") if objet == "avis" else ""
        return Resolution(
            0, self.ag, 0, GENRES[objet].libelle, texte, GENRES[objet].regle, objet, mots.get("sieges", 0), concerne, seul, None,
            bool(mots.get("hors_ordre")),
        )  # fmt: skip

    def _tenir(self) -> None:
        """The list frozen, those of the case in the room (everybody unless it names them), the sitting open."""
        presents = tuple(map(self.personne, self.point["presents"])) if "presents" in self.point else self._tous()
        self.histoire.tenir(self.ag, JOUR, presents, presents[0])
        if self.point.get("hors_ordre"):
            self.resolution = self._inscrire(self.point["objet"], self.point)

    def _tous(self) -> tuple[int, ...]:
        etat = self.depot.dossier.registre.au(JOUR)
        return tuple(n for n in PERSONNES if n in etat.par_numero and etat.par_numero[n].est_associe)

    # --- the vote

    def _ouvrir(self) -> None:
        dossier = self.depot.dossier
        ag, mode = dossier.assemblees[self.ag], self.point.get("mode", "main_levee")
        point = ag.resolution_par_numero[self.resolution]
        self.bilan.conditions = {c.cle: str(c.etat) for c in checklist(dossier, ag, point)}
        essai = self.depot.essayer(lambda d: vote.ouvrir_scrutin(d, self.ag, self.resolution, mode, heure(18, 30)))
        self.bilan.refus, self.bilan.avertissements = _codes(essai.refus), _codes(essai.avertissements)
        if "voix" in self.cas and not essai.refus:
            self._voter(mode)

    def _voter(self, mode: str) -> None:
        heures = (heure(18, 30), heure(18, 40), heure(18, 41))
        for acte in vote.voter(self.depot, self.ag, self.resolution, mode, self._comptage(), heures):
            self.faire(acte)
        ag = self.depot.dossier.assemblees[self.ag]
        self.bilan.decision = ag.decision(self.resolution)
        siennes = [s for s in suites_vote(self.depot.dossier, ag) if s.resolution == self.resolution]
        self.bilan.suites = {suite.titre: str(suite.etat) for suite in siennes}

    def _comptage(self) -> dict[str, ComptageCorps]:
        voix: Table = self.cas["voix"]
        if self.point["objet"] != "election":
            return {code: ComptageCorps(*chiffres) for code, chiffres in voix.items()}
        return {
            code: ComptageCorps(votants=sum(noms.values()), voix={self.personne(nom): n for nom, n in noms.items()})
            for code, noms in voix.items()
        }


def _codes(issues: tuple[Issue, ...]) -> list[str]:
    return sorted(issue.code for issue in issues)


# --- what a case can tell

Fait = Callable[[Procedure, Table], object]
_CHIFFRES = (
    "resultat", "pertes_anterieures", "subventions", "reserve_legale_avant", "dotation_legale", "reserve_statutaire_avant",
    "dotation_statutaire", "interets",
)  # fmt: skip


def _candidature(p: Procedure, mots: Table) -> None:
    """Somebody who is not an associé yet asks to be."""
    venue = mouvement(0, "candidature", _jour(mots), categorie=mots["categorie"])
    p.faire(registre.inscrire(p.depot, fiche(0, mots["prenom"], mots["nom"]), (venue,)))


def _mouvement(p: Procedure, mots: Table) -> None:
    qui = p.personne(mots["personne"])
    p.faire(registre.mouvementer(p.depot, mouvement(qui, mots["nature"], _jour(mots), mots.get("parts", 0))))


def _usagers(p: Procedure, mots: Table) -> None:
    """So many more associés, natural persons who use the cooperative, since a day, with so many parts each."""
    for rang in range(mots["nombre"]):
        parts = mouvement(0, "reprise", _jour(mots), mots.get("parts", 1), "2")
        p.faire(registre.inscrire(p.depot, fiche(0, "Zoé", f"Fictive{rang}", effet=_jour(mots)), (parts,)))


def _mandat(p: Procedure, mots: Table) -> None:
    fin = _jour(mots, "fin")
    p.faire(cooperative.finir_mandat(p.depot, p.personne(mots["personne"]), fin, "démission"))


def _demande_colleges(p: Procedure, mots: Table) -> None:
    p.faire(registre.demander_colleges(p.depot, _jour(mots), p.personne(mots["personne"])))


def _avis(p: Procedure, mots: Table) -> None:
    """A college meets and gives its opinion, on somebody or on a question that is about nobody."""
    jour, college = _jour(mots), mots["college"]
    membres = {"SB": (1, 2, 3, 4), "PP": (5, 6, 7, 8), "PM": (9, 10, 11, 12)}[college]
    ag = p.histoire.preparer(jour, nature="college", college=college, par_college=False)
    concerne = p.personne(mots["personne"]) if "personne" in mots else None
    point = p.histoire.inscrire(ag, "Avis du collège", "avis_college", "avis", concerne=concerne)
    p.histoire.tenir(ag, jour, membres, membres[0])
    pour = 4 if mots["sens"] == "favorable" else 1
    p.histoire.voter(ag, point, {"*": ComptageCorps(pour, 4 - pour)}, jour)


def _demande_college(p: Procedure, mots: Table) -> None:
    """Associés, or the management where nobody is named, ask for a new college."""
    qui = tuple(map(p.personne, mots.get("personnes", [])))
    demande = DemandeCollege(
        _jour(mots), qui, mots.get("mode", "lettre recommandée avec avis de réception"), mots.get("affiliation", ""),
        tuple(mots.get("hypotheses", [])),
    )  # fmt: skip
    p.faire(demander_nouveau_college(p.depot, demande))


def _capitaux_propres(p: Procedure, mots: Table) -> None:
    p.faire(cooperative.noter_capitaux_propres(p.depot, mots["exercice"], mots["montant"]))


def _convocation_speciale(p: Procedure, mots: Table) -> None:
    qui = p.personne(mots["personne"])
    p.faire(
        preparation.envoyer(p.depot, Envoi(p.ag, _jour(mots), "convocation_speciale", "lettre recommandée", (), qui))
    )


def _documents(p: Procedure, mots: Table) -> None:
    p.faire(preparation.envoyer(p.depot, Envoi(p.ag, _jour(mots), "documents", "courriel", ("comptes",), None)))


def _candidat(p: Procedure, mots: Table) -> None:
    qui = p.personne(mots["personne"])
    p.faire(preparation.presenter_candidat(p.depot, p.ag, p.resolution, qui, mots.get("college", "")))


def _deport(p: Procedure, mots: Table) -> None:
    qui = p.personne(mots["personne"])
    p.faire(vote.deporter(p.depot, Deport(p.ag, p.resolution, qui, heure(18, 20), mots.get("motif", "convention"))))


_AVANT: dict[str, Fait] = {
    "candidature": _candidature, "mouvement": _mouvement, "usagers": _usagers, "fin_mandat": _mandat,
    "demande_colleges": _demande_colleges, "avis": _avis, "demande_college": _demande_college,
    "capitaux_propres": _capitaux_propres,
}  # fmt: skip
_PREPARER: dict[str, Fait] = {
    "convocation_speciale": _convocation_speciale, "documents": _documents, "candidat": _candidat,
}  # fmt: skip
_EN_SEANCE: dict[str, Fait] = {"deport": _deport}
FAITS = frozenset({*_AVANT, *_PREPARER, *_EN_SEANCE})
