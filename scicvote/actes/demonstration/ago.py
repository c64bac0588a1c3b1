"""The annual assembly by college, the college's own assembly before it, and its second consultation."""

from __future__ import annotations

from datetime import date, datetime

from scicvote.actes import cooperative, preparation, registre, seance, vote
from scicvote.actes.demonstration.age import ALIX, INES, SALLE
from scicvote.actes.demonstration.conteur import Conteur, mains, point, urne
from scicvote.core.faits import Affectation, Amendement, Deport, Fiche, Mouvement, QuestionEcrite, Resolution
from scicvote.core.scrutin import ENSEMBLE

JOUR = date(2026, 6, 12)
COLLECTIVITE = 41
MOTIF = "les collèges sont constitués depuis le 20\u00a0mars 2026 (statuts, art. 22 et 25-1)"
DEPARTEMENT = "Département de la Haute-Fable"


def a(heure: int, minute: int) -> datetime:
    """An hour of the day of the assembly."""
    return datetime(2026, 6, 12, heure, minute)


def tenir_college(conteur: Conteur) -> int:
    """The legal persons meet first: their opinion on the collectivité that asks to join (statuts 13, 24-4)."""
    depot = conteur.depot
    fiche = Fiche(0, date(2026, 4, 20), "morale", DEPARTEMENT, "", "", "Hôtel du Département, 00500 Haute-Fable",
                  "contact@haute-fable.exemple.invalid", "Suzanne Mélèze", "conseillère départementale")  # fmt: skip
    candidature = Mouvement(0, date(2026, 4, 20), "candidature", 0, "4", None, None, "lettre du 20 avril 2026")
    conteur.faire(registre.inscrire(depot, fiche, (candidature,)))
    ag = conteur.preparer(
        nature="college", heure=a(16, 30), lieu=SALLE, par_college=False, college="PM",
        motif_vote="assemblée de collège\u00a0: une voix par membre (statuts, art. 26)", convoquee_par="la présidente du collège",
    )  # fmt: skip
    avis = conteur.resolution(
        ag,
        f"Avis sur l’admission du {DEPARTEMENT}",
        f"Le collège des personnes morales émet un avis favorable à l’admission du {DEPARTEMENT}, catégorie\u00a04, pour cinquante "
        "parts sociales.",
        "avis_college",
        "avis",
        concerne=COLLECTIVITE,
    )
    conteur.faire(preparation.arreter_liste(depot, ag, date(2026, 6, 10), "la présidente du collège"))
    conteur.arriver(ag, [33, 34, 35, 37, 39], a(16, 25))
    conteur.pouvoir(ag, 36, 34, a(16, 20))
    conteur.ouvrir(ag, a(16, 35), 33, "Gaspard Nénuphar", (37,))
    conteur.voter(ag, avis, {ENSEMBLE: mains(4, 1, 1)}, a(16, 50))
    conteur.finir(ag, a(17, 0), date(2026, 6, 15), ("Clarisse Mirabelle",))
    return ag


def tenir_ago(conteur: Conteur) -> int:
    """12 June 2026: the usual agenda of an annual assembly, and what happens in a real one."""
    depot = conteur.depot
    ag = conteur.preparer(
        nature="ordinaire", heure=a(18, 0), lieu=SALLE, par_college=True, motif_vote=MOTIF, exercice=2025
    )
    points = _ordre_du_jour(conteur, ag)
    conteur.faire(preparation.presenter_candidat(depot, ag, points["election"], 1, "SB"))
    conteur.faire(preparation.presenter_candidat(depot, ag, points["election"], 9, "SB"))
    conteur.faire(preparation.presenter_candidat(depot, ag, points["election"], 15, "PP"))
    pieces = (
        "comptes annuels de 2025",
        "rapport de gestion",
        "rapport spécial sur les conventions",
        "texte des résolutions",
    )
    conteur.convoquer(ag, date(2026, 5, 27), pieces)
    question = conteur.faire(
        preparation.poser_question(
            depot,
            ag,
            25,
            date(2026, 6, 8),
            "La réserve statutaire peut-elle financer l’achat de matériel reconditionné\u202f?",
        )
    )
    _entrer(conteur, ag)
    for titre in pieces:
        conteur.faire(seance.deposer_document(depot, ag, titre))
    numero = next(f.question for f in question.faits if isinstance(f, QuestionEcrite))
    reponse = "Oui\u00a0: l’impartageabilité interdit de la distribuer, non de l’employer à l’activité."
    conteur.faire(seance.repondre(depot, ag, numero, a(18, 20), reponse))
    _voter_comptes(conteur, ag, points)
    _voter_admission(conteur, ag, points)
    _voter_gerance(conteur, ag, points)
    _voter_projets(conteur, ag, points)
    conteur.finir(ag, a(20, 45), date(2026, 6, 15), (INES, "Ève Noisetier"))
    _suites(conteur, ag)
    return ag


def _ordre_du_jour(conteur: Conteur, ag: int) -> dict[str, int]:
    affectation = Affectation(ag, 0, "14188", "0", "0", "7540", "2128", "7982", "12060", "0")
    return {
        "comptes": conteur.resolution(
            ag, "Approbation des comptes et du rapport de gestion",
            "L’assemblée, après lecture du rapport de gestion, approuve les comptes de l’exercice clos le 31\u00a0décembre 2025 et "
            "les opérations qu’ils traduisent.", "ordinaire", "comptes"),
        "affectation": conteur.fait(
            preparation.proposer_affectation(
                conteur.depot, point(ag, "Affectation du résultat", "", "ordinaire", "affectation"), affectation),
            Resolution).resolution,
        "quitus": conteur.resolution(
            ag, "Quitus à la gérance", "L’assemblée donne quitus à la gérance pour sa gestion de l’exercice 2025.",
            "ordinaire", "quitus"),
        "convention": conteur.resolution(
            ag, "Convention réglementée avec l’Atelier Marmotte",
            "L’assemblée approuve la convention de sous-location conclue avec l’Atelier Marmotte, associé, et mentionnée au "
            "rapport spécial.", "ordinaire", "convention", concerne=33),
        "admission": conteur.resolution(
            ag, f"Admission du {DEPARTEMENT}",
            f"L’assemblée admet le {DEPARTEMENT} comme associé, catégorie\u00a04, pour cinquante parts sociales.",
            "admission", "admission", concerne=COLLECTIVITE),
        "designation_sb": conteur.resolution(
            ag, "Désignation des candidats du collège SB",
            "Le collège des salariés et bénévoles présente Inès Marjolaine et Malo Fougère à la gérance.",
            "designation_candidat", "designation", college="SB"),
        "designation_pp": conteur.resolution(
            ag, "Désignation du candidat du collège PP",
            "Le collège des personnes physiques présente Ève Noisetier à la gérance.",
            "designation_candidat", "designation", college="PP"),
        "election": conteur.resolution(
            ag, "Élection de deux gérants", "L’assemblée élit deux gérants pour une année, parmi les candidats présentés par "
            "les collèges.", "election_gerance", "election", sieges=2),
        "reseau": conteur.resolution(
            ag, "Adhésion au Réseau des coopératives imaginaires",
            "L’assemblée décide l’adhésion de la coopérative au Réseau des coopératives imaginaires, pour une cotisation de "
            "300\u00a0€ par an.", "ordinaire", "autre"),
        "local": conteur.resolution(
            ag, "Location d’un second local", "L’assemblée autorise la gérance à louer un second local à Saint-Roman, pour un "
            "loyer annuel d’au plus 6\u202f000\u00a0€.", "ordinaire", "autre"),
        "logo": conteur.resolution(
            ag, "Nouveau logo", "L’assemblée adopte le logo présenté en annexe à la convocation.", "ordinaire", "autre"),
    }  # fmt: skip


def _entrer(conteur: Conteur, ag: int) -> None:
    """Twenty-three there, six represented; a late arrival and an early departure come later."""
    recus = datetime(2026, 6, 10, 9, 30)
    for mandant, mandataire in ((5, 3), (12, 3), (14, 13), (19, 15), (36, 34)):
        conteur.pouvoir(ag, mandant, mandataire, recus)
    decision = "admis par la présidente, au vu de l’article 23 et de l’article L223-28"
    conteur.pouvoir(ag, 23, 8, recus, decision)
    presents = [1, 2, 3, 4, 6, 8, 9, 10, 13, 15, 16, 17, 18, 20, 21, 24, 25, 27, 33, 34, 35, 37, 39]
    conteur.arriver(ag, presents, a(17, 41))
    for absent in (38, 11):
        conteur.faire(preparation.excuser(conteur.depot, ag, absent))
    conteur.faire(seance.inviter(conteur.depot, ag, "Suzanne Mélèze", f"représentante du {DEPARTEMENT}, candidat"))
    conteur.faire(seance.inviter(conteur.depot, ag, "Hector Valériane", "expert-comptable"))
    conteur.ouvrir(ag, a(18, 5), 1, 2, (9, 24))


def _voter_comptes(conteur: Conteur, ag: int, points: dict[str, int]) -> None:
    depot = conteur.depot
    debat = "L’expert-comptable commente les comptes\u00a0; le résultat tient à deux projets financés par subvention."
    conteur.faire(seance.noter_debat(depot, ag, points["comptes"], debat))
    conteur.voter(ag, points["comptes"], {"SB": mains(10), "PP": mains(13), "PM": mains(6)}, a(18, 30))
    conteur.emarger(ag, 29, a(18, 36))
    conteur.voter(ag, points["affectation"], {"SB": mains(9, 0, 1), "PP": mains(13, 1), "PM": mains(6)}, a(18, 40))
    conteur.voter(ag, points["quitus"], {"SB": mains(9, 0, 1), "PP": mains(14), "PM": mains(5, 0, 1)}, a(18, 46))
    conteur.faire(vote.deporter(depot, Deport(ag, points["convention"], 33, a(18, 50), "convention")))
    conteur.voter(ag, points["convention"], {"SB": mains(8, 1, 1), "PP": mains(12, 2), "PM": mains(5)}, a(18, 51))


def _voter_admission(conteur: Conteur, ag: int, points: dict[str, int]) -> None:
    conteur.faire(seance.suspendre(conteur.depot, ag, a(18, 57), "pause"))
    conteur.faire(seance.reprendre(conteur.depot, ag, a(19, 10)))
    conteur.voter(ag, points["admission"], {"SB": mains(10), "PP": mains(12, 1, 1), "PM": mains(4, 1, 1)}, a(19, 12))


def _voter_gerance(conteur: Conteur, ag: int, points: dict[str, int]) -> None:
    """The colleges designate, at the majority of their members; then two of three candidates are elected in secret."""
    conteur.voter(ag, points["designation_sb"], {"SB": mains(10)}, a(19, 20))
    conteur.voter(ag, points["designation_pp"], {"PP": mains(12, 0, 2)}, a(19, 25))
    comptage = {
        "SB": urne(10, a1=8, a9=7, a15=4),
        "PP": urne(14, 1, a1=10, a9=3, a15=12),
        "PM": urne(6, a1=5, a9=2, a15=4),
    }
    conteur.voter(ag, points["election"], comptage, a(19, 32), "secret_papier")


def _voter_projets(conteur: Conteur, ag: int, points: dict[str, int]) -> None:
    """Adopted, though another reading would reject it; then a departure, an amended text rejected, a withdrawal."""
    depot = conteur.depot
    conteur.voter(ag, points["reseau"], {"SB": mains(7, 2, 1), "PP": mains(8, 5, 1), "PM": mains(3, 2, 1)}, a(19, 45))
    conteur.faire(seance.partir(depot, ag, 3, a(19, 52)))
    texte = (
        "L’assemblée autorise la gérance à louer un second local à Saint-Roman, pour un loyer annuel d’au plus "
        "5\u202f000\u00a0€ et pour une durée d’un an."
    )
    conteur.faire(seance.amender(depot, Amendement(ag, points["local"], a(19, 58), texte, "Anaïs Mélisse")))
    debat = "Le montant du loyer et la durée sont discutés\u00a0; le texte est amendé. Plusieurs associés attendent un devis."
    conteur.faire(seance.noter_debat(depot, ag, points["local"], debat))
    demande = {"SB": 2, "PP": 4, "PM": 1}
    pour = sum(demande.values())
    conteur.voter(ag, points["local"], {ENSEMBLE: mains(pour, 20)}, a(20, 4), objet="demande_secret")
    conteur.voter(ag, points["local"], {"SB": mains(3, 0, 4), "PP": mains(6, 3, 5), "PM": mains(2, 1, 3)}, a(20, 10))
    conteur.faire(
        seance.noter_incident(
            depot, ag, a(20, 15), "Une coupure de courant interrompt la projection pendant cinq minutes."
        )
    )
    conteur.faire(
        seance.retirer_resolution(depot, ag, points["logo"], a(20, 25), "la gérance présentera plusieurs projets")
    )


def _suites(conteur: Conteur, ag: int) -> None:
    """What follows from the votes: the mandates begin, the collectivité subscribes and pays its fifty parts."""
    depot = conteur.depot
    for gerant in (1, 15):
        conteur.faire(cooperative.commencer_mandat(depot, gerant, date(2026, 6, 13), date(2027, 6, 12), ag))
    for nature, jour, parts, piece in (
        ("admission", JOUR, 0, "procès-verbal de l’assemblée du 12 juin 2026"),
        ("souscription", date(2026, 7, 15), 50, "bulletin de souscription en deux originaux"),
        ("liberation", date(2026, 7, 28), 50, "virement de 1 000 €"),
    ):
        mouvement = Mouvement(COLLECTIVITE, jour, nature, parts, "", None, ag if nature == "admission" else None, piece)
        conteur.faire(registre.mouvementer(depot, mouvement))


def tenir_seconde(conteur: Conteur, premiere: int) -> int:
    """3 July 2026: the rejected resolution again, decided this time on the votes cast (C. com. L223-29)."""
    acte = preparation.convoquer_seconde(conteur.depot, premiere, datetime(2026, 7, 3, 18, 0), SALLE, "la gérance")
    point_ = conteur.fait(acte, Resolution)
    ag = point_.assemblee
    conteur.convoquer(ag, date(2026, 6, 17))
    presents = [1, 2, 3, 4, 8, 9, 13, 15, 16, 24, 25, 27, 33, 34, 37]
    conteur.arriver(ag, presents, datetime(2026, 7, 3, 17, 50))
    conteur.ouvrir(ag, datetime(2026, 7, 3, 18, 5), 1, 2, (9, 24))
    comptage = {"SB": mains(4, 0, 2), "PP": mains(4, 1, 1), "PM": mains(2, 0, 1)}
    conteur.voter(ag, point_.resolution, comptage, datetime(2026, 7, 3, 18, 25))
    conteur.finir(ag, datetime(2026, 7, 3, 18, 40), date(2026, 7, 6), (INES, "Ève Noisetier"))
    return ag


__all__ = ["ALIX", "tenir_ago", "tenir_college", "tenir_seconde"]
