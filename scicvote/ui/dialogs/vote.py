"""Dialogs of a vote: who takes no part, a text amended or withdrawn, debates, candidates, a revocation off the agenda."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.actes import preparation, seance, vote
from scicvote.actes.annulation_scrutin import annuler_scrutin
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.contexte_papier import citer
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Amendement, Deport, Resolution
from scicvote.core.issue import refus
from scicvote.core.liste import inscrits
from scicvote.core.recalcul import statuts_de
from scicvote.core.resolution import Objet
from scicvote.core.statuts import PHYSIQUE
from scicvote.ui.candidats import candidats
from scicvote.ui.dialogs.moment_seance import DialogueSeance
from scicvote.ui.lecture_vote import tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champs import ChampChoix, ChampLong, ChampTexte


def _exige(champ: ChampAssocie) -> bool:
    """Whether somebody is chosen; else the field says what is missing."""
    if champ.valeur() is not None:
        return True
    champ.montrer_issue(refus("ASSOCIE", tr("Choisir quelqu’un dans la liste."), chemin=champ.chemin))
    champ.controle.setFocus()
    return False


class DialogueDeport(DialogueSeance):
    """Somebody takes no part in a vote: out of the base for a regulated agreement, freely elsewhere."""

    def __init__(self, session: Session, resolution: Resolution, parent: QWidget | None = None) -> None:
        self.resolution = resolution.resolution
        self.associe = ChampAssocie(tr("Qui ne prend pas part au vote"), "associe")
        self.motif = ChampChoix(
            tr("Pourquoi"),
            "motif",
            (
                ("convention", tr("Convention réglementée\u00a0: hors de la base")),
                ("libre", tr("Librement\u00a0: reste dans la base, ne vote pas")),
            ),
        )
        super().__init__(
            session,
            f"deport/{resolution.resolution}",
            tr("Un déport"),
            tr("Noter le déport"),
            (self.associe, self.motif),
            parent=parent,
        )
        ag, dossier = self.ag, session.dossier
        deja = {d.associe for d in ag.deports(resolution.resolution)}
        self.associe.proposer(candidats(dossier, ag, (n for n in inscrits(dossier, ag) if n not in deja)))
        if session.brouillons.lire(f"seance/{ag.numero}/deport/{resolution.resolution}/motif") is None:
            self.motif.poser("convention" if resolution.objet == Objet.CONVENTION else "libre")
        if resolution.objet == Objet.CONVENTION and resolution.concerne is not None and not self.associe.texte():
            self.associe.poser(resolution.concerne)

    def demande(self) -> ActeDemande | None:
        moment = self.moment()
        if moment is None:
            return None
        deport = Deport(self.numero, self.resolution, self.associe.valeur() or 0, moment, self.motif.valeur())
        return lambda depot: vote.deporter(depot, deport)

    def executer(self) -> None:
        if _exige(self.associe):
            super().executer()


class DialogueAmendement(DialogueSeance):
    """A text is changed before its vote; the original is kept, and both are printed."""

    def __init__(self, session: Session, resolution: Resolution, parent: QWidget | None = None) -> None:
        self.resolution = resolution.resolution
        self.nouveau = ChampLong(tr("Texte mis aux voix"), "texte", lignes=6)
        self.auteur = ChampTexte(tr("Proposé par"), "auteur")
        super().__init__(
            session,
            f"amendement/{resolution.resolution}",
            tr("Amender le texte"),
            tr("Mettre ce texte aux voix"),
            (self.nouveau, self.auteur),
            explication=tr("Le texte d’origine est conservé\u00a0: le procès-verbal imprime les deux."),
            parent=parent,
        )
        if not self.nouveau.valeur():
            self.nouveau.poser(self.ag.texte_de(resolution))

    def demande(self) -> ActeDemande | None:
        moment = self.moment()
        if moment is None:
            return None
        fait = Amendement(self.numero, self.resolution, moment, self.nouveau.valeur(), self.auteur.valeur())
        return lambda depot: seance.amender(depot, fait)


class DialogueRetraitResolution(DialogueSeance):
    """A resolution is withdrawn before it was put to the vote."""

    def __init__(self, session: Session, resolution: Resolution, parent: QWidget | None = None) -> None:
        self.resolution = resolution.resolution
        self.motif = ChampTexte(tr("Motif"), "motif", tr("Texte à reprendre, proposition retirée par la gérance…"))
        super().__init__(
            session,
            f"retrait/{resolution.resolution}",
            tr("Retirer la résolution {}").format(resolution.numero),
            tr("Retirer"),
            (self.motif,),
            explication=tr("Elle ne sera pas mise aux voix\u00a0; le procès-verbal dit qu’elle a été retirée."),
            parent=parent,
        )

    def demande(self) -> ActeDemande | None:
        moment, motif = self.moment(), self.motif.valeur()
        if moment is None:
            return None
        return lambda depot: seance.retirer_resolution(depot, self.numero, self.resolution, moment, motif)


class DialogueAnnulationScrutin(DialogueSeance):
    """A vote that was opened by mistake is cancelled before it is counted."""

    def __init__(self, session: Session, resolution: Resolution, vote: Vote, parent: QWidget | None = None) -> None:
        self.scrutin = vote.scrutin.scrutin
        self.motif = ChampTexte(tr("Motif"), "motif", tr("Ouvert par erreur, sur le mauvais point, avant une arrivée…"))
        super().__init__(
            session,
            f"annulation/{self.scrutin}",
            tr("Annuler le scrutin sur la résolution {}").format(resolution.numero),
            tr("Annuler ce scrutin"),
            (self.motif,),
            explication=tr(
                "Il ne comptera pour aucun résultat, et ce qui est saisi est oublié. La résolution pourra être remise aux voix. "
                "Le procès-verbal le dit parmi les incidents, avec l’heure et le motif (C. com., art.\u00a0R223-24)."
            ),
            parent=parent,
        )
        self.annuler.setText(tr("Revenir"))

    def demande(self) -> ActeDemande | None:
        moment, motif = self.moment(), self.motif.valeur()
        if moment is None:
            return None
        return lambda depot: annuler_scrutin(depot, self.numero, self.scrutin, motif, moment)


class DialogueDebat(DialogueSeance):
    """The summary of the debates on a resolution."""

    def __init__(self, session: Session, resolution: Resolution, parent: QWidget | None = None) -> None:
        self.resolution = resolution.resolution
        self.resume = ChampLong(tr("Résumé des débats"), "texte", tr("Sans dire qui a voté quoi."), lignes=6)
        super().__init__(
            session,
            f"debat/{resolution.resolution}",
            tr("Débats sur la résolution {}").format(resolution.numero),
            tr("Noter"),
            (self.resume,),
            heure=False,
            parent=parent,
        )
        if not self.resume.valeur():
            self.resume.poser(self.ag.debat(resolution.resolution))

    def demande(self) -> ActeDemande | None:
        resume = self.resume.valeur()
        return lambda depot: seance.noter_debat(depot, self.numero, self.resolution, resume)


class DialogueCandidat(DialogueSeance):
    """One more candidate for an election, with the college that presents them."""

    def __init__(self, session: Session, resolution: Resolution, parent: QWidget | None = None) -> None:
        self.resolution = resolution.resolution
        self.candidat = ChampAssocie(tr("Candidat"), "candidat")
        self.college = ChampChoix(tr("Présenté par"), "presente_par", (("", tr("Aucun collège")),))
        ag = session.ag
        par_college = ag is not None and ag.convocation.par_college
        super().__init__(
            session,
            f"candidat/{resolution.resolution}",
            tr("Ajouter un candidat"),
            tr("Ajouter"),
            (self.candidat, self.college) if par_college else (self.candidat,),
            heure=False,
            parent=parent,
        )
        self.candidat.proposer(_eligibles(session.dossier, self.ag, resolution))
        if par_college:
            colleges = statuts_de(session.dossier, self.ag).colleges
            self.college.proposer((("", tr("Aucun collège")), *((c.code, f"{c.code}, {c.nom}") for c in colleges)))

    def demande(self) -> ActeDemande | None:
        candidat, college = self.candidat.valeur() or 0, self.college.valeur()
        return lambda depot: preparation.presenter_candidat(depot, self.numero, self.resolution, candidat, college)

    def executer(self) -> None:
        if _exige(self.candidat):
            super().executer()


def _eligibles(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> tuple[Candidat, ...]:
    deja = {c.candidat for c in ag.candidats(resolution.resolution)}
    personnes = dossier.registre.au(ag.jour).associes
    physiques = (p.numero for p in personnes if p.fiche.personne == PHYSIQUE and p.numero not in deja)
    return candidats(dossier, ag, physiques)


class DialogueRevocation(DialogueSeance):
    """The revocation of a manager, which can be put to the vote without being on the agenda (statuts 21-6)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.gerant = ChampAssocie(tr("Gérant dont la révocation est proposée"), "concerne")
        super().__init__(
            session,
            "revocation",
            tr("Révocation hors ordre du jour"),
            tr("Inscrire"),
            (self.gerant,),
            heure=False,
            explication=tr(
                "Seule la révocation d’un gérant se met aux voix sans être à l’ordre du jour ({}). Elle s’ajoute à la fin."
            ).format(citer((session.statuts().cite("statuts 21-6"),))),
            parent=parent,
        )
        ag = self.ag
        self.gerant.proposer(candidats(session.dossier, ag, session.dossier.gerants(ag.jour)))

    def demande(self) -> ActeDemande | None:
        gerant = self.gerant.valeur() or 0
        nom = self.session.dossier.nom(gerant, self.ag.jour) if gerant else ""
        point = Resolution(
            0,
            self.numero,
            0,
            tr("Révocation de {}").format(nom),
            tr("L’assemblée révoque {} de ses fonctions de gérance.").format(nom),
            "revocation_gerance",
            Objet.REVOCATION,
            0,
            gerant,
            "",
            None,
            True,
        )
        return lambda depot: preparation.inscrire_resolution(depot, point)

    def executer(self) -> None:
        if _exige(self.gerant):
            super().executer()
