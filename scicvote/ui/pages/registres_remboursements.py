"""The part of the registers' page that says what is due to those who left, and pays it back (statuts 8, 16, 17)."""

from __future__ import annotations

from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord
from scicvote.core.remboursements import phrase_plan, plan_du
from scicvote.ui.models.remboursements_model import LigneRemboursement, RemboursementsModel, lignes_remboursements
from scicvote.ui.pages.page import Page
from scicvote.ui.pages.registres_parties import Partie, derniere
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import paragraphe
from scicvote.ui.widgets.vide import Vide


class PartieRemboursements(Partie):
    """In the order of the losses; the sentence below the table says what the floor of the capital leaves today."""

    def __init__(self, page: Page) -> None:
        modele = RemboursementsModel(page)
        conseil = page.tr(
            "Les parts annulées par une démission, un décès ou une exclusion se remboursent ici, à leur tour."
        )
        table = Tableau(modele, page.tr("Parts à rembourser"), triable=False)
        super().__init__(
            page, modele, table, page.tr("Parts à rembourser"), Vide("users", page.tr("Rien ne reste dû"), conseil)
        )
        self.table.choisi.connect(lambda _rang: self.rembourser())
        self.phrase = paragraphe("", couleur="discret")
        self.phrase.setContentsMargins(23, 12, 23, 16)
        self.carte.ajouter(self.phrase)
        self.bouton_imprimer = page.bouton_pied(self.tr("Imprimer l’état…"), icone="printer")
        self.bouton_imprimer.clicked.connect(self.imprimer)
        self.bouton_rembourser = page.bouton_pied(self.tr("Rembourser…"), "principal")
        self.bouton_rembourser.clicked.connect(self.rembourser)

    def remplir(self) -> None:
        session = self.page.session
        plan = plan_du(session.dossier, session.aujourdhui)
        self.montrer(lignes_remboursements(session.dossier, plan))
        if plan is None:
            self.phrase.setText(
                self.tr("Les statuts ne disent pas la valeur d’une part\u00a0: aucun montant n’est calculé.")
            )
        else:
            articles = tuple(dict.fromkeys(session.statuts().cite(a) for a in ("statuts 8", "statuts 16-3")))
            self.phrase.setText(f"{phrase_plan(plan)} {majuscule(citer(articles))}." if plan.dettes else "")
        self.phrase.setVisible(bool(self.phrase.text()))

    def compter(self) -> str:
        return accord(self.modele.total, self.tr("remboursement attendu"), self.tr("remboursements attendus"))

    def support(self) -> Assemblee | None:
        return derniere(list(self.page.session.dossier.assemblees.values()))

    def boutons(self) -> tuple[Bouton, ...]:
        if self.choisie() is None:
            return ()
        self.bouton_imprimer.setEnabled(self.support() is not None)
        return (self.bouton_imprimer, self.bouton_rembourser)

    def rembourser(self) -> None:
        """Pay back the selected debt."""
        choisie: LigneRemboursement | None = self.choisie()
        if choisie is not None:
            from scicvote.ui.dialogs.remboursement import DialogueRemboursement

            self.dialogue = DialogueRemboursement(self.page.session, choisie.plan, choisie.dette, self.page)
            self.dialogue.open()

    def imprimer(self) -> None:
        """The list, as of today."""
        ag = self.support()
        if ag is None:
            return
        from scicvote.actes import papiers  # what draws papers is loaded with the first one

        depot, instant, numero = self.page.session.depot, self.page.session.maintenant, ag.numero
        self.page.montrer_papier(
            self.tr("Parts à rembourser"),
            "remboursements.pdf",
            lambda _progres: papiers.imprimer(depot, numero, "remboursements", instant),
        )
