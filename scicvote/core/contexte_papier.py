"""What every paper of one assembly asks for: the statutes of its day, who people are, how they are named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from scicvote.core import article
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.entete import entete
from scicvote.core.exact import INSECABLE, accord
from scicvote.core.faits import Fiche, LigneListe, Pouvoir, PouvoirBlanc
from scicvote.core.francais import a, accorder, capitale, enumerer
from scicvote.core.liste import corps_de, inscrits, plusieurs
from scicvote.core.normalise import cle
from scicvote.core.papier import Bloc, CaseSignature, Papier
from scicvote.core.recalcul import statuts_de
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.statuts import MORALE, Statuts


def citer(articles: tuple[str, ...]) -> str:
    """Articles as a reader expects them, never cut between ``art.`` and its number."""
    return article.citer(articles).replace("art. ", f"art.{INSECABLE}")


@dataclass(frozen=True)
class Contexte:
    """One assembly in its cooperative, as papers look at it."""

    dossier: Dossier
    ag: Assemblee

    @cached_property
    def statuts(self) -> Statuts:
        """The statutes in force on the day of the assembly."""
        return statuts_de(self.dossier, self.ag)

    @cached_property
    def inscrits(self) -> dict[int, LigneListe]:
        """Who can vote: the frozen list, less those who lost the quality since."""
        return inscrits(self.dossier, self.ag)

    # --- articles

    def citer(self, *cles: str, defaut: str = "statuts") -> str:
        """The article behind a key of the statutes, as a reader expects it: ``statuts, art. 21-4``."""
        return citer((self.statuts.article(*cles, defaut=defaut),))

    def loi(self, *articles: str, sujet: str = "") -> str:
        """Articles of general law, as these statutes and their form have them (``Statuts.cite``), for a reader."""
        return citer(tuple(self.statuts.cite(article, sujet) for article in articles))

    @property
    def loi_pv(self) -> str:
        """The article of general law that says what minutes contain."""
        return self.statuts.cite("C. com. R223-24")

    @property
    def loi_registre(self) -> str:
        """The article of general law on the special register."""
        return self.statuts.cite("C. com. R221-3")

    # --- people

    def fiche(self, associe: int) -> Fiche | None:
        """Who somebody was on the day of the assembly."""
        personne = self.dossier.registre.au(self.ag.jour).par_numero.get(associe)
        return personne.fiche if personne else None

    def nom(self, associe: int) -> str:
        """``Inès Marjolaine``, or a denomination."""
        return self.dossier.nom(associe, self.ag.jour)

    def civil(self, associe: int) -> str:
        """``Mme Inès Marjolaine`` where the civility is known, else the name alone."""
        fiche = self.fiche(associe)
        civilite = fiche.civilite if fiche else ""
        return f"{civilite}{INSECABLE}{self.nom(associe)}" if civilite else self.nom(associe)

    def accorder(self, associe: int, masculin: str, feminin: str) -> str:
        """The word that agrees with a person."""
        fiche = self.fiche(associe)
        return accorder(fiche.civilite if fiche else "", masculin, feminin)

    def morale(self, associe: int) -> bool:
        """Whether the associé is a legal person."""
        fiche = self.fiche(associe)
        return fiche is not None and fiche.personne == MORALE

    def ordre(self, associe: int) -> tuple[str, str, int]:
        """The key that sorts people as registers do: family name, first name."""
        fiche = self.fiche(associe)
        return (cle(fiche.nom), cle(fiche.prenom), associe) if fiche else ("", "", associe)

    def tries(self, associes: object) -> list[int]:
        """Numbers of associés in the order of their names."""
        return sorted(associes, key=self.ordre)  # type: ignore[call-overload, no-any-return]

    def humain(self, associe: int) -> str:
        """Who acts in the room: a natural person, or the one who represents a legal person, then its denomination."""
        fiche = self.fiche(associe)
        if fiche is None or fiche.personne != MORALE:
            return self.civil(associe)
        presence = self.ag.assistance.vus.get(associe)
        qui = presence.representant if presence else fiche.representant
        return f"{qui}, pour {fiche.nom}" if qui else fiche.nom

    def porteur(self, pouvoir: Pouvoir) -> str:
        """Who holds a proxy: an associé, or a spouse who is not one."""
        if pouvoir.mandataire is not None:
            return self.civil(pouvoir.mandataire)
        return f"{pouvoir.conjoint} (conjoint non associé)"

    def donne_a(self, pouvoir: Pouvoir) -> str:
        """``à M. Tom Verveine``, ``aux Amarres imaginaires``: to whom a proxy was given; said where it named nobody."""
        sans_nom = any(fait.pouvoir == pouvoir.pouvoir for fait in self.ag.tous(PouvoirBlanc))
        return f"{a(self.porteur(pouvoir))}{' (sans nom, remis à la présidence)' if sans_nom else ''}"

    def portee(self, pouvoir: Pouvoir) -> str:
        """``, pour le collège SB``: the only colleges for which a proxy was given; nothing where it is for all."""
        codes = self.ag.assistance.portees.get(pouvoir.pouvoir, ())
        if not codes:
            return ""
        return f", pour {'le collège' if len(codes) == 1 else 'les collèges'} {enumerer(codes)}"

    def dirigeant(self, associe: int) -> str:
        """The quality of a manager: ``gérante`` of a SARL, ``dirigeant`` of another form."""
        if self.statuts.forme == "SARL":
            return self.accorder(associe, "gérant", "gérante")
        return self.accorder(associe, "dirigeant", "dirigeante")

    # --- bodies

    @property
    def par_college(self) -> bool:
        return self.ag.convocation.par_college

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The bodies that vote: the colleges of the statutes in their order, or the whole assembly."""
        if not self.par_college:
            return (ENSEMBLE,)
        sans = "" if any(not ligne.college for ligne in self.inscrits.values()) else None
        return tuple(self.statuts.par_code) if sans is None else (*self.statuts.par_code, sans)

    def colleges(self, associe: int | None) -> str:
        """The colleges of an associé of the list (``SB``, ``SB et PP``); nothing when the vote is not by college."""
        connus = self.ag.colleges.get(associe, ()) if self.par_college and associe is not None else ()
        return enumerer([code for code in connus if code])

    def voix(self, associe: int) -> int:
        """The votes of an associé of the list: one in each body where they vote."""
        return self.inscrits[associe].voix * len(corps_de(self.ag, associe))

    @cached_property
    def plusieurs(self) -> tuple[int, ...]:
        """Who votes in several colleges, by name."""
        return plusieurs(self.ag, self.tries(self.inscrits))

    def membres(self, code: str) -> list[int]:
        """The associés of one body, by name."""
        return self.tries(n for n in self.inscrits if code in corps_de(self.ag, n))

    def libelle_corps(self, code: str) -> str:
        """``Salariés et bénévoles membres actifs (SB)``; ``Ensemble`` for the whole assembly."""
        college = self.statuts.par_code.get(code)
        if college is not None:
            return f"{college.nom} ({code})"
        return "Ensemble" if code == ENSEMBLE else "Sans collège"

    def deux_fois(self) -> str:
        """What a reader of totals by college has to know, where somebody votes in several; nothing elsewhere."""
        if not self.plusieurs:
            return ""
        article = self.citer("societariat.plusieurs_colleges", "colleges")
        noms = enumerer([f"{self.nom(n)} ({self.colleges(n)})" for n in self.plusieurs])
        return (
            f"{accord(len(self.plusieurs), 'associé vote', 'associés votent')} dans plusieurs collèges, une voix dans "
            f"chacun ({article}){INSECABLE}: {noms}. La ligne Ensemble compte chaque personne une fois avec ses parts, "
            "et toutes les voix."
        )

    # --- a paper of this assembly

    def papier(self, titre: str, blocs: Iterable[Bloc], **reste: Any) -> Papier:
        """A paper under the cooperative's letterhead; ``reste`` are other fields of Papier, ``sous_titre`` the assembly."""
        champs: dict[str, Any] = {"sous_titre": self.ag.titre, "pied": f"{titre}, {self.statuts.denomination}", **reste}
        return Papier(titre=titre, auteur=self.statuts.denomination, entete=self.entete, blocs=tuple(blocs), **champs)

    def gerance(self, jour: date) -> tuple[CaseSignature, ...]:
        """Rooms to sign for the managers of a day; one without a name where none is known."""
        gerants = self.dossier.gerants(jour)
        cases = tuple(CaseSignature(self.nom(n), capitale(self.dirigeant(n))) for n in gerants)
        return cases or (CaseSignature("", "La gérance"),)

    # --- what heads a paper

    @property
    def entete(self) -> tuple[str, ...]:
        """The letterhead on the day of the assembly."""
        return entete(self.dossier, self.ag.jour)
