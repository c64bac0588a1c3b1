"""The style sheet, written from the palette and the tokens of ``theme``."""

from __future__ import annotations

from scicvote.ui import theme
from scicvote.ui.theme import Palette


def feuille(p: Palette) -> str:
    """The whole style sheet of one appearance."""
    return "\n".join(
        (
            _socle(p),
            _cadre(p),
            _textes(p),
            _boutons(p),
            _champs(p),
            _tables(p),
            _defilement(p),
            _emargement(p),
            _votes(p),
            _isoloir(p),
        )
    )


def _socle(p: Palette) -> str:
    return f"""
    QWidget {{ color: {p.texte}; font-size: {theme.CORPS}px; }}
    QMainWindow, QDialog, QWidget#contenu, QWidget[page="true"] {{ background: {p.fond}; }}
    QToolTip {{ background: {p.surface}; color: {p.texte}; border: 1px solid {p.controle}; padding: 6px; }}
    """


def _cadre(p: Palette) -> str:
    return f"""
    QWidget#navigation {{ background: {p.surface}; border: none; border-right: 1px solid {p.ligne}; }}
    QWidget#cooperative {{ border: none; border-top: 1px solid {p.ligne}; }}
    QWidget#pied {{ background: {p.surface}; border: none; border-top: 1px solid {p.ligne}; }}
    QFrame[carte="true"] {{ background: {p.surface}; border: 1px solid {p.ligne}; border-radius: {theme.RAYON}px; }}
    QFrame[trait="true"] {{ background: {p.ligne}; border: none; }}
    QFrame[trait="fort"] {{ background: {p.controle}; border: none; }}
    {_fonds(p)}
    """


def _fonds(p: Palette) -> str:
    """Boxes with a meaning: banners, notes, the head of a result."""
    fonds = {
        "accent": p.teinte_accent,
        "bon": p.teinte_bon,
        "faute": p.teinte_faute,
        "alerte": p.teinte_alerte,
        "discret": p.creux,
    }
    haut = f"border-top-left-radius: {theme.RAYON - 1}px; border-top-right-radius: {theme.RAYON - 1}px;"
    regles = [
        f'QFrame[encart="{nom}"] {{ background: {c}; border: none; border-radius: 6px; }}\n'
        f'QFrame[tete="{nom}"] {{ background: {c}; border: none; {haut} }}\n'
        f'QFrame[bande="{nom}"] {{ background: {c}; border: none; }}'
        for nom, c in fonds.items()
    ]
    return "\n".join(regles)


def _textes(p: Palette) -> str:
    couleurs = "\n".join(
        f'QLabel[couleur="{nom}"] {{ color: {getattr(p, nom)}; }}'
        for nom in ("texte", "discret", "accent", "bon", "faute", "alerte")
    )
    return f"""
    QLabel {{ background: transparent; border: none; }}
    QLabel[role="corps15"] {{ font-size: {theme.COMMANDE}px; }}
    QLabel[role="fort"] {{ font-weight: 600; }}
    QLabel[role="fort15"] {{ font-size: {theme.COMMANDE}px; font-weight: 600; }}
    QLabel[role="titre"] {{ font-size: {theme.TITRE}px; font-weight: 600; }}
    QLabel[role="verdict"] {{ font-size: {theme.TITRE}px; font-weight: 500; }}
    QLabel[role="resultat"] {{ font-size: {theme.RESULTAT}px; font-weight: 600; }}
    QLabel[pastille="true"] {{ background: {p.champ}; border: 1px solid {p.controle}; border-radius: 4px;
        font-weight: 600; padding: 0 8px; }}
    QLabel[touche="true"] {{ background: {p.champ}; border: 1px solid {p.controle}; border-radius: 4px;
        padding: 0 6px; }}
    {couleurs}
    """


def _boutons(p: Palette) -> str:
    return f"""
    QPushButton {{ background: {p.champ}; border: 1px solid {p.controle}; border-radius: {theme.RAYON_COMMANDE}px;
        padding: 0 16px; min-height: 38px; font-size: {theme.COMMANDE}px; font-weight: 500; }}
    QPushButton:hover {{ background: {p.creux}; }}
    QPushButton:pressed {{ background: {p.teinte_accent}; }}
    QPushButton:disabled {{ color: {p.discret}; background: {p.creux}; border-color: {p.ligne}; }}
    QPushButton[genre="petit"] {{ min-height: 30px; font-size: {theme.CORPS}px; padding: 0 12px; }}
    QPushButton[genre="petit"]:checked {{ background: {p.teinte_accent}; color: {p.accent}; border-color: {p.accent}; }}
    QPushButton[genre="pied"] {{ min-height: 42px; padding: 0 20px; }}
    QPushButton[genre="principal"] {{ background: {p.accent}; color: {p.sur_accent}; border-color: {p.accent};
        min-height: 42px; padding: 0 24px; font-weight: 600; }}
    QPushButton[genre="principal"]:hover {{ border: 1px solid {p.texte}; }}
    QPushButton[genre="principal"]:disabled {{ color: {p.discret}; background: {p.creux}; border-color: {p.ligne}; }}
    QPushButton[genre="lien"] {{ background: transparent; border: none; color: {p.accent}; min-height: 30px;
        font-size: {theme.CORPS}px; padding: 0 4px; text-align: left; }}
    QPushButton[genre="lien"]:disabled {{ color: {p.discret}; }}
    QPushButton[genre="lien"]:hover {{ text-decoration: underline; }}
    QPushButton[genre="icone"] {{ background: transparent; border: none; min-height: 30px; padding: 0; }}
    QPushButton[genre="icone"]:hover {{ background: {p.creux}; }}
    QPushButton[genre="navigation"] {{ background: transparent; border: none; text-align: left; padding-left: 16px;
        min-height: 40px; font-size: {theme.CORPS}px; font-weight: 400; color: {p.discret}; }}
    QPushButton[genre="navigation"]:hover {{ background: {p.creux}; }}
    QPushButton[genre="navigation"]:checked {{ background: {p.teinte_accent}; color: {p.accent}; font-weight: 600; }}
    QPushButton[genre="navigation"]:disabled {{ background: transparent; color: {p.controle}; }}
    """


def _champs(p: Palette) -> str:
    return f"""
    QLineEdit, QDateEdit, QComboBox, QPlainTextEdit {{ background: {p.champ}; border: 1px solid {p.controle};
        border-radius: {theme.RAYON_COMMANDE}px; min-height: 38px; padding: 0 12px; font-size: {theme.COMMANDE}px;
        selection-background-color: {p.accent}; selection-color: {p.sur_accent}; }}
    QPlainTextEdit {{ padding: 6px 8px; }}
    QLineEdit:focus, QDateEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 1px solid {p.accent}; }}
    QLineEdit:disabled, QDateEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {p.discret}; background: {p.creux}; }}
    QDateEdit::drop-down {{ border: none; width: 32px; subcontrol-position: center right; }}
    QDateEdit::down-arrow {{ image: none; }}
    QComboBox::drop-down {{ border: none; width: 32px; subcontrol-position: center right; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {p.surface}; border: 1px solid {p.controle}; padding: 4px;
        selection-background-color: {p.teinte_accent}; selection-color: {p.texte}; outline: none; }}
    QAbstractItemView[completion="true"] {{ background: {p.surface}; border: 1px solid {p.controle}; padding: 4px;
        selection-background-color: {p.teinte_accent}; selection-color: {p.texte}; font-size: {theme.COMMANDE}px; }}
    QMenu {{ background: {p.surface}; border: 1px solid {p.controle}; padding: 4px; }}
    QMenu::item {{ padding: 8px 24px 8px 16px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {p.teinte_accent}; color: {p.texte}; }}
    QMenu::item:disabled {{ color: {p.discret}; }}
    QMenu::separator {{ height: 1px; background: {p.ligne}; margin: 4px 8px; }}
    QProgressBar {{ background: {p.creux}; border: none; border-radius: 4px; }}
    QProgressBar::chunk {{ background: {p.accent}; border-radius: 4px; }}
    QDialog#palette {{ background: {p.surface}; border: 1px solid {p.controle}; }}
    QCheckBox {{ spacing: 10px; min-height: 32px; }}
    QCheckBox::indicator {{ width: 20px; height: 20px; }}
    QRadioButton {{ spacing: 10px; min-height: 32px; font-size: {theme.COMMANDE}px; font-weight: 500; }}
    QRadioButton::indicator {{ width: 18px; height: 18px; }}
    QTextBrowser {{ background: {p.surface}; border: none; }}
    """


def _tables(p: Palette) -> str:
    return f"""
    QAbstractItemView {{ background: transparent; border: none; outline: none; }}
    QFileDialog QAbstractItemView {{ background: {p.champ}; border: 1px solid {p.ligne}; }}
    QFileDialog QHeaderView::section {{ background: {p.surface}; color: {p.discret}; border: none; padding: 6px; }}
    QFileDialog QToolButton {{ background: {p.surface}; border: 1px solid {p.ligne}; border-radius: 4px; padding: 6px; }}
    QHeaderView {{ background: transparent; border: none; }}
    QTableCornerButton::section {{ background: transparent; border: none; }}
    QCalendarWidget QAbstractItemView {{ background: {p.surface}; selection-background-color: {p.accent};
        selection-color: {p.sur_accent}; }}
    QCalendarWidget QToolButton {{ color: {p.texte}; background: {p.surface}; padding: 6px; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {p.surface}; }}
    """


def _defilement(p: Palette) -> str:
    return f"""
    QScrollArea {{ background: transparent; border: none; }}
    QScrollArea > QWidget > QWidget[fond="neutre"] {{ background: transparent; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {p.abstention}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {p.controle}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _emargement(p: Palette) -> str:
    """The large fields and the gestures of check-in."""
    return f"""
    QLineEdit[grand="true"] {{ min-height: 54px; max-height: 54px; font-size: {theme.TITRE}px;
        border-radius: {theme.RAYON}px; }}
    QLineEdit[faute="true"] {{ border: 1px solid {p.faute}; color: {p.faute}; }}
    QPushButton[genre="geste"] {{ min-height: 38px; padding: 0 12px; }}
    QPushButton[genre="geste-fort"] {{ min-height: 38px; padding: 0 12px; font-weight: 600; color: {p.accent};
        border-color: {p.accent}; }}
    QPushButton[genre="onglet"] {{ background: transparent; border: none; border-radius: 0; min-height: 45px;
        padding: 0 4px; font-size: {theme.CORPS}px; font-weight: 500; color: {p.discret};
        border-bottom: 3px solid transparent; }}
    QPushButton[genre="onglet"]:hover {{ color: {p.texte}; }}
    QPushButton[genre="onglet"]:checked {{ color: {p.texte}; font-weight: 600; border-bottom: 3px solid {p.accent}; }}
    """


def _votes(p: Palette) -> str:
    """The cells of a count; a figure that no longer changes has no frame of a field."""
    return f"""
    QLineEdit[compte="true"] {{ min-height: 46px; max-height: 46px; font-size: {theme.TITRE}px; font-weight: 500;
        padding: 0 12px; }}
    QLineEdit[compte="true"]:disabled {{ color: {p.texte}; background: transparent; border-color: {p.ligne}; }}
    QLineEdit[ecart="true"] {{ border: 2px solid {p.alerte}; background: {p.teinte_alerte}; padding: 0 11px; }}
    """


def _isoloir(p: Palette) -> str:
    """The secret vote on this computer: read from afar, touched with a finger."""
    return f"""
    QLabel[role="titre-leger"] {{ font-size: {theme.TITRE}px; }}
    QLabel[role="immense"] {{ font-size: {theme.ISOLOIR}px; font-weight: 600; }}
    QPushButton[genre="choix"] {{ min-height: 72px; padding: 0 28px; text-align: left; font-size: 24px;
        border: 2px solid {p.controle}; border-radius: {theme.RAYON}px; background: {p.surface}; }}
    QPushButton[genre="choix"]:checked {{ border: 4px solid {p.accent}; padding: 0 26px; background: {p.teinte_accent};
        font-weight: 600; }}
    QPushButton[genre="isoloir"], QPushButton[genre="isoloir-principal"] {{ min-height: 70px; padding: 0 32px;
        font-size: {theme.TITRE}px; border-radius: {theme.RAYON}px; }}
    QPushButton[genre="isoloir-principal"] {{ background: {p.accent}; color: {p.sur_accent}; border-color: {p.accent};
        font-weight: 600; }}
    QPushButton[genre="isoloir-principal"]:hover {{ border: 1px solid {p.texte}; }}
    QPushButton[genre="isoloir-principal"]:disabled {{ color: {p.discret}; background: {p.creux}; border-color: {p.ligne}; }}
    QListWidget[isoloir="true"] {{ background: {p.surface}; border: 1px solid {p.ligne}; border-radius: {theme.RAYON}px;
        font-size: {theme.COMMANDE}px; }}
    QListWidget[isoloir="true"]::item {{ min-height: 56px; padding: 0 20px; border-bottom: 1px solid {p.ligne}; }}
    QListWidget[isoloir="true"]::item:selected {{ background: {p.teinte_accent}; color: {p.texte};
        border-left: 4px solid {p.accent}; padding-left: 16px; }}
    """
