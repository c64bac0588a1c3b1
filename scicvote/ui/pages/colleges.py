"""The colleges: whether they sleep, what was asked, what the management owes, their weights and members."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.college import CONSTITUES, DEMANDES, etat_colleges
from scicvote.core.convocation import colleges_peuples
from scicvote.core.devoir_colleges import Devoir, constituantes, devoir_gerance
from scicvote.core.exact import accord, nombre
from scicvote.core.faits import DemandeCollege, EtatColleges
from scicvote.core.procedures_nouveau import demande_sans_suite
from scicvote.core.retours import suivis
from scicvote.store.depot import Acte
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.etats import Etat
from scicvote.ui.gestes_college import GestesCollege
from scicvote.ui.models.colleges_model import CollegesModel, lignes
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour, majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte, ligne_carte
from scicvote.ui.widgets.carte_ailleurs import CarteAilleurs
from scicvote.ui.widgets.carte_college import CarteCollege
from scicvote.ui.widgets.frise import Frise, Jalon
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import encart_issue
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, vider
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide


class PageColleges(Page):
    """Today's colleges, and the acts of statuts 25."""

    cle = "colleges"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = CollegesModel(self)
        self.table = Tableau(self.modele, self.tr("Collèges"), triable=False)
        self.table.montrer_colonne("categories", False)
        self.frise = Frise()
        self.notes = QVBoxLayout()
        self.carte = CarteCollege()
        self.haut = Carte(self.tr("État des collèges"), " ")
        self.bas = Carte(self.tr("Collèges des statuts"), " ")
        self.suivant = self.bouton_pied("", "principal")
        self.designer = self.bouton_pied(self.tr("Désigner une présidence"), "pied", "user-check")
        self.simuler = Bouton(self.tr("Simuler d’autres poids"), "petit", "scale")
        self.ailleurs = CarteAilleurs(exporte=True)
        self.gestes_college = GestesCollege(self)
        self.nouveau = Bouton(self.tr("Demande d’un nouveau collège…"), "petit", "plus")
        self.dialogue: QWidget | None = None
        self._fait: EtatColleges | None = None
        self._pile = QStackedWidget()
        self._composer()
        self._relier()

    def _composer(self) -> None:
        self.haut.ajouter(self.frise)
        self.bas.ajouter(self.table, 1)
        self.bas.ajouter(ligne_carte(self.simuler, self.nouveau, None))
        self.notes.setSpacing(8)
        gauche, colonnes = QWidget(), Colonnes()
        boite = pile(self.notes, self.haut, espace=16)
        boite.addWidget(self.bas, 1)
        gauche.setLayout(boite)
        colonnes.ajouter(gauche)
        droite = QWidget()
        cote = pile(self.carte, self.ailleurs, espace=16)
        cote.setStretch(0, 1)
        droite.setLayout(cote)
        colonnes.ajouter(droite, 400)
        self._pile.addWidget(colonnes)
        conseil = self.tr("Ces statuts ne prévoient pas de collège\u00a0: une personne, une voix, à chaque assemblée.")
        self._pile.addWidget(Vide("colleges", self.tr("Aucun collège"), conseil))
        self.boite.addWidget(self._pile, 1)

    def _relier(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._choisir)
        self.table.choisi.connect(lambda _rang: self.designer_presidence())
        self.carte.presidence.connect(self.designer_presidence)
        self.carte.membres.connect(lambda code: self.demande.emit("associes", code))
        self.designer.clicked.connect(self.designer_presidence)
        self.suivant.clicked.connect(self.avancer)
        self.simuler.clicked.connect(lambda: self.demande.emit("simulation", None))
        self.ailleurs.exportation.connect(self._exporter)
        self.ailleurs.importation.connect(self.gestes_college.importer)
        self.ailleurs.geste.connect(self.gestes_college.faire)
        self.nouveau.clicked.connect(self.demander_nouveau)

    # --- the page

    def titre(self) -> str:
        return self.tr("Collèges")

    def sous_titre(self) -> str:
        return self.tr("au {}").format(jour(self.session.aujourdhui))

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide(("↑", "↓"), self.tr("choisir un collège")),
            Aide((self.tr("Entrée"),), self.tr("désigner sa présidence")),
            Aide(("F1",), self.tr("aide")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        if not self.modele.total:
            return ()
        if self._mot_suivant():
            return (self.designer, self.suivant)
        return (self.designer,)

    def commandes(self) -> tuple[Commande, ...]:
        if not self.modele.total:
            return ()
        suite = self._mot_suivant()
        citer_ = self.session.statuts().citer
        constitution, nouveau = majuscule(citer_("statuts 25-1")), majuscule(citer_("statuts 25-2"))
        pas = (Commande(suite, constitution, "arrow-right", self.avancer),) if suite else ()
        return (
            *pas,
            Commande(self.tr("Désigner une présidence"), self.tr("De collège"), "user-check", self.designer_presidence),
            Commande(self.tr("Simuler d’autres poids"), nouveau, "scale", self.simuler.click),
            Commande(self.nouveau.text().strip(), nouveau, "plus", self.demander_nouveau),
            *self.gestes_college.commandes(),
        )

    def premier_focus(self) -> QWidget | None:
        return self.table if self.modele.total else None

    def instantane(self) -> object:
        return self.table.rang()

    def restituer(self, instantane: object) -> None:
        if isinstance(instantane, int) and 0 <= instantane < self.modele.rowCount():
            self.table.choisir_rang(instantane)

    # --- what is shown

    def actualiser(self) -> None:
        dossier, statuts, aujourdhui = self.session.dossier, self.session.statuts(), self.session.aujourdhui
        rang = max(0, self.table.rang())
        rangs = lignes(dossier, statuts, aujourdhui)
        self.modele.remplacer(rangs)
        self._pile.setCurrentIndex(0 if rangs else 1)
        sans = len(dossier.registre.au(aujourdhui).associes) - sum(ligne.membres for ligne in rangs)
        self.bas.note.setText(self.tr("{} sans collège").format(accord(sans, "associé")) if sans else "")
        self._fait = etat_colleges(dossier.etats_colleges, aujourdhui)
        self.frise.montrer(self._jalons())
        self._noter()
        ag = self.gestes_college.ag
        self.ailleurs.montrer(suivis(ag) if ag is not None else (), False)
        self.suivant.setText(self._mot_suivant())
        if rangs:
            self.table.choisir_rang(min(rang, len(rangs) - 1))
        self.entete_change.emit()

    @property
    def _etat(self) -> str:
        return self._fait.etat if self._fait is not None else ""

    def _article(self) -> str:
        return self.session.statuts().article("constitution", defaut="statuts 25-1")

    def _jalons(self) -> list[Jalon]:
        """Asleep, requested, constituted."""
        article = self._article()
        if self.session.statuts().vote.colleges == "toujours":
            self.haut.note.setText("")
            phrase = self.tr("Les statuts prévoient le vote par collège à chaque assemblée.")
            return [Jalon(Etat("check", self.tr("Toujours constitués"), "bon"), phrase, True)]
        self.haut.note.setText(citer((article,)))
        demandes, constitues = self._dernier(DEMANDES), self._dernier(CONSTITUES)
        sommeil = Jalon(
            Etat("moon", self.tr("En sommeil"), "texte" if not self._etat else "discret"),
            self.tr("Une voix par personne, tant qu’aucun associé n’a demandé les collèges."),
            not self._etat,
        )
        return [sommeil, self._jalon_demande(demandes), self._jalon_constitution(constitues)]

    def _dernier(self, etat: str) -> EtatColleges | None:
        faits = [f for f in self.session.dossier.etats_colleges if f.etat == etat]
        connus = [f for f in faits if f.jour <= self.session.aujourdhui]
        return connus[-1] if connus else None

    def _jalon_demande(self, fait: EtatColleges | None) -> Jalon:
        mot = self.tr("Demandés")
        if fait is None:
            return Jalon(Etat("circle", mot), self.tr("La demande d’un seul associé suffit."))
        qui = "" if fait.demandeur is None else self.tr(" par {}").format(self.session.dossier.nom(fait.demandeur))
        courant = self._etat == DEMANDES
        etat = Etat("hand", mot, "alerte") if courant else Etat("check", mot)
        return Jalon(etat, self.tr("Le {}{}.").format(jour(fait.jour), qui), courant)

    def _jalon_constitution(self, fait: EtatColleges | None) -> Jalon:
        mot = self.tr("Constitués")
        if fait is None:
            phrase = self.tr("Par une assemblée extraordinaire\u00a0; dès lors, les assemblées votent par collège.")
            return Jalon(Etat("circle", mot), phrase)
        ag = self.session.dossier.assemblee(fait.assemblee) if fait.assemblee is not None else None
        par = self.tr(", {}").format(ag.titre_court) if ag is not None else ""
        return Jalon(Etat("check", mot, "bon"), self.tr("Depuis le {}{}.").format(jour(fait.jour), par), True)

    def _noter(self) -> None:
        """The duty of the management once asked, and what stands against voting by college."""
        vider(self.notes)
        dossier, aujourdhui = self.session.dossier, self.session.aujourdhui
        devoir = devoir_gerance(dossier, aujourdhui)
        if devoir is not None:
            self.notes.addWidget(self._encart_devoir(devoir))
        demande = demande_sans_suite(dossier, aujourdhui)
        if demande is not None:
            self.notes.addWidget(self._encart_nouveau(demande))
        if self.modele.total and dossier.registre.fiches:
            for issue in colleges_peuples(dossier, self.session.statuts(), aujourdhui, self._article()):
                self.notes.addWidget(encart_issue(issue))

    def _encart_devoir(self, devoir: Devoir) -> Encart:
        comptes = ", ".join(self.tr("{} au {}").format(nombre(n), jour(cloture)) for cloture, n in devoir.clotures)
        chiffres = self.tr("{} aujourd’hui, {}\u00a0; il en faut plus de {} depuis plus d’un exercice ({}).").format(
            accord(devoir.effectif, "associé"), comptes, devoir.seuil, citer((devoir.article,))
        )
        if devoir.seuil is None:
            chiffres = self.tr("Une demande suffit ({}).").format(citer((devoir.article,)))
        if devoir.du:
            titre = self.tr("La gérance doit préparer un projet et convoquer une assemblée extraordinaire")
            return Encart("alerte", "triangle-alert", titre, chiffres)
        return Encart("accent", "info", self.tr("La gérance n’a pas encore à convoquer"), chiffres)

    def _encart_nouveau(self, demande: DemandeCollege) -> Encart:
        combien = len(demande.demandeurs)
        qui = accord(combien, "sociétaire") if combien else self.tr("la gérance")
        titre = self.tr("Nouveau collège demandé le {} par {}").format(jour(demande.recue), qui)
        article = citer((self.session.statuts().cite("statuts 25-2"),))
        phrase = self.tr("Chaque collège délibère, puis une assemblée extraordinaire décide ({}).").format(article)
        return Encart("accent", "info", titre, phrase)

    def _choisir(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if courant.isValid():
            associes = self.session.dossier.registre.au(self.session.aujourdhui).associes
            self.carte.montrer(self.modele.ligne(courant.row()), associes, self.session.statuts())

    # --- acts

    def _mot_suivant(self) -> str:
        """The word of the primary button; "" where nothing is left to do."""
        if self._etat == CONSTITUES or self.session.statuts().vote.colleges == "toujours":
            return ""
        if constituantes(self.session.dossier):
            return self.tr("Constituer les collèges")
        if self._etat == DEMANDES:
            return self.tr("Préparer l’assemblée extraordinaire")
        return self.tr("Enregistrer une demande")

    def avancer(self) -> None:
        """Record a request, prepare the assembly, or the constitution that it adopted."""
        from scicvote.ui.dialogs.colleges import DialogueConstitution, DialogueDemande

        if not self._mot_suivant():
            return
        if constituantes(self.session.dossier):
            self._ouvrir(DialogueConstitution(self.session, self))
        elif self._etat == DEMANDES:
            self.demande.emit("preparer", NouvelleAssemblee())
        else:
            self._ouvrir(DialogueDemande(self.session, self))

    def demander_nouveau(self) -> None:
        """A new college, or another composition, is asked for."""
        from scicvote.ui.dialogs.nouveau_college import DialogueNouveauCollege

        if self.modele.total:
            self._ouvrir(DialogueNouveauCollege(self.session, self))

    def _exporter(self) -> None:
        """The college that is chosen, for the assembly in hand or the next one."""
        if 0 <= self.table.rang() < self.modele.rowCount():
            self.gestes_college.exporter(self.modele.ligne(self.table.rang()).college.code)

    def designer_presidence(self) -> None:
        """The president of the college that is chosen."""
        from scicvote.ui.dialogs.colleges import DialoguePresidence

        if 0 <= self.table.rang() < self.modele.rowCount():
            college = self.modele.ligne(self.table.rang()).college
            self._ouvrir(DialoguePresidence(self.session, college, self))

    def _ouvrir(self, dialogue: DialogueActe) -> None:
        self.dialogue = dialogue
        dialogue.fait.connect(self._dire_fait)
        dialogue.open()

    def _dire_fait(self, acte: Acte) -> None:
        self.phrase.emit(f"{acte.resume}.", "bon")
