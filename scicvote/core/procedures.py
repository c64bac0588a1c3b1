"""What each kind of resolution wants before its vote, as a checklist with its articles (statuts 13 to 30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from scicvote.core import procedures_colleges as colleges
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, date_longue
from scicvote.core.condition import Cas, Condition, EtatCondition, Regle, dit
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord, poids_court
from scicvote.core.faits import Affectation, Resolution
from scicvote.core.francais import enumerer
from scicvote.core.liste import inscrits
from scicvote.core.mission import decide_ici
from scicvote.core.poids_votes import poids_votes
from scicvote.core.procedures_capital import CONDITIONS_CAPITAL
from scicvote.core.procedures_nouveau import entendus, nouveau_college
from scicvote.core.resolution import Objet, avis_rendu, college_receveur
from scicvote.core.statuts import LOI_COLLEGES, PHYSIQUE
from scicvote.core.vote import SECRETS, controler_objet

__all__ = ["Condition", "EtatCondition", "checklist"]


def checklist(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> tuple[Condition, ...]:
    """The conditions of a resolution, in the order in which they come; none where no text sets any.

    What refuses or warns at the opening of the vote is read from the checks of that opening themselves. A college that
    carries its votes elsewhere has none to check: they are those of the general assembly.
    """
    if not decide_ici(ag, resolution):
        return ()
    issues = {issue.code: issue.phrase for issue in controler_objet(dossier, ag, resolution)}
    cas = Cas(dossier, ag, resolution, issues)
    cite = cas.statuts.cite
    return tuple(
        replace(condition, articles=tuple(dict.fromkeys(map(cite, condition.articles))))
        for une in _CONDITIONS.get(resolution.objet, ())
        for condition in une(cas)
    )


# --- people


@regle("statuts", "13")
def _avis(cas: Cas) -> Iterator[Condition]:
    """The opinion of the receiving college comes first, and is shown before the vote."""
    phrase, articles = "Avis du collège d’accueil", ("statuts 13",)
    if not cas.ag.convocation.par_college:
        detail = "L’assemblée vote par tête."
        yield Condition("avis", phrase, articles, EtatCondition.SANS_OBJET, detail=detail)
        return
    code = college_receveur(cas.dossier, cas.ag, cas.concerne)
    avis = avis_rendu(cas.dossier, cas.ag, cas.concerne)
    mot = {"": "pas encore rendu", "adoptee": "favorable"}.get(avis, "défavorable")
    detail = f"Collège {code}\u00a0: {mot}." if code else "Indiquer la personne, et sa catégorie."
    yield Condition("avis", phrase, articles, dit("AVIS_COLLEGE" in cas.issues), detail=detail)


@regle("statuts", "12", "13")
def _liberation(cas: Cas) -> Iterator[Condition]:
    """One is an associé from the day on which the parts are paid, not from the vote."""
    personne = cas.dossier.registre.au(cas.ag.jour).par_numero.get(cas.concerne)
    payees = personne is not None and personne.liberees > 0
    detail = "La qualité d’associé commence le jour où les parts sont payées."
    etat = EtatCondition.FAITE if payees else EtatCondition.A_VENIR
    yield Condition("liberation", "Parts souscrites et libérées", ("statuts 12", "statuts 13"), etat, detail=detail)


@regle("statuts", "15")
def _speciale(cas: Cas) -> Iterator[Condition]:
    """The person is convened specially: without its date on record, the vote is refused."""
    envois = [e for e in cas.ag.envois("convocation_speciale") if e.destinataire == cas.resolution.concerne]
    manque = "CONVOCATION_SPECIALE" in cas.issues
    detail = "Enregistrer la date de son envoi." if manque else f"Envoyée le {date_longue(envois[-1].jour)}."
    phrase = "Convocation spéciale de la personne"
    yield Condition("convocation_speciale", phrase, ("statuts 15",), dit(not manque), True, detail)


@regle("C. civ.", "1844")
def _vote_interesse(cas: Cas) -> Iterator[Condition]:
    """The person concerned votes: to deny it voids the vote."""
    la = cas.concerne in inscrits(cas.dossier, cas.ag)
    etat = EtatCondition.A_VENIR if la else EtatCondition.SANS_OBJET
    detail = "L’en priver annulerait le vote." if la else "Elle n’est pas sur la liste de cette assemblée."
    yield Condition(
        "vote_interesse", "La personne concernée prend part au vote", ("C. civ. 1844",), etat, detail=detail
    )


@regle("statuts", "18-2", "21-6")
def _gerant(cas: Cas) -> Iterator[Condition]:
    """Only a manager in office is revoked; the agenda need not have said it."""
    en_cours = cas.concerne in cas.dossier.gerants(cas.ag.jour)
    yield Condition("gerant", "Gérant en fonction ce jour-là", ("statuts 18-2",), dit(en_cours))
    detail = "Possible en séance, même hors ordre du jour."
    permis = cas.resolution.regle in cas.statuts.hors_ordre_du_jour or not cas.resolution.hors_ordre
    yield Condition("ordre_du_jour", "Ordre du jour", ("statuts 21-6",), dit(permis), detail=detail)


# --- managers


@regle("statuts", "18-1")
def _candidats(cas: Cas) -> Iterator[Condition]:
    """Candidates there are, natural persons and associés, presented by the colleges where these vote."""
    candidats = cas.ag.candidats(cas.resolution.resolution)
    articles = ("statuts 18-1", "C. com. L223-18")
    detail = f"{accord(len(candidats), 'candidat')} pour {accord(cas.resolution.sieges, 'siège')}." if candidats else ""
    vide = "SANS_CANDIDAT" in cas.issues
    yield Condition("candidats", "Au moins un candidat", articles, dit(not vide), True, detail)
    connus = cas.dossier.registre.au(cas.ag.jour).par_numero
    qualites = [(p := connus.get(c.candidat)) is not None and p.est_associe for c in candidats]
    physiques = [connus[c.candidat].fiche.personne == PHYSIQUE for c in candidats if c.candidat in connus]
    etat = EtatCondition.A_VENIR if vide else dit(all(qualites) and all(physiques))
    yield Condition("qualite", "Personnes physiques, associées", articles, etat)
    if not cas.ag.convocation.par_college:
        etat = EtatCondition.SANS_OBJET
    elif not vide:
        etat = dit("CANDIDAT_NON_PRESENTE" not in cas.issues)
    else:
        etat = EtatCondition.A_VENIR
    detail = "Le collège les désigne à la majorité de ses membres."
    yield Condition("presentation", "Candidats présentés par un collège", ("statuts 18-1",), etat, detail=detail)


@regle("statuts", "21-7")
def _secret(cas: Cas) -> Iterator[Condition]:
    """Managers are elected by secret ballot."""
    votes = cas.ag.votes_de(cas.resolution.resolution)
    if cas.resolution.regle not in cas.statuts.secret:
        etat = EtatCondition.SANS_OBJET
    else:
        etat = dit(all(v.scrutin.mode in SECRETS for v in votes)) if votes else EtatCondition.A_VENIR
    detail = f"{accord(len(votes), 'tour')} de scrutin." if votes else ""
    yield Condition("secret", "Scrutin secret", ("statuts 21-7",), etat, True, detail)


@regle("statuts", "18-1")
def _majorite_membres(cas: Cas) -> Iterator[Condition]:
    """A college designates at the majority of its members: enough of them must be there."""
    phrase, manque = "Majorité des membres du collège possible", cas.issues.get("MAJORITE_IMPOSSIBLE", "")
    etat = dit(not manque) if cas.ag.ouverte else EtatCondition.A_VENIR
    yield Condition("majorite", phrase, ("statuts 18-1",), etat, detail=manque if cas.ag.ouverte else "")


# --- accounts and agreements


@regle("C. com.", "L223-19")
def _deport(cas: Cas) -> Iterator[Condition]:
    """The associé whom an agreement is about takes no part and leaves the base."""
    interesse = cas.concerne in inscrits(cas.dossier, cas.ag)
    retire = any(d.associe == cas.concerne for d in cas.ag.deports(cas.resolution.resolution))
    etat = dit(retire) if interesse else EtatCondition.SANS_OBJET
    detail = "" if interesse else "Aucun intéressé n’est nommé sur la liste de cette assemblée."
    yield Condition("deport", "L’intéressé ne prend pas part au vote", ("C. com. L223-19",), etat, detail=detail)


@regle("C. com.", "L223-26")
def _documents(cas: Cas) -> Iterator[Condition]:
    """The accounts were sent, with the report and the resolutions."""
    exercice, envois = cas.ag.convocation.exercice, cas.ag.envois("documents")
    detail = f"Envoyés le {date_longue(envois[0].jour)}." if envois else ""
    articles = ("C. com. L223-26", "C. com. R223-18")
    yield Condition("exercice", "Exercice indiqué", ("C. com. L223-26",), dit(exercice is not None))
    yield Condition("documents", "Comptes, rapport et résolutions envoyés", articles, dit(bool(envois)), detail=detail)


@regle("statuts", "29", "30")
def _chiffres(cas: Cas) -> Iterator[Condition]:
    """The figures of the allocation are there, checked when they were entered."""
    saisis = any(a.resolution == cas.resolution.resolution for a in cas.ag.tous(Affectation))
    articles = ("statuts 29", "statuts 30")
    yield Condition("chiffres", "Chiffres de l’affectation saisis et contrôlés", articles, dit(saisis))


@regle("C. com.", "L223-26")
def _comptes_avant(cas: Cas) -> Iterator[Condition]:
    """The accounts are approved before the result is allocated or the discharge is given."""
    comptes = [r for r in cas.ag.resolutions if r.objet == Objet.COMPTES]
    avant = any(r.numero < cas.resolution.numero for r in comptes)
    phrase = "Comptes mis aux voix auparavant"
    yield Condition("comptes", phrase, ("C. com. L223-26",), dit(avant))


# --- colleges


@regle("statuts", "25-1")
def _demande(cas: Cas) -> Iterator[Condition]:
    """Asked for by an associé, where the statutes say so; then the management must call the assembly."""
    devoir = colleges.devoir(cas.dossier, cas.ag)
    detail = f"Demande du {date_longue(devoir.depuis)}." if devoir else ""
    yield Condition("demande", "Collèges demandés par un associé", ("statuts 25-1",), dit(bool(devoir)), detail=detail)
    if devoir is None or devoir.seuil is None:
        etat, detail = EtatCondition.SANS_OBJET, ""
    else:
        etat = dit(devoir.du)
        detail = f"{accord(devoir.effectif, 'associé')} ce jour-là, plus de {devoir.seuil} demandés."
    yield Condition("effectif", "Nombre d’associés depuis plus d’un exercice", ("statuts 25-1",), etat, detail=detail)


@regle("statuts", "25-1")
def _peuples(cas: Cas) -> Iterator[Condition]:
    """Three colleges at least have members."""
    codes = colleges.peuples(cas.dossier, cas.ag)
    assez = len(codes) >= min(3, len(cas.statuts.colleges))
    detail = f"{accord(len(codes), 'collège')}\u00a0: {', '.join(codes)}." if codes else ""
    yield Condition("peuples", "Trois collèges au moins ont des membres", ("statuts 25-1",), dit(assez), detail=detail)


@regle("statuts", "22")
def _favorables(cas: Cas) -> Iterator[Condition]:
    """Each college with members gives a favourable opinion on the change, by a vote of its own."""
    avis = colleges.avis_sans_personne(cas.dossier, cas.ag)
    for code in colleges.peuples(cas.dossier, cas.ag):
        rendu = avis.get(code)
        detail = f"{rendu.titre}, {date_longue(rendu.jour)}\u00a0: {rendu.mot}." if rendu else "Pas encore rendu."
        etat = dit(rendu is not None and rendu.favorable)
        yield Condition(f"avis_{code}", f"Avis favorable du collège {code}", ("statuts 22",), etat, detail=detail)


@regle("statuts", "22")
@regle("loi 47-1775", "19 octies")
def _bornes(cas: Cas) -> Iterator[Condition]:
    """The new weights make a hundred and stay within the bounds, as the text to be voted gives them."""
    vote, lus = cas.statuts.vote, poids_votes(cas.statuts, cas.ag.texte_de(cas.resolution))
    phrase = f"Chaque poids entre {accord(int(vote.plancher), 'point')} et {accord(int(vote.plafond), 'point')}, cent en tout"
    if lus is None:
        etat, detail = EtatCondition.A_VERIFIER, "À relire dans le texte mis aux voix."
    else:
        etat = dit(sum(lus.values()) == 100 and all(vote.plancher <= p <= vote.plafond for p in lus.values()))
        detail = f"{enumerer([f'{code} {poids_court(poids)}' for code, poids in lus.items()])}."
    yield Condition("bornes", phrase, ("statuts 22", LOI_COLLEGES), etat, detail=detail)


_CONDITIONS: Final[dict[str, tuple[Regle, ...]]] = {
    Objet.ADMISSION: (_avis, _liberation),
    Objet.EXCLUSION: (_speciale, _vote_interesse),
    Objet.ELECTION: (_candidats, _secret),
    Objet.REVOCATION: (_gerant, _vote_interesse),
    Objet.DESIGNATION: (_majorite_membres,),
    Objet.CONVENTION: (_deport,),
    Objet.COMPTES: (_documents,),
    Objet.AFFECTATION: (_comptes_avant, _chiffres),
    Objet.QUITUS: (_comptes_avant, _vote_interesse),
    Objet.COLLEGES: (_demande, _peuples),
    Objet.POIDS: (_favorables, _bornes),
    Objet.NOUVEAU_COLLEGE: (nouveau_college, entendus),
    **CONDITIONS_CAPITAL,
}
