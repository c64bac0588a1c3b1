"""What follows an assembly: each step, its last day, its articles; there only where it is called for."""

from __future__ import annotations

from datetime import date

import pytest

from scicvote.core.faits import (
    Affectation,
    CapitauxPropres,
    Cloture,
    Fait,
    Mouvement,
    ProcesVerbal,
    Proclamation,
    Scrutin,
    Signature,
    SuiteNotee,
)
from scicvote.core.papier import textes
from scicvote.core.papier_suites import calendrier_suites
from scicvote.core.suites import Suite, suites, un_mois_apres
from tests.outils.cooperative import JOUR, assemblee, convocation, heure, resolution

CLOTURE = Cloture(1, heure(20))


def vote(numero: int, decision: str) -> tuple[Fait, ...]:
    """A vote on a resolution, as far as its decision."""
    n = 10 + numero
    return (
        Scrutin(n, 1, n, "ordinaire", "resolution", "main_levee", 1, heure(19)),
        Proclamation(1, n, heure(19), decision, "{}"),
    )


def de(*faits: Fait) -> dict[str, Suite]:
    d, ag = assemblee(*faits)
    return {suite.libelle: suite for suite in suites(d, ag)}


def trouver(trouvees: dict[str, Suite], mot: str) -> Suite:
    (une,) = (suite for libelle, suite in trouvees.items() if mot in libelle)
    return une


@pytest.mark.parametrize(
    ("jour", "mois", "attendu"),
    [
        (date(2026, 6, 12), 1, date(2026, 7, 12)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 6, 30), 1, date(2026, 7, 30)),
        (date(2026, 11, 30), 2, date(2027, 1, 30)),
        (date(2023, 10, 31), 4, date(2024, 2, 29)),
    ],
)
def test_un_mois_apres(jour: date, mois: int, attendu: date) -> None:
    assert un_mois_apres(jour, mois) == attendu


def test_une_assemblee_sans_rien_a_son_proces_verbal() -> None:
    trouvees = de(convocation())
    assert list(trouvees) == ["Dresser le procès-verbal et le porter au registre", "Signer le procès-verbal"]
    assert not any(suite.fait for suite in trouvees.values())
    faits = (ProcesVerbal(1, "", 1, JOUR, None, ""), Signature(1, "", 1, JOUR, ("Ada Fictive",)))
    assert all(suite.fait for suite in de(convocation(), CLOTURE, *faits).values())


def test_l_assemblee_d_un_college_cite_son_article() -> None:
    trouvees = de(convocation(nature="college", college="PP", par_college=False))
    assert trouver(trouvees, "Dresser").articles == ("statuts 24-4", "C. com. R221-3")


def test_les_comptes_se_deposent_dans_le_mois() -> None:
    base = (convocation(exercice=2025), resolution(1, objet="comptes"))
    for faits in (base, (*base, *vote(1, "adoptee"), CLOTURE)):
        depot = trouver(de(*faits), "Déposer au greffe")
        assert depot.jour == date(2026, 7, 12)
        assert "12\u00a0août\u00a02026" in depot.detail
        assert depot.articles == ("C. com. L232-22",)
        assert depot.libelle == "Déposer au greffe les comptes de l’exercice 2025"
    refuses = trouver(de(*base, *vote(1, "rejetee"), CLOTURE), "Déposer au greffe")
    assert "délibération sur les comptes" in refuses.libelle
    assert refuses.jour == date(2026, 7, 12)
    assert not [libelle for libelle in de(convocation(), resolution(1, objet="comptes")) if "Déposer" in libelle]


def test_la_seconde_consultation() -> None:
    base = (convocation(), resolution(1), resolution(2, "extraordinaire"), resolution(3, "inconnue"))
    votes = (*vote(1, "rejetee"), *vote(2, "rejetee"), *vote(3, "rejetee"))
    assert "Convoquer la seconde consultation" not in de(*base, *votes)
    trouvees = de(*base, *votes, CLOTURE)
    seconde = trouver(trouvees, "seconde consultation")
    assert seconde.detail.startswith("Résolution 1,")
    assert not seconde.fait
    suivante = convocation(2, date(2026, 7, 10), consultation=2, suite_de=1)
    assert trouver(de(*base, *votes, CLOTURE, suivante), "seconde consultation").fait
    rien = (convocation(consultation=2, suite_de=1), resolution(1), *vote(1, "rejetee"), CLOTURE)
    assert "Convoquer la seconde consultation" not in de(*rien)
    assert "Convoquer la seconde consultation" not in de(convocation(), resolution(1), *vote(1, "adoptee"), CLOTURE)


@pytest.mark.parametrize(
    ("objet", "decision", "mot", "articles"),
    [
        ("election", "elus", "changement de gérance", ("C. com. R123-66", "C. com. R210-9")),
        ("revocation", "adoptee", "changement de gérance", ("C. com. R123-66", "C. com. R210-9")),
        ("statuts", "adoptee", "statuts modifiés", ("C. com. R123-105", "C. com. R210-9")),
        ("poids", "adoptee", "statuts modifiés", ("C. com. R123-105", "C. com. R210-9")),
    ],
)
def test_publier_dans_le_mois(objet: str, decision: str, mot: str, articles: tuple[str, ...]) -> None:
    base = (convocation(), resolution(1, objet=objet), resolution(2, objet=objet))
    suite = trouver(de(*base, *vote(1, decision), *vote(2, decision), CLOTURE), mot)
    assert (suite.jour, suite.articles) == (date(2026, 7, 12), articles)
    assert suite.detail.startswith("Résolutions 1 et 2")
    assert not [libelle for libelle in de(*base, *vote(1, "rejetee"), *vote(2, "rejetee"), CLOTURE) if mot in libelle]


def test_les_admissions_vont_au_registre() -> None:
    base = (convocation(), resolution(1, objet="admission", concerne=13), *vote(1, "adoptee"), CLOTURE)
    suite = trouver(de(*base), "admissions")
    assert (suite.jour, suite.fait) == (None, False)
    porte = Mouvement(12, JOUR, "admission", 0, "2", None, 1, "")
    assert not trouver(de(*base, porte), "admissions").fait
    base = (convocation(), resolution(1, objet="exclusion", concerne=12), *vote(1, "adoptee"), CLOTURE)
    assert trouver(de(*base, Mouvement(12, JOUR, "exclusion", 0, "", None, 1, "")), "admissions").fait


def affectation(interets: str) -> Affectation:
    return Affectation(1, 11, "100", "0", "0", "0", "15", "0", "50", interets)


def test_les_interets_se_paient_dans_les_neuf_mois() -> None:
    base = (convocation(exercice=2025), resolution(1, objet="affectation"), *vote(1, "adoptee"), CLOTURE)
    suite = trouver(de(*base, affectation("35")), "Payer les intérêts")
    assert suite.jour == date(2026, 9, 30)
    assert suite.articles == ("statuts 31", "C. com. L232-13")
    for faits in ((*base, affectation("0")), (*base, affectation("x")), base,
                  (convocation(), resolution(1, objet="affectation"), affectation("35")),
                  (convocation(exercice=2025), resolution(1, objet="affectation"), *vote(1, "rejetee"), CLOTURE, affectation("35"))):  # fmt: skip
        assert not [libelle for libelle in de(*faits) if "Payer" in libelle]


def test_la_moitie_du_capital_perdue() -> None:
    base = (convocation(exercice=2025), resolution(1, objet="comptes"), *vote(1, "adoptee"), CLOTURE)
    suite = trouver(de(*base, CapitauxPropres(2025, "-10")), "dissolution")
    assert suite.jour == date(2026, 10, 12)
    assert suite.articles == ("statuts 33", "C. com. L223-42")
    for capitaux in (CapitauxPropres(2025, "99999"), CapitauxPropres(2024, "-10")):
        assert not [libelle for libelle in de(*base, capitaux) if "dissolution" in libelle]


def test_la_prochaine_assemblee_annuelle() -> None:
    suite = trouver(de(convocation(exercice=2025)), "prochaine")
    assert suite.jour == date(2027, 6, 30)
    assert not suite.fait
    assert trouver(de(convocation(exercice=2025), convocation(2, date(2027, 6, 1), exercice=2026)), "prochaine").fait
    assert "Tenir la prochaine assemblée annuelle" not in de(convocation(exercice=2025, consultation=2, suite_de=1))


def test_les_etapes_sans_date_viennent_d_abord_puis_les_jours() -> None:
    trouvees = de(convocation(exercice=2025), resolution(1, objet="comptes"), resolution(2, objet="election"))
    jours = [suite.jour for suite in trouvees.values()]
    assert jours[:2] == [None, None]
    assert jours[2:] == sorted(jour for jour in jours if jour is not None)


def test_le_papier_tient_et_dit_s_il_est_conditionnel() -> None:
    d, ag = assemblee(convocation(exercice=2025), resolution(1, objet="comptes"))
    papier = "\n".join(textes(calendrier_suites(d, ag)))
    for mention in (
        "Suites de l’assemblée",
        "12\u00a0juillet\u00a02026",
        "L232-22",
        "n’est pas close",
        "Sans délai fixé",
    ):
        assert mention in papier
    d, ag = assemblee(convocation(), CLOTURE, ProcesVerbal(1, "", 1, JOUR, None, ""))
    papier = "\n".join(textes(calendrier_suites(d, ag)))
    assert "n’est pas close" not in papier
    assert papier.count("\nFait") == 1  # the minutes


def test_le_papier_dit_chaque_suite_d_un_vote_et_ce_qui_en_est_note() -> None:
    admission = resolution(1, "admission", "admission", concerne=5)
    comptes = resolution(2, objet="comptes")
    base = (convocation(exercice=2025), admission, comptes, *vote(1, "adoptee"), *vote(2, "adoptee"))
    ouvert = "\n".join(textes(calendrier_suites(*assemblee(*base))))
    assert "Porter les admissions et exclusions" in ouvert
    note = SuiteNotee(1, "depot", JOUR, "sans_objet", "comptes non soumis au dépôt")
    clos = "\n".join(textes(calendrier_suites(*assemblee(*base, CLOTURE, note))))
    assert "Porter les admissions et exclusions" not in clos
    assert "Porter l’admission d’Eva Fiction au registre" in clos
    assert "comptes non soumis au dépôt" in clos
    assert "\nSans objet" in clos
    assert clos.index("Porter l’admission") < clos.index("Tenir la prochaine assemblée")
