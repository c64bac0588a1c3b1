"""An assembly asked for by members: just below, at and above the tenth of the voting rights (statuts 24-2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from scicvote.core.demande_ag import PartCollege, demande_ag
from scicvote.core.dossier import Dossier
from scicvote.core.faits import EtatColleges, Fait
from scicvote.core.statuts import Statuts
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import dossier, fiche, mouvement

CLISS = connus()["cliss-xxi"]
JOUR = date(2026, 3, 1)
CONSTITUES = EtatColleges(date(2026, 1, 15), "constitues", None, None)


def avec(usagers: int, *faits: Fait, statuts: Statuts = CLISS) -> Dossier:
    """The dozen, and so many more natural persons who use the cooperative."""
    venus = range(100, 100 + usagers)
    fiches = [fiche(n, "Zoé", f"Fictive{n}") for n in venus]
    parts = [mouvement(n, "reprise", date(2020, 1, 1), 1, "2") for n in venus]
    return dossier(*fiches, *parts, *faits, statuts=statuts)


def test_par_tete_le_dixieme_juste_en_dessous_juste_et_au_dessus() -> None:
    vingt_et_un, vingt, dix_neuf = (demande_ag(avec(n), [1, 5], JOUR) for n in (9, 8, 7))
    assert [d.part for d in (vingt_et_un, vingt, dix_neuf)] == [Fraction(2, 21), Fraction(1, 10), Fraction(2, 19)]
    assert [d.atteinte for d in (vingt_et_un, vingt, dix_neuf)] == [False, True, True]
    assert vingt.parts == (PartCollege("", 2, 20, Fraction(1, 10)),)
    assert not vingt.par_college
    assert (vingt.seuil, vingt.article) == (Fraction(1, 10), "statuts 24-2")


def test_par_college_chacun_tient_sa_part_du_poids_de_son_college() -> None:
    un_sur_quatre = demande_ag(avec(0, CONSTITUES), [1], JOUR)
    assert un_sur_quatre.par_college
    assert un_sur_quatre.part == Fraction(10, 100)
    assert un_sur_quatre.atteinte
    personne_physique = demande_ag(avec(0, CONSTITUES), [5], JOUR)
    assert personne_physique.part == Fraction(75, 1000)
    assert not personne_physique.atteinte
    deux_colleges = demande_ag(avec(8, CONSTITUES), [5, 9], JOUR)
    assert [(p.college, p.demandeurs, p.membres, p.part) for p in deux_colleges.parts] == [
        ("PM", 1, 4, Fraction(3, 40)),
        ("PP", 1, 12, Fraction(1, 40)),
        ("SB", 0, 4, Fraction(0)),
    ]
    assert deux_colleges.part == Fraction(1, 10)
    assert deux_colleges.atteinte


def test_avant_leur_constitution_ou_sans_elle_les_colleges_ne_comptent_pas() -> None:
    assert not demande_ag(avec(0, CONSTITUES), [1], date(2026, 1, 14)).par_college
    demandes = EtatColleges(date(2026, 1, 15), "demandes", 1, None)
    assert not demande_ag(avec(0, demandes), [1], JOUR).par_college
    jamais = replace(CLISS, vote=replace(CLISS.vote, colleges="jamais"))
    assert not demande_ag(avec(0, CONSTITUES, statuts=jamais), [1], JOUR).par_college
    toujours = replace(CLISS, vote=replace(CLISS.vote, colleges="toujours"))
    assert demande_ag(avec(0, statuts=toujours), [1], JOUR).par_college


def test_un_nom_ecrit_deux_fois_compte_une_fois_et_qui_n_est_plus_associe_est_ecarte() -> None:
    parti = mouvement(2, "demission", date(2026, 2, 1))
    vue = demande_ag(avec(0, parti), [1, 1, 2, 77], JOUR)
    assert (vue.demandeurs, vue.ecartes, vue.part) == ((1,), (2, 77), Fraction(1, 11))


def test_un_associe_sans_college_ne_tient_pas_de_droit_de_vote_par_college() -> None:
    egare = (fiche(50, "Zoé", "Égarée"), mouvement(50, "reprise", date(2020, 1, 1), 1, "9"))
    assert demande_ag(avec(0, CONSTITUES, *egare), [50], JOUR).ecartes == (50,)
    assert demande_ag(avec(0, *egare), [50], JOUR).part == Fraction(1, 13)


def test_le_poids_d_un_college_sans_membre_n_est_a_personne() -> None:
    partis = [mouvement(n, "demission", date(2026, 2, 1)) for n in (9, 10, 11, 12)]
    assert demande_ag(avec(0, CONSTITUES, *partis), [5], JOUR).part == Fraction(30, 70) / 4


def test_sans_demandeur_ni_associe_rien_n_est_atteint() -> None:
    assert not demande_ag(avec(0), [], JOUR).atteinte
    assert demande_ag(avec(0), [1], date(2000, 1, 1)).part == 0
    nul = replace(CLISS, delais=replace(CLISS.delais, demande_ag_voix=Fraction(0)))
    assert not demande_ag(avec(0, statuts=nul), [], JOUR).atteinte
