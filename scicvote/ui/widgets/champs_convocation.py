"""The fields of an assembly that is prepared: what is proposed follows what was chosen, until it is typed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from scicvote.core.a_faire import dernier_exercice
from scicvote.core.assemblee import NATURES, Nature
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Convocation
from scicvote.core.proposition_assemblee import motif_vote, qui_convoque, vote_par_college
from scicvote.ui.dialogs.preparation import Requis
from scicvote.ui.widgets.champs import AnyChamp, ChampChoix, ChampDate, ChampHeure, ChampNombre, ChampTexte
from scicvote.ui.widgets.formulaire import Rang

ANNUELLES = (Nature.ORDINAIRE, Nature.MIXTE)


def _tr(mot: str) -> str:
    return QCoreApplication.translate("convocation", mot)


class ChampsConvocation:
    """``rangs`` go in a form; ``suivre`` is to be called when it changes, ``lire`` gives the fact."""

    def __init__(self, dossier: Dossier, aujourdhui: date) -> None:
        self.dossier, self.aujourdhui = dossier, aujourdhui
        statuts = dossier.statuts_au(aujourdhui)
        colleges = [(c.code, f"{c.code} – {c.nom}") for c in statuts.colleges]
        natures = [(str(n), NATURES[n]) for n in Nature if n != Nature.COLLEGE or colleges]
        self.nature = ChampChoix(_tr("Nature"), "nature", natures)
        self.college = ChampChoix(_tr("Collège réuni"), "college", [("", _tr("Choisir un collège")), *colleges])
        self.jour = ChampDate(_tr("Date"), "jour", aujourdhui)
        self.heure = ChampHeure(_tr("Heure"), "heure")
        self.lieu = ChampTexte(_tr("Lieu"), "lieu", _tr("Adresse complète, comme la lettre la dira."))
        self.exercice = ChampNombre(
            _tr("Exercice dont les comptes sont présentés"), "exercice", _tr("L’année où il se termine.")
        )
        votes = [("tete", _tr("Par tête\u00a0: une personne, une voix")), ("college", _tr("Par collège"))]
        self.vote = ChampChoix(_tr("Vote"), "par_college", votes)
        self.motif = ChampTexte(
            _tr("Pour quelle raison"), "motif_vote", _tr("Dite dans la lettre et au procès-verbal.")
        )
        self.par = ChampTexte(_tr("Convoquée par"), "convoquee_par")
        self._proposes: dict[AnyChamp, str] = {}
        self._exercice: int | None = None
        self._neuve = self._demandee = False
        self._vote_possible = statuts.vote_possible_par_college and bool(statuts.colleges)

    def rangs(self) -> tuple[Rang, ...]:
        """The fields in their rows."""
        return (
            (self.nature, self.college), (self.jour, self.heure), self.lieu, self.exercice, self.vote, self.motif, self.par,
        )  # fmt: skip

    # --- beginning

    def commencer(self, exercice: int | None = None, demandee: bool = False) -> None:
        """A new assembly: the annual one of ``exercice``, or of the last year while none is prepared for it.

        ``demandee``: members asked for it; it is none of the annual ones.
        """
        self._demandee = demandee
        annuelle = exercice is not None or (
            not demandee and not self._preparee(dernier_exercice(self.dossier, self.aujourdhui))
        )
        self.nature.poser(Nature.ORDINAIRE if annuelle else Nature.ORDINAIRE_REUNIE)
        self._neuve = True
        self._proposer(self.vote, self._vote_propose())
        self._exercice = exercice
        self.suivre()

    def poser(self, convocation: Convocation) -> None:
        """An assembly that is already prepared."""
        self.nature.poser(convocation.nature)
        self.college.poser(convocation.college)
        self.jour.poser(convocation.heure.date())
        self.heure.poser(convocation.heure.time())
        self.lieu.poser(convocation.lieu)
        self.exercice.poser(convocation.exercice)
        self.vote.poser("college" if convocation.par_college else "tete")
        self.motif.poser(convocation.motif_vote)
        self.par.poser(convocation.convoquee_par)
        self._cacher()

    # --- what follows from what

    def suivre(self) -> None:
        """Show the fields of this nature, and propose again what nobody typed over."""
        self._cacher()
        jour, nature = self.jour.valeur() or self.aujourdhui, self.nature.valeur()
        self._proposer(self.vote, self._vote_propose())
        if self._neuve:
            annee = self._exercice or dernier_exercice(self.dossier, jour)
            deja = nature == Nature.MIXTE and self._preparee(annee)
            self._proposer(self.exercice, str(annee) if annee and not deja else "")
        self._proposer(self.motif, motif_vote(self.dossier, jour, nature, self._par_college()))
        self._proposer(self.par, qui_convoque(self.dossier, jour, nature, self.college.valeur(), self._demandee))

    def _preparee(self, exercice: int | None) -> bool:
        """An assembly looks at this financial year already."""
        return any(ag.convocation.exercice == exercice for ag in self.dossier.assemblees.values())

    def _cacher(self) -> None:
        nature = self.nature.valeur()
        self.college.setVisible(nature == Nature.COLLEGE)
        self.exercice.setVisible(nature in ANNUELLES)
        self.vote.setVisible(nature != Nature.COLLEGE and self._vote_possible)

    def _vote_propose(self) -> str:
        jour = self.jour.valeur() or self.aujourdhui
        return "college" if vote_par_college(self.dossier, jour, self.nature.valeur()) else "tete"

    def _proposer(self, champ: AnyChamp, propose: str) -> None:
        """Put a proposal where the field is empty or still holds the former one."""
        if champ.texte() in ("", self._proposes.get(champ, "")) or (champ is self.vote and champ not in self._proposes):
            champ.poser_texte(propose)
            if isinstance(champ, ChampTexte):
                champ.ligne.setCursorPosition(0)
        self._proposes[champ] = propose

    def _par_college(self) -> bool:
        return self.vote.valeur() == "college" and self.nature.valeur() != Nature.COLLEGE

    # --- reading

    def requis(self) -> Iterator[Requis]:
        yield self.jour, "DATE", _tr("Indiquer le jour de l’assemblée.")
        yield self.heure, "HEURE", _tr("Indiquer l’heure de l’assemblée.")

    def complet(self) -> bool:
        """A day and an hour are understood: the act can be tried."""
        return self.jour.valeur() is not None and self.heure.valeur() is not None

    def lire(self, avant: Convocation | None = None) -> Convocation:
        """The fact, over the one that it replaces. An hour that is not said yet is that of the evening."""
        nature = self.nature.valeur()
        moment = datetime.combine(self.jour.valeur() or self.aujourdhui, self.heure.valeur() or time(18))
        neuve = Convocation(0, nature, moment, "", False, "", "", 1, None, None, "")
        return replace(
            avant or neuve,
            nature=nature,
            heure=moment,
            lieu=self.lieu.valeur(),
            par_college=self._par_college(),
            motif_vote=self.motif.valeur(),
            college=self.college.valeur() if nature == Nature.COLLEGE else "",
            exercice=self.exercice.valeur() if nature in ANNUELLES else None,
            convoquee_par=self.par.valeur(),
        )
