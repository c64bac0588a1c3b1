"""Papers of the registers: the mentions that each must carry, with nobody, one, fifteen or forty-one associés."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scicvote.actes import cooperative, proces_verbal, registre, seance
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.extrait import extrait, resultats
from scicvote.core.faits import Bureau, Fiche, LigneListe, Mouvement
from scicvote.core.papier import Papier, SautDePage
from scicvote.core.papier_parts import attestation_parts, bulletins, souscripteurs
from scicvote.core.papier_pouvoirs import etat_pouvoirs
from scicvote.core.papier_registre import liste_associes, nom_liste, registre_mouvements
from scicvote.core.papier_registre_pv import Place, nom_registre, premiere_page, sommaire_registre
from scicvote.core.papier_societariat import etat_departs, evolution_societariat
from tests.scene_papiers import JOUR, Scene, a, dit, mains, ordinaire


def mouvoir(scene, associe, nature, jour, parts=0, categorie="", tiers=None, piece=""):
    scene.faire(
        registre.mouvementer(scene.depot, Mouvement(associe, jour, nature, parts, categorie, tiers, None, piece))
    )


def importer(scene, fiche, categorie):
    """Somebody whom no act of the window would let in so."""
    entree = Mouvement(fiche.associe, date(2020, 1, 1), "reprise", 5, categorie, None, None, "")
    scene.faire(registre.importer_faits(scene.depot, "essai", (fiche, entree), (), "un"))


def composer(scene, composer_, *reste):
    papier = composer_(scene.depot.dossier, scene.assemblee, *reste)
    assert isinstance(papier, Papier)
    return papier


@pytest.fixture
def scene(tmp_path):
    """Forty-one associés; the accounts approved; some who came, left or changed in 2025 and since."""
    scene = Scene.creer(tmp_path, 41)
    mouvoir(scene, 40, "demission", date(2025, 3, 2), piece="lettre du 1er mars")
    mouvoir(scene, 39, "deces", date(2025, 5, 9))
    mouvoir(scene, 37, "changement_categorie", date(2025, 6, 1), categorie="3")
    mouvoir(scene, 36, "demission", date(2026, 2, 3))
    mouvoir(scene, 1, "cession", date(2025, 7, 1), 2, tiers=2, piece="accord")
    mouvoir(scene, 2, "rectification", date(2025, 8, 1), 1)
    mouvoir(scene, 39, "remboursement", date(2026, 1, 15), 5)
    mouvoir(scene, 3, "souscription", date(2025, 9, 1), 4)
    scene.inscrire_candidat()
    scene.preparer(par_college=True)
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.resolution("Admission de Zoé Candide", regle="admission", objet="admission", concerne=42)
    scene.convoquer()
    scene.arriver(range(1, 21))
    scene.pouvoir(26, 1)
    scene.ouvrir((2, 3))
    point = scene.assemblee.resolutions[0].resolution
    scene.faire(seance.noter_debat(scene.depot, scene.ag, point, "Débat imaginaire sur les comptes."))
    scene.voter(point, {"SB": mains(9), "PP": mains(7, 1), "PM": mains(4)}, a(18, 30))
    scene.voter(scene.assemblee.resolutions[1].resolution, {"SB": mains(9), "PP": mains(8), "PM": mains(4)}, a(18, 40))
    scene.clore()
    return scene


MENTIONS = {
    liste_associes: ("Liste des associés", "Liste arrêtée au 27 mai 2026", "art. 21-1", "38 associés", "1 allée des Fables",
                     "Représentant : Malo Fougère", "Catégorie", "Collège", "Parts", "Voix", "Certifiée exacte par la gérance",
                     "Inès Marjolaine", "Ensemble", "4 rue", "2. Usagers") ,
    registre_mouvements: ("Registre des mouvements de parts", "Arrêté au 12 juin 2026", "02/03/2025", "Démission", "lettre du 1er mars",
                          "Cession de parts", "à Sacha Camomille (n° 2)", "Reprise du registre antérieur", "Parts en tout",
                          "Rectification", "+1", "Remboursement de parts", "Candidature", "soit un capital de"),
    etat_departs: ("État des pertes de la qualité d’associé", "Exercice 2025, du 1er janvier 2025 au 31 décembre 2025", "statuts, art. 14",
                   "Démission", "Décès", "Depuis la clôture, jusqu’au 12 juin 2026 : 1 perte de qualité, dont 1 en catégorie 1",
                   "Parts annulées ou cédées", "Gérante"),
    evolution_societariat: ("Évolution du sociétariat", "décret 2015-1381", "41 associés à l’ouverture", "39 associés à sa clôture",
                            "Au 01/01/2025", "Au 31/12/2025", "Entrées", "Sorties", "Venus d’une autre", "Partis vers une autre",
                            "Capital par catégorie", "Part du capital", "100,00 %", "−6"),
    resultats: ("Résultats des votes", "Première résolution – Approbation des comptes", "Première résolution : adoptée.", "Présence"),
    etat_pouvoirs: ("Pouvoirs", "1 pouvoir donné", "Mandant", "Mandataire", "Inès Marjolaine", "annexés à la feuille de présence"),
    bulletins: ("Bulletin de souscription de parts sociales", "Original n° 1 sur 2, conservé par la société",
                "Original n° 2 sur 2, remis au souscripteur", "Mme Zoé Candide", "9 rue du Vœu", "2. Usagers", "art. 10",
                "d’une valeur de 20 € chacune", "Admission prononcée par l’assemblée générale", "Fait en deux originaux",
                "Bon pour souscription de", "nominatives", "…………"),
}  # fmt: skip
MENTIONS[liste_associes] = tuple(m for m in MENTIONS[liste_associes] if m != "4 rue")


@pytest.mark.parametrize("papier", MENTIONS, ids=lambda papier: papier.__name__)
def test_mentions(scene, papier):
    texte = dit(composer(scene, papier))
    for mention in ("Cliss XXI", "Siège social : 2 rue du Conte", "RCS Fictiville", *MENTIONS[papier]):
        assert mention in texte, mention


@pytest.mark.parametrize("associes", [0, 1, 15])
@pytest.mark.parametrize(
    "papier", [*MENTIONS, lambda d, ag: sommaire_registre(d, ag, "", ())], ids=lambda papier: papier.__name__
)
def test_few_people(tmp_path, associes, papier):
    scene = ordinaire(tmp_path, associes, associes) if associes else Scene.creer(tmp_path, 0)
    if not associes:
        scene.preparer()
    assert "Cliss XXI" in dit(composer(scene, papier))


# --- the list


def test_a_list_that_is_not_frozen_is_a_draft(tmp_path):
    scene = Scene.creer(tmp_path, 3)
    scene.preparer()
    papier = composer(scene, liste_associes)
    assert papier.mention == "PROJET"
    assert "n’est pas encore arrêtée" in dit(papier)
    assert "Camomille" in dit(papier)


def test_the_frozen_list_is_what_prints(scene):
    papier = composer(scene, liste_associes)
    assert papier.mention == ""
    mouvoir(scene, 5, "demission", JOUR)
    assert composer(scene, liste_associes) == papier or "Fougère" in dit(composer(scene, liste_associes))


def test_names_of_the_list(tmp_path):
    scene = Scene.creer(tmp_path, 5)
    scene.preparer()
    scene.faire(registre.inscrire(scene.depot, Fiche(0, date(2020, 1, 1), "morale", "La Ruche rêvée", "", "", "ici", "", "", ""), (
        Mouvement(0, date(2020, 1, 1), "reprise", 5, "2", None, None, ""),)))  # fmt: skip
    contexte = scene.contexte
    dits = ["".join(run.texte for run in nom_liste(contexte, n)) for n in (1, 2, 5, 6)]
    assert dits[:2] == ["Mme\u00a0Marjolaine Inès", "M.\u00a0Camomille Sacha"]
    assert dits[2].startswith("Atelier Fougère\nReprésentant")
    assert dits[3] == "La Ruche rêvée"
    assert "associé n°\u00a099" in nom_liste(contexte, 99)[0].texte
    fiche = scene.depot.dossier.registre.au(JOUR).par_numero[2].fiche
    scene.faire(registre.modifier_fiche(scene.depot, replace(fiche, civilite="")))
    assert "".join(run.texte for run in nom_liste(scene.contexte, 2)) == "Camomille Sacha"


def test_a_category_and_a_person_that_are_gone(scene):
    inconnue = LigneListe(scene.ag, 99, "9", "", 1, 1)
    ag = scene.assemblee.avec((inconnue,))
    texte = dit(liste_associes(scene.depot.dossier, ag))
    assert "associé n° 99" in texte
    assert "\n9\n" in texte


# --- movements


def test_movements_add_up(scene):
    texte = dit(composer(scene, registre_mouvements)).split("\n")
    dernier = texte.index("Candidature") + 1
    assert dernier
    total = scene.depot.dossier.registre.au(JOUR).parts
    assert f"{total} parts" in " ".join(texte)
    assert not [ligne for ligne in texte if ligne.startswith("13/06/2026")]


def test_a_movement_after_the_assembly_is_not_in_its_register(scene):
    avant = composer(scene, registre_mouvements)
    mouvoir(scene, 4, "demission", date(2026, 6, 20))
    assert composer(scene, registre_mouvements) == avant


def test_movements_name_their_assembly_and_losses(scene):
    scene.faire(registre.mouvementer(scene.depot, Mouvement(42, JOUR, "admission", 0, "", None, scene.ag, "")))
    mouvoir(scene, 2, "rectification", JOUR, -1)
    mouvoir(scene, 41, "demission", JOUR)
    texte = dit(composer(scene, registre_mouvements))
    assert "AG ordinaire du 12 juin 2026" in texte
    assert "\n−1\n" in texte
    assert "\n−7\n" in texte


# --- losses


def test_no_loss_since_the_closing_and_a_future_closing(tmp_path):
    scene = ordinaire(tmp_path, 3, 3)
    assert "aucune perte de qualité" in dit(composer(scene, etat_departs))
    convocation = replace(scene.assemblee.convocation, exercice=2026)
    ag = Assemblee(scene.ag, {**scene.assemblee.par_type, type(convocation): (convocation,)}, scene.assemblee.seance)
    assert "Depuis la clôture" not in dit(etat_departs(scene.depot.dossier, ag))


def test_somebody_without_a_category(tmp_path):
    scene = Scene.creer(tmp_path, 1)
    importer(scene, Fiche(2, date(2020, 1, 1), "physique", "Sans", "Sam", "", "ici", "", "", ""), "")
    mouvoir(scene, 2, "demission", date(2026, 2, 1))
    scene.preparer()
    assert "Sans catégorie" in dit(composer(scene, evolution_societariat))
    assert "dont 1 en catégorie –" in dit(composer(scene, etat_departs))


def test_a_category_that_the_statutes_do_not_know(tmp_path):
    scene = Scene.creer(tmp_path, 1)
    importer(scene, Fiche(2, date(2020, 1, 1), "physique", "Neuf", "Nina", "", "ici", "", "", ""), "9")
    scene.preparer()
    assert "\n9\n" in dit(composer(scene, evolution_societariat))


def test_more_parts_than_before(tmp_path):
    scene = Scene.creer(tmp_path, 2)
    mouvoir(scene, 1, "souscription", date(2025, 5, 1), 4)
    scene.preparer()
    assert "\n+4\n" in dit(composer(scene, evolution_societariat))


# --- extracts


def test_an_extract_says_what_it_comes_from_and_who_certifies(scene):
    scene.dresser()
    projet = composer(scene, extrait, (1,), 1, date(2026, 6, 20))
    assert projet.mention == "PROJET"
    scene.signer(1)
    papier = composer(scene, extrait, (1,), 1, date(2026, 6, 20))
    texte = dit(papier)
    assert papier.mention == ""
    for mention in (
        "Extrait du procès-verbal n° 1",
        "Extrait des délibérations",
        "Première résolution : adoptée.",
        "L’assemblée se prononce sur ce point : Approbation des comptes.",
        "certifié conforme au procès-verbal porté au registre sous le n° 1, signé le 16 juin 2026",
        "art. R221-4",
        "le 20 juin 2026",
        "Inès Marjolaine",
        "Gérante",
        "présidée par Mme Inès Marjolaine",
    ):
        assert mention in texte, mention
    assert "Débat imaginaire" not in texte
    assert "Deuxième résolution" not in texte
    toutes = dit(composer(scene, extrait, (), 1, date(2026, 6, 20)))
    assert "Deuxième résolution : adoptée." in toutes
    assert "\nDélibérations" in toutes


def test_an_extract_names_what_rectifies(scene):
    scene.dresser()
    scene.signer(1)
    for _ in range(2):
        scene.faire(proces_verbal.rectifier(scene.depot, scene.ag, 1, date(2026, 6, 17), "Lire autrement."))
        texte = dit(composer(scene, extrait, (1,), 1, JOUR))
    assert "rectifié par les procès-verbaux rectificatifs n° 2 et 3" in texte


def test_one_rectifying_minute(scene):
    scene.dresser()
    scene.signer(1)
    scene.faire(proces_verbal.rectifier(scene.depot, scene.ag, 1, date(2026, 6, 17), "Lire autrement."))
    assert "rectifié par le procès-verbal rectificatif n° 2." in dit(composer(scene, extrait, (1,), 1, JOUR))


def test_no_extract_without_minutes(scene):
    with pytest.raises(LookupError):
        composer(scene, extrait, (), 1, JOUR)


def test_the_extract_of_a_college(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(nature="college", college="SB", exercice=None)
    scene.resolution("Avis", regle="avis_college", objet="avis", concerne=1)
    scene.convoquer()
    scene.arriver((1, 2, 6))
    scene.ouvrir()
    scene.clore()
    scene.dresser()
    assert "registre des décisions du collège SB" in composer(scene, extrait, (), 1, JOUR).pied


def test_results_before_the_closing_are_provisional(tmp_path):
    scene = ordinaire(tmp_path, 3, 3)
    assert composer(scene, resultats).mention == "PROVISOIRE"
    vide = Scene.creer(tmp_path / "vide" if (tmp_path / "vide").mkdir() is None else tmp_path, 1)
    vide.preparer()
    assert "Aucune résolution n’est inscrite." in dit(composer(vide, resultats))


# --- parts


def test_two_originals_for_each_admission(scene):
    papier = composer(scene, bulletins)
    assert sum(isinstance(bloc, SautDePage) for bloc in papier.blocs) == 1
    assert souscripteurs(scene.contexte) == (42,)


def test_the_number_of_parts_in_figures_and_letters(scene):
    mouvoir(scene, 42, "souscription", date(2026, 6, 15), 21)
    texte = dit(composer(scene, bulletins, 42))
    assert "21 parts sociales (vingt et une parts sociales)" in texte
    assert "soit 420 €" in texte
    mouvoir(scene, 41, "souscription", date(2026, 6, 15), 1)
    assert "1 part sociale (une part sociale)" in dit(composer(scene, bulletins, 41))


def test_a_subscriber_before_the_vote_and_one_who_is_already_in(tmp_path):
    scene = Scene.creer(tmp_path, 5)
    scene.inscrire_candidat()
    scene.preparer()
    scene.resolution("Admission", regle="admission", objet="admission", concerne=6)
    assert "Sous réserve de l’admission" in dit(composer(scene, bulletins))
    morale = dit(composer(scene, bulletins, 5))
    for mention in (
        "Dénomination",
        "Siège",
        "Représentée par",
        "Malo Fougère, gérant de l’atelier",
        "prend effet après",
    ):
        assert mention in morale
    fiche = scene.depot.dossier.registre.au(JOUR).par_numero[5].fiche
    nue = replace(fiche, domicile="", representant="", qualite_representant="", courriel="ecrire@exemple.fr")
    scene.faire(registre.modifier_fiche(scene.depot, nue))
    assert "ecrire@exemple.fr" in dit(composer(scene, bulletins, 5))
    assert "Aucune admission" not in dit(composer(scene, bulletins))


def test_nobody_to_subscribe(tmp_path):
    scene = ordinaire(tmp_path, 3, 3)
    assert "Aucune admission n’est à l’ordre du jour" in dit(composer(scene, bulletins))


def test_a_certificate(scene):
    texte = dit(composer(scene, attestation_parts, 3, date(2026, 5, 1)))
    for mention in (
        "Attestation de détention de parts sociales",
        "arrêté au 1er mai 2026",
        "M. Tom Verveine" if "M. Tom" in texte else "Mme Tom Verveine",
        "est au nombre des associés, sous le n° 3",
        "9 parts",
        "Dont libérées",
        "5 parts",
        "20 € la part, soit 180 €",
        "2. Usagers",
        "1er janvier 2020",
    ):
        assert mention in texte, mention


def test_a_certificate_of_somebody_who_left_or_is_nobody(scene):
    texte = dit(composer(scene, attestation_parts, 40, JOUR))
    assert "n’est pas au nombre des associés" in texte
    assert "2 mars 2025 (démission)" in texte
    with pytest.raises(KeyError):
        composer(scene, attestation_parts, 99, JOUR)


def test_a_certificate_without_an_address_nor_a_category(tmp_path):
    scene = Scene.creer(tmp_path, 1)
    importer(scene, Fiche(2, date(2020, 1, 1), "morale", "Nue", "", "", "", "", "", ""), "")
    scene.preparer()
    texte = dit(composer(scene, attestation_parts, 2, JOUR))
    assert "siège" not in texte
    assert "\n–" in texte
    fiche = scene.depot.dossier.registre.au(JOUR).par_numero[2].fiche
    scene.faire(registre.modifier_fiche(scene.depot, replace(fiche, domicile="3 rue du Songe")))
    assert "siège : 3 rue du Songe," in dit(composer(scene, attestation_parts, 2, JOUR))
    assert "…………" in dit(composer(scene, bulletins, 2))


def test_statutes_without_the_value_of_a_part(scene):
    """Nothing is said of money where no value is known."""
    dossier = scene.depot.dossier
    capital = replace(dossier.statuts.capital, valeur_part=None)
    sans = replace(dossier, statuts_lus=((dossier.statuts_lus[0][0], replace(dossier.statuts, capital=capital)),))
    for papier in (
        attestation_parts(sans, scene.assemblee, 3, JOUR),
        bulletins(sans, scene.assemblee),
        registre_mouvements(sans, scene.assemblee),
        evolution_societariat(sans, scene.assemblee),
    ):
        assert "€" not in dit(papier)
        assert "Capital au" not in dit(papier)


def test_a_bulletin_of_somebody_dated_later(scene):
    """A person whose identity the register does not hold on the day of the assembly still has a name."""
    contexte = Contexte(scene.depot.dossier, scene.assemblee)
    assert contexte.nom(42) == "Zoé Candide"


# --- the register of minutes


def test_the_cover_of_a_register(scene):
    scene.faire(proces_verbal.reprendre_registre(scene.depot, "", 20, 143, date(2025, 12, 31)))
    scene.dresser()
    (pv,) = scene.depot.dossier.proces_verbaux("")
    assert premiere_page(scene.depot.dossier, "") == 143
    assert premiere_page(scene.depot.dossier, "SB") == 1
    papier = composer(scene, sommaire_registre, "", (Place(pv, 143, 150),))
    texte = dit(papier)
    for mention in (
        "Registre spécial des procès-verbaux",
        "pages 143 à 150",
        "art. R221-3",
        "fait suite au registre tenu sur papier jusqu’au 31 décembre 2025",
        "n° 20 et à la page 143",
        "143 à 150",
        "Projet",
        "8 pages",
        "L’autorité qui paraphe, et son sceau",
        "interversion",
    ):
        assert mention in texte, mention
    scene.signer(20)
    scene.faire(proces_verbal.rectifier(scene.depot, scene.ag, 20, date(2026, 6, 17), "Lire autrement."))
    places = [Place(pv, 143, 143 if pv.numero == 21 else 150) for pv in scene.depot.dossier.proces_verbaux("")]
    texte = dit(composer(scene, sommaire_registre, "", places))
    assert "16/06/2026" in texte
    assert "Rectificatif du n° 20, AG ordinaire du 12 juin 2026" in texte
    assert "\n143\n" in texte


def test_the_cover_of_a_college_register(scene):
    texte = dit(composer(scene, sommaire_registre, "SB", ()))
    assert nom_registre("SB") == "Registre des décisions du collège SB"
    for mention in ("Registre annexé au registre général", "statuts, art. 24-4", "Aucun procès-verbal"):
        assert mention in texte
    assert "paraphé" not in texte


def test_the_cover_of_an_empty_register(tmp_path):
    scene = ordinaire(tmp_path, 3, 3)
    assert "Coté et paraphé par nous, …… pages" in dit(composer(scene, sommaire_registre, "", ()))


def test_without_managers_a_room_is_left_to_sign(tmp_path):
    scene = Scene.creer(tmp_path, 3)
    scene.preparer()
    scene.faire(cooperative.finir_mandat(scene.depot, 1, date(2026, 3, 1), "démission"))
    assert "La gérance" in dit(composer(scene, liste_associes))


def test_officers_are_said_absent(scene):
    scene.dresser()
    ag = Assemblee(
        scene.ag, {n: f for n, f in scene.assemblee.par_type.items() if n is not Bureau}, scene.assemblee.seance
    )
    assert "Le bureau n’a pas été constitué." in dit(extrait(scene.depot.dossier, ag, (1,), 1, JOUR))
