"""The minutes: the mentions of C. com. R223-24 and statuts 21-8, and what happens in real assemblies."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from scicvote.actes import preparation, proces_verbal, registre, seance, vote
from scicvote.core.faits import Amendement, Deport, Envoi, Mouvement, QuestionEcrite, Resolution
from scicvote.core.papier import BarreVote, Ensemble, Papier, Signatures, Tableau, Titre, brut, textes
from scicvote.core.proces_verbal import proces_verbal as composer
from scicvote.core.vote import ComptageCorps
from tests.scene_papiers import Scene, a, dit, mains, ordinaire


def urne(votants, blanc=0, **voix):
    return ComptageCorps(blanc=blanc, votants=votants, voix={int(nom[1:]): n for nom, n in voix.items()})


def blocs(papier):
    """The blocks laid flat."""

    def plats(bloc):
        return [b for un in bloc.blocs for b in plats(un)] if isinstance(bloc, Ensemble) else [bloc]

    return [plat for bloc in papier.blocs for plat in plats(bloc)]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Forty associés by college: everything that an annual assembly can hold."""
    scene = Scene.creer(tmp_path_factory.mktemp("scene"), 40)
    depot = scene.depot
    scene.preparer(nature="mixte", par_college=True, motif_vote="les collèges ont été demandés le 12 mai 2026")
    comptes = scene.resolution("Approbation des comptes", objet="comptes")
    local = scene.resolution("Location d’un local")
    convention = scene.resolution("Convention", objet="convention", concerne=5)
    avis = scene.resolution("Avis sur une admission", regle="avis_college", objet="avis", concerne=41, college="PP")
    scene.inscrire_candidat()
    admission = scene.resolution("Admission", regle="admission", objet="admission", concerne=41)
    exclusion = scene.resolution("Exclusion", regle="exclusion", objet="exclusion", concerne=38)
    statuts = scene.resolution("Article 4", regle="extraordinaire", objet="statuts")
    election = scene.resolution("Élection", regle="election_gerance", objet="election", sieges=1)
    logo = scene.resolution("Nouveau logo")
    scene.faire(
        preparation.presenter_candidat(depot, scene.ag, election, 1, "SB"),
        preparation.presenter_candidat(depot, scene.ag, election, 3, "PP"),
    )
    scene.convoquer()
    speciale = Envoi(scene.ag, date(2026, 5, 27), "convocation_speciale", "lettre recommandée", (), 38)
    scene.faire(preparation.envoyer(depot, speciale))
    posee = scene.faire(
        preparation.poser_question(depot, scene.ag, 2, date(2026, 6, 8), "La réserve peut-elle servir ?")
    )
    scene.pouvoir(26, 2)
    scene.pouvoir(28, 3, "admis par la présidente")
    scene.arriver(range(1, 26))
    scene.faire(preparation.excuser(depot, scene.ag, 26), preparation.excuser(depot, scene.ag, 29))
    scene.faire(seance.inviter(depot, scene.ag, "Hector Valériane", "expert-comptable"))
    scene.ouvrir((2, 3))
    for titre in ("comptes annuels de 2025", "rapport de gestion"):
        scene.faire(seance.deposer_document(depot, scene.ag, titre))
    question = next(f.question for f in posee.faits if isinstance(f, QuestionEcrite))
    scene.faire(seance.repondre(depot, scene.ag, question, a(18, 10), "Oui, à l’activité."))
    scene.faire(seance.noter_debat(depot, scene.ag, comptes, "L’expert-comptable commente les comptes."))
    scene.voter(comptes, {"SB": mains(10, 1), "PP": mains(10, 0, 1), "PM": mains(5)}, a(18, 30))
    scene.arriver((30,), a(18, 40))
    scene.faire(seance.amender(depot, Amendement(scene.ag, local, a(18, 41), "Texte corrigé du local.", scene.nom(11))))
    scene.voter(local, {"*": mains(10, 15, 2)}, a(18, 45), objet="demande_secret")
    scene.voter(local, {"SB": mains(1, 9), "PP": mains(1, 9), "PM": mains(1, 5)}, a(18, 50))
    scene.faire(vote.deporter(depot, Deport(scene.ag, convention, 5, a(18, 55), "convention")))
    scene.faire(vote.deporter(depot, Deport(scene.ag, convention, 4, a(18, 55), "libre")))
    scene.voter(convention, {"SB": mains(9), "PP": mains(9), "PM": mains(5)}, a(18, 56))
    scene.faire(seance.suspendre(depot, scene.ag, a(19), "pause"), seance.reprendre(depot, scene.ag, a(19, 10)))
    scene.voter(avis, {"PP": mains(9, 1)}, a(19, 12))
    scene.voter(admission, {"SB": mains(9), "PP": mains(9), "PM": mains(5)}, a(19, 15))
    scene.voter(exclusion, {"SB": mains(9), "PP": mains(9), "PM": mains(1, 4)}, a(19, 20))
    scene.voter(statuts, {"SB": mains(10), "PP": mains(5, 5), "PM": mains(4, 2)}, a(19, 25))
    scene.voter(
        election,
        {"SB": urne(10, a1=5, a3=5), "PP": urne(10, 1, a1=4, a3=5), "PM": urne(6, a1=3, a3=3)},
        a(19, 30),
        "secret_papier",
    )
    scene.faire(seance.partir(depot, scene.ag, 2, a(19, 40)))
    scene.voter(
        election,
        {"SB": urne(9, a1=7, a3=2), "PP": urne(10, a1=6, a3=4), "PM": urne(6, a1=4, a3=2)},
        a(19, 45),
        "secret_papier",
    )
    scene.faire(seance.noter_incident(depot, scene.ag, a(20), "Une coupure de courant dure cinq minutes."))
    scene.faire(seance.retirer_resolution(depot, scene.ag, logo, a(20, 10), "plusieurs projets viendront"))
    scene.clore()
    scene.dresser()
    return scene


@pytest.fixture(scope="module")
def texte(scene):
    return dit(scene.pv())


MENTIONS = {
    "denomination": "Cliss XXI",
    "form": "Société coopérative d’intérêt collectif, SARL à capital variable",
    "registered office": "Siège social : 2 rue du Conte, 00100 Fictiville",
    "RCS": "RCS Fictiville 000 000 000",
    "capital of the day": "Capital au 12 juin 2026 : ",
    "number": "Procès-verbal n° 1",
    "date and hour": "Le vendredi douze juin deux mille vingt-six, à dix-huit heures cinq",
    "place": "salle des Utopies, 1 rue de l’Exemple, 00100 Fictiville",
    "convened by whom": "L’assemblée est convoquée à l’initiative de la gérance.",
    "convened when and how": "adressée aux associés le 27 mai 2026 par lettre recommandée (statuts, art. 21-2)",
    "documents sent": "ont été envoyés aux associés le 27 mai 2026 par lettre recommandée",
    "list": "La liste des associés a été arrêtée au 27 mai 2026 par la gérance (statuts, art. 21-1) : 40 associés.",
    "chair and quality": "La séance est présidée par Mme Inès Marjolaine, gérante (statuts, art. 21-5).",
    "secretary": "Secrétaire de séance : Camille Scribe.",
    "scrutateurs": "Scrutateurs : M. Sacha Camomille et Mme Tom Verveine.",
    "every figure once": "Sur 40 inscrits, à l’ouverture : 25 présents, 2 représentés, 1 arrivé ou représenté en cours de séance, "
    "1 excusé sans pouvoir et 11 absents sans pouvoir ni excuse.",
    "excused and represented": "Par pouvoir donné à M. Sacha Camomille (absence excusée)",
    "representative": "Par son représentant, Malo Fougère (délibération du 2 mai)",
    "excused": "Excusés, sans pouvoir (1) : ",
    "absent": "Absents, sans pouvoir ni excuse (11) : ",
    "without a vote": "Assistent sans voix (1) : Hector Valériane, expert-comptable.",
    "withdrawn": "N’ont pas pris part à un vote (2) : Atelier Fougère (résolution 3) et M. Alix Marronnier (résolution 3).",
    "later arrival": "(délibération du 2 mai), à partir de 18 h 40",
    "agenda": "Ordre du jour",
    "documents laid": "comptes annuels de 2025 ;",
    "written question": "M. Sacha Camomille, question reçue le 8 juin 2026 :",
    "answer": "Oui, à l’activité.",
    "way of voting and its ground": "Le vote a lieu par collège. Motif : les collèges ont été demandés le 12 mai 2026.",
    "contestable": "Les collèges ne sont ni demandés ni constitués ; ce mode de vote peut être contesté (statuts, art. 25-1).",
    "weights": "SB 40 %, PP 30 % et PM 30 % (statuts, art. 22)",
    "competence": "Compétence : assemblée extraordinaire.",
    "majority": "Au moins 75 % de toutes les voix",
    "resolution": "Première résolution – Approbation des comptes",
    "debates": "L’expert-comptable commente les comptes.",
    "no debate": "Débats. Néant.",
    "mode and hours": "Vote à main levée, en première consultation, ouvert à 18 h 30, dépouillé à 18 h 32 et proclamé à 18 h 33.",
    "ratio and threshold": "Pour : 93,64 % de toutes les voix ; il faut plus de 50 %.",
    "decision": "Première résolution : adoptée.",
    "rejected": "Deuxième résolution : rejetée.",
    "original text": "L’assemblée se prononce sur ce point : Location d’un local.",
    "amended text": "Texte amendé en séance à 18 h 41, sur proposition d’Inès Ajonc, seul mis aux voix :\nTexte corrigé du local.",
    "request of a secret vote": "Un scrutin secret est demandé sur cette résolution. La demande est mise aux voix à main levée, par tête, "
    "à 18 h 45 : 10 pour, 15 contre et 2 abstentions.",
    "withdrawn by law": "Atelier Fougère, que la convention intéresse, ne prend pas part au vote : sa voix sort des inscrits",
    "withdrawn freely": "M. Alix Marronnier déclare à 18 h 55 ne pas prendre part au vote et reste au nombre des inscrits.",
    "opinion of the college": "Avis du collège PP, rendu au cours de la présente assemblée et présenté avant le vote : favorable (statuts, art. 13).",
    "special convocation": "Convocation spéciale adressée à",
    "three quarters": "il faut au moins 75 %",
    "first round": "Premier tour",
    "second round": "Second tour",
    "a further round is needed": "Résultat du tour : un second tour est nécessaire.",
    "nobody": "Personne n’est élu.",
    "elected": "Mme Inès Marjolaine est élue.",
    "acceptance": "L’acceptation des fonctions n’est pas présumée",
    "acceptance signed": "Bon pour acceptation des fonctions de gérante",
    "withdrawn resolution": "Résolution retirée à 20 h 10, sans être mise aux voix : plusieurs projets viendront.",
    "withdrawn text in full": "L’assemblée se prononce sur ce point : Nouveau logo.",
    "suspension": "Suspension de la séance : pause.",
    "arrival": "Arrivée d’Atelier Amarante (PM), par son représentant, Maud Amarante.",
    "departure and fallen proxy": "Départ de M. Sacha Camomille (SB). Tombe le pouvoir de",
    "incident": "Une coupure de courant dure cinq minutes.",
    "closing": "L’ordre du jour étant épuisé, la séance est levée à vingt heures quarante-cinq.",
    "register": "porté sous le n° 1 au registre spécial des délibérations (C. com., art. R221-3 ; statuts, art. 21-8)",
    "interpretation": "le texte se prête à plusieurs lectures de la majorité",
    "other readings": "Autres lectures qui décident de même :",
}


@pytest.mark.parametrize("mention", MENTIONS, ids=list(MENTIONS))
def test_mentions(texte, mention):
    assert MENTIONS[mention] in texte


def test_every_present_or_represented_is_named_once_with_their_parts(scene):
    noms = next(b for b in blocs(scene.pv()) if isinstance(b, Tableau) and b.colonnes[0].titre == "Associé")
    rangees = [[brut(c) for c in r.cellules] for r in noms.rangees if r.genre.value == "corps"]
    assert len(rangees) == 28
    inscrits = scene.contexte.inscrits
    for n in (*range(1, 26), 26, 28, 30):
        trouvees = [r for r in rangees if r[0] == scene.contexte.civil(n)]
        assert [r[1] for r in trouvees] == [str(inscrits[n].parts)]


def test_each_decision_stands_with_its_table(scene):
    resolutions = [b for b in scene.pv().blocs if isinstance(b, Ensemble) and "Première résolution" in _entier(b)]
    assert len(resolutions) == 1  # the text and its result keep company
    ensembles = [b for b in resolutions[0].blocs if isinstance(b, Ensemble)]
    votes = [e for e in ensembles if any("Première résolution" in t for t in _textes(e))]
    assert len(votes) == 1
    assert any(isinstance(b, Tableau) for b in votes[0].blocs)


def _entier(ensemble):
    return "\n".join(textes(Papier(titre="", auteur="", blocs=(ensemble,))))


def _textes(ensemble):
    return [brut(b.texte) for b in ensemble.blocs if hasattr(b, "texte") and not isinstance(b, Titre)]


def test_attendance_of_each_vote_is_that_of_its_moment(scene):
    tables = [b for b in blocs(scene.pv()) if isinstance(b, Tableau) and b.colonnes[1].titre == "Inscrits"]
    totaux = [[brut(c) for c in t.rangees[-1].cellules][1:4] for t in tables]
    assert totaux[0] == ["40", "25", "2"]
    assert totaux[1] == ["40", "26", "2"]
    assert totaux[-1] == ["40", "25", "1"]


def test_there_is_a_drawing_for_each_resolution_voted(scene):
    assert sum(isinstance(b, BarreVote) for b in blocs(scene.pv())) == 7


def test_nothing_says_how_anybody_voted(texte):
    assert "a voté" not in texte
    assert "empreinte" not in texte.lower()


def test_managers_and_chair_sign(scene):
    signatures = [b for b in blocs(scene.pv()) if isinstance(b, Signatures)]
    assert [(c.nom, c.qualite) for c in signatures[0].cases] == [("Inès Marjolaine", "Présidente de séance, gérante")]
    assert [c.nom for c in signatures[1].cases] == ["Inès Marjolaine"]


# --- a draft, to be signed, signed, rectified


def test_project_until_signed_then_rectified(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    assert scene.pv().mention == "PROJET"
    assert scene.pv().titre == "Procès-verbal"
    scene.clore()
    scene.dresser()
    assert scene.pv().mention == "PROJET"
    assert "n°" in scene.pv().titre
    scene.signer(1)
    assert scene.pv().mention == ""
    assert "Signé le 16 juin 2026 par Inès Marjolaine." in dit(scene.pv())
    scene.faire(
        proces_verbal.rectifier(scene.depot, scene.ag, 1, date(2026, 6, 20), "Lire 18 h 06.\nLe reste demeure.")
    )
    texte = dit(scene.pv(2))
    assert scene.pv(2).mention == "PROJET"
    assert "Procès-verbal rectificatif n° 2" in texte
    assert "rectifie le procès-verbal n° 1, qui demeure au registre tel qu’il a été signé" in texte
    assert "Lire 18 h 06.\nLe reste demeure." in texte
    assert "Procès-verbal n° 1" in dit(scene.pv())


def test_a_clean_copy_to_sign(tmp_path):
    scene = ordinaire(tmp_path, 2, 2)
    assert composer(scene.depot.dossier, scene.assemblee, a_signer=True).mention == "PROJET"
    scene.clore()
    scene.dresser()
    assert composer(scene.depot.dossier, scene.assemblee, a_signer=True).mention == ""
    with pytest.raises(KeyError):
        scene.pv(7)


def test_once_signed_nothing_more_is_recorded(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    point = scene.assemblee.resolutions[0].resolution
    scene.clore()
    scene.dresser()
    scene.signer(1)
    avant = scene.pv()
    acte = seance.noter_debat(scene.depot, scene.ag, point, "Après coup.")
    assert [issue.code for issue in acte.refus] == ["PV_SIGNE"]
    assert not preparation.excuser(scene.depot, scene.ag, 12).accepte
    assert scene.pv() == avant


# --- by heads


@pytest.mark.parametrize(("associes", "presents"), [(1, 1), (2, 2), (15, 9), (41, 30)])
def test_by_heads(tmp_path, associes, presents):
    scene = ordinaire(tmp_path, associes, presents)
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(presents)}, a(18, 30))
    scene.clore()
    texte = dit(scene.pv())
    assert "Le vote a lieu par tête. Chaque associé dispose d’une voix" in texte
    mot = "1 voix" if presents == 1 else f"{presents} voix"
    assert f"Pour : {mot} sur {associes}, soit " in texte
    assert "Première résolution : adoptée." in texte
    assert "Collège" not in texte


def test_nobody_and_nothing_still_prints(tmp_path):
    scene = Scene.creer(tmp_path, 0)
    scene.preparer()
    texte = dit(scene.pv())
    for phrase in (
        "Aucune résolution n’est à l’ordre du jour.",
        "Le bureau n’a pas été constitué.",
        "La séance n’est pas close.",
    ):
        assert phrase in texte


def test_not_voted_is_said(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.clore()
    texte = dit(scene.pv())
    assert "Cette résolution n’a pas été mise aux voix." in texte
    assert "La séance est levée à vingt heures quarante-cinq." in texte


def test_another_chair_and_why(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    scene.resolution("Comptes")
    scene.convoquer()
    scene.arriver(range(2, 8))
    scene.ouvrir((), president=2, motif="la gérante est absente")
    texte = dit(scene.pv())
    assert (
        "M. Sacha Camomille, associé désigné pour présider (C. com., art. R223-23) : la gérante est absente." in texte
    )
    assert "Il n’est pas désigné de scrutateur." in texte


@pytest.mark.parametrize(
    ("presents", "suite"), [(15, "l’irrégularité est couverte"), (14, "l’irrégularité n’est pas couverte")]
)
def test_a_late_notice_and_its_cure(tmp_path, presents, suite):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    scene.resolution("Comptes")
    scene.convoquer(date(2026, 6, 1))
    scene.arriver(range(1, presents + 1))
    scene.ouvrir()
    assert "Ce délai n’a pas été respecté" in dit(scene.pv())
    assert suite in dit(scene.pv())


def test_minutes_use_the_names_of_the_day(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    avant = dit(scene.pv())
    fiche = scene.depot.dossier.registre.au(date.max).par_numero[2].fiche
    scene.faire(registre.modifier_fiche(scene.depot, replace(fiche, effet=date(2026, 9, 1), nom="Autre")))
    assert dit(scene.pv()) == avant


# --- a silent college, another reading, the secret


def test_a_silent_college_and_the_reading_that_decides_otherwise(tmp_path):
    scene = Scene.creer(tmp_path, 40)
    scene.preparer(par_college=True, motif_vote="essai")
    point = scene.resolution("Point")
    scene.convoquer()
    scene.arriver(n for n in range(1, 21) if n % 5)
    scene.ouvrir()
    scene.voter(point, {"SB": mains(5, 3), "PP": mains(5, 3)}, a(18, 30))
    texte = dit(scene.pv())
    assert "Le collège PM n’a pas voté. 30,00 points ne sont portés par personne" in texte
    assert "Pour : 43,75 % de toutes les voix" in texte
    assert (
        "Une autre lecture du texte déciderait autrement : à 62,50 % des voix exprimées, la résolution serait adoptée."
        in texte
    )


def _secret(tmp_path, comptage, presents=range(1, 26), associes=40, par_college=True):
    scene = Scene.creer(tmp_path, associes)
    scene.preparer(par_college=par_college, motif_vote="essai")
    point = scene.resolution("Point secret")
    scene.convoquer()
    scene.arriver(presents)
    scene.ouvrir()
    scene.voter(point, comptage, a(18, 30), "secret_papier")
    return scene.pv()


def _titres(papier):
    return [c.titre for b in blocs(papier) if isinstance(b, Tableau) for c in b.colonnes]


@pytest.mark.parametrize(
    "comptage",
    [
        {"SB": mains(6, 4), "PP": mains(6, 4), "PM": mains(0, 5)},
        {"SB": mains(6, 4), "PP": mains(6, 4), "PM": mains(1, 1)},
        {"SB": mains(6, 4), "PP": mains(6, 4), "PM": mains(0, 0, 1)},
    ],
)
def test_a_secret_vote_that_would_speak_prints_the_carried_total_alone(tmp_path, comptage):
    papier = _secret(tmp_path, comptage)
    assert "Votants" in _titres(papier)
    assert not {"Pour", "Contre", "Points pour"} & set(_titres(papier))
    texte = dit(papier)
    assert "le décompte par collège dirait qui a voté quoi, seul le total porté est imprimé" in texte
    assert "unanime" not in texte
    (barre,) = [b for b in blocs(papier) if isinstance(b, BarreVote)]
    assert [corps.libelle for corps in barre.corps] == [""]


def test_a_secret_vote_that_says_nothing_prints_its_counts(tmp_path):
    papier = _secret(tmp_path, {"SB": mains(6, 4), "PP": mains(6, 4), "PM": mains(2, 3)})
    assert {"Pour", "Contre", "Points pour"} <= set(_titres(papier))
    assert "Secret du vote" not in dit(papier)


def test_unanimous_and_secret_by_heads_is_said(tmp_path):
    papier = _secret(tmp_path, {"*": mains(9)}, range(1, 10), 15, par_college=False)
    assert "Secret du vote : le scrutin est unanime, ses chiffres disent le vote de chacun." in dit(papier)
    assert "Pour" in _titres(papier)


def test_two_voters_in_secret_by_heads_print_no_figure(tmp_path):
    papier = _secret(tmp_path, {"*": mains(1, 1)}, range(1, 3), 2, par_college=False)
    texte = dit(papier)
    assert "moins de trois personnes ont voté" in texte
    assert "La majorité requise, plus de 50 % de tous les associés, n’est pas réunie." in texte
    assert "Pour" not in _titres(papier)
    assert not [b for b in blocs(papier) if isinstance(b, BarreVote)]


def test_an_open_unanimous_vote_prints_its_counts(tmp_path):
    scene = ordinaire(tmp_path, 15, 9)
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(9)}, a(18, 30))
    assert "Secret du vote" not in dit(scene.pv())


# --- second consultation, college


def test_second_consultation(tmp_path):
    scene = ordinaire(tmp_path, 15, 9)
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(5, 4)}, a(18, 30))
    scene.clore()
    acte = preparation.convoquer_seconde(scene.depot, scene.ag, datetime(2026, 7, 3, 18), "à la mairie", "la gérance")
    scene.faire(acte)
    scene.ag = next(f.assemblee for f in acte.faits if isinstance(f, Resolution))
    scene.convoquer(date(2026, 6, 17))
    scene.arriver(range(1, 8))
    scene.ouvrir()
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(4, 3)}, datetime(2026, 7, 3, 18, 30))
    texte = dit(scene.pv())
    assert "La présente assemblée est une seconde consultation (C. com., art. L223-29)." in texte
    assert (
        "Elle ne remet aux voix que la résolution qui n’a pas réuni la majorité requise à la première, tenue le 12 juin 2026."
        in texte
    )
    assert "Première consultation (première résolution de l’assemblée du 12 juin 2026) : rejetée." in texte
    assert "Vote à main levée, en seconde consultation, ouvert à 18 h 30" in texte
    assert "Pour : 4 voix sur 7, soit 57,14 % des suffrages exprimés ; il faut plus de 50 %." in texte


def test_a_college_has_its_own_register(tmp_path):
    scene = Scene.creer(tmp_path, 40)
    scene.faire(registre.designer_president(scene.depot, "SB", 1, date(2026, 2, 1)))
    scene.preparer(nature="college", college="SB", exercice=None, convoquee_par="la présidente du collège")
    point = scene.resolution("Avis", regle="avis_college", objet="avis", concerne=3)
    scene.convoquer()
    scene.arriver((1, 2, 6, 7))
    scene.ouvrir()
    scene.voter(point, {"*": mains(3, 1)}, a(18, 30))
    scene.clore()
    scene.dresser()
    texte = dit(scene.pv())
    assert "Le collège est réuni à l’initiative de la présidente du collège (statuts, art. 24-4 et 25-3)." in texte
    assert "Mme Inès Marjolaine, présidente du collège (statuts, art. 25-3)" in texte
    assert (
        "sous le n° 1 au registre des décisions du collège SB, annexé au registre général (statuts, art. 24-4)" in texte
    )
    assert "les associés du collège « Salariés et bénévoles membres actifs » (SB) de Cliss XXI" in texte


def test_what_an_exclusion_decides_does_not_rewrite_the_minutes(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(9, 1)}, a(18, 30))
    scene.clore()
    avant = dit(scene.pv()).partition("Le vendredi")[2]
    exclusion = Mouvement(12, date(2026, 6, 12), "exclusion", 0, "", None, scene.ag, "procès-verbal")
    scene.faire(registre.mouvementer(scene.depot, exclusion))
    assert dit(scene.pv()).partition("Le vendredi")[2] == avant
