"""The notice as a letter to each associé: agenda, resolutions with their majority, reminders (statuts 21-2, 21-3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from scicvote.core import lettre_rappels as rappels
from scicvote.core.article import regle
from scicvote.core.contexte_papier import citer
from scicvote.core.courrier import Courrier
from scicvote.core.demandes_assemblee import phrase_papier
from scicvote.core.entete import entete
from scicvote.core.exact import INSECABLE, accord
from scicvote.core.faits import Resolution
from scicvote.core.francais import accorder, capitale, ordinal
from scicvote.core.papier import Bloc, Ensemble, Liste, Papier, Style, Titre, gras, ligne, liste, paragraphe
from scicvote.core.pv_regles import majorite_requise, regle_de
from scicvote.core.statuts import MORALE


@regle("statuts", "21-2", "21-3", "23", "25-1", "28")
@regle("C. com.", "R223-20", "L223-27")
def convocations(courrier: Courrier) -> Iterator[Papier]:
    """One letter per associé, by name; what they share is composed once.

    Each is composed when it is asked for: a mailing of any size holds one letter at a time.
    """
    lettre = Lettre(courrier)
    return (lettre.pour(associe) for associe in courrier.destinataires)


class Lettre:
    """The letter of one assembly: its common parts, and what each addressee changes."""

    def __init__(self, courrier: Courrier) -> None:
        self.courrier, self.contexte = courrier, courrier.contexte
        self._vote: dict[tuple[str, ...], tuple[Bloc, ...]] = {}

    def pour(self, associe: int) -> Papier:
        """The letter to one associé."""
        courrier = self.courrier
        blocs = (
            paragraphe(courrier.salutation(associe)),
            self.invitation(associe),
            *self.demande,
            *self.corps,
            *self.vote(courrier.colleges[associe]),
            *self.pouvoirs,
            *self.documents,
            *self.questions,
            Ensemble((self.salut(associe), *self.signature)),  # nobody signs a page that says nothing
        )
        return replace(self.modele, avant=courrier.en_tete(associe), blocs=blocs, signet=self.contexte.nom(associe))

    # --- what everybody reads

    @cached_property
    def modele(self) -> Papier:
        """The letter without its addressee."""
        papier = self.contexte.papier("Convocation", (), mention=self.courrier.mention)
        return replace(papier, entete=entete(self.contexte.dossier, self.courrier.jour))

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What the agenda holds: a point added in the sitting was in nobody's letter."""
        return tuple(r for r in self.contexte.ag.resolutions if not r.hors_ordre)

    @cached_property
    def ordre_du_jour(self) -> Bloc:
        """The agenda, numbered."""
        if not self.resolutions:
            return paragraphe("L’ordre du jour n’est pas encore écrit.")
        return Liste(tuple(ligne(f"{r.titre}.") for r in self.resolutions), numerotee=True)

    @cached_property
    def textes(self) -> tuple[Bloc, ...]:
        """Every resolution in full, with the majority that it needs."""
        return tuple(bloc for r in self.resolutions for bloc in self._resolution(r))

    @cached_property
    def seconde(self) -> tuple[Bloc, ...]:
        """Why the resolutions come again; nothing at a first consultation."""
        return tuple(rappels.seconde(self.courrier))

    @cached_property
    def demande(self) -> tuple[Bloc, ...]:
        """That members asked for the assembly; nothing where nobody did."""
        phrase = phrase_papier(self.contexte.dossier, self.contexte.ag, nommer=False)
        return (paragraphe(phrase),) if phrase else ()

    @cached_property
    def corps(self) -> tuple[Bloc, ...]:
        """Agenda, second consultation, texts."""
        titre = (Titre(1, "Texte des résolutions"),) if self.resolutions else ()
        return Titre(1, "Ordre du jour"), self.ordre_du_jour, *self.seconde, *titre, *self.textes

    @cached_property
    def pouvoirs(self) -> tuple[Bloc, ...]:
        """How to be represented."""
        return Titre(1, "Si vous ne pouvez pas venir"), liste(*rappels.pouvoirs(self.courrier))

    @cached_property
    def documents(self) -> tuple[Bloc, ...]:
        """What comes with the letter, and where it lies."""
        return tuple(rappels.documents(self.courrier))

    @cached_property
    def questions(self) -> tuple[Bloc, ...]:
        """The right to written questions."""
        return tuple(rappels.questions(self.courrier))

    @cached_property
    def signature(self) -> tuple[Bloc, ...]:
        return tuple(self.courrier.signature())

    # --- what changes with the addressee

    def salut(self, associe: int) -> Bloc:
        """The closing words."""
        return paragraphe(f"Veuillez agréer, {self.courrier.salutation(associe)} nos salutations coopératives.")

    def invitation(self, associe: int) -> Bloc:
        """The sentence that convenes; it agrees with the addressee."""
        fiche, ag = self.courrier.fiches[associe], self.contexte.ag
        cles = ("presidents",) if self.courrier.college else ("delais.convocation_jours", "assemblees")
        article, habilite = self.contexte.citer(*cles), ""
        if fiche.personne == MORALE:
            a_quel_titre = f"représenter {fiche.nom} à "
            habilite = " Qui la représente apporte le document qui l’y habilite."
        else:
            a_quel_titre = f"prendre part, en votre qualité {accorder(fiche.civilite, 'd’associé', 'd’associée')}, à "
        return paragraphe(
            f"Nous vous invitons à {a_quel_titre}l’{self.courrier.reunion}, convoquée par {ag.convocation.convoquee_par}, "
            "qui se tiendra le ",
            gras(self.courrier.quand),
            f", {ag.convocation.lieu} ({article}).{habilite}",
        )

    def vote(self, colleges: tuple[str, ...]) -> tuple[Bloc, ...]:
        """How one votes in these colleges; worked out once for each group of them."""
        if colleges not in self._vote:
            phrases = rappels.vote(self.courrier, colleges)
            self._vote[colleges] = (Ensemble((Titre(1, "Comment on vote"), *map(paragraphe, phrases))),)
        return self._vote[colleges]

    # --- one resolution

    def _resolution(self, resolution: Resolution) -> Iterator[Bloc]:
        titre = Titre(2, f"{capitale(ordinal(resolution.numero, feminin=True))} résolution – {resolution.titre}")
        alineas = [paragraphe(a.strip(), style=Style.CITATION) for a in resolution.texte.split("\n") if a.strip()]
        blocs: list[Bloc] = [titre, *alineas, *self._candidats(resolution)]
        if len(blocs) > 2:  # a heading stays with its text, the majority with what it ends
            yield Ensemble(tuple(blocs[:2]))
            yield from blocs[2:-1]
            blocs = blocs[-1:]
        yield Ensemble((*blocs, self._majorite(resolution)))

    def _majorite(self, resolution: Resolution) -> Bloc:
        """The majority that it needs, with its articles."""
        requise = majorite_requise(self.contexte, resolution)
        articles = citer(regle_de(self.contexte, resolution).articles)
        secret = f"{INSECABLE}; scrutin secret" if resolution.regle in self.contexte.statuts.secret else ""
        mots = f"Majorité{INSECABLE}: {requise[:1].lower()}{requise[1:]} ({articles}){secret}."
        return paragraphe(mots, style=Style.NOTE)

    def _candidats(self, resolution: Resolution) -> Iterator[Bloc]:
        if not resolution.sieges:
            return
        sieges = accord(resolution.sieges, "siège")
        candidats = self.contexte.ag.candidats(resolution.resolution)
        if not candidats:
            yield paragraphe(f"{sieges} à pourvoir. Aucune candidature n’est encore enregistrée.")
            return
        yield paragraphe(f"{sieges} à pourvoir. Candidatures{INSECABLE}:")
        *autres, dernier = [self._candidat(c.candidat, c.presente_par) for c in candidats]
        yield liste(*(f"{mots}{INSECABLE};" for mots in autres), f"{dernier}.")

    def _candidat(self, candidat: int, presente_par: str) -> str:
        presente = self.contexte.accorder(candidat, "présenté", "présentée")
        suite = f", {presente} par le collège {presente_par}" if presente_par else ""
        return f"{self.contexte.civil(candidat)}{suite}"
