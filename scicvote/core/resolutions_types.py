"""The usual resolutions of an assembly, ready to enter its agenda in one gesture (statuts 13, 14, 18, 24, 28 to 30)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.capitaux_propres import constat, textes_dissolution
from scicvote.core.college import DEMANDES, etat_colleges
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution
from scicvote.core.francais import cardinal, selon
from scicvote.core.procedures_nouveau import demande_sans_suite
from scicvote.core.registre import Associe
from scicvote.core.resolution import GENRES, Objet, avis_rendu, colleges_receveurs
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.societariat import Evolution, exercice_de, periode_exercice
from scicvote.core.statuts import Statuts
from scicvote.core.textes_resolution import Modele, Sujet, derniere_candidature, modele

FORMALITES = "Pouvoirs pour les formalités"


@dataclass(frozen=True, slots=True)
class Proposition:
    """A resolution that usually stands on such an agenda; ``usuelle``: chosen unless one says otherwise."""

    resolution: Resolution
    usuelle: bool = True


def propositions(dossier: Dossier, ag: Assemblee) -> tuple[Proposition, ...]:
    """What is usual for an assembly and not yet on its agenda, in the order in which it is usually put to the vote.

    Nothing at a second consultation, which puts again what failed and nothing else.
    """
    if ag.convocation.consultation == 2:
        return ()
    usage = _Usage(dossier, ag)
    if ag.convocation.nature == Nature.COLLEGE:
        toutes = (*usage.avis(), *usage.designations())
    else:
        toutes = (*usage.extraordinaires(), *usage.ordinaires())
    return tuple(p for p in toutes if not _deja(ag, p.resolution))


def _deja(ag: Assemblee, resolution: Resolution) -> bool:
    """Whether the agenda has it: the same kind, about the same person, for the same college."""
    cle = _cle(resolution)
    return any(_cle(r) == cle for r in ag.resolutions)


def _cle(r: Resolution) -> tuple[object, ...]:
    return (r.objet, r.concerne, r.college, r.titre if r.objet == Objet.AUTRE else "")


@regle("statuts", "13")
def candidats_associes(dossier: Dossier, ag: Assemblee) -> tuple[Associe, ...]:
    """Who has applied and was not admitted yet, as of the day of the assembly."""
    etat = dossier.registre.au(ag.jour)
    return tuple(p for p in etat.personnes if not p.est_associe and p.admission is None and _candidat(dossier, p))


def _candidat(dossier: Dossier, personne: Associe) -> bool:
    candidature = derniere_candidature(dossier, personne.numero)
    return candidature is not None and (personne.sortie is None or candidature.jour >= personne.sortie)


@dataclass(frozen=True)
class _Usage:
    dossier: Dossier
    ag: Assemblee

    @property
    def statuts(self) -> Statuts:
        return self.dossier.statuts_au(self.ag.jour)

    def point(self, objet: str, texte: Modele | None = None, **champs: object) -> Resolution:
        """A resolution of this kind for this assembly, its text written."""
        vide = Resolution(0, self.ag.numero, 0, "", "", GENRES[objet].regle, objet, 0, None, "", None, False)
        brute = replace(vide, **champs)  # type: ignore[arg-type]
        ecrit = texte or modele(Sujet(self.dossier, self.ag, brute.concerne, brute.sieges, brute.college), objet)
        return replace(brute, titre=ecrit.titre, texte=ecrit.texte)

    # --- ordinary matters

    def ordinaires(self) -> Iterator[Proposition]:
        if self.ag.convocation.exercice is not None:
            yield Proposition(self.point(Objet.COMPTES))
            yield Proposition(self.point(Objet.AFFECTATION))
            yield Proposition(self.point(Objet.CONVENTION))
            yield Proposition(self.point(Objet.QUITUS))
            yield from self._gerance()
        if self.ag.convocation.nature != Nature.EXTRAORDINAIRE:
            yield from self._admissions()
        if self.ag.convocation.exercice is not None:
            yield self._departs()
            yield Proposition(self.point(Objet.AUTRE, Modele(FORMALITES, _FORMALITES)))

    @regle("statuts", "18-1")
    def _gerance(self) -> Iterator[Proposition]:
        """The renewal of the managers, after each college has presented its candidates."""
        if self.ag.convocation.par_college:
            yield from self.designations()
        sieges = max(1, len(self.dossier.gerants(self.ag.jour)))
        yield Proposition(self.point(Objet.ELECTION, sieges=sieges))

    @regle("statuts", "13")
    def _admissions(self) -> Iterator[Proposition]:
        """Each admission, after the opinion of the receiving college where none was given nor is to be."""
        for personne in candidats_associes(self.dossier, self.ag):
            if self.ag.convocation.par_college:
                rendu = bool(avis_rendu(self.dossier, self.ag, personne.numero))
                prevu = self._ailleurs(Objet.AVIS, concerne=personne.numero)
                for college in () if rendu else colleges_receveurs(self.dossier, self.ag, personne.numero):
                    yield Proposition(self.point(Objet.AVIS, concerne=personne.numero, college=college), not prevu)
            yield Proposition(self.point(Objet.ADMISSION, concerne=personne.numero))

    def _ailleurs(self, objet: str, **champs: object) -> bool:
        """Whether a college's own assembly, still to be held, has such a point."""
        return any(
            r.objet == objet and all(getattr(r, nom) == valeur for nom, valeur in champs.items())
            for autre in self.dossier.assemblees.values()
            if autre.convocation.nature == Nature.COLLEGE and not autre.close
            for r in autre.resolutions
        )

    @regle("statuts", "14")
    def _departs(self) -> Proposition:
        """How many lost the quality of associé during the financial year, by category."""
        exercice = exercice_de(self.statuts, self.ag)
        sorties = Evolution(self.dossier, periode_exercice(self.statuts, exercice)).sorties
        comptes = Counter(sortie.de or "" for sortie in sorties)
        quand = f"au cours de l’exercice {exercice}"
        if not comptes:
            phrase = f"L’assemblée prend acte qu’aucun associé n’a perdu cette qualité {quand}."
        else:
            plusieurs = f"que {cardinal(len(sorties))} associés ont"
            combien = selon(len(sorties), "qu’un associé a", plusieurs)
            detail = "\u00a0; ".join(f"{self._categorie(code)}\u00a0: {n}" for code, n in sorted(comptes.items()))
            phrase = f"L’assemblée prend acte {combien} perdu cette qualité {quand}. {detail}."
        return Proposition(self.point(Objet.AUTRE, Modele("Pertes de la qualité d’associé", phrase)), bool(comptes))

    def _categorie(self, code: str) -> str:
        connue = self.statuts.categories_par_code.get(code)
        return f"Catégorie {code} ({connue.nom})" if connue else f"Catégorie {code}"

    # --- colleges and extraordinary matters

    @regle("statuts", "18-1", "24-4")
    def designations(self) -> Iterator[Proposition]:
        """Each college presents at least one candidate; in the assembly itself only where it did not meet before."""
        seul = self.ag.convocation.nature == Nature.COLLEGE
        for college in self.statuts.colleges:
            if seul and college.code == self.ag.convocation.college:
                yield Proposition(self.point(Objet.DESIGNATION), usuelle=True)
            elif not seul:
                yield Proposition(self.point(Objet.DESIGNATION, college=college.code), usuelle=False)

    @regle("statuts", "13", "24-4")
    def avis(self) -> Iterator[Proposition]:
        """The opinions that a college gives in its own assembly: on those whom it would receive."""
        for personne in candidats_associes(self.dossier, self.ag):
            if self.ag.convocation.college in colleges_receveurs(self.dossier, self.ag, personne.numero):
                yield Proposition(self.point(Objet.AVIS, concerne=personne.numero))

    @regle("statuts", "25-1", "25-2")
    def extraordinaires(self) -> Iterator[Proposition]:
        """Colleges that were asked for, a new one too, are put to the extraordinary assembly; so is the loss of half of the capital."""
        if self.ag.convocation.nature not in (Nature.EXTRAORDINAIRE, Nature.MIXTE):
            return
        etat = etat_colleges(self.dossier.etats_colleges, self.ag.jour)
        if etat is not None and etat.etat == DEMANDES:
            yield Proposition(self.point(Objet.COLLEGES))
        if demande_sans_suite(self.dossier, self.ag.jour) is not None:
            yield Proposition(self.point(Objet.NOUVEAU_COLLEGE))
        yield from self._dissolution()

    @regle("statuts", "33")
    @regle("C. com.", "L223-42")
    def _dissolution(self) -> Iterator[Proposition]:
        """To go on, or else to dissolve, while net assets are under half of the capital."""
        vu = constat(self.dossier)
        if vu is not None and vu.insuffisants:
            for rang, (titre, texte) in enumerate(textes_dissolution(vu, self.statuts)):
                objet = Objet.DISSOLUTION if rang else Objet.AUTRE  # to go on, or else to dissolve
                point = self.point(objet, Modele(titre, texte), regle="extraordinaire")
                yield Proposition(point, usuelle=rang == 0)


_FORMALITES = (
    "L’assemblée donne tous pouvoirs au porteur d’un original, d’une copie ou d’un extrait du procès-verbal pour accomplir "
    "les formalités de dépôt et de publicité."
)


def colleges_votants(statuts: Statuts, ag: Assemblee, objet: str) -> tuple[tuple[str, str], ...]:
    """Who can vote on a kind of resolution: one college, or all; nothing where the rule leaves no choice."""
    connue = statuts.regles.get(GENRES[objet].regle)
    if connue is None or not connue.par_tete or not ag.convocation.par_college:
        return ()
    return (*((c.code, f"{c.code} – {c.nom}") for c in statuts.colleges), (ENSEMBLE, "L’assemblée entière"))
