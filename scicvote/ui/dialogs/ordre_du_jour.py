"""The usual resolutions in one gesture; a candidate for an election."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from scicvote.actes import preparation
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import Resolution
from scicvote.core.resolution import a_completer
from scicvote.core.resolutions_types import Proposition
from scicvote.core.statuts import PHYSIQUE
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.preparation import DialogueVif, Requis, personnes, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import ChampAssocie
from scicvote.ui.widgets.champs import ChampCase, ChampChoix
from scicvote.ui.widgets.formulaire import Formulaire


class DialogueUsuelles(DialogueActe):
    """Boxes, the usual ones ticked, each with its text: one button puts them all on the agenda."""

    def __init__(
        self, session: Session, ag: Assemblee, propositions: tuple[Proposition, ...], parent: QWidget | None = None
    ) -> None:
        self.ag, self.propositions = ag, propositions
        self.cases = []
        for rang, proposition in enumerate(propositions):
            r = proposition.resolution
            suite = tr(" À compléter ensuite.") if a_completer(r) else ""
            case = ChampCase(r.titre, f"r{rang}", " ".join(r.texte.split()) + suite)
            case.poser(proposition.usuelle)
            self.cases.append(case)
        super().__init__(
            session,
            tr("Résolutions usuelles"),
            Formulaire(*self.cases),
            self._demander,
            tr("Ajouter à l’ordre du jour"),
            parent,
            tr("Leur texte se modifie ensuite, une par une, et leur ordre se change à la souris ou au clavier."),
            largeur=720,
        )
        self.formulaire.change.connect(self._compter)
        self._compter()

    def choisies(self) -> tuple[Resolution, ...]:
        """The resolutions whose box is ticked."""
        return tuple(p.resolution for p, case in zip(self.propositions, self.cases, strict=True) if case.valeur())

    def _compter(self) -> None:
        combien = len(self.choisies())
        self.valider.setText(
            tr("Ajouter {} à l’ordre du jour").format(combien) if combien else tr("Ajouter à l’ordre du jour")
        )
        self.valider.setEnabled(bool(combien))

    def _demander(self) -> ActeDemande | None:
        numero, choisies = self.ag.numero, self.choisies()
        return lambda depot: preparation.inscrire_resolutions(depot, numero, choisies)


class DialogueCandidat(DialogueVif):
    """Somebody stands for an election, presented by a college or by nobody (statuts 18-1)."""

    def __init__(self, session: Session, ag: Assemblee, resolution: Resolution, parent: QWidget | None = None) -> None:
        self.ag, self.resolution = ag, resolution
        statuts = session.dossier.statuts_au(ag.jour)
        etat = session.dossier.registre.au(ag.jour).par_numero
        deja = {c.candidat for c in ag.candidats(resolution.resolution)}
        eligibles = [
            c
            for c in personnes(session.dossier, ag)
            if c.numero not in deja and etat[c.numero].fiche.personne == PHYSIQUE
        ]
        self.qui = ChampAssocie(tr("Candidat"), "candidat", eligibles, tr("Une personne physique, associée."))
        colleges = [(c.code, f"{c.code} – {c.nom}") for c in statuts.colleges]
        self.par = ChampChoix(tr("Présenté par"), "presente_par", [("", tr("Aucun collège")), *colleges])
        super().__init__(
            session,
            f"preparer/{ag.numero}/candidat/{resolution.resolution}",
            tr("Présenter un candidat"),
            tr("Présenter"),
            (self.qui, *((self.par,) if colleges else ())),
            resolution.titre,
            parent,
        )
        self.prevenir()

    def requis(self) -> Iterator[Requis]:
        yield self.qui, "CANDIDAT", tr("Choisir le candidat.")

    def lire(self) -> ActeDemande | None:
        qui, par = self.qui.valeur(), self.par.valeur()
        if qui is None:
            return None
        numero, resolution = self.ag.numero, self.resolution.resolution
        return lambda depot: preparation.presenter_candidat(depot, numero, resolution, qui, par)
