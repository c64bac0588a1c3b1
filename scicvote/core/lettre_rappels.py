"""What a letter reminds of: colleges, proxies, documents, written questions, what a second consultation decides."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.college import CONSTITUES, DEMANDES, etat_colleges
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.correspondance import article as article_distance
from scicvote.core.correspondance import article_echeance, echeance, prevue
from scicvote.core.courrier import Courrier
from scicvote.core.droit_forme import DOCUMENTS, QUESTIONS, STATUTS
from scicvote.core.etapes import LIBELLES, libelle_seuil
from scicvote.core.exact import INSECABLE, accord, poids_court, pourcent
from scicvote.core.faits import Resolution
from scicvote.core.francais import capitale, cardinal, date_longue, enumerer, ordinal, par, selon
from scicvote.core.papier import Bloc, Colonne, Tableau, Titre, liste, paragraphe, rangee
from scicvote.core.pv_regles import ligne_de, regle_de
from scicvote.core.pv_secret import taire
from scicvote.core.recalcul import resultat_de
from scicvote.core.resultat import Resultat
from scicvote.core.statuts import Constitution

_ANNUELS = ("le rapport de gestion", "les comptes annuels", "le texte des résolutions")
_AUTRES = ("le rapport de la gérance", "le texte des résolutions")


# --- how one votes


@regle("statuts", "22", "25-1", "26")
def vote(courrier: Courrier, siens: tuple[str, ...]) -> tuple[str, ...]:
    """How one votes, that colleges exist and can be asked for; by college, the addressee's own and their weights."""
    contexte = courrier.contexte
    une_voix = "Chaque associé dispose d’une voix, quel que soit le nombre de ses parts"
    article, plusieurs = contexte.citer("colleges", "vote.report"), contexte.statuts.societariat.plusieurs_colleges
    if courrier.college:
        seul = contexte.libelle_corps(contexte.ag.convocation.college)
        return (f"Cette assemblée réunit le collège {seul}, dont vous êtes membre. {une_voix} ({article}).",)
    if contexte.par_college:
        ou = "dans chacun de ses collèges" if plusieurs else "au sein de son collège"
        return (f"{une_voix}, {ou} ({article}).", colleges(contexte), _les_votres(contexte, siens))
    if not contexte.statuts.colleges:
        return (f"{une_voix} ({article}).",)
    return f"Cette assemblée vote par tête. {une_voix} ({article}).", colleges(contexte), _etat(courrier)


def colleges(contexte: Contexte) -> str:
    """``Les statuts connaissent trois collèges : …``, with their weights."""
    noms = enumerer([f"{c.nom} ({c.code}, {poids_court(c.poids)} des voix)" for c in contexte.statuts.colleges])
    combien = len(contexte.statuts.colleges)
    mots = cardinal(combien) + selon(combien, " collège", " collèges")
    return f"Les statuts répartissent les associés en {mots}{INSECABLE}: {noms} ({contexte.citer('colleges')})."


def _les_votres(contexte: Contexte, siens: tuple[str, ...]) -> str:
    miens = [college for college in contexte.statuts.colleges if college.code in siens]
    if len(miens) > 1:
        noms = enumerer([f"{c.nom} ({c.code}, {poids_court(c.poids)} des voix de l’assemblée)" for c in miens])
        return f"Cette assemblée vote par collège. Vous votez une fois dans chacun de ces collèges{INSECABLE}: {noms}."
    college = miens[0] if miens else None
    if college is None:
        return "Aucun collège des statuts ne reçoit votre catégorie\u00a0: prenez contact avec la gérance avant l’assemblée."
    return (
        f"Cette assemblée vote par collège. Vous votez dans le collège {college.nom} ({college.code}), qui pèse "
        f"{poids_court(college.poids)} des voix de l’assemblée."
    )


def _etat(courrier: Courrier) -> str:
    """Whether colleges sleep, were asked for or exist as the letter leaves, and how they can be asked for."""
    contexte, constitution = courrier.contexte, courrier.contexte.statuts.constitution
    etat = etat_colleges(contexte.dossier.etats_colleges, courrier.jour)
    article = contexte.citer("vote.colleges", "constitution")
    if etat is not None and etat.etat == CONSTITUES:
        return f"Ces collèges sont constitués depuis le {date_longue(etat.jour)} ({article})."
    if etat is not None and etat.etat == DEMANDES:
        return f"Ils ont été demandés le {date_longue(etat.jour)} et ne sont pas encore constitués ({article})."
    return f"Ils ne sont pas constitués à ce jour{INSECABLE}; {_demande(constitution)} ({article})."


def _demande(constitution: Constitution) -> str:
    """Who can ask for colleges, and when."""
    combien = constitution.demandeurs
    qui = selon(combien, "un associé peut", f"{accord(combien, 'associé')} peuvent")
    if constitution.associes_plus_de is None:
        return f"{qui} en demander la constitution"
    depuis = selon(constitution.exercices, "d’un exercice", f"de {constitution.exercices} exercices")
    return (
        f"{qui} en demander la constitution dès que la coopérative compte plus de "
        f"{accord(constitution.associes_plus_de, 'associé')} pendant plus {depuis}"
    )


# --- proxies


@regle("statuts", "23", "26")
@regle("C. com.", "L223-28")
def pouvoirs(courrier: Courrier) -> tuple[str, ...]:
    """Who can hold a proxy and what becomes of it, a sentence each."""
    contexte = courrier.contexte
    regles, statuts = contexte.statuts.pouvoirs, contexte.statuts
    articles = courrier.citer("pouvoirs", loi=("L223-28",))
    conjoint = "votre conjoint ou par un autre associé" if regles.conjoint else "un autre associé"
    phrases = [f"Vous pouvez vous faire représenter par {conjoint} ({articles})."]
    if contexte.par_college and regles.meme_college:
        ferme = citer((statuts.article("pouvoirs.meme_college"),))
        phrases.append(
            f"Le vote ayant lieu par collège, la personne qui vous représente est du même collège que vous ({ferme})."
        )
    if regles.maximum is not None:
        phrases.append(f"Une même personne porte au plus {accord(regles.maximum, 'pouvoir')}.")
    if regles.en_blanc == "interdit":
        phrases.append("Le pouvoir porte le nom de qui le reçoit\u00a0: sans ce nom, il ne peut pas servir.")
    else:
        phrases.append("Un pouvoir sans nom revient au président de séance.")
    phrases.append(
        "Il vaut pour cette assemblée seulement, ne se transmet pas à une autre personne, et tombe si vous venez "
        "vous-même ou quand la personne qui le porte quitte la séance."
    )
    return (*phrases, *par_correspondance(courrier))


@regle("C. com.", "L225-107", "R225-77", "R225-81")
def par_correspondance(courrier: Courrier) -> Iterator[str]:
    """What one who votes by post has to know, a sentence each; nothing where the statutes do not provide for it."""
    statuts, ag = courrier.contexte.statuts, courrier.contexte.ag
    if not prevue(statuts):
        return
    yield f"Vous pouvez aussi voter par correspondance, avec le formulaire joint ({citer((article_distance(statuts),))})."
    dernier = echeance(statuts, ag.jour)
    if dernier is not None:
        quand = date_longue(dernier)
        yield f"Ce formulaire est à recevoir au plus tard le {quand} ({citer((article_echeance(statuts),))})."
    sa = f" ({citer(('C. com. R225-81',))})" if statuts.forme == "SA" else ""
    yield f"On vote par correspondance ou l’on donne pouvoir, jamais les deux{sa}."


# --- documents and questions


@regle("statuts", "28")
@regle("C. com.", "L223-26", "R223-18", "R223-19")
def documents(courrier: Courrier) -> Iterator[Bloc]:
    """What comes with the letter and where it also lies; nothing for a college's assembly that was sent nothing."""
    contexte = courrier.contexte
    envois = contexte.ag.envois("documents")
    pieces = tuple(piece for envoi in envois for piece in envoi.pieces)
    if courrier.college and not pieces:
        return
    annuelle = contexte.ag.convocation.exercice is not None
    yield Titre(1, "Documents")
    apart = bool(envois) and all(envoi.jour != courrier.jour for envoi in envois)
    joints = list(pieces or (_ANNUELS if annuelle else _AUTRES))
    if apart:
        yield paragraphe(f"Vous ont été envoyés {par(envois[0].mode)} le {date_longue(envois[0].jour)}{INSECABLE}:")
    else:
        yield paragraphe(f"Sont joints à cette lettre{INSECABLE}:")
        joints.append("un formulaire de pouvoir")
    yield liste(*(f"{piece}{INSECABLE};" for piece in joints[:-1]), f"{joints[-1]}.")
    yield paragraphe(_siege(courrier, annuelle))


def _siege(courrier: Courrier, annuelle: bool) -> str:
    contexte = courrier.contexte
    loi = ("L223-26", "R223-18") if annuelle else ("R223-19",)
    articles = courrier.citer("delais.documents_jours", loi=loi, sujet=DOCUMENTS)
    identite = contexte.dossier.identite
    siege = f", {identite.siege}," if identite is not None and identite.siege else ""
    jours = accord(contexte.statuts.delais.documents_jours, "jour")
    inventaire = " L’inventaire y est tenu de même, sans copie." if annuelle and courrier.sarl else ""
    return f"Vous pouvez aussi les consulter au siège social{siege} pendant les {jours} qui précèdent l’assemblée ({articles}).{inventaire}"


@regle("C. com.", "L223-26")
def questions(courrier: Courrier) -> Iterator[Bloc]:
    """The right to written questions: of a SARL's annual assembly, of every assembly of an SA."""
    annuelle = courrier.contexte.ag.convocation.exercice is not None
    article = courrier.citer(loi=("L223-26",), sujet=QUESTIONS)
    if courrier.college or article == STATUTS or (courrier.sarl and not annuelle):
        return
    yield Titre(1, "Questions écrites")
    yield paragraphe(
        f"Vous pouvez poser des questions par écrit jusqu’à l’assemblée\u00a0; il y sera répondu au cours de la séance ({article})."
    )


# --- a second consultation


@regle("C. com.", "L223-29")
def seconde(courrier: Courrier) -> Iterator[Bloc]:
    """Which resolutions are put again, what the first consultation gave, and the majority that is now enough."""
    contexte, convocation = courrier.contexte, courrier.contexte.ag.convocation
    premiere = contexte.dossier.assemblee(convocation.suite_de) if convocation.suite_de is not None else None
    if convocation.consultation != 2 or premiere is None:
        return
    yield Titre(1, "Pourquoi une seconde consultation")
    article = courrier.citer(loi=("L223-29",))
    yield paragraphe(
        f"L’assemblée du {date_longue(premiere.jour)} n’a pas réuni la majorité qu’il fallait. Ses résolutions sont remises aux "
        f"voix, et elles seules\u00a0; la majorité demandée n’est plus la même ({article})."
    )
    colonnes = (Colonne("Résolution", 50), Colonne("Première consultation", 48), Colonne("Majorité désormais", 40))
    lignes = [_remise(contexte, premiere, r) for r in contexte.ag.resolutions if not r.hors_ordre]
    yield Tableau(colonnes, tuple(rangee(*ligne) for ligne in lignes), petit=True)


def _remise(contexte: Contexte, premiere: Assemblee, resolution: Resolution) -> tuple[str, str, str]:
    origine = premiere.resolution_par_numero.get(resolution.origine or 0)
    par_college = contexte.par_college and not regle_de(contexte, resolution).par_tete
    return (
        f"{_rang(resolution)}, {resolution.titre}",
        f"{_rang(origine)} résolution{INSECABLE}: {_sort(contexte, premiere, origine)}" if origine else "",
        capitale(libelle_seuil(ligne_de(contexte, resolution), par_college)),
    )


def _rang(resolution: Resolution) -> str:
    return capitale(ordinal(resolution.numero, feminin=True))


def _sort(contexte: Contexte, premiere: Assemblee, origine: Resolution) -> str:
    """``rejetée, 48,00 % pour``: the figure is left out where it would say who voted what."""
    decision = LIBELLES.get(premiere.decision(origine.resolution), "non mise aux voix")
    votes = [v for v in premiere.votes_de(origine.resolution) if v.proclamation is not None]
    if not votes or taire(votes[-1]):
        return decision
    resultat = resultat_de(contexte.dossier, premiere, votes[-1])
    if not isinstance(resultat, Resultat):
        return decision
    return f"{decision}, {pourcent(resultat.ratio, resultat.cadre.ligne.seuil)} pour"
