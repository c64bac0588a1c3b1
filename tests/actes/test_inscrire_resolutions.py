"""The usual resolutions enter the agenda in one act, after what is there, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from scicvote.actes import preparation
from scicvote.core.faits import Resolution
from scicvote.core.resolutions_types import propositions
from tests.outils.histoire import Histoire

AG = 3


def _neuve(histoire: Histoire) -> tuple[int, tuple[Resolution, ...]]:
    """One more annual assembly without agenda, and what is proposed for it."""
    modele = histoire.depot.dossier.assemblees[AG].convocation
    acte = preparation.preparer(histoire.depot, modele)
    numero = acte.faits[0].assemblee  # type: ignore[attr-defined]
    ag = histoire.depot.dossier.assemblees[numero]
    return numero, tuple(p.resolution for p in propositions(histoire.depot.dossier, ag) if p.usuelle)


def test_toutes_en_un_seul_acte(a: Callable[[str], Histoire]) -> None:
    histoire = a("preparee")
    numero, toutes = _neuve(histoire)
    avant = len(histoire.depot.entrees())
    acte = preparation.inscrire_resolutions(histoire.depot, numero, toutes)
    assert acte.accepte
    assert len(histoire.depot.entrees()) == avant + 1
    ag = histoire.depot.dossier.assemblees[numero]
    assert [r.numero for r in ag.resolutions] == list(range(1, len(toutes) + 1))
    assert [r.texte for r in ag.resolutions] == [r.texte for r in toutes]
    assert len({r.resolution for ag in histoire.depot.dossier.assemblees.values() for r in ag.resolutions}) == sum(
        len(ag.resolutions) for ag in histoire.depot.dossier.assemblees.values()
    )
    assert propositions(histoire.depot.dossier, ag)[0].resolution.objet == "designation"  # what is left to propose


def test_une_faute_empeche_tout(a: Callable[[str], Histoire]) -> None:
    histoire = a("preparee")
    numero, toutes = _neuve(histoire)
    sans_texte = Resolution(0, numero, 0, "", "", "ordinaire", "autre", 0, None, "", None, False)
    acte = preparation.inscrire_resolutions(histoire.depot, numero, (*toutes, sans_texte))
    assert [issue.code for issue in acte.refus] == ["TITRE", "TEXTE"]
    assert histoire.depot.dossier.assemblees[numero].resolutions == ()


def test_sans_resolution_rien_n_est_ecrit(a: Callable[[str], Histoire]) -> None:
    histoire = a("preparee")
    numero, _ = _neuve(histoire)
    acte = preparation.inscrire_resolutions(histoire.depot, numero, ())
    assert [issue.code for issue in acte.refus] == ["RESOLUTION"]


def test_un_ordre_du_jour_parti_ne_change_plus(a: Callable[[str], Histoire]) -> None:
    histoire = a("ouverte")
    acte = preparation.inscrire_resolutions(histoire.depot, AG, histoire.depot.dossier.assemblees[AG].resolutions)
    assert "ORDRE_DU_JOUR_VERROUILLE" in [issue.code for issue in acte.refus]
    assert len(acte.refus) == len({(i.code, i.chemin) for i in acte.refus})
