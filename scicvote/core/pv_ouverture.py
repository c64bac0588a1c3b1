"""How minutes open: date and place, how the assembly was called, its list, its chair and officers (C. com. R223-24)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scicvote.core.assemblee import NATURES, Nature
from scicvote.core.contexte_papier import Contexte
from scicvote.core.convocation import controler_envoi
from scicvote.core.demandes_assemblee import phrase_papier
from scicvote.core.droit_forme import DOCUMENTS
from scicvote.core.exact import INSECABLE, accord
from scicvote.core.faits import Bureau, Envoi
from scicvote.core.feuille_presence import phrase_changement
from scicvote.core.francais import (
    cardinal,
    date_en_lettres,
    date_longue,
    de,
    enumerer,
    guillemets,
    heure_en_lettres,
    heure_fr,
    par,
    selon,
)
from scicvote.core.liste import changements
from scicvote.core.moments import a_l_ouverture, heure_ouverture
from scicvote.core.papier import Bloc, Paragraphe, liste, paragraphe

_EN_PHRASE: Final = ("Salle ", "Au ", "Aux ", "À ", "Dans ", "Chez ", "En ")


def ouverture(contexte: Contexte) -> Iterator[Bloc]:
    """From the date to the officers."""
    yield reunion(contexte)
    yield from _seconde(contexte)
    yield from _convocation(contexte)
    yield from _liste(contexte)
    yield from officiers(contexte)


def reunion(contexte: Contexte) -> Paragraphe:
    """The day and hour in letters, who meets, in what and where."""
    convocation = contexte.ag.convocation
    heure = heure_ouverture(contexte.ag) or convocation.heure
    lieu = convocation.lieu.strip()
    ou = lieu[0].lower() + lieu[1:] if lieu.startswith(_EN_PHRASE) else lieu
    en = "assemblée de collège" if convocation.nature == Nature.COLLEGE else NATURES[convocation.nature].lower()
    return paragraphe(
        f"Le {date_en_lettres(heure.date())}, à {heure_en_lettres(heure)}, les associés {_de_qui(contexte)}, "
        f"{contexte.statuts.forme} coopérative d’intérêt collectif à capital variable, se sont réunis en {en}, {ou}."
    )


def _de_qui(contexte: Contexte) -> str:
    """Whose associés meet: the cooperative's, or those of one of its colleges."""
    tous = de(contexte.statuts.denomination.replace(" ", INSECABLE))
    college = contexte.statuts.par_code.get(contexte.ag.convocation.college)
    return f"du collège {guillemets(college.nom)} ({college.code}) {tous}" if college else tous


def _seconde(contexte: Contexte) -> Iterator[Bloc]:
    """Which assembly is consulted again, and why."""
    convocation = contexte.ag.convocation
    premiere = contexte.dossier.assemblee(convocation.suite_de or 0)
    if convocation.consultation == 1 or premiere is None:
        return
    reprises = sum(1 for r in contexte.ag.resolutions if r.origine is not None)
    quoi = selon(reprises, "que la résolution qui n’a pas", f"que les {cardinal(reprises)} résolutions qui n’ont pas")
    yield paragraphe(
        f"La présente assemblée est une seconde consultation ({contexte.loi('C. com. L223-29')}). Elle ne remet aux voix {quoi} réuni "
        f"la majorité requise à la première, tenue le {date_longue(premiere.jour)}."
    )


# --- how it was called


def _convocation(contexte: Contexte) -> Iterator[Bloc]:
    convocation = contexte.ag.convocation
    envois = contexte.ag.envois("convocation")
    par_qui = f"à l’initiative {de(convocation.convoquee_par)}"
    if convocation.college:
        yield paragraphe(
            f"Le collège est réuni {par_qui} ({contexte.loi('statuts 24-4', 'statuts 25-3')}).{_envoyee(envois, '')}"
        )
    elif not envois:
        yield paragraphe(f"La réunion se tient {par_qui}. Aucun envoi de convocation n’est enregistré.")
    else:
        article = f" ({contexte.citer('delais.convocation_jours')})"
        yield paragraphe(f"L’assemblée est convoquée {par_qui}.{_envoyee(envois, article)}{_retard(contexte, envois)}")
    if demande := phrase_papier(contexte.dossier, contexte.ag, nommer=True):
        yield paragraphe(demande)
    yield from _documents_envoyes(contexte)


def _envoyee(envois: tuple[Envoi, ...], article: str) -> str:
    """When and how the notices left."""
    if not envois:
        return ""
    quand = enumerer([f"le {date_longue(e.jour)} {par(e.mode)}" for e in envois])
    return f" La convocation a été adressée aux associés {quand}{article}."


def _retard(contexte: Contexte, envois: tuple[Envoi, ...]) -> str:
    """A late notice, and whether everybody's attendance covers it (C. com. L223-27)."""
    issues = [i for e in envois for i in controler_envoi(contexte.ag, contexte.statuts, e)]
    if not any(issue.code == "CONVOCATION_TARDIVE" for issue in issues):
        return ""
    assistance = a_l_ouverture(contexte.ag)
    tous = all(
        n in assistance.presents or n in assistance.representes for n in contexte.inscrits
    )  # a form is no presence
    suite = "tous les associés étant" if tous else "tous les associés n’étant pas"
    effet = "l’irrégularité est couverte" if tous else "l’irrégularité n’est pas couverte"
    return f" Ce délai n’a pas été respecté{INSECABLE}; {suite} présents ou représentés, {effet} ({contexte.loi('C. com. L223-27')})."


def _documents_envoyes(contexte: Contexte) -> Iterator[Bloc]:
    article = (
        f" ({contexte.loi('C. com. L223-26', 'C. com. R223-18', sujet=DOCUMENTS)})"
        if contexte.ag.convocation.exercice
        else ""
    )
    for envoi in contexte.ag.envois("documents"):
        quand = f"ont été envoyés aux associés le {date_longue(envoi.jour)} {par(envoi.mode)}{article}"
        if envoi.pieces:
            yield paragraphe(f"Les documents suivants {quand}{INSECABLE}: {enumerer(envoi.pieces)}.")
        else:
            yield paragraphe(f"Les documents de l’assemblée {quand}.")


# --- the list and the officers


def _liste(contexte: Contexte) -> Iterator[Bloc]:
    arretee = contexte.ag.liste_arretee
    if arretee is None:
        yield paragraphe("La liste des associés n’a pas été arrêtée.")
        return
    cite = "" if contexte.ag.convocation.college else f" ({contexte.citer('delais.arrete_liste_jours', 'presence')})"
    par_qui = f"par {arretee.arretee_par}{cite}{INSECABLE}: {accord(len(contexte.ag.liste), 'associé')}"
    tete = f"La liste des associés a été arrêtée au {date_longue(arretee.jour)} {par_qui}."
    connus = changements(contexte.dossier, contexte.ag)
    if not connus:
        yield paragraphe(tete)
        return
    yield paragraphe(f"{tete} Depuis cette date{INSECABLE}:")
    yield liste(*(phrase_changement(contexte, c) for c in connus))


def officiers(contexte: Contexte) -> Iterator[Bloc]:
    """Who presides and in what quality, the secretary, the scrutateurs."""
    bureau = contexte.ag.bureau
    if bureau is None:
        yield paragraphe("Le bureau n’a pas été constitué.")
        return
    yield paragraphe(
        f"La séance est présidée par {contexte.humain(bureau.president)}, {_qualite(contexte, bureau)}. "
        f"Secrétaire de séance{INSECABLE}: {bureau.secretaire}. {_scrutateurs(contexte, bureau)} "
        f"Le bureau est constitué à {heure_fr(bureau.heure)}."
    )


def _scrutateurs(contexte: Contexte, bureau: Bureau) -> str:
    if not bureau.scrutateurs:
        return "Il n’est pas désigné de scrutateur."
    noms = [contexte.humain(n) for n in bureau.scrutateurs]
    femmes = all(contexte.accorder(n, "m", "f") == "f" for n in bureau.scrutateurs)
    mot = selon(len(noms), *(("Scrutatrice", "Scrutatrices") if femmes else ("Scrutateur", "Scrutateurs")))
    return f"{mot}{INSECABLE}: {enumerer(noms)}."


def _qualite(contexte: Contexte, bureau: Bureau) -> str:
    """In what quality somebody takes the chair: manager, president of the college, or why somebody else."""
    qui, college = bureau.president, contexte.ag.convocation.college
    motif = f"{INSECABLE}: {bureau.motif_president}" if bureau.motif_president else ""
    if college:
        return f"{_qualite_college(contexte, qui, college)} ({contexte.loi('statuts 25-3')}){motif}"
    if qui in contexte.dossier.gerants(contexte.ag.jour):
        suite = f" ({contexte.citer('presidence', defaut='C. com. R223-23')})"
        return f"{contexte.dirigeant(qui)}{suite}{motif}"
    associe = contexte.accorder(qui, "associé désigné", "associée désignée")
    return f"{associe} pour présider ({contexte.loi('C. com. R223-23')}){motif}"


def _qualite_college(contexte: Contexte, qui: int, college: str) -> str:
    connu = contexte.dossier.presidents(contexte.ag.jour).get(college)
    if contexte.morale(qui):
        titulaire = connu is not None and connu.associe == qui
        return "qui préside le collège" if titulaire else "à qui la présidence est confiée"
    if connu is not None and connu.associe == qui:
        return contexte.accorder(qui, "président du collège", "présidente du collège")
    if connu is not None and connu.suppleant == qui:
        return contexte.accorder(qui, "suppléant du président du collège", "suppléante du président du collège")
    return contexte.accorder(qui, "désigné pour présider", "désignée pour présider")
