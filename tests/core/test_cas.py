"""Every worked case, from the public document to the public result."""

from __future__ import annotations

import pytest

from scicvote.exchange.calcul import document_resultat, lire_document, texte_resultat
from tests.chargeur_cas import Cas, charger_cas

CAS = charger_cas()


@pytest.mark.parametrize("cas", CAS, ids=[cas.nom for cas in CAS])
def test_un_cas_donne_ce_qui_est_attendu(cas: Cas) -> None:
    lecture = lire_document(cas.calcul)
    assert lecture.issues == ()
    assert lecture.calcul is not None
    document = document_resultat(lecture.calcul)
    assert document["format"] == "scicvote-resultat/1"
    for resultat, attendu in zip(document["resolutions"], cas.attendus, strict=True):
        assert {cle: resultat.get(cle) for cle in attendu} == attendu


@pytest.mark.parametrize("cas", CAS, ids=[cas.nom for cas in CAS])
def test_chaque_etape_cite_un_article(cas: Cas) -> None:
    calcul = lire_document(cas.calcul).calcul
    assert calcul is not None
    resolutions = [r for r in document_resultat(calcul)["resolutions"] if "etapes" in r]
    for resultat in resolutions:
        assert resultat["articles"]
        assert resultat["etapes"]
        for etape in resultat["etapes"]:
            assert any(article.split()[-1] in etape for article in resultat["articles"]) or "19 octies" in etape
            assert "  " not in etape
            assert etape[0].isupper()
            assert etape.endswith(").")
    texte = texte_resultat(calcul)
    assert texte.count("Résolution ") == len(cas.attendus)
    assert all(etape in texte for resultat in resolutions for etape in resultat["etapes"])
