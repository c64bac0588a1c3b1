"""What is missing from the minutes or contradicts the data, listed before they are closed (C. com. R223-24)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.contradictions_texte import contradictions_textes
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import (
    DocumentDepose,
    Incident,
    Pouvoir,
    Presence,
    QuestionEcrite,
    ReponseQuestion,
    Scrutin,
    Suspension,
)
from scicvote.core.feuille_presence import accord_necessaire
from scicvote.core.francais import capitale, enumerer, heure_fr
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.moments import heure_cloture, heure_ouverture
from scicvote.core.vote import SECRETS


@regle("statuts", "21-4", "21-8")
@regle("C. com.", "R223-24")
def contradictions(dossier: Dossier, assemblee: Assemblee) -> tuple[Issue, ...]:
    """Everything that stands against closing the minutes, or should be looked at first.

    Blocking: what would make them contradict themselves. The rest is for the secretary to judge.
    """
    contexte = Contexte(dossier, assemblee)
    issues = (
        *_mentions(contexte),
        *_heures(contexte),
        *_bureau(contexte),
        *_documents(contexte),
        *_resolutions(contexte),
        *_presences(contexte),
        *_questions(contexte),
        *contradictions_textes(contexte),
    )
    return tuple(map(contexte.statuts.adapter, issues))


# --- mentions of R223-24


def _mentions(contexte: Contexte) -> Iterator[Issue]:
    ag, article = contexte.ag, contexte.loi_pv
    if not ag.convocation.lieu.strip():
        yield refus("PV_LIEU", "Le lieu de la réunion manque.", article, chemin="lieu")
    if heure_ouverture(ag) is None:
        yield refus("PV_OUVERTURE", "La séance n’a pas été ouverte.", article, chemin="ouverture")
    if ag.liste_arretee is None:
        article_liste = contexte.statuts.article("delais.arrete_liste_jours", "presence")
        yield refus("PV_LISTE", "La liste des associés n’a pas été arrêtée.", article_liste, chemin="liste")
    if not ag.convoquee and not ag.convocation.college:
        phrase = "Aucun envoi de convocation n’est enregistré."
        yield avertissement("PV_CONVOCATION", phrase, "C. com. L223-27", chemin="convocation")
    sans_prenom = [n for n in contexte.inscrits if not contexte.morale(n) and not _prenom(contexte, n)]
    if sans_prenom:
        noms = enumerer([contexte.nom(n) for n in contexte.tries(sans_prenom)[:5]])
        yield avertissement("PV_PRENOM", f"Prénom manquant\u00a0: {noms}.", article, "statuts 21-4", chemin="associes")


def _prenom(contexte: Contexte, associe: int) -> str:
    fiche = contexte.fiche(associe)
    return fiche.prenom.strip() if fiche else ""


# --- hours


def _heures(contexte: Contexte) -> Iterator[Issue]:
    ag, article = contexte.ag, contexte.loi_pv
    cloture = heure_cloture(ag)
    if ag.suspendue:
        yield refus("PV_SUSPENDUE", "La séance est suspendue et n’a pas été reprise.", article, chemin="cloture")
    if cloture is None:
        yield refus("PV_CLOTURE", "L’heure de clôture manque.", article, chemin="cloture")
        return
    for vote in ag.votes:
        if vote.proclamation is not None and vote.proclamation.heure > cloture:
            numero = ag.resolution_par_numero[vote.scrutin.resolution].numero
            phrase = f"Clôture à {heure_fr(cloture)}, avant la résolution {numero}, proclamée à {heure_fr(vote.proclamation.heure)}."
            yield refus("PV_CLOTURE_AVANT", phrase, article, chemin="cloture")
    yield from _hors_seance(contexte, cloture)


def _hors_seance(contexte: Contexte, cloture: datetime) -> Iterator[Issue]:
    """What is timed before the opening or after the closing of the sitting."""
    ouverture = heure_ouverture(contexte.ag)
    natures = ((Scrutin, "Un scrutin"), (Incident, "Un incident"), (Suspension, "Une suspension ou une reprise"))
    for nature, mot in natures:
        for fait in contexte.ag.tous(nature):
            heure = fait.heure  # type: ignore[attr-defined]
            if heure > cloture or (ouverture is not None and heure < ouverture):
                cote = "après la clôture" if heure > cloture else "avant l’ouverture"
                phrase = f"{mot} est noté à {heure_fr(heure)}, {cote} de la séance."
                yield refus("PV_HORS_SEANCE", phrase, contexte.loi_pv, chemin=nature.TABLE)


# --- officers


def _bureau(contexte: Contexte) -> Iterator[Issue]:
    bureau, article = contexte.ag.bureau, contexte.loi_pv
    if bureau is None:
        phrase = "Le bureau n’est pas constitué\u00a0: le nom et la qualité du président manquent."
        yield refus("PV_BUREAU", phrase, article, "C. com. R223-23", chemin="bureau")
        return
    if not bureau.secretaire.strip():
        yield refus("PV_SECRETAIRE", "Le nom du secrétaire manque.", article, chemin="bureau.secretaire")
    gerants = contexte.dossier.gerants(contexte.ag.jour)
    if not contexte.ag.convocation.college and bureau.president not in gerants and not bureau.motif_president.strip():
        phrase = f"{contexte.nom(bureau.president)} préside sans être de la gérance\u00a0: dire pourquoi."
        yield avertissement("PV_PRESIDENT", phrase, "C. com. R223-23", chemin="bureau.president")
    yield from _scrutateurs(contexte, bureau.scrutateurs)


def _scrutateurs(contexte: Contexte, scrutateurs: tuple[int, ...]) -> Iterator[Issue]:
    """A secret ballot was counted in the absence of a scrutateur."""
    secrets = [v for v in contexte.ag.votes if v.scrutin.mode in SECRETS]
    for vote in secrets:
        fin = vote.depouillement.heure if vote.depouillement else vote.scrutin.heure
        for associe in scrutateurs:
            depart = _absent_depuis(contexte, associe, fin)
            if depart is not None:
                parti = contexte.accorder(associe, "scrutateur, parti", "scrutatrice, partie")
                phrase = (
                    f"{contexte.nom(associe)}, {parti} à {heure_fr(depart)}\u00a0; scrutin secret à "
                    f"{heure_fr(vote.scrutin.heure)}."
                )
                yield avertissement("PV_SCRUTATEUR", phrase, "statuts 21-7", chemin="bureau.scrutateurs")


def _absent_depuis(contexte: Contexte, associe: int, heure: datetime) -> datetime | None:
    """When somebody had left for good before an hour; None when they were there."""
    passages = [f for f in contexte.ag.tous(Presence) if f.associe == associe and f.heure <= heure]
    return passages[-1].heure if passages and passages[-1].sens == "depart" else None


# --- documents, resolutions


def _documents(contexte: Contexte) -> Iterator[Issue]:
    if contexte.ag.tous(DocumentDepose):
        return
    comptes = [r for r in contexte.ag.resolutions if r.objet in ("comptes", "affectation", "convention")]
    if comptes:
        phrase = f"Aucun document n’est déposé, la résolution {comptes[0].numero} porte pourtant sur les comptes ou un rapport."
        yield avertissement("PV_DOCUMENTS", phrase, contexte.loi_pv, "C. com. L223-26", chemin="documents")


def _resolutions(contexte: Contexte) -> Iterator[Issue]:
    ag, article = contexte.ag, contexte.loi_pv
    for vote in ag.votes:
        if vote.proclamation is None:
            titre = ag.resolution_par_numero[vote.scrutin.resolution].titre
            yield refus("PV_NON_PROCLAMEE", f"Un scrutin n’est pas proclamé\u00a0: {titre}.", article, chemin="scrutin")
    sans_debat = []
    for r in ag.resolutions:
        votes = ag.votes_de(r.resolution)
        if not votes and ag.retrait(r.resolution) is None:
            phrase = f"Résolution {r.numero} ni mise aux voix ni retirée\u00a0: {r.titre}."
            yield avertissement("PV_NON_VOTEE", phrase, "statuts 21-6", chemin=f"resolutions[{r.numero}]")
        if votes and not ag.debat(r.resolution).strip():
            sans_debat.append(str(r.numero))
        if votes and votes[-1].proclamation and votes[-1].proclamation.decision == "second_tour":
            phrase = f"Résolution {r.numero}\u00a0: un second tour est nécessaire et n’a pas eu lieu."
            yield avertissement("PV_SECOND_TOUR", phrase, "statuts 18-1", chemin=f"resolutions[{r.numero}]")
    if sans_debat:
        mot = "la résolution" if len(sans_debat) == 1 else "les résolutions"
        phrase = f"Aucun résumé des débats pour {mot} {enumerer(sans_debat)}."
        yield avertissement("PV_DEBATS", phrase, article, chemin="debats")


# --- attendance


def _presences(contexte: Contexte) -> Iterator[Issue]:
    yield from _inscrits(contexte)
    yield from _pieces(contexte)
    for pouvoir in contexte.ag.tous(Pouvoir):
        douteux = accord_necessaire(contexte, pouvoir)
        if douteux is not None and not pouvoir.decision.strip():
            trop = douteux.code == "POUVOIRS_MAXIMUM"
            motif = "son porteur en a plus que les statuts n’en admettent" if trop else "les articles se contredisent"
            phrase = f"Pouvoir {_de(contexte, pouvoir)}\u00a0: {motif}, la décision du président manque."
            yield avertissement("PV_POUVOIR", phrase, *douteux.articles, chemin="pouvoirs")


def _de(contexte: Contexte, pouvoir: Pouvoir) -> str:
    return f"donné par {contexte.nom(pouvoir.mandant)} à {contexte.porteur(pouvoir)}"


def _inscrits(contexte: Contexte) -> Iterator[Issue]:
    """The register was changed after a vote: its bodies no longer are those of the list."""
    for vote in contexte.ag.votes:
        figes = vote.personnes.inscrits if vote.personnes is not None else sum(c.inscrits for c in vote.corps)
        if figes != len(contexte.inscrits):
            numero = contexte.ag.resolution_par_numero[vote.scrutin.resolution].numero
            phrase = (
                f"Résolution {numero}\u00a0: {accord(figes, 'inscrit')} à l’ouverture du scrutin, "
                f"{accord(len(contexte.inscrits), 'inscrit')} d’après le registre d’aujourd’hui."
            )
            yield avertissement("PV_INSCRITS", phrase, "statuts 21-1", "statuts 21-4", chemin="liste")
            return


def _pieces(contexte: Contexte) -> Iterator[Issue]:
    sans = [
        p.associe for p in contexte.ag.assistance.vus.values() if contexte.morale(p.associe) and not p.piece.strip()
    ]
    for associe in contexte.tries(sans):
        phrase = f"{contexte.nom(associe)}\u00a0: aucune pièce ne dit qui peut la représenter."
        yield avertissement("PV_PIECE", capitale(phrase), "statuts 21-4", chemin="presences")


def _questions(contexte: Contexte) -> Iterator[Issue]:
    repondues = {r.question for r in contexte.ag.tous(ReponseQuestion)}
    for question in contexte.ag.tous(QuestionEcrite):
        if question.question not in repondues:
            phrase = f"La question écrite de {contexte.nom(question.associe)} est restée sans réponse."
            yield avertissement("PV_QUESTION", phrase, "C. com. L223-26", chemin="questions")
