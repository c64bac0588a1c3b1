"""What other statutes would have decided: the votes of the last assembly, counted again by the one tally."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.decision import calculer
from scicvote.core.dossier import Dossier
from scicvote.core.pv_regles import nom_regle
from scicvote.core.pv_secret import taire
from scicvote.core.recalcul import question_de, resultat_de, seance_de, statuts_de
from scicvote.core.resultat import AnyResultat, ResultatElection
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts
from scicvote.core.vote import DEMANDE_SECRET

_COLLEGES_AUTRES: Final = "les collèges ne sont plus les mêmes\u00a0: ses voix ne peuvent pas être réparties autrement."
_PAS_PAR_COLLEGE: Final = "ses voix ont été comptées par tête\u00a0: elles ne peuvent pas être réparties par collège."
_PLUSIEURS: Final = "des associés ont voté dans plusieurs collèges\u00a0: leurs voix ne peuvent pas être comptées une fois par personne."
_SECRET: Final = "un scrutin secret de si peu de voix ne se recompte pas\u00a0: cela dirait qui a voté quoi."


@dataclass(frozen=True, slots=True)
class Consequence:
    """A vote as it was decided, and as it would be; ``apres`` is None where ``motif`` says why it cannot be known."""

    titre: str
    vote: Vote
    avant: AnyResultat
    apres: AnyResultat | None
    motif: str = ""

    @property
    def change(self) -> bool:
        """Whether the decision, or who is elected, would be another."""
        return self.apres is not None and _issue(self.avant) != _issue(self.apres)


def derniere_votee(dossier: Dossier) -> Assemblee | None:
    """The latest assembly of which a vote was counted."""
    votees = [ag for ag in dossier.assemblees.values() if any(_comptes(ag))]
    return max(votees, key=lambda ag: (ag.jour, ag.numero), default=None)


@regle("statuts", "22", "24-1", "24-3")
def consequences(dossier: Dossier, assemblee: Assemblee, statuts: Statuts) -> tuple[Consequence, ...]:
    """Every counted vote of an assembly, under the statutes of its day and under these, in the order of the votes."""
    return tuple(_consequence(dossier, assemblee, vote, statuts) for vote in _comptes(assemblee))


def _comptes(assemblee: Assemblee) -> Iterator[Vote]:
    return (vote for vote in assemblee.votes if vote.comptes)


def _consequence(dossier: Dossier, assemblee: Assemblee, vote: Vote, statuts: Statuts) -> Consequence:
    titre = _titre(assemblee, vote)
    avant = resultat_de(dossier, assemblee, vote)
    seance, question = seance_de(assemblee, vote), question_de(dossier, assemblee, vote)
    if taire(vote):  # other thresholds, one after the other, would give the figures that are left out
        return Consequence(titre, vote, avant, None, _SECRET)
    un = statuts.regles.get(question.regle)
    if un is None:
        motif = f"la règle «\u00a0{nom_regle(question.regle)}\u00a0» n’existe plus."
        return Consequence(titre, vote, avant, None, motif)
    voulu_par_tete = not statuts.vote_possible_par_college or un.applicable(seance.par_college).par_tete
    motif = _empechement(statuts_de(dossier, assemblee), statuts, seance, avant.cadre.par_college, voulu_par_tete)
    if not motif and avant.cadre.par_college and voulu_par_tete and seance.personnes is not None:
        motif = _PLUSIEURS
    if motif:
        return Consequence(titre, vote, avant, None, motif)
    if seance.par_college and voulu_par_tete:
        seance, question = _par_tete(statuts, seance, question, avant.cadre.par_college)
    return Consequence(titre, vote, avant, calculer(statuts, seance, question))


def _titre(assemblee: Assemblee, vote: Vote) -> str:
    """The resolution, and what tells apart several votes on it."""
    titre = assemblee.resolution_par_numero[vote.scrutin.resolution].titre
    if vote.scrutin.objet == DEMANDE_SECRET:
        return f"Bulletin secret demandé\u00a0: {titre}"
    return titre if vote.scrutin.tour == 1 else f"{titre}, tour {vote.scrutin.tour}"


def _empechement(avant: Statuts, apres: Statuts, seance: Seance, compte_par_college: bool, voulu_par_tete: bool) -> str:
    """Why the counts of that day cannot be counted under these statutes; ``""`` when they can."""
    if voulu_par_tete:
        return ""
    if compte_par_college:
        return _COLLEGES_AUTRES if _membres(avant) != _membres(apres) else ""
    ailleurs = seance.par_college or (apres.vote.colleges == "toujours" and avant.vote.colleges != "toujours")
    return _PAS_PAR_COLLEGE if ailleurs else ""


def _membres(statuts: Statuts) -> set[object]:
    """Who belongs where, whatever the colleges are called or weigh."""
    plusieurs = statuts.societariat.plusieurs_colleges
    return {(college.code, college.appartenances, plusieurs) for college in statuts.colleges}


def _par_tete(
    statuts: Statuts, seance: Seance, question: Question, compte_par_college: bool
) -> tuple[Seance, Question]:
    """The same counts in one body: each voter for one, in the assembly, or in the one college that voted."""
    par_college = statuts.vote_possible_par_college
    cle = statuts.colleges[0].code if par_college else ENSEMBLE
    un_seul = not compte_par_college and ENSEMBLE not in question.suffrages
    codes = [code for code in seance.corps if not un_seul or code in question.suffrages]
    effectif = Effectif(
        sum(seance.corps[code].inscrits for code in codes), sum(seance.corps[code].presents for code in codes)
    )
    retires = {cle: sum(question.retires.get(code, 0) for code in codes)}
    if seance.personnes is not None and not un_seul:
        effectif, retires = seance.personnes, {cle: question.retires.get(ENSEMBLE, 0)}
    reunis = {cle: _reunir(question.suffrages.values())}
    return (
        Seance(seance.consultation, par_college, {cle: effectif}),
        replace(question, suffrages=reunis, retires=retires),
    )


def _reunir(suffrages: Iterable[Suffrages]) -> Suffrages:
    tout = Suffrages()
    for un in suffrages:
        noms = dict.fromkeys((*tout.candidats, *un.candidats))
        tout = Suffrages(
            tout.pour + un.pour,
            tout.contre + un.contre,
            tout.abstention + un.abstention,
            tout.blanc + un.blanc,
            tout.nul + un.nul,
            tout.bulletins + un.bulletins,
            {nom: tout.candidats.get(nom, 0) + un.candidats.get(nom, 0) for nom in noms},
        )
    return tout


def _issue(resultat: AnyResultat) -> tuple[object, ...]:
    elus = frozenset(resultat.elus) if isinstance(resultat, ResultatElection) else frozenset()
    return resultat.decision, elus
