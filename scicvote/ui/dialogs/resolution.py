"""A point of the agenda: its kind, the fields that fit this kind, a text ready to be completed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from scicvote.actes import preparation
from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.faits import Affectation, Resolution
from scicvote.core.pv_regles import nom_regle
from scicvote.core.resolution import BLANC, GENRES, Objet, college_receveur
from scicvote.core.resolutions_types import candidats_associes, colleges_votants
from scicvote.core.textes_resolution import Sujet, modele
from scicvote.ui.dialogs.affectation import ChampsAffectation
from scicvote.ui.dialogs.preparation import DialogueVif, Requis, personnes, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champs import ChampChoix, ChampLong, ChampNombre, ChampTexte

PERSONNELS: Final = frozenset(
    {
        Objet.ADMISSION,
        Objet.EXCLUSION,
        Objet.REVOCATION,
        Objet.AVIS,
        Objet.DESIGNATION,
        Objet.CONVENTION,
        Objet.AGREMENT,
        Objet.REMBOURSEMENT,
    }
)
EXIGENT: Final = PERSONNELS - {Objet.DESIGNATION, Objet.CONVENTION}
COLLEGIALES: Final = (Objet.AVIS, Objet.DESIGNATION, Objet.DECISION_COLLEGE)


def genres_de(ag: Assemblee) -> list[str]:
    """The kinds that an assembly can put on its agenda; a college decides of its own matters alone."""
    if ag.convocation.nature == Nature.COLLEGE:
        return [str(objet) for objet in (*COLLEGIALES, Objet.AUTRE)]
    return [str(objet) for objet in GENRES]


class DialogueResolution(DialogueVif):
    """Title and text follow the kind, the person and the seats until they are typed over."""

    def __init__(
        self, session: Session, ag: Assemblee, resolution: Resolution | None = None, parent: QWidget | None = None
    ) -> None:
        self.ag, self.resolution = ag, resolution
        self.statuts = session.dossier.statuts_au(ag.jour)
        self._modele = ("", "")
        self._objet = ""
        self._champs(session)
        if resolution is not None:
            self._poser(resolution)
        titre = tr("Nouvelle résolution") if resolution is None else tr("Résolution {}").format(resolution.numero)
        super().__init__(
            session,
            f"preparer/{ag.numero}/resolution/{resolution.resolution if resolution else 'nouvelle'}",
            titre,
            tr("Ajouter à l’ordre du jour") if resolution is None else tr("Enregistrer"),
            (
                self.objet,
                self.regle,
                self.concerne,
                self.college,
                self.sieges,
                *self.montants.rangs(),
                self.titre_,
                self.texte,
            ),
            parent=parent,
            largeur=720,
        )
        self.suivre()
        self.formulaire.change.connect(self.suivre)
        self.prevenir()

    def _champs(self, session: Session) -> None:
        seconde = self.ag.convocation.consultation == 2
        genres = [(objet, GENRES[objet].libelle) for objet in genres_de(self.ag)]
        self.objet = ChampChoix(tr("Genre"), "objet", genres)
        self.regle = ChampChoix(tr("Majorité"), "regle", [(nom, nom_regle(nom)) for nom in self.statuts.regles])
        self.concerne = ChampAssocie(tr("Personne concernée"), "concerne")
        self.college = ChampChoix(tr("Qui vote"), "college", ())
        self.sieges = ChampNombre(tr("Sièges à pourvoir"), "sieges")
        self.montants = ChampsAffectation(session, self.ag)
        self.titre_ = ChampTexte(tr("Titre"), "titre")
        self.texte = ChampLong(tr("Texte mis aux voix"), "texte", lignes=7)
        self.session = session
        self.objet.poser(genres[-1][0])
        self.regle.poser("ordinaire")
        if not seconde and self.resolution is None:
            self.montants.poser(None)
            self.sieges.poser(max(1, len(session.dossier.gerants(self.ag.jour))))

    def _poser(self, r: Resolution) -> None:
        if r.objet not in genres_de(self.ag):
            self.objet.proposer([(r.objet, GENRES[r.objet].libelle)])
        self.objet.poser(r.objet)
        self.regle.poser(r.regle)
        self._proposer_personnes()
        self.concerne.poser(r.concerne)
        self._proposer_colleges()
        self.college.poser(r.college)
        self.sieges.poser(r.sieges)
        self.titre_.poser(r.titre)
        self.texte.poser(r.texte)
        chiffres = [a for a in self.ag.tous(Affectation) if a.resolution == r.resolution]
        self.montants.poser(chiffres[-1] if chiffres else None)
        ecrit = modele(self._sujet(), r.objet)
        self._modele = (ecrit.titre, ecrit.texte)

    # --- what follows from what

    def suivre(self) -> None:
        """Show the fields of this kind; write its text again where nobody did."""
        objet = self.objet.valeur()
        if objet != self._objet:
            self._objet = objet
            self._proposer_personnes()
            self._proposer_colleges()
        self.regle.setVisible(objet == Objet.AUTRE)
        self.concerne.setVisible(objet in PERSONNELS)
        self.college.setVisible(bool(colleges_votants(self.statuts, self.ag, objet)))
        self.sieges.setVisible(objet == Objet.ELECTION)
        self.montants.montrer(objet == Objet.AFFECTATION)
        self._proposer_receveur(objet)
        if objet == Objet.AFFECTATION:
            self.montants.suivre()
        self._ecrire(objet)
        self._dire_regle()
        self.ajuster()

    def _proposer_personnes(self) -> None:
        """Candidates for an admission, managers for a revocation, who left for a reimbursement, else the associés."""
        objet, dossier = self.objet.valeur(), self.session.dossier
        if objet in (Objet.ADMISSION, Objet.AVIS):
            trouves = candidats_associes(dossier, self.ag)
            self.concerne.proposer([Candidat(p.numero, p.nom_registre) for p in trouves])
        elif objet == Objet.REVOCATION:
            gerants = set(dossier.gerants(self.ag.jour))
            self.concerne.proposer([c for c in personnes(dossier, self.ag) if c.numero in gerants])
        elif objet == Objet.REMBOURSEMENT:
            partis = [p for p in dossier.registre.au(self.ag.jour).personnes if p.sortie is not None]
            self.concerne.proposer([Candidat(p.numero, p.nom_registre) for p in partis])
        else:
            self.concerne.proposer(personnes(dossier, self.ag))

    def _proposer_colleges(self) -> None:
        self.college.proposer(colleges_votants(self.statuts, self.ag, self.objet.valeur()))

    def _proposer_receveur(self, objet: str) -> None:
        """The receiving college gives the opinion (statuts 13)."""
        qui = self.concerne.valeur()
        if objet == Objet.AVIS and qui is not None and qui != getattr(self, "_recu", None):
            self._recu = qui
            self.college.poser(college_receveur(self.session.dossier, self.ag, qui))

    def _sujet(self) -> Sujet:
        objet = self.objet.valeur()
        return Sujet(
            self.session.dossier,
            self.ag,
            self.concerne.valeur() if objet in PERSONNELS else None,
            self.sieges.valeur() or 0,
            self.college.valeur(),
        )

    def _ecrire(self, objet: str) -> None:
        """The ready-made title and text, in place of those that were ready-made before."""
        ecrit = modele(self._sujet(), objet)
        texte = (self.montants.texte() if objet == Objet.AFFECTATION else "") or ecrit.texte
        titre_avant, texte_avant = self._modele
        if self.titre_.texte() in ("", titre_avant):
            self.titre_.poser(ecrit.titre)
        if self.texte.texte() in ("", texte_avant) or objet == Objet.AFFECTATION:
            self.texte.poser(texte)
        self._modele = (ecrit.titre, texte)
        self.texte.zone.setReadOnly(objet == Objet.AFFECTATION)

    def _dire_regle(self) -> None:
        """Under which majority it is voted, below its kind; a blank that is left is said below its text."""
        nom = self._nom_regle()
        regle_ = self.statuts.regles.get(nom)
        articles = f" ({citer(regle_.articles)})" if regle_ is not None and regle_.articles else ""
        self.objet.aider(f"{nom_regle(nom)}{articles}")
        if self._objet == Objet.AFFECTATION:
            self.texte.aider(tr("Écrit à partir des chiffres ci-dessus."))
        elif BLANC in self.texte.texte():
            self.texte.aider(tr("Compléter ce qui est entre crochets\u00a0: {}").format(BLANC))
        else:
            self.texte.aider("")

    def _nom_regle(self) -> str:
        objet = self.objet.valeur()
        return self.regle.valeur() if objet == Objet.AUTRE else GENRES[objet].regle

    # --- reading

    def requis(self) -> Iterator[Requis]:
        if self.objet.valeur() in EXIGENT:
            yield self.concerne, "ASSOCIE", tr("Choisir la personne concernée.")
        if self.objet.valeur() == Objet.AFFECTATION:
            for nom, champ in self.montants.champs.items():
                if nom not in ("pertes_anterieures", "subventions", "interets"):
                    yield champ, "MONTANT", tr("Indiquer ce montant, en euros.")

    def lire(self) -> ActeDemande | None:
        objet = self.objet.valeur()
        avant = self.resolution or Resolution(0, self.ag.numero, 0, "", "", "", "", 0, None, "", None, False)
        fait = replace(
            avant,
            titre=self.titre_.valeur(),
            texte=self.texte.valeur(),
            regle=self._nom_regle(),
            objet=objet,
            sieges=(self.sieges.valeur() or 0) if objet == Objet.ELECTION else 0,
            concerne=self.concerne.valeur() if objet in PERSONNELS else None,
            college=self.college.valeur() if colleges_votants(self.statuts, self.ag, objet) else "",
        )
        if objet == Objet.AFFECTATION:
            chiffres = self.montants.lire()
            return lambda depot: preparation.proposer_affectation(depot, fait, chiffres)
        return lambda depot: preparation.inscrire_resolution(depot, fait)
