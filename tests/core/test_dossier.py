"""What the facts of a cooperative say together: statutes by date, managers, annulled acts, minutes without a gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scicvote.core.dossier import ActeFaits, Dossier, composer
from scicvote.core.faits import (
    Annulation,
    EtatColleges,
    FinMandat,
    Identite,
    Mandat,
    PresidentCollege,
    ProcesVerbal,
    Resolution,
    VersionStatuts,
)
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import PERSONNES, arrivee, convocation, dossier, fiche, mouvement, registre, resolution

CLISS = connus()["cliss-xxi"]
SUIVANTS = replace(CLISS, denomination="Fictive nouvelle")


def test_les_statuts_d_un_jour() -> None:
    faits = (VersionStatuts(date(2020, 1, 1), "un"), VersionStatuts(date(2026, 7, 1), "deux"))
    tout = composer([ActeFaits(1, faits)], [CLISS, SUIVANTS])
    assert tout.statuts_au(date(2026, 6, 30)) is CLISS
    assert tout.statuts_au(date(2026, 7, 1)) is SUIVANTS
    assert tout.statuts_au(date(1999, 1, 1)) is CLISS  # before any: the first ones
    assert tout.statuts is SUIVANTS


def test_acte_par_acte_ou_d_un_coup() -> None:
    actes = [
        ActeFaits(1, (VersionStatuts(CLISS.date, "un"), *registre())),
        ActeFaits(2, (convocation(),)),
        ActeFaits(3, (resolution(), arrivee(1))),
        ActeFaits(4, (arrivee(2),)),
        ActeFaits(5, (Annulation(3, "erreur"),)),
        ActeFaits(6, (arrivee(5), Identite(CLISS.date, "ici", "RCS fictif", "8080"))),
    ]
    pas = Dossier()
    for acte in actes:
        pas = pas.avec(acte, [CLISS] if acte.numero == 1 else [])
    coup = composer(actes, [CLISS])
    assert pas.registre == coup.registre
    assert pas.assemblees == coup.assemblees
    assert pas.autres == coup.autres
    assert pas.actes == coup.actes
    assert pas.statuts_lus == coup.statuts_lus
    ag = coup.assemblee(1)
    assert ag is not None
    assert set(ag.assistance.presents) == {2, 5}
    assert ag.resolutions == ()
    assert coup.faits_de(3) == (resolution(), arrivee(1))  # annulled, and still readable
    assert coup.faits_de(99) == ()
    assert coup.prochain("resolution", Resolution) == 12  # a number is never given again
    assert coup.identite is not None
    assert Dossier().identite is None


def test_deux_annulations_de_suite() -> None:
    actes = [ActeFaits(1, (VersionStatuts(CLISS.date, "un"), *registre())), ActeFaits(2, (convocation(),))]
    actes += [ActeFaits(n, (arrivee(n - 2),)) for n in (3, 4, 5)]
    actes += [ActeFaits(6, (Annulation(3, ""),)), ActeFaits(7, (Annulation(4, ""),))]
    pas = Dossier()
    for acte in actes:
        pas = pas.avec(acte, [CLISS] if acte.numero == 1 else [])
    ag = pas.assemblee(1)
    assert ag is not None
    assert set(ag.assistance.presents) == {3}
    assert pas.assemblees == composer(actes, [CLISS]).assemblees


def test_les_gerants_d_un_jour() -> None:
    tout = dossier(
        Mandat(1, date(2025, 6, 1), date(2026, 5, 31), None),
        Mandat(2, date(2025, 6, 1), date(2026, 5, 31), None),
        Mandat(1, date(2026, 6, 1), date(2027, 5, 31), 1),
        FinMandat(2, date(2026, 1, 15), "démission"),
    )
    assert tout.gerants(date(2025, 5, 31)) == ()
    assert tout.gerants(date(2025, 6, 1)) == (1, 2)
    assert tout.gerants(date(2026, 1, 14)) == (1, 2)
    assert tout.gerants(date(2026, 1, 15)) == (1,)
    assert tout.gerants(date(2026, 5, 31)) == (1,)
    assert tout.gerants(date(2026, 6, 1)) == (1,)
    assert tout.gerants(date(2027, 6, 1)) == ()


def test_les_presidents_et_les_etats_des_colleges() -> None:
    premier, second = PresidentCollege("SB", 1, None, date(2025, 1, 1)), PresidentCollege("SB", 2, 3, date(2026, 1, 1))
    etat = EtatColleges(date(2025, 1, 1), "demandes", 1, None)
    tout = dossier(premier, second, etat)
    assert tout.presidents(date(2024, 12, 31)) == {}
    assert tout.presidents(date(2025, 6, 1)) == {"SB": premier}
    assert tout.presidents(date(2026, 1, 1)) == {"SB": second}
    assert tout.etats_colleges == (etat,)


def test_les_noms() -> None:
    tout = dossier(fiche(1, "Ada", "Fictive-Nouvelle", effet=date(2026, 1, 1)))
    assert tout.nom(1) == "Ada Fictive-Nouvelle"
    assert tout.nom(1, date(2025, 1, 1)) == "Ada Fictive"
    assert tout.nom(9) == "La Fabrique imaginaire"
    assert tout.nom(99) == "associé n°\u00a099"


def test_les_numeros_des_proces_verbaux() -> None:
    tout = dossier(
        convocation(),
        convocation(2, college="SB", nature="college", par_college=False),
        ProcesVerbal(1, "", 1, date(2026, 6, 13), None, ""),
        ProcesVerbal(1, "", 2, date(2026, 7, 1), 1, "rectification"),
    )
    assert tout.prochain_proces_verbal("") == 3
    assert tout.prochain_proces_verbal("SB") == 1
    assert tout.prochaine_assemblee == 3
    assert Dossier().prochaine_assemblee == 1


def test_un_mouvement_ne_d_une_assemblee_reste_au_registre() -> None:
    tout = dossier(convocation(), mouvement(1, "demission", date(2026, 6, 12), assemblee=1))
    assert len(tout.registre.au(date(2026, 6, 12)).associes) == len(PERSONNES) - 1
    assert tout.assemblee(2) is None
