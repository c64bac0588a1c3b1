"""The allocation of the result: statuts 29 and 30, amount by amount, on each side of every bound."""

from dataclasses import replace
from fractions import Fraction

import pytest

from scicvote.core.affectation import (
    controler_affectation,
    dotation_legale,
    dotations_proposees,
    lire_montants,
    texte_affectation,
)
from scicvote.core.faits import Affectation
from scicvote.core.statuts import Repartition
from scicvote.exchange.statuts import connus

STATUTS = connus()["cliss-xxi"]
CAPITAL = Fraction(20000)

# 10 000 € of result, nothing before: 1 500 € to the legal reserve, 8 500 € to the statutory one.
EXACTE = Affectation(1, 1, "10000", "0", "0", "3000", "1500", "4000", "8500", "0")


def issues(plus_haut=CAPITAL, statuts=STATUTS, **champs):
    return controler_affectation(replace(EXACTE, **champs), statuts, Fraction(plus_haut))


def codes(plus_haut=CAPITAL, **champs):
    return [issue.code for issue in issues(plus_haut, **champs)]


def montants(**champs):
    lus, fautes = lire_montants(replace(EXACTE, **champs))
    assert fautes == ()
    return lus


def phrase(issue):
    return issue.phrase.replace("\u00a0", " ").replace("\u202f", " ")


def texte(**champs):
    return texte_affectation(montants(**champs), 2025).replace("\u00a0", " ").replace("\u202f", " ")


def test_an_exact_allocation_raises_nothing():
    assert issues() == ()


# --- reading


def test_every_amount_that_does_not_read_is_named():
    trouvees = issues(resultat="10 000", interets="-1")
    assert [(i.code, i.chemin) for i in trouvees] == [("MONTANT", "resultat"), ("MONTANT", "interets")]
    assert all(i.bloquante and i.articles == ("statuts 30",) for i in trouvees)


def test_cents_are_exact():
    lus = montants(resultat="14188.30", pertes_anterieures="0.10", dotation_legale="2128.20")
    assert lus.excedent == Fraction("14188.20")
    assert lus.reserve_legale_apres == Fraction("5128.20")
    assert lus.reserve_statutaire_apres == 12500


# --- statuts 29: earlier losses come first


def test_losses_above_the_result_leave_nothing_to_allocate():
    trouvees = issues(
        resultat="9999.99", pertes_anterieures="10000", dotation_legale="0", dotation_statutaire="0", interets="0"
    )
    assert [i.code for i in trouvees] == ["PERTES"]
    assert trouvees[0].bloquante
    assert trouvees[0].articles == ("statuts 29",)
    assert phrase(trouvees[0]) == "Les pertes antérieures (10 000 €) dépassent le résultat : rien à affecter."


def test_losses_equal_to_the_result_allocate_nothing():
    assert codes(pertes_anterieures="10000", dotation_legale="0", dotation_statutaire="0") == []


def test_losses_are_taken_off_before_the_shares():
    assert codes(pertes_anterieures="2000", dotation_legale="1200", dotation_statutaire="6800") == []
    assert codes(pertes_anterieures="2000", dotation_legale="1500", dotation_statutaire="6500") == ["RESERVE_LEGALE"]


# --- statuts 30: the sum


@pytest.mark.parametrize(("statutaire", "attendus"), [("8499.99", True), ("8500", False), ("8500.01", True)])
def test_what_is_allocated_equals_what_is_to_allocate(statutaire, attendus):
    assert codes(dotation_statutaire=statutaire) == (["AFFECTATION_SOMME"] if attendus else [])


def test_the_two_sums_are_said():
    (issue,) = issues(dotation_statutaire="8400")
    assert issue.bloquante
    assert phrase(issue) == "9 900 € affectés pour 10 000 € à affecter : les montants doivent s’égaler."


# --- statuts 30: 15 % to the legal reserve


@pytest.mark.parametrize(
    ("resultat", "dotation", "attendu"),
    [
        ("14188", "2128.20", []),
        ("14188", "2128", ["ARRONDI"]),
        ("14188", "2129", ["RESERVE_LEGALE"]),
        ("14188", "2127", ["RESERVE_LEGALE"]),
        ("14188", "2128.19", ["RESERVE_LEGALE"]),
        ("14190", "2128.50", []),
        ("14190", "2129", ["ARRONDI"]),  # half a euro goes up
        ("14190", "2128", ["RESERVE_LEGALE"]),
    ],
)
def test_the_legal_reserve_takes_its_share_exact_or_rounded_to_the_euro(resultat, dotation, attendu):
    reste = Fraction(resultat) - Fraction(dotation)
    statutaire = f"{float(reste):.2f}"
    assert codes(resultat=resultat, dotation_legale=dotation, dotation_statutaire=statutaire) == attendu


def test_rounding_is_said_and_does_not_block():
    (issue,) = issues(resultat="14188", dotation_legale="2128", dotation_statutaire="12060")
    assert not issue.bloquante
    assert phrase(issue) == "La dotation légale exacte est de 2 128,20 € ; l’arrondi à l’euro est admis."


def test_a_wrong_share_says_what_is_due():
    (issue,) = issues(dotation_legale="1000", dotation_statutaire="9000")
    assert issue.bloquante
    assert phrase(issue) == (
        "La réserve légale reçoit 15 % du résultat, jusqu’à égaler le plus haut capital (20 000 €) : "
        "1 500 € attendus, 1 000 € proposés."
    )


@pytest.mark.parametrize(
    ("avant", "due"),
    [
        ("18499", "1500"),
        ("18500", "1500"),  # the share fills the reserve exactly
        ("18501", "1499"),
        ("19999.50", "0.50"),
        ("20000", "0"),
        ("20001", "0"),  # above already: nothing is taken back
    ],
)
def test_the_legal_reserve_stops_at_the_highest_capital(avant, due):
    assert dotation_legale(montants(reserve_legale_avant=avant), STATUTS, CAPITAL) == Fraction(due)
    statutaire = f"{float(10000 - Fraction(due)):.2f}"
    assert codes(reserve_legale_avant=avant, dotation_legale=due, dotation_statutaire=statutaire) == []
    trop = Fraction(due) + 2
    autre = codes(
        reserve_legale_avant=avant,
        dotation_legale=f"{float(trop):.2f}",
        dotation_statutaire=f"{float(10000 - trop):.2f}",
    )
    assert autre == ["RESERVE_LEGALE"]


def test_the_cap_is_the_highest_capital_ever_reached():
    assert dotation_legale(montants(), STATUTS, Fraction(3400)) == 400
    assert dotation_legale(montants(), STATUTS, Fraction(40000)) == 1500


def test_the_share_is_that_of_the_statutes():
    statuts = replace(STATUTS, repartition=Repartition(Fraction(1, 5), Fraction(1, 2)))
    assert [i.code for i in issues(statuts=statuts)] == ["RESERVE_LEGALE"]
    assert issues(statuts=statuts, dotation_legale="2000", dotation_statutaire="8000") == ()


# --- statuts 30: at least half of the rest to the statutory reserve


@pytest.mark.parametrize(
    ("statutaire", "interets", "attendu"),
    [
        ("4249.99", "4250.01", ["RESERVE_STATUTAIRE"]),
        ("4250", "4250", []),
        ("4250.01", "4249.99", []),
    ],
)
def test_half_of_the_rest_at_least_goes_to_the_statutory_reserve(statutaire, interets, attendu):
    assert codes(dotation_statutaire=statutaire, interets=interets) == attendu


def test_the_rest_is_what_the_legal_reserve_left():
    (issue,) = issues(dotation_statutaire="4000", interets="4500")
    assert issue.bloquante
    assert phrase(issue) == "La réserve statutaire reçoit au moins 50 % du reste, soit 4 250 €."


# --- statuts 30: subsidies are never distributed


@pytest.mark.parametrize(
    ("subventions", "interets", "attendu"),
    [
        ("5499", "3000", []),
        ("5500", "3000", []),
        ("5501", "3000", ["INTERETS"]),
        ("8500", "0", []),
        ("8500", "0.01", ["INTERETS"]),
        ("9000", "0", []),  # subsidies above what is left: nothing to distribute, not less than nothing
    ],
)
def test_interest_leaves_the_subsidies_out(subventions, interets, attendu):
    statutaire = f"{float(8500 - Fraction(interets)):.2f}"
    assert codes(subventions=subventions, interets=interets, dotation_statutaire=statutaire) == attendu


def test_what_can_be_distributed_is_said():
    (issue,) = issues(subventions="6000", interets="3000", dotation_statutaire="5500")
    assert issue.bloquante
    assert phrase(issue) == "Les subventions ne se distribuent pas : au plus 2 500 € d’intérêts."


# --- the text


def test_the_text_follows_from_the_figures():
    assert texte() == (
        "L’assemblée affecte le résultat de l’exercice clos en 2025, soit 10 000 €, comme suit :\n"
        "– à la réserve légale : 1 500 €, ce qui la porte de 3 000 € à 4 500 € ;\n"
        "– à la réserve statutaire impartageable : 8 500 €, ce qui la porte de 4 000 € à 12 500 €."
    )


def test_the_text_with_losses_and_interest():
    lignes = texte(pertes_anterieures="2000", dotation_legale="1200", dotation_statutaire="6300", interets="500").split(
        "\n"
    )
    assert lignes[1] == "– aux pertes antérieures : 2 000 € ;"
    assert lignes[2].startswith("– à la réserve légale : 1 200 €")
    assert lignes[3] == "– à l’intérêt des parts sociales : 500 € ;"
    assert lignes[4].startswith("– à la réserve statutaire impartageable : 6 300 €")
    assert len(lignes) == 5


# --- what is proposed


@pytest.mark.parametrize(
    ("resultat", "pertes", "avant", "interets", "plus_haut", "attendu"),
    [
        ("14188", "0", "7540", "0", "10000", ("2128.2", "12059.8")),  # exact to the cent
        (
            "14188.33",
            "0",
            "7540",
            "0",
            "10000",
            ("2128", "12060.33"),
        ),  # 2 128.2495: rounded to the euro, which is admitted
        ("14188", "0", "9000", "0", "10000", ("1000", "13188")),  # up to the highest capital
        ("14188", "0", "10000", "188", "10000", ("0", "14000")),
        ("10000", "4000", "3000", "0", "20000", ("900", "5100")),  # earlier losses first
        ("1000", "4000", "3000", "0", "20000", ("0", "0")),  # nothing to allocate
    ],
)
def test_the_allocation_that_is_proposed(resultat, pertes, avant, interets, plus_haut, attendu):
    exacts = [Fraction(valeur) for valeur in (resultat, pertes, avant, interets)]
    legale, statutaire = dotations_proposees(*exacts, STATUTS, Fraction(plus_haut))
    assert (legale, statutaire) == tuple(Fraction(valeur) for valeur in attendu)
    if Fraction(resultat) >= Fraction(pertes):
        fait = Affectation(
            1, 1, resultat, pertes, "0", avant, str(float(legale)), "4000", str(float(statutaire)), interets
        )
        assert [i for i in controler_affectation(fait, STATUTS, Fraction(plus_haut)) if i.bloquante] == []
