"""Letters of an assembly: to whom, where, how they are greeted, and by which means the letter leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scicvote.core.article import regle
from scicvote.core.assemblee import NATURES, Nature, par_associe
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import Fiche, LigneListe
from scicvote.core.francais import JOURS, capitale, date_longue, heure_fr
from scicvote.core.liste import composer_liste
from scicvote.core.papier import Bloc, CaseSignature, Signatures, Style, gras, paragraphe
from scicvote.core.statuts import MORALE

_POLITESSE = {"M.": "Monsieur,", "Mme": "Madame,"}


@dataclass(frozen=True)
class Courrier:
    """The mailing of one assembly, dated ``jour``."""

    contexte: Contexte
    jour: date
    associe: int | None = None  # the only one written to; None: everybody

    def citer(self, *cles: str, loi: tuple[str, ...] = (), sujet: str = "") -> str:
        """The article of the statutes behind these keys, then those of general law as this form of company has them."""
        statuts = self.contexte.statuts
        article = statuts.article(*cles, defaut="")
        articles = (article, *(statuts.cite(f"C. com. {numero}", sujet) for numero in loi))
        return citer(tuple(filter(None, articles)))

    @property
    def sarl(self) -> bool:
        return self.contexte.statuts.forme == "SARL"

    @property
    def college(self) -> bool:
        """Whether it is a college's own assembly, which its president calls by any means (statuts 25-3)."""
        return self.contexte.ag.convocation.nature == Nature.COLLEGE

    # --- to whom

    @cached_property
    def lignes(self) -> dict[int, LigneListe]:
        """Who is written to: the frozen list, less those who left since; the register before it is frozen."""
        ag = self.contexte.ag
        if ag.liste_arretee is not None:
            return self.contexte.inscrits
        return {une.associe: une for une in reversed(self._composees)}

    @cached_property
    def _composees(self) -> tuple[LigneListe, ...]:
        """The list as it would be frozen on the day of the assembly."""
        return composer_liste(self.contexte.dossier, self.contexte.ag, self.contexte.ag.jour)

    @cached_property
    def colleges(self) -> dict[int, tuple[str, ...]]:
        """In which colleges each of them votes; none for who is in none."""
        ag = self.contexte.ag
        codes = ag.colleges if ag.liste_arretee is not None else par_associe(self._composees)
        return {n: tuple(filter(None, siens)) for n, siens in codes.items()}

    @cached_property
    def destinataires(self) -> tuple[int, ...]:
        """Their numbers, in the order of their names."""
        if self.associe is not None:
            return (self.associe,) if self.associe in self.lignes else ()
        return tuple(self.contexte.tries(self.lignes))

    @property
    def mention(self) -> str:
        """``PROJET`` until the list of associés is frozen."""
        return "" if self.contexte.ag.liste_arretee is not None else "PROJET"

    @cached_property
    def fiches(self) -> dict[int, Fiche]:
        """Who they are, read once for the whole mailing."""
        return {n: p.fiche for n, p in self.contexte.dossier.registre.au(self.contexte.ag.jour).par_numero.items()}

    def adresse(self, associe: int) -> str:
        """The addressee as an envelope shows it, a line each: name, who represents a legal person, domicile."""
        fiche = self.fiches[associe]
        lignes = [nom_adresse(fiche)]
        if fiche.personne == MORALE and fiche.representant:
            lignes.append(f"À l’attention de {fiche.representant}")
        lignes += [morceau.strip() for morceau in fiche.domicile.replace("\n", ",").split(",")]
        return "\n".join(filter(None, lignes))

    def salutation(self, associe: int) -> str:
        """``Madame,``, ``Monsieur,``; ``Madame, Monsieur,`` where the civility is not known."""
        fiche = self.fiches[associe]
        return "Madame, Monsieur," if fiche.personne == MORALE else _POLITESSE.get(fiche.civilite, "Madame, Monsieur,")

    # --- what a letter holds whoever it is for

    @property
    def lieu_date(self) -> str:
        """``Fictiville, le 20 mai 2026``: the town of the registered office where its address shows it."""
        identite = self.contexte.dossier.identite
        ville = _ville(identite.siege) if identite is not None else ""
        return f"{ville}, le {date_longue(self.jour)}" if ville else f"Le {date_longue(self.jour)}"

    @property
    def quand(self) -> str:
        """``vendredi 12 juin 2026 à 18 h 00``."""
        return f"{JOURS[self.contexte.ag.jour.weekday()]} {date_longue(self.contexte.ag.jour)} à {heure_fr(self.contexte.ag.convocation.heure)}"

    @property
    def reunion(self) -> str:
        """``assemblée générale ordinaire annuelle, en seconde consultation``."""
        convocation = self.contexte.ag.convocation
        nature = NATURES[convocation.nature]
        college = f" {convocation.college}" if convocation.college else ""
        seconde = ", en seconde consultation" if convocation.consultation == 2 else ""
        return f"{nature[:1].lower()}{nature[1:]}{college}{seconde}"

    def en_tete(self, associe: int) -> tuple[Bloc, ...]:
        """What stands between the letterhead and the title: addressee, means of dispatch, place and date."""
        return (
            paragraphe(self.adresse(associe), style=Style.ADRESSE),
            *self.envoi,
            paragraphe(self.lieu_date, style=Style.DROITE),
        )

    @cached_property
    def mode(self) -> str:
        """How the letter leaves; ``""`` where no text asks for a means and none is recorded."""
        return mode_envoi(self)

    @cached_property
    def envoi(self) -> tuple[Bloc, ...]:
        """The line that says how the letter leaves."""
        return (paragraphe(gras(self.mode)),) if self.mode else ()

    def signature(self) -> Iterator[Bloc]:
        """Who convenes signs: the managers, or whoever else calls the assembly."""
        par = self.contexte.ag.convocation.convoquee_par
        cases = self.contexte.gerance(self.jour) if "géran" in par.lower() else (CaseSignature("", capitale(par)),)
        yield Signatures(cases)


def nom_adresse(fiche: Fiche) -> str:
    """``Mme Inès Marjolaine``, or a denomination."""
    civilite = f"{fiche.civilite}{INSECABLE}" if fiche.civilite else ""
    return f"{civilite}{fiche.prenom} {fiche.nom}".strip()


def _ville(siege: str) -> str:
    """``Fictiville`` out of ``1 rue de l’Exemple, 00100 Fictiville``; nothing where no post code shows it."""
    code, _, ville = siege.rpartition(",")[2].strip().partition(" ")
    return ville.strip() if len(code) == 5 and code.isdigit() else ""


@regle("statuts", "21-2")
@regle("C. com.", "R223-20")
def mode_envoi(courrier: Courrier) -> str:
    """How the notice left, else how it has to leave: by registered letter, with the article that asks for it."""
    envois = courrier.contexte.ag.envois("convocation")
    mode = envois[0].mode if envois else ""
    demandee = courrier.sarl and not courrier.college
    if mode and "recommand" not in mode.lower():
        return capitale(mode)
    if not mode and not demandee:
        return ""
    articles = f" ({courrier.citer('delais.convocation_jours', loi=('R223-20',))})" if demandee else ""
    return f"Lettre recommandée avec avis de réception{articles}"
