"""The visual language as data: two palettes, one type scale, one grid. Nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one appearance, as ``#RRGGBB``. Colour carries meaning, and never alone."""

    nom: str
    fond: str  # the ground
    surface: str  # cards, navigation, footer
    texte: str
    discret: str  # muted text
    accent: str
    bon: str  # for, good
    faute: str  # against, fault
    alerte: str  # warning
    ligne: str
    controle: str  # the border of a control
    creux: str  # sunken
    abstention: str
    champ: str
    sur_accent: str  # text on accent
    teinte_accent: str
    teinte_bon: str
    teinte_faute: str
    teinte_alerte: str

    def textes(self) -> tuple[tuple[str, str, str], ...]:
        """Every pair of text and what lies under it: (what it is, text, ground)."""
        encres = ("texte", "discret", "accent", "bon", "faute", "alerte")
        fonds = ("fond", "surface", "champ")
        paires = [(f"{e} sur {f}", getattr(self, e), getattr(self, f)) for e in encres for f in fonds]
        for encre in ("texte", "discret"):
            for teinte in ("teinte_accent", "teinte_bon", "teinte_faute", "teinte_alerte", "creux"):
                paires.append((f"{encre} sur {teinte}", getattr(self, encre), getattr(self, teinte)))
        for encre in ("accent", "bon", "faute", "alerte"):
            paires.append((f"{encre} sur sa teinte", getattr(self, encre), getattr(self, f"teinte_{encre}")))
        paires.append(("texte sur accent", self.sur_accent, self.accent))
        return tuple(paires)


CLAIR: Final = Palette(
    nom="clair",
    fond="#F6F6F3",
    surface="#FFFFFF",
    texte="#1B1F24",
    discret="#56606C",
    accent="#1D5C9E",
    bon="#1B7048",
    faute="#B0261E",
    alerte="#855600",
    ligne="#E2E2DC",
    controle="#7E8690",
    creux="#EEEEE9",
    abstention="#B9BFC6",
    champ="#FFFFFF",
    sur_accent="#FFFFFF",
    teinte_accent="#E8F0F8",
    teinte_bon="#E7F3EC",
    teinte_faute="#FBEDEB",
    teinte_alerte="#FAF2E0",
)

SOMBRE: Final = Palette(
    nom="sombre",
    fond="#15181C",
    surface="#1E2227",
    texte="#ECEEF1",
    discret="#A7AFBA",
    accent="#84B6F2",
    bon="#6FCC9B",
    faute="#F3A59F",
    alerte="#E7BA62",
    ligne="#323840",
    controle="#7C8590",
    creux="#2A2F36",
    abstention="#5A636E",
    champ="#15181C",
    sur_accent="#10161D",
    teinte_accent="#20303F",
    teinte_bon="#1D3229",
    teinte_faute="#352323",
    teinte_alerte="#352D1C",
)

PALETTES: Final = (CLAIR, SOMBRE)

# Type scale, in pixels.
CORPS: Final = 13
COMMANDE: Final = 15
TITRE: Final = 20
RESULTAT: Final = 34
ISOLOIR: Final = 44  # what a voter reads last

# The grid, in pixels.
GRILLE: Final = 8
GOUTTIERE: Final = 24
NAVIGATION: Final = 176
NAVIGATION_ETROITE: Final = 64
ENTETE: Final = 64
PIED: Final = 68
RANGEE: Final = 48
RANGEE_ORDRE_DU_JOUR: Final = 64
TITRE_CARTE: Final = 48
FENETRE_ETROITE: Final = 960  # under this width the navigation keeps its icons only
RAYON: Final = 8
RAYON_COMMANDE: Final = 6


def luminance(couleur: str) -> float:
    """Relative luminance of ``#RRGGBB`` (WCAG 2)."""
    canaux = [int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, v, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux]
    return 0.2126 * r + 0.7152 * v + 0.0722 * b


def contraste(une: str, autre: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2)."""
    clair, sombre = sorted((luminance(une), luminance(autre)), reverse=True)
    return (clair + 0.05) / (sombre + 0.05)
