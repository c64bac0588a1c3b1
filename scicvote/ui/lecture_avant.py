"""What is said of a point before its vote: whether it can pass with those present, its candidates, its notes."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.etapes import PORTEES, libelle_seuil
from scicvote.core.exact import accord, pourcent
from scicvote.core.faits import Resolution
from scicvote.core.francais import heure_fr
from scicvote.core.mission import decide_ici
from scicvote.core.phrases_bascule import phrase_possibilite
from scicvote.core.possibilite import Possibilite, possibilite
from scicvote.core.recalcul import statuts_de
from scicvote.core.resolution import EXTRAORDINAIRES, Objet
from scicvote.ui.lecture_vote import secret_decide, tr
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.banniere import Encart


def encarts_possibilite(dossier: Dossier, ag: Assemblee, resolution: Resolution, tour: int) -> list[Encart]:
    """Whether those present could adopt it, where that is worth saying: always where they could not."""
    if not decide_ici(ag, resolution):
        return []
    statuts = statuts_de(dossier, ag)
    regle = statuts.regles[resolution.regle].applicable(ag.convocation.par_college)
    if tour == 2 and regle.tour2 == "relative":
        return []
    possible = possibilite(dossier, ag, resolution)
    seuil = libelle_seuil(regle.ligne(ag.convocation.consultation), ag.convocation.par_college and not regle.par_tete)
    if not possible.possible:
        return [_impossible(possible, seuil)]
    if resolution.regle in EXTRAORDINAIRES or resolution.objet == Objet.DESIGNATION:
        return [_possible(possible)]
    return []


def _impossible(possible: Possibilite, seuil: str) -> Encart:
    phrase = phrase_possibilite(possible)
    if possible.sans_quorum:
        return Encart("alerte", "triangle-alert", phrase)
    atteint = tr("Tous les présents pour\u00a0: {}\u00a0; il faut {}.").format(
        pourcent(possible.ratio, possible.seuil), seuil
    )
    return Encart("alerte", "triangle-alert", phrase, atteint)


def _possible(possible: Possibilite) -> Encart:
    atteint = tr("Tous pour, ils atteignent {}.").format(pourcent(possible.ratio, possible.seuil))
    return Encart("discret", "info", phrase_possibilite(possible), atteint)


def majorite(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> tuple[str, str]:
    """What it takes, and the articles that say so."""
    if not decide_ici(ag, resolution):
        statuts = statuts_de(dossier, ag)
        return PORTEES, majuscule(citer((statuts.article("vote.report", "colleges"), statuts.cite("statuts 24-4"))))
    regle = statuts_de(dossier, ag).regles[resolution.regle].applicable(ag.convocation.par_college)
    ligne = regle.ligne(ag.convocation.consultation)
    seuil = libelle_seuil(ligne, ag.convocation.par_college and not regle.par_tete)
    return tr("Il faut {}.").format(seuil), majuscule(citer(regle.articles or ("statuts",)))


def candidats_presentes(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> list[Encart]:
    """The candidates of an election, with the college that presents each."""
    if not resolution.sieges:
        return []
    lignes = [
        dossier.nom(c.candidat, ag.jour) + (tr(", présenté par {}").format(c.presente_par) if c.presente_par else "")
        for c in ag.candidats(resolution.resolution)
    ]
    titre = tr("{} pour {}").format(accord(len(lignes), "candidat"), accord(resolution.sieges, "siège"))
    return [Encart("discret", "users", titre, *lignes)]


def notes(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> Iterator[str]:
    """What happened to a point: its original text, who takes no part, a request of secrecy, its withdrawal, debates."""
    n = resolution.resolution
    if amendements := ag.amendements(n):
        yield tr("Texte amendé à {}. Texte d’origine\u00a0: «\u00a0{}\u00a0»").format(
            heure_fr(amendements[-1].heure), resolution.texte
        )
    for deport in ag.deports(n):
        base = tr("hors de la base") if deport.motif == "convention" else tr("librement, reste dans la base")
        yield tr("Déport\u00a0: {}, {}.").format(dossier.nom(deport.associe, ag.jour), base)
    decide = secret_decide(ag, n)
    if decide is not None:
        yield (
            tr("L’assemblée a décidé le scrutin secret.") if decide else tr("L’assemblée a refusé le scrutin secret.")
        )
    if (retrait := ag.retrait(n)) is not None:
        yield tr("Retirée à {}\u00a0: {}").format(heure_fr(retrait.heure), retrait.motif or tr("sans motif"))
    if debat := ag.debat(n):
        yield tr("Débats\u00a0: {}").format(debat)
