"""Every key of a statutes file is explained, with its article and what holds without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from scicvote.core.statuts_cles import CLES, articles_de, au_silence, cle_de, generique
from scicvote.exchange.ebauche_statuts import modele, modeles
from scicvote.exchange.statuts import analyser, noms_fournis, references, texte_fourni

TABLES = [analyser(texte_fourni(cle))[0] for cle in noms_fournis()] + [modele(forme) for forme in modeles()]


def chemins(table: Mapping[str, Any], racine: str = "") -> Iterator[str]:
    """The path of every value of a table that is none itself."""
    for cle, valeur in table.items():
        chemin = f"{racine}.{cle}" if racine else cle
        if isinstance(valeur, dict):
            yield from chemins(valeur, chemin)
        elif cle in ("categories", "colleges") and isinstance(valeur, list):
            for rang, ligne in enumerate(valeur):
                yield from chemins(ligne, f"{chemin}[{rang}]")
        else:
            yield chemin


def test_every_key_of_every_shipped_file_is_explained() -> None:
    for table in TABLES:
        for chemin in chemins(table or {}):
            if chemin != "format":
                assert cle_de(chemin).explication.endswith("."), chemin


def test_a_key_of_a_list_or_of_a_rule_is_explained_whatever_its_rank() -> None:
    assert generique("colleges[2].poids") == "colleges[].poids"
    assert generique("regles.exclusion.sans_college.deuxieme.base") == "regles.*.premiere.base"
    assert generique("regles.exclusion.deuxieme") == "regles.*.deuxieme"
    assert generique("regles.exclusion.sans_college.tour2") == "regles.*.tour2"
    assert generique("quorum.ordinaire.deuxieme") == "quorum.*.deuxieme"
    assert generique("vote.report") == "vote.report"
    with pytest.raises(KeyError):
        cle_de("vote.couleur")


def test_a_key_has_the_article_of_the_statutes_that_it_comes_from() -> None:
    lues = references()["cliss-xxi"]
    assert articles_de("capital.minimum", lues) == ("statuts 8",)
    assert articles_de("pouvoirs.conjoint", lues) == ("statuts 23",)
    assert articles_de("categories[3].plafond_capital", lues) == ("statuts 12",)
    assert articles_de("categories[0].nom", lues) == ("statuts 6",)
    assert articles_de("vote.abstention", lues) == ()


@pytest.mark.parametrize(
    ("chemin", "forme", "dite", "articles"),
    [
        ("delais.convocation_jours", "SARL", "15\u00a0jours avant", ("C. com. R223-20",)),
        ("delais.convocation_jours", "SA", "15\u00a0jours avant", ("C. com. R225-69",)),
        ("vote.plafond_college", "SAS", "50\u202f%", ("loi 47-1775 19 octies",)),
        ("pouvoirs.maximum", "SARL", "Sans maximum", ()),
        ("denomination", "SARL", "", ()),
        ("colleges[].code", "SARL", "", ()),
    ],
)
def test_what_holds_where_the_statutes_are_silent(
    chemin: str, forme: str, dite: str, articles: tuple[str, ...]
) -> None:
    assert au_silence(chemin, forme) == (dite, articles)


def test_every_optional_value_says_what_holds_without_it() -> None:
    muettes = [
        chemin for chemin in CLES if not any(mot in chemin for mot in ("[]", "*")) and not au_silence(chemin, "SARL")[0]
    ]
    assert muettes == ["denomination", "cle", "forme", "date"]
