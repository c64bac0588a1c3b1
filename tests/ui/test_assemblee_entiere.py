"""A whole assembly, from no file at all to the signed minutes: once by the keyboard alone, once by the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.paths import ressources
from scicvote.ui import travaux
from scicvote.ui.dialogs.cadre import Cadre
from tests.ui import fabrique_seance
from tests.ui.drivers import Pilote

REGISTRE = ressources() / "demonstration" / "registre.csv"
ARRIVENT = ["marj", "camo", "verv", "égl", "gen", "bruy", "sorb", "aub", "foug", "tam", "capu", "ajo", "marro", "ama", "anc", "bleu", "bourr", "camar", "chèv", "coq", "till"]  # fmt: skip


def reposer() -> None:
    """Let the window do what it was asked, long work included."""
    for _ in range(3):
        for fil in list(travaux._EN_COURS):
            fil.wait()
        for _ in range(8):
            QApplication.processEvents()


class Clavier:
    """What a user's hands do, and nothing else: keys go to whatever has the keyboard."""

    def __init__(self, pilote: Pilote) -> None:
        self.pilote = pilote

    @property
    def cible(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.pilote.fenetre

    def touche(self, touche: Qt.Key, modificateur: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pilote.qtbot.keyClick(self.cible, touche, modificateur)
        reposer()
        if QApplication.activeWindow() is None:  # a desktop gives the keyboard back to the window; no desktop, no one
            self.pilote.fenetre.activateWindow()
            reposer()

    def entree(self) -> None:
        self.touche(Qt.Key.Key_Return)

    def ctrl(self, touche: Qt.Key) -> None:
        self.touche(touche, Qt.KeyboardModifier.ControlModifier)

    def alt(self, touche: Qt.Key) -> None:
        self.touche(touche, Qt.KeyboardModifier.AltModifier)

    def tab(self) -> None:
        self.touche(Qt.Key.Key_Tab)

    def taper(self, texte: str) -> None:
        self.pilote.taper(texte)

    def accepter(self) -> None:
        """Say yes to whatever dialog is open, with the keyboard: its primary button is reached by Tab."""
        for _ in range(5):
            dialogue = QApplication.activeModalWidget()
            if not isinstance(dialogue, Cadre):
                return
            principal = next(b for b in dialogue.findChildren(QPushButton) if b.property("genre") == "principal")
            for _ in range(30):
                if principal.hasFocus():
                    break
                self.tab()
            assert principal.hasFocus(), f"« {principal.text()} » is out of the keyboard's reach"
            self.entree()


@pytest.fixture
def clavier(pilote_nu: Pilote) -> Clavier:
    return Clavier(pilote_nu)


def _ag(pilote: Pilote) -> Assemblee:
    ag = pilote.fenetre.session.ag
    assert ag is not None
    return ag


def _choisir_fichier(monkeypatch: pytest.MonkeyPatch, chemin: Path) -> None:
    """The system's own dialog answers this."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(chemin), ""))


def test_by_the_keyboard_alone(clavier: Clavier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pilote, fenetre = clavier.pilote, clavier.pilote.fenetre
    # A cooperative under shipped statutes, its letterhead, its register.
    clavier.ctrl(Qt.Key.Key_N)
    clavier.entree()
    clavier.ctrl(Qt.Key.Key_A)
    clavier.taper(str(tmp_path / "essai.scic"))
    clavier.entree()
    assert fenetre.session.ouverte
    for texte in ("1 rue de la Fiction, 00000 Fictiville", "RCS Fictiville 000 000 001", "9000"):
        clavier.taper(texte)
        clavier.tab()
    clavier.ctrl(Qt.Key.Key_Return)
    assert pilote.page.cle == "accueil"
    _choisir_fichier(monkeypatch, REGISTRE)
    clavier.entree()  # « Importer le registre »
    clavier.entree()  # « Choisir un fichier… »
    clavier.ctrl(Qt.Key.Key_Return)
    assert len(fenetre.session.dossier.registre.fiches) == 40
    # The annual assembly, this very evening.
    clavier.ctrl(Qt.Key.Key_1)
    clavier.entree()
    clavier.taper("12/6")
    clavier.tab()
    clavier.taper("19h")
    clavier.tab()
    clavier.taper("salle des Utopies, 00000 Fictiville")
    clavier.ctrl(Qt.Key.Key_Return)
    clavier.accepter()
    assert _ag(pilote).convocation.lieu == "salle des Utopies, 00000 Fictiville"
    clavier.ctrl(Qt.Key.Key_Return)  # « Ajouter les résolutions usuelles… »
    clavier.accepter()
    assert len(_ag(pilote).resolutions) >= 5
    # The list, the notices.
    clavier.alt(Qt.Key.Key_2)
    for _ in range(3):
        clavier.ctrl(Qt.Key.Key_Return)
        clavier.accepter()
    assert _ag(pilote).liste_arretee is not None
    assert _ag(pilote).convoquee
    # The door.
    clavier.alt(Qt.Key.Key_3)
    for lettres in ARRIVENT:
        clavier.taper(lettres)
        clavier.entree()
    assert len(_ag(pilote).assistance.presents) == len(ARRIVENT)
    clavier.ctrl(Qt.Key.Key_Return)  # « Constituer le bureau »
    clavier.taper("marj")
    clavier.tab()
    clavier.taper("aucun gérant n’est en fonction")
    clavier.tab()
    clavier.taper("Sacha Camomille")
    clavier.accepter()
    assert _ag(pilote).bureau is not None
    clavier.ctrl(Qt.Key.Key_Return)  # « Ouvrir la séance »
    clavier.accepter()
    assert _ag(pilote).ouverte
    # The votes: the election has no candidate and is withdrawn by nobody, it stays unvoted.
    clavier.alt(Qt.Key.Key_4)
    votables = [r for r in _ag(pilote).resolutions if not r.sieges]
    for _ in votables:
        _voter(clavier)
    assert {_ag(pilote).decision(r.resolution) for r in votables} == {"adoptee"}
    # The end: closing, minutes, signature.
    clavier.alt(Qt.Key.Key_5)
    _jusqua_clore(clavier)
    assert _ag(pilote).close
    clavier.alt(Qt.Key.Key_6)
    for nature in (ProcesVerbal, Signature):
        clavier.ctrl(Qt.Key.Key_Return) if not _dans_un_texte() else _principal_par_tab(clavier)
        clavier.accepter()
        assert _ag(pilote).tous(nature)
    piece = fenetre.session.depot.dossier
    assert piece.assemblees[_ag(pilote).numero].tous(Signature)
    _papier(pilote, tmp_path)


def _dans_un_texte() -> bool:
    """Whether Ctrl+Enter has another use where the keyboard is."""
    focus = QApplication.focusWidget()
    return focus is not None and focus.inherits("QPlainTextEdit")


def _principal_par_tab(clavier: Clavier) -> None:
    principal = clavier.pilote.fenetre.pied.principal()
    assert principal is not None
    for _ in range(60):
        if principal.hasFocus():
            break
        clavier.tab()
    clavier.entree()


def _voter(clavier: Clavier) -> None:
    """Open the vote on the next point, everybody for, close, declare, go on."""
    ag = _ag(clavier.pilote)
    point = next(r for r in ag.resolutions if not r.sieges and not ag.decision(r.resolution))
    page = clavier.pilote.page
    while page.resolution != point.resolution:  # type: ignore[attr-defined]
        clavier.touche(Qt.Key.Key_Down)
    clavier.ctrl(Qt.Key.Key_Return)  # « Ouvrir le scrutin »
    clavier.accepter()
    clavier.taper(str(len(ag.assistance.presents)))
    clavier.ctrl(Qt.Key.Key_Return)  # « Clore le scrutin »
    clavier.accepter()
    clavier.ctrl(Qt.Key.Key_Return)  # « Proclamer le résultat »
    clavier.accepter()
    page.ordre.setFocus()  # type: ignore[attr-defined]


def _jusqua_clore(clavier: Clavier) -> None:
    """The primary button leads back to the votes while a point is left: the other one is reached by Tab."""
    bouton = next(
        b
        for b in clavier.pilote.fenetre.pied.findChildren(QPushButton)
        if b.isVisible() and b.text().strip() == "Clore la séance"
    )
    for _ in range(60):
        if bouton.hasFocus():
            break
        clavier.tab()
    assert bouton.hasFocus()
    clavier.entree()
    clavier.accepter()


def _papier(pilote: Pilote, tmp_path: Path) -> None:
    """The minutes as a PDF, saved from their preview."""
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        pilote.cliquer("Imprimer…")
    apercu = pilote.fenetre.apercu
    apercu._demander = lambda nom: str(tmp_path / nom)
    apercu.enregistrer()
    (pdf,) = tmp_path.glob("proces-verbal-*.pdf")
    texte = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "PROJET" not in texte
    assert "Signé le" in texte
    assert "Sacha Camomille" in texte
    apercu.close()


# --- by the mouse


def test_by_the_mouse(qtbot: QtBot, pilote_nu: Pilote, tmp_path: Path) -> None:
    """From the open door of an assembly by college to its minutes, every gesture a click (figures apart)."""
    chemin = tmp_path / "colleges.scic"
    numero = fabrique_seance.creer(chemin)
    assert pilote_nu.ouvrir(chemin)
    fenetre = pilote_nu.fenetre
    fenetre.aller("emarger", numero)
    page = pilote_nu.page
    reposer()

    def cliquer(mot: str) -> None:
        racine = QApplication.activeModalWidget() or fenetre
        boutons = [b for b in racine.findChildren(QPushButton) if b.isVisible() and b.text().strip() == mot]
        assert boutons, f"no button {mot!r}"
        qtbot.mouseClick(boutons[0], Qt.MouseButton.LeftButton)
        reposer()

    def oui() -> None:
        while isinstance(dialogue := QApplication.activeModalWidget(), Cadre):
            principal = next(b for b in dialogue.findChildren(QPushButton) if b.property("genre") == "principal")
            qtbot.mouseClick(principal, Qt.MouseButton.LeftButton)
            reposer()

    for lettres in ("marj", "camo", "marg", "marro", "sur"):
        page.saisie.setText(lettres)  # type: ignore[attr-defined]
        qtbot.keyClick(page.saisie, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    cliquer("Constituer le bureau")
    _remplir_bureau()
    oui()
    cliquer("Ouvrir la séance")
    oui()
    _aller_a_l_etape(qtbot, pilote_nu, "voter")
    cliquer("Ouvrir le scrutin")
    oui()
    for cellule, nombre in zip(_cellules(pilote_nu.page), ("2", "0", "0", "2", "1", "0"), strict=False):
        cellule.setText(nombre)
    cliquer("Clore le scrutin")
    oui()
    cliquer("Proclamer le résultat")
    oui()
    ag = _ag(pilote_nu)
    assert ag.decision(ag.resolutions[0].resolution) == "adoptee"
    _aller_a_l_etape(qtbot, pilote_nu, "proclamer")
    cliquer("Clore la séance")
    oui()
    _aller_a_l_etape(qtbot, pilote_nu, "proces_verbal")
    cliquer("Dresser le procès-verbal…")
    oui()
    cliquer("Enregistrer la signature…")
    oui()
    assert _ag(pilote_nu).tous(Signature)
    _papier(pilote_nu, tmp_path)


def _remplir_bureau() -> None:
    dialogue = QApplication.activeModalWidget()
    assert isinstance(dialogue, Cadre)
    dialogue.formulaire.champ("secretaire").poser("Sacha Camomille")  # type: ignore[attr-defined]


def _aller_a_l_etape(qtbot: QtBot, pilote: Pilote, cle: str) -> None:
    qtbot.mouseClick(pilote.fenetre.fil.boutons[cle], Qt.MouseButton.LeftButton)
    reposer()
    assert pilote.page.cle == cle


def _cellules(page: QWidget) -> list[QWidget]:
    trouvees: list[QWidget] = [c for c in page.findChildren(QWidget) if c.property("compte") and c.isVisible()]
    return trouvees
