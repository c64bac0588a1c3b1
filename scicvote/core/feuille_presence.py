"""The attendance sheet of an assembly: printed empty to be signed at the door, then with what was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.correspondance import article as article_correspondance
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, nombre
from scicvote.core.faits import FormulaireVote, Invite, Pouvoir, PouvoirBlanc
from scicvote.core.feuille_rangees import Emargement, instant_fr, tableau_emargement
from scicvote.core.francais import capitale, date_longue, heure_fr
from scicvote.core.issue import Issue
from scicvote.core.liste import Changement, changements
from scicvote.core.moments import (
    Effectif,
    a_l_ouverture,
    a_la_cloture,
    effectifs,
    ensemble,
    heure_cloture,
    heure_ouverture,
)
from scicvote.core.papier import (
    Alignement,
    Bloc,
    CaseSignature,
    Colonne,
    Ensemble,
    Genre,
    Papier,
    Rangee,
    Signatures,
    Style,
    Tableau,
    Titre,
    liste,
    paragraphe,
    rangee,
)
from scicvote.core.pouvoir import controler_pouvoir
from scicvote.core.registre import LIBELLES
from scicvote.core.retours import Etat, suivis

_DROITE = Alignement.DROITE
_DESACCORDS = {
    "POUVOIR_CONJOINT": "Conjoint",
    "POUVOIR_AUTRE_COLLEGE": "Autre collège",
    "POUVOIRS_MAXIMUM": "Plus de pouvoirs que les statuts n’en admettent",
}
_BLANC = "……"  # to be filled by hand


@regle("statuts", "21-4")
def feuille_presence(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """The attendance sheet as a paper, landscape.

    Before the sitting its boxes are empty; then it carries hours, proxies and totals at the opening and the closing.
    """
    contexte = Contexte(dossier, assemblee)
    return Papier(
        titre="Feuille de présence",
        sous_titre=assemblee.titre,
        auteur=contexte.statuts.denomination,
        entete=contexte.entete,
        blocs=tuple(_blocs(contexte)),
        pied=f"Feuille déposée au siège social, communiquée à qui la demande ({contexte.citer('presence')})",
        mention="" if assemblee.liste_arretee else "PROJET",
        paysage=True,
    )


def _blocs(contexte: Contexte) -> Iterator[Bloc]:
    emargement = Emargement(contexte)
    yield from _preambule(contexte)
    yield tableau_emargement(emargement)
    yield Ensemble((Titre(2, "Récapitulatif"), _totaux(contexte)))
    if note := contexte.deux_fois():
        yield paragraphe(note, style=Style.NOTE)
    yield from _ailleurs(contexte)
    yield from _changements(contexte)
    yield from pouvoirs_annexes(emargement)
    yield from _formulaires_annexes(contexte)
    yield from _invites(contexte)
    yield _certification(contexte)


def _preambule(contexte: Contexte) -> Iterator[Bloc]:
    convocation, arretee = contexte.ag.convocation, contexte.ag.liste_arretee
    reunion = f"Réunion du {date_longue(contexte.ag.jour)} à {heure_fr(convocation.heure)}, {convocation.lieu}."
    if arretee is None:
        yield paragraphe(reunion, " La liste des associés n’est pas encore arrêtée.")
    else:
        article = contexte.citer("delais.arrete_liste_jours", "presence")
        phrase = f" Liste des associés arrêtée au {date_longue(arretee.jour)} par {arretee.arretee_par} ({article})."
        yield paragraphe(reunion, phrase, " ", _voix(contexte))
    yield paragraphe(
        "Chaque associé présent signe dans sa case. Qui porte un pouvoir signe aussi dans la case de la personne "
        "représentée. Une personne morale est présente par son représentant, qui signe pour elle.",
    )


def _voix(contexte: Contexte) -> str:
    article = contexte.citer("colleges", "vote.report")
    mode = ", au sein de son collège" if contexte.par_college else ""
    if contexte.plusieurs:
        mode = " dans chacun de ses collèges"
    return f"Chaque associé dispose d’une voix{mode}, quel que soit le nombre de ses parts ({article})."


# --- totals


def _totaux(contexte: Contexte) -> Tableau:
    """Totals by body at the opening and at the closing; empty cells before."""
    par_college = contexte.par_college
    poste = bool(contexte.ag.tous(FormulaireVote))
    ecrits = ("Par correspondance",) if poste else ()
    titres = ("Associés", "Parts", "Présents", "Représentés", *ecrits, "Parts présentes ou représentées", "Voix")
    colonnes = (
        Colonne("Collège" if par_college else "", 70),
        *(Colonne(t, 26 if poste else 30, _DROITE) for t in titres),
    )
    heures = (heure_ouverture(contexte.ag), heure_cloture(contexte.ag))
    rangees: list[Rangee] = []
    for mot, heure, quand in zip(("À l’ouverture", "À la clôture"), heures, (a_l_ouverture, a_la_cloture), strict=True):
        a = f", à {heure_fr(heure)}" if heure else f", à {_BLANC} h {_BLANC}"
        rangees.append(rangee(f"{mot}{a}", genre=Genre.GROUPE))
        lignes = effectifs(contexte, quand(contexte.ag))
        if par_college:
            rangees += [_ligne(contexte, e, heure is not None, Genre.CORPS, poste) for e in lignes]
        tous = ensemble(contexte, quand(contexte.ag))
        rangees.append(_ligne(contexte, tous, heure is not None, Genre.TOTAL, poste))
    return Tableau(colonnes, tuple(rangees), hauteur=0 if heures[0] else 8, petit=True)


def _ligne(contexte: Contexte, e: Effectif, constate: bool, genre: Genre, poste: bool) -> Rangee:
    la = (e.presents, e.representes, *((e.correspondants,) if poste else ()), e.parts_presentes, e.voix)
    chiffres = (nombre(n) if constate else "" for n in la)
    return rangee(contexte.libelle_corps(e.code), nombre(e.associes), nombre(e.parts), *chiffres, genre=genre)


# --- what changed, proxies, guests


def _ailleurs(contexte: Contexte) -> Iterator[Bloc]:
    """Those who came to their college's own assembly signed its sheet, which goes with this one."""
    articles = contexte.loi("statuts 21-4", "statuts 24-4")
    for suivi in suivis(contexte.ag):
        if suivi.etat == Etat.RETOURNE:
            phrase = f"Les membres du collège {suivi.export.college} présents à son assemblée ont signé sa feuille de présence, à joindre à celle-ci"
            yield paragraphe(f"{phrase} ({articles}).", style=Style.NOTE)


def _changements(contexte: Contexte) -> Iterator[Bloc]:
    connus = changements(contexte.dossier, contexte.ag)
    if connus:
        articles = contexte.loi("statuts 12", "statuts 14", "statuts 21-1")
        yield Titre(2, f"Changements depuis que la liste est arrêtée ({articles})")
        yield liste(*(phrase_changement(contexte, c) for c in connus))


def phrase_changement(contexte: Contexte, changement: Changement) -> str:
    """Who lost or gained the quality since the list was frozen, when, and what follows for the vote."""
    qui, jour = contexte.civil(changement.associe), date_longue(changement.jour)
    if changement.nature == "entre":
        return f"{qui}{INSECABLE}: qualité acquise le {jour}, après l’arrêté de la liste, sans droit de vote à cette assemblée."
    motif = LIBELLES.get(changement.motif, changement.motif).lower()
    parts = accord(contexte.ag.liste[changement.associe].parts, "part")
    return f"{qui} ({parts}){INSECABLE}: qualité perdue le {jour} ({motif}), ne compte plus parmi les inscrits."


def pouvoirs_annexes(emargement: Emargement) -> Iterator[Bloc]:
    """The table of proxies under its heading; nothing when there are none."""
    contexte = emargement.contexte
    pouvoirs = contexte.ag.tous(Pouvoir)
    if not pouvoirs:
        return
    colonnes = (
        Colonne("Mandant", 55),
        Colonne("Mandataire", 60),
        Colonne("Reçu le", 34),
        Colonne("Décision du président de séance", 70),
        Colonne("Suite", 48),
    )
    rangees = tuple(_pouvoir(emargement, p) for p in pouvoirs)
    article = contexte.citer("pouvoirs", defaut="C. com. L223-28")
    yield Titre(2, f"Pouvoirs annexés ({article})")
    yield Tableau(colonnes, rangees, petit=True)


def _pouvoir(emargement: Emargement, pouvoir: Pouvoir) -> Rangee:
    contexte, chute = emargement.contexte, emargement.chutes.get(pouvoir.pouvoir)
    suite = f"Tombé à {heure_fr(chute.heure)}{INSECABLE}: {chute.motif}" if chute else _en_vigueur(contexte, pouvoir)
    return rangee(
        f"{contexte.civil(pouvoir.mandant)}{_college(contexte, pouvoir.mandant)}",
        f"{contexte.porteur(pouvoir)}{_college(contexte, pouvoir.mandataire)}{contexte.portee(pouvoir)}{_blanc(contexte, pouvoir)}",
        instant_fr(pouvoir.heure),
        decision_pouvoir(contexte, pouvoir),
        suite,
    )


def _blanc(contexte: Contexte, pouvoir: Pouvoir) -> str:
    """Said of a proxy that named nobody."""
    sans_nom = any(fait.pouvoir == pouvoir.pouvoir for fait in contexte.ag.tous(PouvoirBlanc))
    return ", présidence (pouvoir sans nom)" if sans_nom else ""


def _en_vigueur(contexte: Contexte, pouvoir: Pouvoir) -> str:
    """Whether a standing proxy was used: only when its holder came (a spouse who is not an associé signs alone)."""
    if not contexte.ag.ouverte:
        return ""
    porte = pouvoir.mandataire is None or pouvoir.mandataire in contexte.ag.assistance.vus
    return "Exercé" if porte else "Non exercé, mandataire absent"


def _college(contexte: Contexte, associe: int | None) -> str:
    return f" ({codes})" if (codes := contexte.colleges(associe)) else ""


def accord_necessaire(contexte: Contexte, pouvoir: Pouvoir) -> Issue | None:
    """The warning on a proxy that the chair has to decide of: articles that disagree, too many held. None on another."""
    issues = controler_pouvoir(
        contexte.dossier, contexte.ag, pouvoir, contexte.ag.assistance.portees.get(pouvoir.pouvoir, ())
    )
    return next((issue for issue in issues if issue.code in _DESACCORDS), None)


def decision_pouvoir(contexte: Contexte, pouvoir: Pouvoir) -> str:
    """What the chair decided on a proxy of which they have to, with the articles; else what was written of it."""
    douteux = accord_necessaire(contexte, pouvoir)
    if douteux is None:
        return pouvoir.decision
    decision = pouvoir.decision or "décision non enregistrée"
    return f"{_DESACCORDS[douteux.code]} ({citer(douteux.articles)}){INSECABLE}: {decision}"


@regle("C. com.", "L225-107", "R225-95")
def _formulaires_annexes(contexte: Contexte) -> Iterator[Bloc]:
    """Whose vote by post is kept with the sheet; nothing of what they voted."""
    formulaires = contexte.ag.tous(FormulaireVote)
    if not formulaires:
        return
    yield Titre(2, f"Votes par correspondance annexés ({citer((article_correspondance(contexte.statuts),))})")
    yield liste(*(_formulaire(contexte, f) for f in formulaires))


def _formulaire(contexte: Contexte, formulaire: FormulaireVote) -> str:
    chutes = {c.formulaire.formulaire: c for c in contexte.ag.assistance.chutes_formulaires}
    qui = f"{contexte.civil(formulaire.associe)}{_college(contexte, formulaire.associe)}"
    phrase = f"{qui}{INSECABLE}: reçu le {date_longue(formulaire.recu)}"
    if formulaire.decision:
        phrase += f", {formulaire.decision}"
    chute = chutes.get(formulaire.formulaire)
    return f"{phrase}, écarté à {heure_fr(chute.heure)} ({chute.motif})." if chute else f"{phrase}."


def _invites(contexte: Contexte) -> Iterator[Bloc]:
    invites = contexte.ag.tous(Invite)
    if invites:
        yield Titre(2, "Assistent sans voix")
        yield liste(*(", ".join(filter(None, (i.nom, i.qualite))) for i in invites))


# --- certification


def _certification(contexte: Contexte) -> Ensemble:
    return Ensemble(
        (
            Titre(2, "Certification par le bureau"),
            paragraphe(_certifie(contexte), style=Style.CORPS),
            Signatures(signataires_bureau(contexte)),
        )
    )


def _certifie(contexte: Contexte) -> str:
    article = contexte.citer("presence")
    if not contexte.ag.ouverte:
        chiffres = f"{_BLANC} associés présents et {_BLANC} représentés à l’ouverture, soit {_BLANC} voix"
    else:
        e = ensemble(contexte, a_l_ouverture(contexte.ag))
        presents = accord(e.presents, "associé présent", "associés présents")
        representes = accord(e.representes, "représenté")
        ecrits = f", {nombre(e.correspondants)} par correspondance" if e.correspondants else ""
        chiffres = f"{presents} et {representes}{ecrits} à l’ouverture, soit {accord(e.voix, 'voix', 'voix')}"
    inscrits = accord(len(contexte.inscrits), "inscrit")
    return f"Le bureau certifie exacte la présente feuille{INSECABLE}: {chiffres} sur {inscrits} ({article})."


def signataires_bureau(contexte: Contexte) -> tuple[CaseSignature, ...]:
    """Rooms to sign for the chair, the secretary and the scrutateurs; without names before they are chosen."""
    bureau = contexte.ag.bureau
    if bureau is None:
        qualites = ("Présidence de séance", "Secrétaire de séance", "Scrutateur", "Scrutateur")
        return tuple(CaseSignature("", qualite) for qualite in qualites)
    president = qualite_president(contexte, bureau.president)
    return (
        CaseSignature(signataire(contexte, bureau.president), capitale(president)),
        CaseSignature(bureau.secretaire, "Secrétaire de séance"),
        *(
            CaseSignature(signataire(contexte, n), capitale(contexte.accorder(n, "scrutateur", "scrutatrice")))
            for n in bureau.scrutateurs
        ),
    )


def qualite_president(contexte: Contexte, associe: int) -> str:
    """``présidente de séance``; no gender is guessed for a legal person, whose representative presides."""
    if contexte.morale(associe):
        return "présidence de séance"
    return contexte.accorder(associe, "président de séance", "présidente de séance")


def signataire(contexte: Contexte, associe: int) -> str:
    """Who signs: a legal person through its representative."""
    return contexte.humain(associe) if contexte.morale(associe) else contexte.nom(associe)
