"""Acts on the register of associés and on the colleges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scicvote.core.article import regle
from scicvote.core.assemblee import date_longue
from scicvote.core.college import CONSTITUES, DEMANDES, codes_de, personne_admise
from scicvote.core.devoir_colleges import a_constitue
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import EtatColleges, Fait, Fiche, Mouvement, PresidentCollege
from scicvote.core.issue import Issue, avertissement, bloquantes, refus
from scicvote.core.registre import LIBELLES, SORTIES, NatureMouvement
from scicvote.core.remboursements import controler_remboursement
from scicvote.core.statuts import Statuts
from scicvote.store.depot import Acte, Depot, Projet


def inscrire(depot: Depot, fiche: Fiche, mouvements: tuple[Mouvement, ...]) -> Acte:
    """A person enters the register with their first movements. Their number is given here (``associe`` is ignored)."""

    def decider(dossier: Dossier) -> Projet:
        numero = dossier.registre.prochain_numero
        qui = replace(fiche, associe=numero)
        suite = tuple(replace(mouvement, associe=numero) for mouvement in mouvements)
        issues = [*_fiche(qui)]
        for i, mouvement in enumerate(suite):
            deja = replace(dossier, registre=dossier.registre.avec((qui,), suite[:i]))
            issues += _mouvement(deja, mouvement, qui)
        return Projet(f"{qui.prenom} {qui.nom}".strip() + " entre au registre", (qui, *suite), tuple(issues))

    return depot.accomplir("inscrire", decider)


def modifier_fiche(depot: Depot, fiche: Fiche) -> Acte:
    """A person's identity changes from ``fiche.effet`` on; the former one stays readable."""

    def decider(dossier: Dossier) -> Projet:
        issues = list(_fiche(fiche))
        if fiche.associe not in dossier.registre.au(date.max).par_numero:
            issues.append(refus("ASSOCIE", "Cette personne n’est pas au registre.", chemin="associe"))
        return Projet(f"Fiche de {dossier.nom(fiche.associe)} modifiée", (fiche,), tuple(issues))

    return depot.accomplir("modifier_fiche", decider)


def mouvementer(depot: Depot, mouvement: Mouvement) -> Acte:
    """An entry of the register of movements (statuts 12 to 17)."""

    return depot.accomplir("mouvementer", lambda dossier: projet_mouvement(dossier, mouvement))


def projet_mouvement(dossier: Dossier, mouvement: Mouvement) -> Projet:
    """What an entry of the register of movements would write, and what stands against it."""
    personne = dossier.registre.au(date.max).par_numero.get(mouvement.associe)
    if personne is None:
        return Projet("", (), (refus("ASSOCIE", "Cette personne n’est pas au registre.", chemin="associe"),))
    resume = (
        f"{LIBELLES.get(mouvement.nature, mouvement.nature)}, {personne.nom_complet}, {date_longue(mouvement.jour)}"
    )
    return Projet(resume, (mouvement,), tuple(_mouvement(dossier, mouvement, personne.fiche)))


def _fiche(fiche: Fiche) -> list[Issue]:
    issues = []
    if not fiche.nom.strip():
        issues.append(refus("NOM", "Indiquer le nom ou la dénomination.", "statuts 21-4", chemin="nom"))
    if fiche.personne not in ("physique", "morale"):
        issues.append(refus("PERSONNE", "Indiquer une personne physique ou morale.", "statuts 12", chemin="personne"))
    if not fiche.domicile.strip():
        phrase = "Sans domicile, la feuille de présence sera incomplète."
        issues.append(avertissement("DOMICILE", phrase, "statuts 21-4", chemin="domicile"))
    return issues


def _mouvement(dossier: Dossier, mouvement: Mouvement, fiche: Fiche) -> list[Issue]:
    statuts = dossier.statuts_au(mouvement.jour)
    if mouvement.nature not in set(NatureMouvement):
        return [refus("MOUVEMENT", "Ce mouvement n’existe pas.", chemin="nature")]
    issues = _parts(dossier, mouvement)
    if mouvement.categorie:
        issues += _categorie(statuts, mouvement.categorie, fiche.personne)
    elif _sans_categorie(dossier, mouvement):
        phrase = "Indiquer la catégorie de la personne."
        issues.append(refus("CATEGORIE_MANQUANTE", phrase, "statuts 12", chemin="categorie"))
    if mouvement.nature in SORTIES:
        personne = dossier.registre.au(mouvement.jour).par_numero.get(mouvement.associe)
        if personne is None or not personne.est_associe:
            issues.append(
                refus("SORTIE", "Cette personne n’est pas associée ce jour-là.", "statuts 14", chemin="associe")
            )
    if mouvement.nature == NatureMouvement.REMBOURSEMENT:  # what happened is recorded, whatever it should have been
        issues += [replace(issue, bloquante=False) for issue in controler_remboursement(dossier, mouvement)]
    if mouvement.nature == NatureMouvement.CESSION:
        issues += _cession(dossier, statuts, mouvement)
    return issues


def _parts(dossier: Dossier, mouvement: Mouvement) -> list[Issue]:
    nature, parts = mouvement.nature, mouvement.parts
    avec_parts = {"reprise", "souscription", "liberation", "cession"}
    if nature in avec_parts and parts < 1:
        return [refus("PARTS", "Indiquer un nombre de parts d’au moins une.", "statuts 9", chemin="parts")]
    if nature not in {*avec_parts, "rectification", "remboursement"} and parts:
        return [refus("PARTS", "Ce mouvement ne porte pas sur des parts.", "statuts 9", chemin="parts")]
    personne = dossier.registre.au(mouvement.jour).par_numero.get(mouvement.associe)
    detenues = personne.parts if personne else 0
    if nature == "rectification" and detenues + parts < 0:
        phrase = f"La rectification laisserait moins de zéro part ({accord(detenues, 'part')} ce jour-là)."
        return [refus("PARTS", phrase, "statuts 9", chemin="parts")]
    if nature == "liberation" and personne is not None and personne.liberees + parts > personne.parts:
        return [refus("PARTS", "Plus de parts libérées que de parts souscrites.", "statuts 10", chemin="parts")]
    return []


def _sans_categorie(dossier: Dossier, mouvement: Mouvement) -> bool:
    """Whether the movement should name a category: it changes it, or lets somebody in who has none yet."""
    if mouvement.nature == NatureMouvement.CHANGEMENT_CATEGORIE:
        return True
    if mouvement.nature not in (NatureMouvement.REPRISE, NatureMouvement.CANDIDATURE):
        return False
    personne = dossier.registre.au(mouvement.jour).par_numero.get(mouvement.associe)
    return personne is None or not personne.categorie


def _categorie(statuts: Statuts, categorie: str, personne: str) -> list[Issue]:
    if categorie not in statuts.categories_par_code:
        return [
            refus("CATEGORIE_INCONNUE", "Cette catégorie n’est pas dans les statuts.", "statuts 12", chemin="categorie")
        ]
    issues = []
    if not personne_admise(statuts, categorie, personne):
        phrase = f"La catégorie {categorie} n’est pas ouverte à une personne {personne}."
        issues.append(avertissement("CATEGORIE_PERSONNE", phrase, "statuts 6", "statuts 12", chemin="categorie"))
    if statuts.colleges and not codes_de(statuts, categorie, personne):
        issues.append(
            avertissement("SANS_COLLEGE", "Aucun collège ne prend cette personne.", "statuts 22", chemin="categorie")
        )
    return issues


@regle("statuts", "9")
def _cession(dossier: Dossier, statuts: Statuts, mouvement: Mouvement) -> list[Issue]:
    """Free inside one category, else approved by the management (statuts 9)."""
    etat = dossier.registre.au(mouvement.jour)
    de, vers = etat.par_numero.get(mouvement.associe), etat.par_numero.get(mouvement.tiers or 0)
    if de is None or vers is None or not de.est_associe or not vers.est_associe:
        return [refus("CESSION", "Les parts ne se cèdent qu’entre associés.", "statuts 9", chemin="tiers")]
    if mouvement.parts > de.parts:
        return [refus("PARTS", f"{de.nom_complet} détient {accord(de.parts, 'part')}.", "statuts 9", chemin="parts")]
    if de.categorie != vers.categorie and not mouvement.piece:
        phrase = "Entre deux catégories, la cession suppose l’agrément de la gérance\u00a0: en indiquer la pièce."
        return [
            avertissement("AGREMENT", phrase, statuts.article("capital.cession", defaut="statuts 9"), chemin="piece")
        ]
    return []


def importer_faits(depot: Depot, source: str, faits: tuple[Fait, ...], issues: tuple[Issue, ...], resume: str) -> Acte:
    """What an import of a register brings (core.import_registre), all or nothing."""

    def decider(_: Dossier) -> Projet:
        bloque = bloquantes(issues)
        return Projet(f"Import de {source}\u00a0: {resume}", () if bloque else faits, issues)

    return depot.accomplir("importer", decider)


@regle("statuts", "25-1")
def demander_colleges(depot: Depot, jour: date, demandeur: int) -> Acte:
    """An associé asks for the colleges to be constituted (statuts 25-1)."""

    def decider(dossier: Dossier) -> Projet:
        personne = dossier.registre.au(jour).par_numero.get(demandeur)
        issues = list(_etat(dossier, jour))
        if personne is None or not personne.est_associe:
            issues.append(
                refus("DEMANDEUR", "Seul un associé peut demander les collèges.", "statuts 25-1", chemin="demandeur")
            )
        nombre = len(dossier.registre.au(jour).associes)
        seuil = dossier.statuts_au(jour).constitution.associes_plus_de
        if seuil is not None and nombre <= seuil:
            phrase = f"{accord(nombre, 'associé')}\u00a0: la gérance n’a pas à convoquer tant qu’ils ne sont pas plus de {seuil}."
            issues.append(avertissement("EFFECTIF", phrase, "statuts 25-1"))
        resume = f"{dossier.nom(demandeur)} demande la constitution des collèges"
        return Projet(resume, (EtatColleges(jour, DEMANDES, demandeur, None),), tuple(issues))

    return depot.accomplir("demander_colleges", decider)


def constituer_colleges(depot: Depot, jour: date, assemblee: int) -> Acte:
    """The colleges are constituted by the extraordinary assembly that adopted it (statuts 25-1)."""
    return depot.accomplir("constituer_colleges", lambda dossier: projet_constitution(dossier, jour, assemblee))


@regle("statuts", "25-1")
def projet_constitution(dossier: Dossier, jour: date, assemblee: int) -> Projet:
    """The colleges constituted from ``jour`` on, and what stands against it."""
    issues = list(_etat(dossier, jour))
    ag = dossier.assemblee(assemblee)
    if ag is None or not a_constitue(ag):
        phrase = "Aucune résolution de cette assemblée n’a constitué les collèges."
        issues.append(refus("NON_CONSTITUES", phrase, "statuts 25-1", chemin="assemblee"))
    return Projet("Collèges constitués", (EtatColleges(jour, CONSTITUES, None, assemblee),), tuple(issues))


def _etat(dossier: Dossier, jour: date) -> list[Issue]:
    if any(etat.etat == CONSTITUES and etat.jour <= jour for etat in dossier.etats_colleges):
        return [refus("DEJA_CONSTITUES", "Les collèges sont déjà constitués.", "statuts 25-1")]
    return []


def designer_president(depot: Depot, college: str, associe: int, jour: date, suppleant: int | None = None) -> Acte:
    """A college's president, and who stands in (statuts 25-3)."""
    fait = PresidentCollege(college, associe, suppleant, jour)
    return depot.accomplir("designer_president", lambda dossier: projet_presidence(dossier, fait))


@regle("statuts", "25-3")
def projet_presidence(dossier: Dossier, fait: PresidentCollege) -> Projet:
    """A college's president, an associé of it, and what stands against it."""
    statuts = dossier.statuts_au(fait.jour)
    issues = []
    if fait.college not in statuts.par_code:
        issues.append(
            refus("COLLEGE_INCONNU", "Ce collège n’est pas dans les statuts.", "statuts 22", chemin="college")
        )
    for numero in (fait.associe, fait.suppleant):
        personne = None if numero is None else dossier.registre.au(fait.jour).par_numero.get(numero)
        if numero is not None and (personne is None or not personne.est_associe):
            issues.append(refus("PRESIDENT", "Cette personne n’est pas associée.", "statuts 25-3", chemin="associe"))
        elif personne is not None and fait.college not in codes_de(
            statuts, personne.categorie, personne.fiche.personne
        ):
            phrase = f"{personne.nom_complet} n’est pas membre du collège {fait.college}."
            issues.append(avertissement("PRESIDENT_AUTRE_COLLEGE", phrase, "statuts 25-3", chemin="associe"))
    return Projet(f"{dossier.nom(fait.associe)} préside le collège {fait.college}", (fait,), tuple(issues))
