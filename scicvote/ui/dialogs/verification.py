"""What checking the file found: nothing differs, or what does, each difference by its place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.actes.verification import Verification
from scicvote.core.exact import accord
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.texte import paragraphe


class DialogueVerification(Cadre):
    """The report."""

    def __init__(self, verification: Verification, parent: QWidget | None = None) -> None:
        super().__init__("", parent, 640)
        actes = accord(verification.actes, "acte relu", "actes relus")
        decisions = accord(verification.decisions, "décision recalculée", "décisions recalculées")
        faites = self.tr("{}, {}").format(actes, decisions)
        if verification.issues:
            titre = self.tr("{} dans ce fichier").format(accord(len(verification.issues), "différence"))
            self.corps.addWidget(paragraphe(faites, "corps15"))
            for issue in verification.issues:
                self.corps.addWidget(Encart("faute", "octagon-alert", majuscule(issue.phrase), issue.chemin))
            conseil = self.tr(
                "Garder ce fichier tel qu’il est, et le comparer à une sauvegarde ou à l’archive de l’assemblée."
            )
        else:
            titre = self.tr("Rien ne diffère")
            self.corps.addWidget(Encart("bon", "check", faites))
            conseil = self.tr(
                "Chaque acte suit le précédent, chaque ligne est celle que son acte a écrite, chaque décision est celle que donnent "
                "ses comptes. Une empreinte montre qu’un fichier n’a pas changé\u00a0; elle ne dit pas qui l’a écrit, et n’est pas une "
                "signature."
            )
        self.setWindowTitle(titre)
        self.titre.setText(titre)
        self.corps.addWidget(paragraphe(conseil, couleur="discret"))
        compris = self.bouton(self.tr("Compris"), "principal")
        compris.clicked.connect(self.accept)
        compris.setFocus()
