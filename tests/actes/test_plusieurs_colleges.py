"""A whole assembly where one person votes in several colleges: from the list to the archive (statuts 22, 26)."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from scicvote.actes import cooperative, isoloir, registre, seance, vote
from scicvote.actes.archive import archiver
from scicvote.actes.verification import verifier
from scicvote.core.bulletins_vote import urnes
from scicvote.core.consequences import consequences
from scicvote.core.contradictions import contradictions
from scicvote.core.courrier import Courrier
from scicvote.core.demande_ag import demande_ag
from scicvote.core.faits import EtatColleges, Fait, Fiche, Mouvement, PorteePouvoir, Pouvoir
from scicvote.core.isoloir import electeurs, electeurs_de, reste_a_emarger
from scicvote.core.lettre_convocation import convocations
from scicvote.core.papier_procurations import formulaires_pouvoir
from scicvote.core.papier_registre import liste_associes
from scicvote.core.recalcul import resultat_de
from scicvote.core.resolutions_types import propositions
from scicvote.core.resultat import Decision, Resultat
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.export_registre import exporter
from scicvote.store.depot import Acte, Projet
from tests.outils.plusieurs import salle, scene_plusieurs, statuts_plusieurs, texte_plusieurs
from tests.scene_papiers import Scene, a, dit, mains

ENVOI = date(2026, 5, 27)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return salle(tmp_path)


def voter(scene: Scene) -> None:
    """SB 3 of 4 for, PP 4 of 6 three for and one against, PM 1 of 2 for."""
    scene.voter(1, {"SB": mains(3), "PP": mains(3, 1), "PM": mains(1)}, a(18, 30))


def test_une_assemblee_entiere(scene: Scene) -> None:
    voter(scene)
    (un,) = scene.assemblee.votes
    assert [(c.college, c.inscrits, c.presents, c.representes) for c in un.corps] == [
        ("SB", 4, 3, 1), ("PP", 6, 4, 2), ("PM", 2, 1, 0),
    ]  # fmt: skip
    assert un.personnes is not None
    assert (un.personnes.inscrits, un.personnes.presents, un.personnes.representes) == (10, 6, 2)
    resultat = resultat_de(scene.depot.dossier, scene.assemblee, un)
    assert isinstance(resultat, Resultat)
    assert resultat.decision is Decision.ADOPTEE
    assert resultat.pour == Fraction(40) + Fraction(30) * Fraction(3, 4) + Fraction(30)
    scene.clore()
    assert verifier(scene.depot).issues == ()
    assert not [i for i in contradictions(scene.depot.dossier, scene.assemblee) if i.code == "PV_INSCRITS"]


def test_personne_ne_vote_pour_qui_n_est_pas_represente_la(scene: Scene) -> None:
    """Number 7 is represented in SB by 1, in PP by 3: nobody votes a fourth time in SB."""
    ouvert = scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, 1, "main_levee", a(18, 30)))
    numero = ouvert.faits[0].scrutin  # type: ignore[attr-defined]
    refus = vote.depouiller(scene.depot, scene.ag, numero, {"SB": ComptageCorps(4)}, a(18, 35)).refus
    assert [i.code for i in refus] == ["VOTANTS"]


def test_le_fichier_se_relit(scene: Scene, tmp_path: Path) -> None:
    voter(scene)
    avant = scene.assemblee
    scene.depot.fermer()
    depot = cooperative.ouvrir(tmp_path / "fiction.scic")
    assert depot.dossier.assemblees[scene.ag].votes == avant.votes
    assert depot.dossier.assemblees[scene.ag].colleges == avant.colleges
    assert depot.dossier.assemblees[scene.ag].assistance == avant.assistance
    depot.fermer()


def test_la_feuille_de_presence(scene: Scene) -> None:
    scene.clore()
    texte = dit(scene.feuille())
    assert texte.count("Camomille") >= 2  # in SB and in PP
    assert "Collège SB : 4 associés" in texte
    assert "Collège PP : 6 associés" in texte
    assert "Ensemble : 10 associés" in texte
    assert "Noémie Bruyère (SB et PP) et Sacha Camomille (SB et PP)" in texte.replace("\n", " ")
    assert "4 associés présents et 2 représentés à l’ouverture, soit 8 voix sur 10 inscrits" in texte
    assert "une voix dans chacun de ses collèges" in texte
    assert "pour le collège SB" in texte


def test_les_totaux_de_la_feuille_ne_se_contredisent_pas(scene: Scene) -> None:
    """Parts are counted once a person; voices once a row."""
    parts = sum(ligne.parts for ligne in scene.assemblee.liste.values())
    tableau = next(b for b in scene.feuille().blocs if type(b).__name__ == "Tableau")
    cumul = tableau.cumul  # type: ignore[union-attr]
    assert cumul is not None
    assert cumul.unites == ("ligne", "lignes")
    assert sum(q[0] for q in cumul.quantites if q) == parts
    assert sum(q[1] for q in cumul.quantites if q) == 12


def test_le_proces_verbal(scene: Scene) -> None:
    voter(scene)
    scene.clore()
    texte = dit(scene.pv())
    assert "2 associés votent dans plusieurs collèges, une voix dans chacun" in texte
    assert "Sur 10 inscrits, à l’ouverture : 4 présents, 2 représentés" in texte
    assert "6 associés" in texte
    assert "8 voix à l’ouverture" in texte
    assert "Ensemble, en voix" in texte
    assert "une voix dans chacun de ses collèges" in texte.replace("\n", " ")


def test_les_mouvements_de_la_seance(scene: Scene) -> None:
    scene.faire(seance.partir(scene.depot, scene.ag, 3, a(18, 20)))
    donner_a(scene, 8, 2, "PP")
    scene.clore()
    texte = dit(scene.pv())
    assert "Départ de M. Tom Verveine (PP)" in texte or "Départ de Mme Tom Verveine (PP)" in texte
    assert "Ève" in texte
    assert ", pour le collège PP." in texte


def donner_a(scene: Scene, mandant: int, mandataire: int, *colleges: str) -> None:
    fait = Pouvoir(0, scene.ag, mandant, mandataire, "", False, a(18, 25), "")
    scene.faire(seance.donner_pouvoir(scene.depot, fait, colleges))


def test_la_liste_et_les_lettres(tmp_path: Path) -> None:
    scene = scene_plusieurs(tmp_path)
    papier = dit(liste_associes(scene.depot.dossier, scene.assemblee))
    assert "SB, PP" in papier
    assert "10 associés" in papier
    lettres = [dit(p) for p in convocations(Courrier(scene.contexte, ENVOI))]
    doubles = [t for t in lettres if "Vous votez une fois dans chacun de ces collèges" in t]
    assert len(lettres) == 10
    assert len(doubles) == 2
    formulaires = [dit(p) for p in formulaires_pouvoir(Courrier(scene.contexte, ENVOI))]
    cochables = [t for t in formulaires if "tous si rien n’est coché" in t]
    assert len(cochables) == 2
    assert "1 voix dans chacun des collèges SB et PP" in cochables[0]


def test_avant_que_la_liste_soit_arretee(tmp_path: Path) -> None:
    scene = Scene.creer(tmp_path, 10, texte_plusieurs())
    scene.preparer(par_college=True)
    scene.resolution("Approbation des comptes", objet="comptes")
    courrier = Courrier(scene.contexte, ENVOI)
    assert courrier.colleges[2] == ("SB", "PP")
    assert len(courrier.lignes) == 10
    assert {u.corps: u.votants for u in urnes(scene.contexte, scene.assemblee.resolutions)} == {
        "SB": 4,
        "PP": 6,
        "PM": 2,
    }
    assert "SB, PP" in dit(liste_associes(scene.depot.dossier, scene.assemblee))


def test_un_bulletin_par_college(tmp_path: Path) -> None:
    scene = scene_plusieurs(tmp_path)
    tous = {u.corps: u.votants for u in urnes(scene.contexte, scene.assemblee.resolutions)}
    assert tous == {"SB": 4, "PP": 6, "PM": 2}


def test_par_tete_un_bulletin_par_personne(tmp_path: Path) -> None:
    scene = scene_plusieurs(tmp_path, par_college=False)
    assert {u.corps: u.votants for u in urnes(scene.contexte, scene.assemblee.resolutions)} == {"*": 10}
    (tmp_path / "b").mkdir()
    sans = Scene.creer(tmp_path / "b", 10, texte_plusieurs())
    sans.preparer()
    sans.resolution("Approbation des comptes", objet="comptes")
    assert {u.corps: u.votants for u in urnes(sans.contexte, sans.assemblee.resolutions)} == {"*": 10}


def test_la_part_de_qui_demande_l_assemblee(tmp_path: Path) -> None:
    """Number 2 holds a quarter of SB (40 %) and a sixth of PP (30 %): 15 % of the rights, one person."""
    scene = scene_plusieurs(tmp_path)
    etat = EtatColleges(date(2026, 1, 1), "constitues", None, None)
    scene.faire(scene.depot.accomplir("constituer", lambda _d: projet(etat)))
    demande = demande_ag(scene.depot.dossier, (2,), date(2026, 6, 12))
    assert demande.demandeurs == (2,)
    assert demande.part == Fraction(40, 400) + Fraction(30, 600)
    assert demande.atteinte


def projet(*faits: Fait) -> Projet:
    return Projet("essai", faits, ())


def test_l_archive_se_recalcule(scene: Scene) -> None:
    voter(scene)
    scene.clore()
    octets, issues = archiver(scene.depot, scene.ag)
    assert octets is not None, issues
    with zipfile.ZipFile(io.BytesIO(octets)) as paquet:
        nom = next(n for n in paquet.namelist() if n.endswith(".calcul.json"))
        arbre = json.loads(paquet.read(nom))
    assert arbre["corps"]["*"] == {"inscrits": 10, "presents": 6}


def test_d_autres_statuts_ne_recomptent_pas_ces_voix(scene: Scene) -> None:
    voter(scene)
    statuts = statuts_plusieurs()
    sans = replace(statuts, vote=replace(statuts.vote, colleges="jamais"))
    (une,) = consequences(scene.depot.dossier, scene.assemblee, sans)
    assert "plusieurs collèges" in une.motif
    fermes = replace(statuts, societariat=replace(statuts.societariat, plusieurs_colleges=False))
    (autre,) = consequences(scene.depot.dossier, scene.assemblee, fermes)
    assert "ne sont plus les mêmes" in autre.motif
    (meme,) = consequences(scene.depot.dossier, scene.assemblee, statuts)
    assert meme.apres is not None


def test_une_demande_de_scrutin_secret_compte_des_tetes(scene: Scene) -> None:
    scene.voter(1, {"*": mains(4, 2)}, a(18, 30), objet="demande_secret")
    (un,) = scene.assemblee.votes
    resultat = resultat_de(scene.depot.dossier, scene.assemblee, un)
    assert resultat.cadre.corps[0].inscrits == 10
    assert verifier(scene.depot).issues == ()
    statuts = statuts_plusieurs()
    sans = replace(statuts, vote=replace(statuts.vote, colleges="jamais"))
    (une,) = consequences(scene.depot.dossier, scene.assemblee, sans)
    assert une.apres is not None
    assert une.apres.cadre.corps[0].inscrits == 10


def test_le_pouvoir_et_sa_portee_sont_un_seul_acte(scene: Scene) -> None:
    portees = scene.assemblee.tous(PorteePouvoir)
    assert [p.colleges for p in portees] == [("SB",), ("PP",)]
    resumes = [e.resume for e in scene.depot.entrees() if e.acte == "donner_pouvoir"]
    assert resumes[0].endswith(", collège SB")


def test_le_registre_exporte_tous_les_colleges(scene: Scene) -> None:
    dossier = scene.depot.dossier
    octets = exporter(dossier.registre.au(date(2026, 6, 12)), dossier.statuts, "csv")
    assert "SB+PP" in octets.decode("utf-8-sig")


def test_une_presidence_de_l_un_ou_l_autre(scene: Scene) -> None:
    jour = date(2026, 6, 1)
    for college in ("SB", "PP"):
        acte = registre.designer_president(scene.depot, college, 2, jour)
        assert acte.accepte
        assert acte.avertissements == ()
    assert [i.code for i in registre.designer_president(scene.depot, "PM", 2, jour).avertissements] == [
        "PRESIDENT_AUTRE_COLLEGE"
    ]


def test_l_avis_de_chaque_college_receveur(tmp_path: Path) -> None:
    scene = Scene.creer(tmp_path, 10, texte_plusieurs())
    numero = scene.depot.dossier.registre.prochain_numero
    fiche = Fiche(0, date(2026, 5, 1), "physique", "Candide", "Zoé", "Mme", "9 rue du Vœu", "", "", "")
    scene.faire(registre.inscrire(scene.depot, fiche, (Mouvement(numero, date(2026, 5, 1), "candidature", 0, "5", None, None, "lettre"),)))  # fmt: skip
    scene.preparer(par_college=True)
    avis = scene.resolution("Avis SB", objet="avis", regle="avis_college", concerne=numero, college="SB")
    admission = scene.resolution("Admission", objet="admission", regle="admission", concerne=numero)
    scene.convoquer()
    scene.arriver((1, 2, 3, 5))
    scene.ouvrir()
    scene.voter(avis, {"SB": mains(2)}, a(18, 30))
    ouvert = vote.ouvrir_scrutin(scene.depot, scene.ag, admission, "main_levee", a(18, 40))
    assert [(i.code, "PP" in i.phrase) for i in ouvert.avertissements if i.code.startswith("AVIS")] == [
        ("AVIS_COLLEGE", False), ("AVIS_MANQUANT", True),
    ]  # fmt: skip


def test_les_points_types_demandent_les_deux_avis(tmp_path: Path) -> None:
    scene = Scene.creer(tmp_path, 10, texte_plusieurs())
    numero = scene.depot.dossier.registre.prochain_numero
    fiche = Fiche(0, date(2026, 5, 1), "physique", "Candide", "Zoé", "Mme", "9 rue du Vœu", "", "", "")
    scene.faire(registre.inscrire(scene.depot, fiche, (Mouvement(numero, date(2026, 5, 1), "candidature", 0, "5", None, None, "lettre"),)))  # fmt: skip
    scene.preparer(par_college=True)
    points = [p.resolution for p in propositions(scene.depot.dossier, scene.assemblee) if p.resolution.objet == "avis"]
    assert [p.college for p in points] == ["SB", "PP"]


def test_l_isoloir_donne_un_bulletin_dans_chaque_college(scene: Scene) -> None:
    """Whoever is in several colleges has a ballot in each, cast one after the other or in the one that is named."""
    phrase = "sept collines imaginaires sous la brume"
    placee = isoloir.ouvrir(scene.depot, scene.ag, 1, phrase, phrase, a(18, 30))
    scene.faire(placee.acte)
    attendus = electeurs_de(scene.assemblee, placee.scrutin)
    qui, combien = Counter(e.associe for e in attendus).most_common(1)[0]
    assert combien > 1
    dernier = [e.college for e in attendus if e.associe == qui][-1]

    def deposer(associe: int, college: str = "") -> Acte:
        return isoloir.deposer(
            scene.depot, scene.ag, placee.scrutin, associe, isoloir.Choix("pour"), "quelqu’un", college
        )

    scene.faire(deposer(qui, dernier))
    assert [i.code for i in deposer(qui, dernier).refus] == ["DEJA_EMARGE"]
    for electeur in reste_a_emarger(scene.assemblee, placee.scrutin):
        scene.faire(deposer(electeur.associe))
    assert [i.code for i in deposer(qui).refus] == ["DEJA_EMARGE"]
    assert verifier(scene.depot).issues == ()
    scene.faire(isoloir.depouiller(scene.depot, scene.ag, placee.scrutin, a(18, 40), phrase=phrase))
    (un,) = scene.assemblee.votes
    assert {c.college: c.pour for c in un.comptes} == dict(Counter(e.college for e in attendus))
    assert {c.college: c.presents for c in un.corps} == dict(Counter(e.college for e in attendus))


def test_par_tete_l_isoloir_donne_un_bulletin_par_personne(scene: Scene) -> None:
    ouvert = scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, 1, "main_levee", a(18, 30), "demande_secret"))
    un = scene.assemblee.vote(ouvert.faits[0].scrutin)  # type: ignore[attr-defined]
    assert un is not None
    attendus = electeurs(scene.depot.dossier, scene.assemblee, un)
    assert [(e.associe, e.college, e.porteur) for e in attendus] == [
        (1, "*", 1), (2, "*", 2), (3, "*", 3), (4, "*", 3), (5, "*", 5), (7, "*", 1),
    ]  # fmt: skip
