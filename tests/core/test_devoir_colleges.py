"""Colleges asked for: what the management must do, counted on the days that the article counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scicvote.core.devoir_colleges import a_constitue, constituantes, devoir_gerance
from scicvote.core.dossier import Dossier
from scicvote.core.faits import EtatColleges, Fait, Proclamation, Scrutin
from scicvote.core.statuts import Constitution, Statuts
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import convocation, dossier, fiche, heure, mouvement, resolution

CLISS = connus()["cliss-xxi"]
JOUR = date(2026, 6, 12)
DEMANDE = EtatColleges(date(2026, 2, 1), "demandes", 5, None)


def avec(combien: int, entree: date, *faits: Fait, statuts: Statuts = CLISS) -> Dossier:
    """The dozen, and so many more associés who came in on a day."""
    venus = range(100, 100 + combien)
    fiches = [fiche(n, "Zoé", f"Fictive{n}") for n in venus]
    parts = [mouvement(n, "reprise", entree, 1, "2") for n in venus]
    return dossier(*fiches, *parts, *faits, statuts=statuts)


def test_sans_demande_la_gerance_ne_doit_rien() -> None:
    assert devoir_gerance(dossier(), JOUR) is None
    assert devoir_gerance(dossier(DEMANDE), date(2026, 1, 31)) is None
    constitues = EtatColleges(date(2026, 5, 1), "constitues", None, 1)
    assert devoir_gerance(avec(4, date(2020, 1, 1), DEMANDE, constitues), JOUR) is None


def test_plus_de_quinze_associes_depuis_plus_d_un_exercice() -> None:
    devoir = devoir_gerance(avec(4, date(2020, 1, 1), DEMANDE), JOUR)
    assert devoir is not None
    assert (devoir.effectif, devoir.seuil, devoir.depuis) == (16, 15, date(2026, 2, 1))
    assert devoir.clotures == ((date(2025, 12, 31), 16), (date(2024, 12, 31), 16))
    assert devoir.du


def test_quinze_ne_suffisent_pas_ni_seize_depuis_peu() -> None:
    quinze = devoir_gerance(avec(3, date(2020, 1, 1), DEMANDE), JOUR)
    recents = devoir_gerance(avec(4, date(2025, 1, 1), DEMANDE), JOUR)
    depuis_peu = devoir_gerance(avec(4, date(2026, 1, 1), DEMANDE), JOUR)
    assert [d is not None and d.du for d in (quinze, recents, depuis_peu)] == [False, False, False]
    juste = devoir_gerance(avec(4, date(2024, 12, 31), DEMANDE), JOUR)
    assert juste is not None
    assert juste.du


def test_sans_seuil_la_demande_suffit() -> None:
    statuts = replace(CLISS, constitution=Constitution())
    devoir = devoir_gerance(dossier(DEMANDE, statuts=statuts), JOUR)
    assert devoir is not None
    assert devoir.du


def test_une_cooperative_sans_exercice_clos_compte_ses_jours_d_avant() -> None:
    jeune = replace(CLISS, date=date(2026, 2, 1))
    devoir = devoir_gerance(avec(4, date(2026, 2, 1), DEMANDE, statuts=jeune), JOUR)
    assert devoir is not None
    assert [n for _, n in devoir.clotures] == [12, 12]
    assert not devoir.du


def constituante(numero: int, jour: date, decision: str = "adoptee", objet: str = "colleges") -> tuple[Fait, ...]:
    point = resolution(1, "extraordinaire", objet, numero)
    scrutin = 100 * numero
    return (
        convocation(numero, jour, nature="extraordinaire"),
        point,
        Scrutin(
            scrutin, numero, point.resolution, "extraordinaire", "resolution", "main_levee", 1, heure(19, jour=jour)
        ),
        Proclamation(numero, scrutin, heure(19, 5, jour), decision, "{}"),
    )


def test_l_assemblee_qui_constitue() -> None:
    tout = dossier(
        *constituante(1, date(2026, 3, 1)),
        *constituante(2, date(2026, 4, 1), "rejetee"),
        *constituante(3, date(2026, 5, 1)),
        *constituante(4, date(2026, 6, 1), objet="statuts"),
    )
    assert [ag.numero for ag in constituantes(tout)] == [3, 1]
    assert [a_constitue(tout.assemblees[n]) for n in (1, 2, 3, 4)] == [True, False, True, False]
