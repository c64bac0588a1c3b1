"""A request for an assembly, recorded: what stands against it, its assembly, what papers say of it (statuts 24-2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scicvote.core.demande_ag import demande_ag
from scicvote.core.demandes_assemblee import (
    assemblee_de,
    atteinte_par_la_loi,
    controler_demande,
    demande_de,
    demandes_sans_suite,
    phrase_demande,
    phrase_papier,
    phrase_part,
)
from scicvote.core.dossier import Dossier
from scicvote.core.faits import AssembleeDemandee, DemandeAssemblee, EtatColleges, Fait
from scicvote.core.proposition_assemblee import qui_convoque
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import assemblee, convocation, dossier, fiche, mouvement

JOUR = date(2026, 3, 1)
CLISS = connus()["cliss-xxi"]


def demande(
    *qui: int, numero: int = 1, jour: date = JOUR, mode: str = "lettre recommandée", objet: str = ""
) -> DemandeAssemblee:
    return DemandeAssemblee(numero, jour, mode, objet, qui)


def nombreux(usagers: int, *faits: Fait, parts: int = 1) -> Dossier:
    venus = range(100, 100 + usagers)
    fiches = [fiche(n, "Zoé", f"Fictive{n}") for n in venus]
    return dossier(*fiches, *[mouvement(n, "reprise", date(2020, 1, 1), parts, "2") for n in venus], *faits)


def codes(d: Dossier, fait: DemandeAssemblee) -> list[tuple[str, bool]]:
    return [(i.code, i.bloquante) for i in controler_demande(d, fait, date(2026, 6, 1))]


@pytest.mark.parametrize(("usagers", "attendu"), [(7, []), (8, []), (9, ["DEMANDE_SEUIL"])])
def test_au_dixieme_juste_rien_n_est_dit_en_dessous_c_est_un_avertissement(usagers: int, attendu: list[str]) -> None:
    assert codes(nombreux(usagers), demande(1, 5)) == [(code, False) for code in attendu]


def test_ce_qui_refuse_une_demande() -> None:
    d = dossier()
    assert codes(d, demande()) == [("DEMANDEUR", True)]
    assert codes(d, demande(99)) == [("DEMANDEUR", True)]
    assert codes(d, demande(1, 2, mode=" ")) == [("VALEUR", True)]
    assert codes(d, demande(1, 2, jour=date(2026, 6, 2))) == [("DATE", True)]
    assert codes(d, demande(1, 2, jour=date(2026, 6, 1))) == []


def test_qui_n_a_pas_de_voix_est_dit_et_n_est_pas_compte() -> None:
    (issue,) = controler_demande(dossier(), demande(1, 2, 99), date(2026, 6, 1))
    assert (issue.code, issue.bloquante) == ("DEMANDEUR", False)
    assert issue.phrase == "associé n°\u00a099 n’a pas de droit de vote ce jour-là, et ne compte pas."
    (deux,) = controler_demande(dossier(), demande(1, 2, 98, 99), date(2026, 6, 1))
    assert "n’ont pas" in deux.phrase
    assert deux.phrase.endswith("ne comptent pas.")


def test_sous_le_seuil_des_statuts_la_loi_peut_suffire_par_les_parts() -> None:
    """The dozen hold ten parts each: two of them a tenth of the parts and, up to twenty, a tenth of the associés."""
    d = nombreux(9)
    (issue,) = controler_demande(d, demande(1, 5), date(2026, 6, 1))
    assert "la gérance n’est pas tenue" in issue.phrase
    assert issue.articles == ("statuts 24-2", "C. com. L223-27")
    gros = mouvement(1, "souscription", date(2021, 1, 1), 200), mouvement(1, "liberation", date(2021, 1, 1), 200)
    (moitie,) = controler_demande(nombreux(9, *gros), demande(1), date(2026, 6, 1))
    assert "la loi suffit ici" in moitie.phrase


def test_la_loi_compte_moitie_des_parts_ou_dixieme_des_parts_et_des_tetes() -> None:
    d = dossier()  # twelve with ten parts each
    assert not atteinte_par_la_loi(d, demande_ag(d, [1], JOUR))  # a twelfth of both
    assert atteinte_par_la_loi(d, demande_ag(d, [1, 2], JOUR))  # a sixth of both
    vingt = nombreux(8, parts=15)  # twenty heads, 240 parts
    assert not atteinte_par_la_loi(vingt, demande_ag(vingt, [1, 2], JOUR))  # a tenth of heads, a twelfth of parts
    assert atteinte_par_la_loi(vingt, demande_ag(vingt, [1, 100], JOUR))  # a tenth of heads, 25 parts of 240
    sas = dossier(statuts=replace(CLISS, forme="SAS"))
    assert not atteinte_par_la_loi(sas, demande_ag(sas, [1, 2], JOUR))
    sans_parts = dossier(*[mouvement(n, "demission", date(2025, 1, 1)) for n in range(1, 13)])
    assert not atteinte_par_la_loi(sans_parts, demande_ag(sans_parts, [1], JOUR))


def test_la_phrase_donne_la_part_le_seuil_et_l_article() -> None:
    d = dossier()
    assert phrase_part(demande_ag(d, [1], JOUR)) == (
        "1\u00a0associé détient 8,33\u202f% des droits de vote\u00a0; il en faut au moins 10\u202f% (statuts, art. 24-2)."
    )
    assert phrase_part(demande_ag(d, [1, 2], JOUR)).startswith("2\u00a0associés détiennent 16,67\u202f%")


def test_la_phrase_d_une_demande_dit_qui_quand_et_comment() -> None:
    assert phrase_demande(dossier(), demande(1, 5, mode="courriel")) == (
        "Le 1er\u00a0mars\u00a02026, par courriel\u00a0: Ada Fictive et Eva Fiction. 2\u00a0associés détiennent 16,67\u202f% des "
        "droits de vote\u00a0; il en faut au moins 10\u202f% (statuts, art. 24-2)."
    )


def test_une_demande_attend_sa_suite_puis_ses_papiers_la_disent() -> None:
    tot, tard = demande(1, 5, objet="La cantine."), demande(2, numero=2, jour=date(2026, 2, 1))
    d, ag = assemblee(convocation(), tot, tard)
    assert [fait.demande for fait in demandes_sans_suite(d)] == [2, 1]
    assert demande_de(d, ag) is None
    assert phrase_papier(d, ag, nommer=True) == ""
    d, ag = assemblee(convocation(), tot, tard, AssembleeDemandee(1, 1))
    assert [fait.demande for fait in demandes_sans_suite(d)] == [2]
    assert assemblee_de(d, 1) == ag
    assert assemblee_de(d, 2) is None
    assert demande_de(d, ag) == tot
    assert phrase_papier(d, ag, nommer=False) == (
        "Cette assemblée a été demandée par 2\u00a0associés, par lettre recommandée, le 1er\u00a0mars\u00a02026. Ils détenaient ce "
        "jour-là 16,67\u202f% des droits de vote (statuts, art. 24-2). Objet de la demande\u00a0: La cantine."
    )
    assert "(Ada Fictive et Eva Fiction)" in phrase_papier(d, ag, nommer=True)


def test_une_demande_annulee_ne_se_dit_plus() -> None:
    d, ag = assemblee(convocation(), AssembleeDemandee(1, 7))
    assert demande_de(d, ag) is None


def test_par_college_la_part_est_celle_des_poids() -> None:
    constitues = EtatColleges(date(2026, 1, 15), "constitues", None, None)
    assert codes(dossier(constitues), demande(1)) == []  # a quarter of 40
    assert codes(dossier(constitues), demande(5)) == [("DEMANDE_SEUIL", False)]  # a quarter of 30


def test_qui_convoque_dit_que_des_associes_l_ont_demande() -> None:
    assert qui_convoque(dossier(), JOUR, "extraordinaire", "", True) == "la gérance, à la demande d’associés"
    assert qui_convoque(dossier(), JOUR, "extraordinaire", "") == "la gérance"
