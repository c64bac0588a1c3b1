"""docs/droit.md is what the code and the cases say today."""

from __future__ import annotations

from scicvote.core.article import regles
from tests.chargeur_cas import charger_cas, charger_procedures
from tests.outils.droit import DOCUMENT, composer, source_de


def test_la_page_du_droit_est_a_jour() -> None:
    """To write it again: ``python -m tests.outils.droit``."""
    assert DOCUMENT.read_text(encoding="utf-8") == composer()


def test_chaque_article_est_dans_un_texte_connu() -> None:
    composer()  # imports every module that marks rules
    marques = {regle.article for regle in regles() if regle.module.startswith("scicvote.")}
    cites = {article for cas in (*charger_cas(), *charger_procedures()) for article in cas.articles}
    assert [article for article in sorted(marques | cites) if not source_de(article)] == []


def test_chaque_article_d_un_cas_des_statuts_a_sa_regle() -> None:
    """What a worked case cites of the Cliss XXI statutes, some function applies."""
    composer()
    marques = {regle.article for regle in regles()}
    cites = {a for cas in charger_cas() if cas.calcul["statuts"] == "cliss-xxi" for a in cas.articles}
    cites |= {a for cas in charger_procedures() for a in cas.articles}
    assert sorted(cites - marques) == []


def test_les_articles_se_suivent_dans_l_ordre_du_texte() -> None:
    titres = [ligne[4:] for ligne in composer().splitlines() if ligne.startswith("### ")]
    assert len(titres) == len(set(titres))
    assert (
        titres.index("statuts 13")
        < titres.index("statuts 18-1")
        < titres.index("statuts 21-1")
        < titres.index("statuts 22")
    )
    assert titres.index("C. com. L223-19") < titres.index("C. com. L223-29") < titres.index("C. com. R223-18")
