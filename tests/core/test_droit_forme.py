"""Each form of company cites its own articles, and no statutes are cited under another's numbers."""

from dataclasses import replace
from datetime import date

import pytest

from scicvote.core.contradictions import contradictions
from scicvote.core.convocation import echeances
from scicvote.core.droit_forme import DOCUMENTS, QUESTIONS, article_selon_forme
from scicvote.core.feuille_presence import feuille_presence
from scicvote.core.issue import avertissement
from scicvote.core.papier import textes
from scicvote.core.proces_verbal import proces_verbal as composer
from scicvote.core.suites import suites
from scicvote.exchange.statuts import connus
from tests.scene_papiers import Scene, a, mains

SARL, SA, SAS = (connus()[cle] for cle in ("cliss-xxi", "la-grande-ourse", "les-sentiers-communs"))


@pytest.mark.parametrize(
    ("forme", "article", "sujet", "attendu"),
    [
        ("SARL", "C. com. L223-28", "", "C. com. L223-28"),
        ("SA", "C. com. L223-28", "", "C. com. L225-106"),
        ("SAS", "C. com. L223-28", "", "statuts"),
        ("SA", "C. com. R223-24", "", "C. com. R225-106"),
        ("SAS", "C. com. R223-24", "", "statuts"),
        ("SA", "C. com. R221-4", "", "C. com. R225-108"),
        ("SA", "C. com. L223-26", "", "C. com. L225-100"),
        ("SA", "C. com. L223-26", QUESTIONS, "C. com. L225-108"),
        ("SA", "C. com. L223-26", DOCUMENTS, "C. com. L225-115"),
        ("SA", "C. com. R223-18", DOCUMENTS, "C. com. R225-83"),
        ("SA", "C. com. L223-3", "", "statuts"),  # nothing sure: the statutes
        ("SAS", "C. com. L223-29", "", "C. com. L227-9"),
        ("SAS", "C. com. L223-19", "", "C. com. L227-10"),
        ("SA", "C. com. L232-22", "", "C. com. L232-22"),  # common to all forms
        ("SA", "C. civ. 1844", "", "C. civ. 1844"),
    ],
)
def test_un_article_selon_la_forme(forme: str, article: str, sujet: str, attendu: str) -> None:
    assert article_selon_forme(forme, article, sujet) == attendu


def test_un_numero_des_statuts_n_est_cite_que_la_ou_il_est_le_leur() -> None:
    assert SARL.cite("statuts 21-8") == "statuts 21-8"
    assert SARL.citer("statuts 12", "statuts 13") == "statuts, art. 12 et 13"
    assert SA.citer("statuts 12", "statuts 13") == "statuts"
    assert SA.cite("statuts 21-8") == SAS.cite("statuts 21-8") == "statuts"
    assert SA.article("vote.colleges", defaut="C. com. L223-28") == "C. com. L225-106"


def test_les_articles_d_une_faute_sont_dits_une_fois() -> None:
    issue = avertissement("X", "Phrase.", "statuts 23", "statuts 26", "C. com. L223-28")
    assert SARL.adapter(issue) == issue
    assert SA.adapter(issue).articles == ("statuts", "C. com. L225-106")
    assert SAS.adapter(issue).articles == ("statuts",)


@pytest.fixture(scope="module")
def seance(tmp_path_factory):
    """A sitting with all that cites an article: late notice, proxies, agreement withdrawn, chair who is no manager."""
    scene = Scene.creer(tmp_path_factory.mktemp("forme"), 12)
    scene.preparer()
    local = scene.resolution("Location d’un local")
    scene.convoquer(date(2026, 6, 3))
    scene.pouvoir(9, 2)
    scene.arriver(range(1, 9))
    scene.ouvrir((2, 3))
    scene.voter(local, {"*": mains(3, 1, 0)}, a(19))
    scene.clore()
    scene.dresser()
    yield scene
    scene.depot.fermer()


@pytest.mark.parametrize(("statuts", "attendu"), [(SA, "R225-106"), (SAS, "statuts"), (SARL, "R223-24")])
def test_le_proces_verbal_cite_les_articles_de_sa_forme(seance, statuts, attendu) -> None:
    ici = seance.depot.dossier
    autre = replace(
        SARL,
        forme=statuts.forme,
        references=statuts.references,
        regles=statuts.regles | {"ordinaire": statuts.regles["ordinaire"]},
    )
    dossier = replace(ici, statuts_lus=((date(2012, 1, 1), autre),))
    ag = dossier.assemblees[seance.ag]
    papiers = (composer(dossier, ag), feuille_presence(dossier, ag))
    tout = " ".join(texte for papier in papiers for texte in textes(papier)).replace("\u00a0", " ")
    dits = [article for issue in contradictions(dossier, ag) for article in issue.articles]
    dits += [article for suite in suites(dossier, ag) for article in suite.articles]
    dits += [e.article + e.remede for e in echeances(ag, autre)]
    ensemble = f"{tout} {' '.join(dits)}"
    assert attendu in ensemble
    if statuts is not SARL:
        etrangers = ("L223-", "R223-", "R221-", "statuts 21", "statuts, art. 21")
        assert [article for article in etrangers if article in ensemble] == []
