"""What a vote brings to the register of associés: entries to confirm, parts to pay, parts to reimburse (statuts 9 to 17)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scicvote.core.article import regle
from scicvote.core.exact import accord, euros
from scicvote.core.francais import date_longue
from scicvote.core.registre import SORTIES, NatureMouvement
from scicvote.core.remboursement import dettes_de
from scicvote.core.suite_vote import EtatSuite, Geste, SuiteVote, Vu, etat

_PERSONNE: Final = (
    "La résolution ne nomme personne du registre\u00a0: l’écriture se fait depuis la fiche de la personne."
)
_N = NatureMouvement


def porte(vu: Vu, associe: int, nature: NatureMouvement) -> bool:
    """Whether the register has the entry: bound to the assembly, or to none and of its day or later."""
    return any(
        m.associe == associe
        and m.nature == nature
        and (m.assemblee == vu.ag.numero or (m.assemblee is None and m.jour >= vu.ag.jour))
        for m in vu.dossier.registre.mouvements_de(associe)
    )


def _ecriture(vu: Vu, quoi: str, titre: str, nature: NatureMouvement, articles: tuple[str, ...]) -> SuiteVote:
    """An entry of the register on the day of the assembly, about the person of the resolution."""
    qui = vu.resolution.concerne
    if qui is None:
        return SuiteVote(
            vu.cle(quoi), vu.resolution.resolution, titre, _PERSONNE, articles, EtatSuite.SANS_OBJET, Geste.NOTER
        )
    fait = porte(vu, qui, nature)
    phrase = "L’écriture est au registre des mouvements." if fait else f"Écriture du {vu.jour}, liée à cette assemblée."
    return SuiteVote(
        vu.cle(quoi, qui), vu.resolution.resolution, titre, phrase, articles, etat(fait), Geste.MOUVEMENT,
        nature=str(nature), associe=qui, debut=vu.ag.jour,
    )  # fmt: skip


def _de_qui(vu: Vu) -> str:
    qui = vu.resolution.concerne
    return f" {vu.de(qui)}" if qui is not None else ""


@regle("statuts", "12", "13")
def suites_admission(vu: Vu) -> Iterator[SuiteVote]:
    """The admission enters the register; the quality of associé begins on the day when the parts are paid."""
    if not vu.adoptee:
        return
    yield _ecriture(vu, "admission", f"Porter l’admission{_de_qui(vu)} au registre", _N.ADMISSION, ("statuts 13",))
    qui = vu.resolution.concerne
    if qui is not None:
        yield _liberation(vu, qui)


def _liberation(vu: Vu, qui: int) -> SuiteVote:
    """Parts subscribed, then paid: since the person last left, where they had been an associé before."""
    mouvements = vu.dossier.registre.mouvements_de(qui)
    sorties = [m.jour for m in mouvements if m.nature in SORTIES and m.associe == qui and m.jour <= vu.ag.jour]
    depuis = [m for m in mouvements if not sorties or m.jour > max(sorties)]
    payees = [
        m for m in depuis if m.nature in (_N.LIBERATION, _N.REPRISE) or (m.nature == _N.CESSION and m.tiers == qui)
    ]
    souscrites = sum(m.parts for m in depuis if m.nature == _N.SOUSCRIPTION)
    if payees:
        phrase = f"Parts payées le {date_longue(payees[0].jour)}\u00a0: la qualité d’associé commence ce jour-là."
    elif souscrites:
        phrase = f"{accord(souscrites, 'part souscrite', 'parts souscrites')}\u00a0; la qualité d’associé commence le jour où elles sont payées."
    else:
        phrase = "Bulletin en deux originaux, puis paiement\u00a0: la qualité d’associé commence le jour où les parts sont payées."
    nature = _N.LIBERATION if souscrites else _N.SOUSCRIPTION
    return SuiteVote(
        vu.cle("liberation", qui), vu.resolution.resolution, f"Parts{_de_qui(vu)} à souscrire et à libérer", phrase,
        ("statuts 12", "statuts 10"), etat(bool(payees)), Geste.MOUVEMENT, nature=str(nature), associe=qui, parts=souscrites,
    )  # fmt: skip


@regle("statuts", "15", "11")
def suites_exclusion(vu: Vu) -> Iterator[SuiteVote]:
    """The exclusion enters the register on the day of the vote; the parts are cancelled and become a debt."""
    if not vu.adoptee:
        return
    qui = vu.resolution.concerne
    ecriture = _ecriture(
        vu, "exclusion", f"Porter l’exclusion{_de_qui(vu)} au registre", _N.EXCLUSION, ("statuts 15", "statuts 11")
    )
    if qui is None:
        yield ecriture
        return
    personne = vu.dossier.registre.personne_au(qui, vu.ag.jour)
    if ecriture.etat == EtatSuite.A_FAIRE and (personne is None or not personne.est_associe):
        partie = f" depuis le {date_longue(personne.sortie)}" if personne is not None and personne.sortie else ""
        phrase = f"{vu.nom(qui)} n’a plus la qualité d’associé{partie}."
        yield SuiteVote(
            ecriture.cle, ecriture.resolution, ecriture.titre, phrase, ecriture.articles, EtatSuite.SANS_OBJET,
            Geste.MOUVEMENT, nature=ecriture.nature, associe=qui,
        )  # fmt: skip
        return
    yield ecriture
    if ecriture.etat == EtatSuite.FAIT:
        yield from remboursement(vu, qui)


@regle("statuts", "16-1", "16-3", "17")
def remboursement(vu: Vu, qui: int) -> Iterator[SuiteVote]:
    """What is due to somebody who left: how much at most, from which day; nothing where the value of a part is unknown."""
    valeur = vu.statuts.capital.valeur_part
    if valeur is None:
        return
    dettes = dettes_de(vu.dossier.registre, vu.statuts, qui)
    dues = sum(dette.dues for dette in dettes)
    if not dues:
        phrase, des = "Rien ne reste dû.", None
    else:
        des = dettes[0].exigible
        quand = f"\u00a0; exigible à partir du {date_longue(des)}" if des else ""
        phrase = f"{accord(dues, 'part')}, {euros(dues * valeur)} au plus{quand}, à son tour."
    yield SuiteVote(
        vu.cle("remboursement", qui), vu.resolution.resolution, f"Rembourser les parts {vu.de(qui)}", phrase,
        ("statuts 16-3", "statuts 17"), etat(not dues), Geste.MOUVEMENT, nature=str(_N.REMBOURSEMENT), associe=qui,
        parts=dues, des=des,
    )  # fmt: skip


@regle("statuts", "13")
def suites_avis(vu: Vu) -> Iterator[SuiteVote]:
    """The opinion of the college on somebody enters the register, whichever way it went."""
    if vu.resolution.concerne is not None and vu.decision in ("adoptee", "rejetee"):
        yield _ecriture(
            vu, "avis", f"Porter l’avis sur l’admission{_de_qui(vu)} au registre", _N.AVIS_COLLEGE, ("statuts 13",)
        )
