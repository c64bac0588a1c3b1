"""A college's package and return as pure values: what stands against handing one over, and what a paper says of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.etapes import PORTEES, etapes
from scicvote.core.faits import (
    Compte,
    Convocation,
    CorpsScrutin,
    Depouillement,
    Fait,
    FinPouvoir,
    FormulaireVote,
    Scrutin,
)
from scicvote.core.faits_college import (
    CollegeSilencieux,
    CompteRetour,
    ExportCollege,
    MissionCollege,
    RenonciationExport,
    RetourCollege,
)
from scicvote.core.feuille_presence import feuille_presence
from scicvote.core.mission import est_portee
from scicvote.core.papier import Paragraphe, brut
from scicvote.core.papier_college import bordereau
from scicvote.core.paquet_college import (
    controler_export,
    point_actuel,
    points_du_college,
    version_liste,
    version_point,
    version_statuts,
)
from scicvote.core.phrases_bascule import phrase_bascule
from scicvote.core.pv_retours import retours_de_colleges
from scicvote.core.recalcul import resultat_de
from scicvote.core.resultat import Decision
from scicvote.core.retour_college import LigneRetour, Retour, controler_retour, situer
from scicvote.core.retours import (
    Etat,
    colleges_ailleurs,
    completer,
    controler_attendus,
    controler_textes,
    corps_du_retour,
    etat_du_college,
    etats_du_vote,
    faits_du_vote,
)
from scicvote.core.suites_vote import suites_vote
from scicvote.core.vote import ComptageCorps, controler_objet, corps_du_vote
from tests.outils.cooperative import (
    SB,
    assemblee,
    convocation,
    heure,
    liste,
    pouvoir,
    resolution,
    seance,
)
from tests.outils.hasard import PROFIL

POINT = 11  # the first resolution of the first assembly
MOTS = ("abeille",) * 8


def export(college: str = "SB", numero: int = 1, version: str = "v", **autres: Any) -> ExportCollege:
    fait = ExportCollege(
        1, college, numero, "0" * 32, heure(9), heure(18), "Ici", "ab" * 32, f"{college}{numero}", "s", "l", (POINT,), (1,),
        (version,),
    )  # fmt: skip
    return replace(fait, **autres)


def recu(college: str = "SB", export_: int = 1, origine: str = "fichier") -> RetourCollege:
    return RetourCollege(1, college, export_, 1, origine, heure(18, 20), "ef", "")


def compte(college: str = "SB", export_: int = 1, presents: int = 3) -> CompteRetour:
    return CompteRetour(1, college, export_, POINT, 1, "main_levee", 4, presents, 1, 0, presents, presents, 0, 0, 0, 0)


def ag(*faits: Fait, **champs: Any) -> tuple[Dossier, Assemblee]:
    return assemblee(convocation(**champs), resolution(), *faits)


def codes(*faits: Fait, college: str = "SB", **champs: Any) -> list[str]:
    return [issue.code for issue in controler_export(*ag(*faits, **champs), college)]


# --- handing over


def test_ce_qui_s_oppose_a_un_paquet() -> None:
    assert codes() == ["LISTE"]
    assert codes(*liste()) == []
    assert codes(*liste(numeros=(5, 6))) == ["EXPORT_SANS_MEMBRE"]
    assert codes(*liste(), par_college=False) == ["EXPORT_PAR_TETE"]
    assert codes(*liste(), college="ZZ") == ["COLLEGE_INCONNU"]
    ouvert = Scrutin(1, 1, POINT, "ordinaire", "resolution", "main_levee", 1, heure(18, 10))
    assert codes(*seance(1), ouvert) == ["SCRUTIN_OUVERT", "EXPORT_VIDE", "EXPORT_SALLE"]


def test_ce_qui_previent_avant_un_paquet() -> None:
    par_tous = resolution(2, "decision_college", "decision_college", college="*")
    exclusion = resolution(3, "exclusion", "exclusion", concerne=9)
    assert codes(*liste(), par_tous, exclusion) == ["EXPORT_ENSEMBLE", "CONVOCATION_SPECIALE"]
    assert codes(*liste(), export()) == ["EXPORT_DEJA"]
    assert codes(*liste(), pouvoir(1, 2, 9)) == ["EXPORT_POUVOIR"]


def test_un_vote_par_correspondance_ne_part_pas() -> None:
    formulaire = FormulaireVote(1, 1, 2, date(2026, 6, 8), "")
    assert codes(*liste(), formulaire) == ["EXPORT_COURRIER"]
    assert codes(*liste(), formulaire, college="PP") == []


def test_qui_est_d_un_college_qui_vote_ailleurs() -> None:
    _, attendu = ag(*liste(), export())
    assert (colleges_ailleurs(attendu, 1), colleges_ailleurs(attendu, 5)) == (("SB",), ())
    _, muet = ag(*liste(), export(), CollegeSilencieux(1, "SB", 1, heure(18), (1, 2), ""))
    assert colleges_ailleurs(muet, 1) == ()


def test_la_feuille_renvoie_a_celle_du_college() -> None:
    def notes(*faits: Fait) -> list[str]:
        blocs = feuille_presence(*ag(*liste(), *faits)).blocs
        return [t for b in blocs if isinstance(b, Paragraphe) and "à joindre à celle-ci" in (t := brut(b.texte))]

    assert notes(export()) == []
    (note,) = notes(export(), recu(), compte())
    assert "du collège SB" in note


def test_les_points_d_un_college_sont_les_siens() -> None:
    dossier, assemblee_ = ag(
        *liste(),
        resolution(2, "decision_college", "decision_college", college="*"),
        resolution(3, "avis_college", "avis", college="PM"),
        resolution(4, "avis_college", "avis", college="SB"),
    )
    assert [p.resolution.numero for p in points_du_college(dossier, assemblee_, "SB")] == [1, 4]
    assert point_actuel(dossier, assemblee_, 99, 1) is None


def test_une_version_change_avec_ce_qui_est_mis_aux_voix() -> None:
    r = resolution()
    reference = version_point(r, 1, ((1, "Ada"),))
    autres = [
        version_point(replace(r, texte="Autre"), 1, ((1, "Ada"),)),
        version_point(replace(r, titre="Autre"), 1, ((1, "Ada"),)),
        version_point(replace(r, regle="extraordinaire"), 1, ((1, "Ada"),)),
        version_point(replace(r, sieges=2), 1, ((1, "Ada"),)),
        version_point(r, 2, ((1, "Ada"),)),
        version_point(r, 1, ((2, "Ada"),)),
        version_point(r, 1, ((1, "Eva"),)),
    ]
    assert len({reference, *autres}) == 8
    assert version_point(replace(r, concerne=4), 1, ((1, "Ada"),)) == reference
    assert version_statuts("a") != version_statuts("b")
    assert version_liste(()) == version_liste(())


# --- where each college stands


def test_attendu_retourne_silencieux_ou_dans_la_salle() -> None:
    _, rien = ag(*liste())
    assert etat_du_college(rien, "SB", POINT, 1) == Etat.SALLE
    _, attendu = ag(*liste(), export())
    assert etat_du_college(attendu, "SB", POINT, 1) == Etat.ATTENDU
    assert etat_du_college(attendu, "SB", POINT, 2) == Etat.SALLE
    assert etat_du_college(attendu, "PP", POINT, 1) == Etat.SALLE
    _, revenu = ag(*liste(), export(), recu(), compte())
    assert etat_du_college(revenu, "SB", POINT, 1) == Etat.RETOURNE
    _, muet = ag(*liste(), export(), CollegeSilencieux(1, "SB", 1, heure(18), (1, 2), ""))
    assert etat_du_college(muet, "SB", POINT, 1) == Etat.SILENCE
    _, renonce = ag(*liste(), export(), RenonciationExport(1, "SB", 1, heure(18), "panne"))
    assert etat_du_college(renonce, "SB", POINT, 1) == Etat.SALLE
    _, second = ag(*liste(), export(), recu(), compte(), export(numero=2))
    assert etat_du_college(second, "SB", POINT, 1) == Etat.ATTENDU


def test_un_vote_par_tete_ou_une_demande_de_secret_restent_dans_la_salle() -> None:
    dossier, assemblee_ = ag(*seance(1, 5, 9), export())
    demande = Scrutin(1, 1, POINT, "scrutin_secret", "demande_secret", "main_levee", 1, heure(18, 10))
    corps = corps_du_vote(dossier, assemblee_, demande)
    assert corps_du_retour(assemblee_, demande, corps) == corps
    ouvert = replace(demande, objet="resolution", regle="ordinaire")
    assert {c.college: c.presents for c in corps_du_retour(assemblee_, ouvert, corps)} == {"SB": 0, "PP": 1, "PM": 1}


def test_le_compte_de_la_salle_ne_touche_pas_au_retour() -> None:
    scrutin = Scrutin(1, 1, POINT, "ordinaire", "resolution", "main_levee", 1, heure(18, 10))
    corps = tuple(CorpsScrutin(1, 1, code, 4, 3, 0, 0) for code in ("SB", "PP", "PM"))
    _, assemblee_ = ag(*seance(5), export(), recu(), compte(), export("PM"), scrutin, *corps)
    (vote,) = assemblee_.votes
    assert etats_du_vote(assemblee_, vote) == {"SB": Etat.RETOURNE, "PP": Etat.SALLE, "PM": Etat.ATTENDU}
    salle = {"PP": ComptageCorps(2, 1)}
    complet, issues = completer(assemblee_, vote, salle)
    assert issues == ()
    assert complet == {"PP": ComptageCorps(2, 1), "SB": ComptageCorps(3), "PM": ComptageCorps()}
    meme, issues = completer(assemblee_, vote, {**salle, "SB": ComptageCorps(3)})
    assert (meme, issues) == (complet, ())
    for code in ("SB", "PM"):
        _, issues = completer(assemblee_, vote, {**salle, code: ComptageCorps(1)})
        assert [(i.code, i.chemin) for i in issues] == [("RETOUR_SALLE", code)]
    assert [i.code for i in controler_attendus(assemblee_, vote)] == ["RETOUR_ATTENDU"]
    assert "du collège PM" in controler_attendus(assemblee_, vote)[0].phrase


def test_un_vote_ouvert_prend_le_corps_du_retour() -> None:
    scrutin = Scrutin(1, 1, POINT, "ordinaire", "resolution", "main_levee", 1, heure(18, 10))
    corps = CorpsScrutin(1, 1, "SB", 4, 0, 0, 0)
    _, attendu = ag(*seance(5), export(), scrutin, corps)
    assert faits_du_vote(attendu, attendu.votes[0], "SB", ()) == ()
    _, revenu = ag(*seance(5), export(), scrutin, corps, recu(), compte())
    assert faits_du_vote(revenu, revenu.votes[0], "SB", ()) == (CorpsScrutin(1, 1, "SB", 4, 3, 1, 0),)
    compte_nul = Compte(1, 1, "SB", 0, 0, 0, 0, 0, 0)
    fini = (Depouillement(1, 1, heure(18, 12), False), compte_nul)
    _, depouille = ag(*seance(5), export(), scrutin, corps, *fini, recu(), compte())
    (_, ecrit) = faits_du_vote(depouille, depouille.votes[0], "SB", ())
    assert ecrit == Compte(1, 1, "SB", 3, 3, 0, 0, 0, 0)


def test_un_texte_change_depuis_le_retour() -> None:
    dossier, assemblee_ = ag(*liste(), export(), recu(), compte())
    assert [i.code for i in controler_textes(dossier, assemblee_, POINT, 1)] == ["RETOUR_RESOLUTION"]
    actuel = point_actuel(dossier, assemblee_, POINT, 1)
    assert actuel is not None
    dossier, assemblee_ = ag(*liste(), export(version=actuel.version), recu(), compte())
    assert controler_textes(dossier, assemblee_, POINT, 1) == ()
    dossier, assemblee_ = ag(*liste(), export(resolutions=(99,)), recu(), compte())
    assert [i.code for i in controler_textes(dossier, assemblee_, 99, 1)] == ["RETOUR_RESOLUTION"]


# --- a return


def reponse(**champs: Any) -> Retour:
    ligne = LigneRetour(POINT, 1, "v", "main_levee", 4, 0, 0, 0, 0)
    valeurs: dict[str, Any] = {
        "identifiant": "0" * 32, "college": "SB", "export": 1, "paquet": "SB1", "statuts": "s", "liste": "l", "numero": 1,
        "heure": heure(20), "ouverture": None, "cloture": None, "president": None, "secretaire": "", "evenements": (),
        "lignes": (ligne,),
    }  # fmt: skip
    return Retour(**{**valeurs, **champs})


def test_un_retour_sur_une_resolution_qui_n_existe_plus() -> None:
    dossier, assemblee_ = ag(*liste(), export(resolutions=(99,)))
    fin = (FinPouvoir(1, 0, heure(19), "retiré"),)
    ligne = LigneRetour(99, 1, "v", "main_levee", 4, 3, 0, 0, 0)
    issues = controler_retour(
        dossier, assemblee_, assemblee_.tous(ExportCollege)[0], reponse(lignes=(ligne,), evenements=fin)
    )
    assert {i.code for i in issues} == {"RETOUR_STATUTS", "RETOUR_LISTE", "RETOUR_RESOLUTION", "RETOUR_PRESENTS"}
    assert all("résolution 99" in i.phrase.lower() for i in issues if i.chemin == "resolutions[99]")


@pytest.mark.parametrize(("numero", "code"), [(1, "RETOUR_ANCIEN"), (2, "RETOUR_NUMERO"), (3, "")])
def test_un_retour_se_situe_par_son_numero(numero: int, code: str) -> None:
    place = situer(2, "deux", numero, "autre")
    assert [i.code for i in place.issues] == ([code] if code else [])
    assert place.remplace == (not code)
    assert situer(2, "deux", numero, "deux").deja


# --- papers


def dits(dossier: Dossier, assemblee_: Assemblee) -> list[str]:
    blocs = retours_de_colleges(Contexte(dossier, assemblee_))
    return [brut(bloc.texte) for bloc in blocs if isinstance(bloc, Paragraphe)]


def test_le_proces_verbal_dit_d_ou_viennent_les_voix() -> None:
    assert dits(*ag(*liste())) == []
    (phrase,) = dits(*ag(*liste(), export()))
    assert phrase.endswith("Son retour est attendu.")
    assert "la résolution 1" in phrase
    (phrase,) = dits(*ag(*liste(), export(), recu(origine="papier"), compte()))
    assert "deux saisies qui concordent" in phrase
    veille = heure(18).replace(day=11)
    (phrase,) = dits(*ag(*liste(), export(reunion=veille), recu(), compte()))
    assert "le 11\u00a0juin\u00a02026" in phrase
    assert "n’est pas une signature" in phrase
    (phrase,) = dits(*ag(*liste(), export(), CollegeSilencieux(1, "SB", 1, heure(18), (1, 2), "Sans réunion.")))
    assert phrase.endswith("que personne n’y a voté\u00a0: Sans réunion.")


def test_le_bordereau_nomme_les_resolutions() -> None:
    dossier, assemblee_ = ag(
        *liste(), resolution(2), export(resolutions=(POINT, 12), tours=(1, 1), versions=("v", "v"))
    )
    papier = bordereau(dossier, assemblee_, assemblee_.tous(ExportCollege)[0], MOTS)
    assert any("résolutions 1 et 2" in brut(b.texte) for b in papier.blocs if isinstance(b, Paragraphe))


# --- a college decides nothing of what it carries


def mission(objet: str) -> tuple[Dossier, Assemblee]:
    fait = MissionCollege(1, "SB", 1, "0" * 32, "Assemblée", "e", "s", "l", (POINT,), (1,), ("v",), "")
    scrutin = Scrutin(1, 1, POINT, "avis_college", "resolution", "main_levee", 1, heure(18, 10))
    seance_ = (Depouillement(1, 1, heure(18, 12), False), Compte(1, 1, "*", 3, 3, 0, 0, 0, 0))
    reunion = Convocation(1, "college", heure(18), "Ici", False, "", "SB", 1, None, None, "le président")
    point = resolution(1, "avis_college", objet)
    return assemblee(reunion, fait, point, *liste(numeros=SB), scrutin, CorpsScrutin(1, 1, "*", 4, 3, 0, 0), *seance_)


def test_rien_ne_suit_chez_un_college_de_ce_qu_il_porte() -> None:
    assert suites_vote(*mission("autre")) == ()


@pytest.mark.parametrize(("objet", "portee"), [("autre", True), ("avis", False), ("designation", False)])
def test_un_college_ne_decide_que_de_ce_qui_est_a_lui(objet: str, portee: bool) -> None:
    dossier, assemblee_ = mission(objet)
    (vote,) = assemblee_.votes
    assert est_portee(assemblee_, vote) == portee
    resultat = resultat_de(dossier, assemblee_, vote)
    assert (resultat.decision == Decision.PORTEE) == portee
    assert (PORTEES in etapes(resultat, dossier.statuts)) == portee
    assert (phrase_bascule(dossier.statuts, resultat) == "") == portee


# --- where a college votes changes nothing to what is decided


@st.composite
def voix(dessin: st.DrawFn) -> tuple[int, int, ComptageCorps]:
    """Who is there out of four, how many of them by proxy, and what they vote."""
    presents = dessin(st.integers(0, 4))
    representes = dessin(st.integers(0, presents))
    pour = dessin(st.integers(0, presents))
    contre = dessin(st.integers(0, presents - pour))
    return presents, representes, ComptageCorps(pour, contre, dessin(st.integers(0, presents - pour - contre)))


@PROFIL
@given(st.tuples(voix(), voix(), voix()), st.sets(st.sampled_from(("SB", "PP", "PM"))))
def test_le_resultat_ne_depend_pas_d_ou_l_on_vote(
    tirees: tuple[tuple[int, int, ComptageCorps], ...], ailleurs: set[str]
) -> None:
    scrutin = Scrutin(1, 1, POINT, "ordinaire", "resolution", "main_levee", 1, heure(18, 10))
    colleges = dict(zip(("SB", "PP", "PM"), tirees, strict=True))
    salle = tuple(CorpsScrutin(1, 1, code, 4, n, r, 0) for code, (n, r, _) in colleges.items())
    retours = [
        fait
        for code in sorted(ailleurs)
        for n, r, c in (colleges[code],)
        for fait in (
            export(code),
            recu(code),
            CompteRetour(1, code, 1, POINT, 1, "main_levee", 4, n, r, 0, c.pour + c.contre + c.abstention, c.pour, c.contre,
                         c.abstention, 0, 0),
        )
    ]  # fmt: skip
    dossier, avant = ag(*seance(1), *retours)
    vues = corps_du_retour(
        avant, scrutin, tuple(c if c.college not in ailleurs else replace(c, presents=0) for c in salle)
    )
    assert vues == salle
    _, ouverte = ag(*seance(1), *retours, scrutin, *vues)
    comptes, issues = completer(
        ouverte, ouverte.votes[0], {code: c for code, (_, _, c) in colleges.items() if code not in ailleurs}
    )
    assert issues == ()
    assert comptes == {code: c for code, (_, _, c) in colleges.items()}
    assert dossier.statuts.par_code.keys() == comptes.keys()


def test_une_exclusion_portee_par_un_college_n_attend_pas_la_convocation_speciale() -> None:
    """The general assembly decides it, and checks it; elsewhere its date must be on record (statuts 15)."""
    dossier, assemblee_ = mission("autre")
    exclusion = resolution(1, "exclusion", "exclusion", concerne=2)
    assert list(controler_objet(dossier, assemblee_, exclusion)) == []
    _, ailleurs = ag(*liste())
    assert [i.code for i in controler_objet(dossier, ailleurs, exclusion)] == ["CONVOCATION_SPECIALE"]
