"""Net assets against half of the capital (statuts 33, C. com. L223-42): just under, at, and just over."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest

from scicvote.core.alertes import FAUTE, OK, alertes
from scicvote.core.capitaux_propres import alerte_capitaux, constat, lire_signe, textes_dissolution
from scicvote.core.dossier import ActeFaits, Dossier, composer
from scicvote.core.faits import CapitauxPropres, Cloture, Fait, VersionStatuts
from scicvote.core.resolutions_types import propositions
from scicvote.exchange.statuts import connus
from tests.core.fabrique import statuts_cliss
from tests.outils.cooperative import convocation, registre


def dossier(*faits: Fait, **champs: object) -> Dossier:
    statuts = statuts_cliss(**champs)
    return composer([ActeFaits(1, (VersionStatuts(statuts.date, ""), *registre(), *faits))], [statuts])


def capitaux(montant: str, exercice: int = 2025) -> CapitauxPropres:
    return CapitauxPropres(exercice, montant)


@pytest.mark.parametrize(
    ("texte", "lu"),
    [("12", Fraction(12)), ("-350.50", Fraction(-701, 2)), ("0", Fraction(0)), ("--1", None), ("", None), ("x", None)],
)
def test_un_montant_signe(texte: str, lu: Fraction | None) -> None:
    assert lire_signe(texte) == lu


@pytest.mark.parametrize(("ecart", "gravite"), [(Fraction(-1, 100), FAUTE), (Fraction(0), OK), (Fraction(1, 100), OK)])
def test_la_moitie_du_capital_suffit_tout_juste(ecart: Fraction, gravite: str) -> None:
    base = dossier()
    capital = base.registre.au(date(2025, 12, 31)).parts * 20
    montant = Fraction(capital, 2) + ecart
    cents = int(montant * 100)
    (alerte,) = alerte_capitaux(dossier(capitaux(f"{cents // 100}.{cents % 100:02d}")))
    assert (alerte.gravite, alerte.mesure, alerte.limite) == (gravite, montant, Fraction(capital, 2))
    assert alerte.articles == ("statuts 33", "C. com. L223-42")
    assert ("dissolution" in alerte.detail) == (gravite == FAUTE)


def test_le_terme_de_quatre_mois_suit_l_assemblee_des_comptes() -> None:
    faute = capitaux("-350")
    (sans,) = alerte_capitaux(dossier(faute))
    assert "dans les quatre mois de l’approbation des comptes" in sans.detail
    tenue = (convocation(exercice=2025), Cloture(1, datetime(2026, 6, 12, 20)))
    (avec,) = alerte_capitaux(dossier(faute, *tenue))
    assert "au plus tard le 12\u00a0octobre\u00a02026" in avec.detail


def test_le_dernier_exercice_compte_et_le_dernier_chiffre() -> None:
    assert constat(dossier()) is None
    assert alerte_capitaux(dossier()) == ()
    vu = constat(dossier(capitaux("9", 2025), capitaux("1", 2024), capitaux("-7", 2025)))
    assert vu is not None
    assert (vu.exercice, vu.capitaux_propres) == (2025, -7)
    assert constat(dossier(capitaux("neuf"))) is None
    from scicvote.core.statuts import Capital

    assert constat(dossier(capitaux("9"), capital=Capital(None, None, None))) is None


def test_l_alerte_se_range_parmi_celles_du_registre() -> None:
    d = dossier(capitaux("-1"))
    etat = d.registre.au(date(2026, 6, 1))
    toutes = alertes(etat, d.registre, d.statuts, Fraction(0), alerte_capitaux(d))
    rang = [a.code for a in toutes].index("CAPITAUX_PROPRES")
    assert all(a.gravite == FAUTE for a in toutes[: rang + 1])


def test_les_textes_tout_prets() -> None:
    vu = constat(dossier(capitaux("-350")))
    assert vu is not None
    (continuer, texte), (dissoudre, autre) = textes_dissolution(vu, connus()["cliss-xxi"])
    assert continuer.startswith("Continuation")
    assert dissoudre == "Dissolution anticipée"
    for mention in ("exercice 2025", "−350\u00a0€", "L223-42", "art.\u00a033"):
        assert mention in texte
        assert mention in autre
    assert "il n’y a pas lieu à dissolution anticipée" in texte
    assert "clôture de l’exercice 2028" in texte
    assert "décide la dissolution anticipée" in autre


def test_une_autre_forme_cite_son_article() -> None:
    vu = constat(dossier(capitaux("-350")))
    assert vu is not None
    for cle in ("la-grande-ourse", "les-sentiers-communs"):  # a SAS through L227-1
        for _, texte in textes_dissolution(vu, connus()[cle]):
            assert "statuant conformément à l’article L225-248 du code de commerce" in texte


@pytest.mark.parametrize(
    ("nature", "montant", "attendues"),
    [
        ("extraordinaire", "-350", [("Continuation", True), ("Dissolution", False)]),
        ("mixte", "-350", [("Continuation", True), ("Dissolution", False)]),
        ("ordinaire", "-350", []),
        ("extraordinaire", "99999", []),
    ],
)
def test_l_assemblee_extraordinaire_se_voit_proposer_les_deux(
    nature: str, montant: str, attendues: list[tuple[str, bool]]
) -> None:
    d = dossier(capitaux(montant), convocation(nature=nature, par_college=False))
    points = [p for p in propositions(d, d.assemblees[1]) if "L223-42" in p.resolution.texte]
    assert [(p.resolution.titre.split()[0], p.usuelle) for p in points] == attendues
    assert all(p.resolution.regle == "extraordinaire" for p in points)
