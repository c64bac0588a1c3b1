"""The list of associés on the day of an assembly, as check-in shows it: who is there, represented, expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from typing import Final

from PySide6.QtCore import QCoreApplication

from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import (
    Annulation,
    Excuse,
    Fait,
    FinFormulaire,
    FinPouvoir,
    FormulaireVote,
    Pouvoir,
    Presence,
)
from scicvote.core.francais import a
from scicvote.ui.candidats import pastille_colleges
from scicvote.ui.etats import Etat
from scicvote.ui.textes import heure, jour_abrege

PRESENT: Final = "present"
REPRESENTE: Final = "represente"
RECU: Final = "recu"  # a proxy was received, its holder is not there yet
CORRESPONDANCE: Final = "correspondance"  # a vote by post counts
PARTI: Final = "parti"
EXCUSE: Final = "excuse"
ATTENDU: Final = "attendu"

_ICONES: Final = {
    PRESENT: ("check", "bon"),
    REPRESENTE: ("file-check", "bon"),
    RECU: ("file-text", "alerte"),
    CORRESPONDANCE: ("send", "bon"),
    PARTI: ("log-out", "discret"),
    EXCUSE: ("minus", "discret"),
    ATTENDU: ("circle", "discret"),
}


def _tr(texte: str) -> str:
    return QCoreApplication.translate("emargement", texte)


@dataclass(frozen=True, slots=True)
class LigneEmargement:
    """One associé of the list; ``mot`` says the situation in words, ``heure`` when it began."""

    associe: int
    nom: str  # family name, or denomination
    prenom: str
    representant: str  # of a legal person, as it is searched
    detail: str
    college: str  # "" when the vote is by heads
    situation: str
    mot: str
    heure: str

    @property
    def nom_registre(self) -> str:
        return f"{self.nom} {self.prenom}".strip()

    @property
    def etat(self) -> Etat:
        icone, couleur = _ICONES[self.situation]
        return Etat(icone, self.mot, couleur)


class LectureEmargement:
    """One state of an assembly, read row by row; what several rows share is worked out once."""

    def __init__(self, dossier: Dossier, ag: Assemblee) -> None:
        self.dossier, self.ag = dossier, ag
        self.contexte = Contexte(dossier, ag)
        self._representes = ag.assistance.representes
        self._donnes = {pouvoir.mandant: pouvoir for pouvoir in reversed(ag.assistance.pouvoirs.values())}
        self._donnes |= self._representes  # of several proxies, one that counts is shown first
        self._portes = Counter(m for m, _ in dict.fromkeys((p.mandataire, p.mandant) for p in ag.assistance.comptent))
        self._gerants = set(dossier.gerants(ag.jour))
        self._excuses = {excuse.associe for excuse in ag.tous(Excuse)}
        self._departs = {p.associe: p for p in ag.tous(Presence) if p.sens == "depart"}

    @cached_property
    def _categories(self) -> dict[str, str]:
        return {code: categorie.nom for code, categorie in self.contexte.statuts.categories_par_code.items()}

    def lignes(self) -> tuple[LigneEmargement, ...]:
        """Everybody who can vote, by name."""
        return tuple(self.ligne(numero) for numero in self.contexte.tries(self.contexte.inscrits))

    def ligne(self, associe: int) -> LigneEmargement:
        """One row."""
        fiche, ligne = self.contexte.fiche(associe), self.ag.liste[associe]
        situation, mot, moment = self._situation(associe)
        return LigneEmargement(
            associe,
            fiche.nom if fiche else self.contexte.nom(associe),
            fiche.prenom if fiche else "",
            fiche.representant if fiche and self.contexte.morale(associe) else "",
            self._detail(associe, ligne.categorie),
            pastille_colleges(self.ag, associe),
            situation,
            mot,
            _moment(moment, self.ag),
        )

    def _detail(self, associe: int, categorie: str) -> str:
        mots = [self._categories.get(categorie, categorie)]
        if associe in self._gerants:
            mots.append(self.contexte.dirigeant(associe))
        if self.contexte.morale(associe):
            mots.append(self._represente_par(associe))
        if self._portes[associe]:
            mots.append(_tr("porte {}").format(accord(self._portes[associe], "pouvoir")))
        return ", ".join(mot for mot in mots if mot)

    def _represente_par(self, associe: int) -> str:
        presence, fiche = self.ag.assistance.presents.get(associe), self.contexte.fiche(associe)
        qui = presence.representant if presence else fiche.representant if fiche else ""
        return _tr("représentée par {}").format(qui) if qui else ""

    def _situation(self, associe: int) -> tuple[str, str, datetime | None]:
        accorder = self.contexte.accorder
        presence = self.ag.assistance.presents.get(associe)
        if presence is not None:
            return PRESENT, accorder(associe, _tr("Présent"), _tr("Présente")), presence.heure
        formulaire = self.ag.assistance.formulaires.get(associe)
        if formulaire is not None:
            return CORRESPONDANCE, _tr("A voté par correspondance"), datetime.combine(formulaire.recu, time.min)
        pouvoir = self._donnes.get(associe)
        if pouvoir is not None and associe in self._representes:
            return REPRESENTE, _tr("Pouvoir {}").format(self._porteurs(associe)), pouvoir.heure
        if pouvoir is not None:
            return RECU, _tr("Pouvoir reçu, attend {}").format(self.porteur(pouvoir)), pouvoir.heure
        depart = self._departs.get(associe)
        if depart is not None:
            return PARTI, accorder(associe, _tr("Parti"), _tr("Partie")), depart.heure
        if associe in self._excuses:
            return EXCUSE, accorder(associe, _tr("Excusé"), _tr("Excusée")), None
        if self.ag.close:
            return ATTENDU, accorder(associe, _tr("Absent"), _tr("Absente")), None
        return ATTENDU, accorder(associe, _tr("Attendu"), _tr("Attendue")), None

    def _porteurs(self, mandant: int) -> str:
        """``à Inès Marjolaine``; with the colleges, of proxies that do not stand for all: ``à A (SB), à B (PP)``."""
        portees = self.ag.assistance.portees
        mots = []
        for pouvoir in self.ag.assistance.comptent:
            if pouvoir.mandant == mandant:
                codes = "+".join(portees.get(pouvoir.pouvoir, ()))
                mots.append(f"{a(self.porteur(pouvoir))} ({codes})" if codes else a(self.porteur(pouvoir)))
        return ", ".join(mots)

    def porteur(self, pouvoir: Pouvoir) -> str:
        """Who holds a proxy, by name."""
        return self.contexte.nom(pouvoir.mandataire) if pouvoir.mandataire is not None else pouvoir.conjoint


def _moment(moment: datetime | None, ag: Assemblee) -> str:
    """The hour, or the day of what was received before the assembly's."""
    if moment is None:
        return ""
    return heure(moment) if moment.date() >= ag.jour else jour_abrege(moment.date()).rsplit("\u00a0", 1)[0]


def concernes(faits: Iterable[Fait], ag: Assemblee) -> set[int] | None:
    """Whose rows an act changes; None when it may be anybody's (a correction, the register, the list)."""
    numeros: set[int] = set()
    for fait in faits:
        if isinstance(fait, Annulation) or type(fait).__name__ in _TOUT:
            return None
        if isinstance(fait, Presence | Excuse | FormulaireVote):
            numeros.add(fait.associe)
        elif isinstance(fait, FinFormulaire):
            numeros |= {f.associe for f in ag.tous(FormulaireVote) if f.formulaire == fait.formulaire}
        elif isinstance(fait, Pouvoir):
            numeros |= {fait.mandant, fait.mandataire or 0}
        elif isinstance(fait, FinPouvoir):
            lie = next((p for p in ag.tous(Pouvoir) if p.pouvoir == fait.pouvoir), None)
            numeros |= {lie.mandant, lie.mandataire or 0} if lie else set()
    for pouvoir in ag.tous(Pouvoir):
        if pouvoir.mandant in numeros or pouvoir.mandataire in numeros:
            numeros |= {pouvoir.mandant, pouvoir.mandataire or 0}
    return numeros & ag.liste.keys()


_TOUT: Final = frozenset(
    {
        "Cloture",
        "Fiche",
        "Mouvement",
        "LigneListe",
        "ListeArretee",
        "Convocation",
        "Mandat",
        "FinMandat",
        "VersionStatuts",
    }
)
