"""A new college asked for: recorded once, whatever it lacks; taken back; put to the vote (statuts 25-2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from scicvote.actes import correction, nouveau_college, registre
from scicvote.core.faits import DemandeCollege
from tests.outils.cooperative import fiche, mouvement
from tests.outils.histoire import Histoire

DEMANDE = DemandeCollege(date(2026, 4, 2), (5, 6, 6, 7), "lettre recommandée", "les usagers", ("SB 40, PP 60",))


def test_une_demande_se_note_et_se_reprend(a: Callable[[str], Histoire]) -> None:
    h = a("peuplee")
    acte = h.faire(nouveau_college.demander_nouveau_college(h.depot, DEMANDE))
    (fait,) = h.depot.dossier.tous(DemandeCollege)
    assert fait.demandeurs == (5, 6, 7)
    assert acte.avertissements == ()
    assert acte.resume == "Nouveau collège demandé le 2\u00a0avril\u00a02026 par 3\u00a0sociétaires"
    h.faire(correction.annuler(h.depot, acte.numero, "doublon"))
    assert h.depot.dossier.tous(DemandeCollege) == ()


def test_un_inconnu_est_refuse_et_rien_n_est_ecrit(a: Callable[[str], Histoire]) -> None:
    h = a("peuplee")
    acte = nouveau_college.demander_nouveau_college(h.depot, DemandeCollege(date(2026, 4, 2), (99,), "", "", ()))
    assert [i.code for i in acte.refus] == ["DEMANDEUR"]
    assert h.depot.dossier.tous(DemandeCollege) == ()


def test_qui_l_a_demande_ne_s_efface_plus_du_registre(a: Callable[[str], Histoire]) -> None:
    h = a("peuplee")
    entree = h.faire(
        registre.inscrire(h.depot, fiche(0, "Ivo", "Nouveau"), (mouvement(0, "reprise", date(2021, 1, 1), 1, "2"),))
    )
    h.faire(nouveau_college.demander_nouveau_college(h.depot, DemandeCollege(date(2026, 4, 2), (13,), "", "", ())))
    assert [i.code for i in correction.annuler(h.depot, entree.numero, "erreur").refus] == ["ACTE_UTILISE"]
