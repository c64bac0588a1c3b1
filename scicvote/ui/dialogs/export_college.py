"""Handing a college's part of an assembly over: to whom, where it meets; then the phrase, shown once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scicvote.actes.export_college import Remise, Rendez, exporter
from scicvote.core.assemblee import Assemblee
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.store.depot import Acte, Depot
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampHeure, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("export_college", contenu)


class DialogueExport(DialogueActe):
    """``remis`` carries what was handed over (Remise) and where its file was written, None where it could not be."""

    remis = Signal(object, object)

    def __init__(self, session: Session, ag: Assemblee, college: str = "", parent: QWidget | None = None) -> None:
        self._ag, self._chemin = ag, Path()
        self._remise: Remise | None = None
        statuts = session.dossier.statuts_au(ag.jour)
        self.college = ChampChoix(
            _tr("Collège"), "college", [(c.code, f"{c.nom} ({c.code})") for c in statuts.colleges]
        )
        self.jour = ChampDate(_tr("Se réunit le"), "jour", session.aujourdhui)
        self.heure = ChampHeure(_tr("À"), "heure")
        self.lieu = ChampTexte(_tr("Où"), "lieu")
        if college:
            self.college.poser(college)
        self.jour.poser(ag.jour)
        self.heure.poser(ag.convocation.heure.time())
        self.lieu.poser(ag.convocation.lieu)
        formulaire = Formulaire(self.college, (self.jour, self.heure), self.lieu)
        explication = _tr(
            "Le paquet contient les membres de ce collège, leurs pouvoirs et les résolutions qui restent à voter, et rien des autres "
            "collèges. Une phrase, montrée une seule fois, sera à remettre à part."
        )
        titre = _tr("Exporter pour le président du collège")
        super().__init__(session, titre, formulaire, self._exporter, _tr("Faire le paquet…"), parent, explication)
        self.fait.connect(self._remettre)

    def executer(self) -> None:
        """Where the file goes is asked before anything is recorded."""
        if self.formulaire.incompris() or self.session.essayer(self._essai).refus:
            super().executer()  # says what is wrong
            return
        ag, college = self._ag, self.college.valeur()
        propose = self.session.chemin.with_name(f"college-{college}-{ag.jour.isoformat()}.scicollege")
        nom, _ = QFileDialog.getSaveFileName(
            self, _tr("Enregistrer le paquet"), str(propose), _tr("Paquets de collège (*.scicollege)")
        )
        if nom:
            chemin = Path(nom)
            self._chemin = chemin if chemin.suffix else chemin.with_suffix(".scicollege")
            super().executer()

    def _rendez(self) -> Rendez:
        jour, heure = self.jour.valeur(), self.heure.valeur()
        quand = datetime.combine(jour, heure) if jour is not None and heure is not None else None
        return Rendez(quand, self.lieu.valeur())

    def _essai(self, depot: Depot) -> Acte:
        return exporter(depot, self._ag.numero, self.college.valeur(), self._rendez())[0]

    def _exporter(self) -> ActeDemande | None:
        def acte(depot: Depot) -> Acte:
            fait, remise = exporter(depot, self._ag.numero, self.college.valeur(), self._rendez())
            self._remise = remise or self._remise
            return fait

        return acte

    def _remettre(self, _acte: Acte) -> None:
        if self._remise is not None:
            issues = ecrire_octets(self._chemin, self._remise.octets)
            self.remis.emit(self._remise, None if issues else self._chemin)


class DialogueRemise(Cadre):
    """The phrase and the eight words: what is given apart, and what is compared. Nothing of it is kept."""

    def __init__(
        self, remise: Remise, chemin: Path | None, imprimer: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_tr("Paquet du collège {}").format(remise.export.college), parent, 640)
        self._remise = remise
        self.ecrit = paragraphe("", "corps15")
        self.phrase = selectionnable(paragraphe(remise.phrase, "titre"))
        self.phrase.setAccessibleName(_tr("Phrase à remettre à part"))
        self.mots = selectionnable(paragraphe(" ".join(remise.mots), "fort15"))
        self.mots.setAccessibleName(_tr("Huit mots à comparer"))
        self.enregistrer = Bouton(_tr("Enregistrer ailleurs…"), "petit", "save")
        self.bordereau = Bouton(_tr("Imprimer le bordereau…"), "petit", "printer")
        self.enregistrer.clicked.connect(self.choisir)
        self.bordereau.clicked.connect(lambda: imprimer())
        note = Encart(
            "alerte",
            "triangle-alert",
            _tr("La noter maintenant\u00a0: elle n’est gardée nulle part."),
            _tr(
                "La remettre autrement que le fichier, de vive voix ou sur papier. Perdue, il faudra un nouveau paquet."
            ),
        )
        self.corps.addWidget(self.ecrit)
        self.corps.addWidget(texte(_tr("Phrase à remettre à part"), couleur="discret"))
        self.corps.addWidget(self.phrase)
        self.corps.addWidget(note)
        self.corps.addWidget(texte(_tr("Huit mots à comparer, imprimés sur le bordereau"), couleur="discret"))
        self.corps.addWidget(self.mots)
        self.corps.addLayout(rangee(self.enregistrer, self.bordereau, None, espace=12))
        self.fermer = self.bouton(_tr("J’ai noté la phrase"), "principal")
        self.fermer.clicked.connect(self.accept)
        self._dire(chemin)

    def choisir(self) -> None:
        """The same file, elsewhere."""
        propose = f"college-{self._remise.export.college}.scicollege"
        nom, _ = QFileDialog.getSaveFileName(self, _tr("Enregistrer le paquet"), propose)
        if nom:
            chemin = Path(nom)
            self._dire(None if ecrire_octets(chemin, self._remise.octets) else chemin)

    def _dire(self, chemin: Path | None) -> None:
        if chemin is None:
            self.ecrit.setText(_tr("Le fichier n’a pas pu être écrit\u00a0: l’enregistrer ailleurs avant de fermer."))
        else:
            self.ecrit.setText(_tr("Fichier écrit\u00a0: {}").format(chemin))
