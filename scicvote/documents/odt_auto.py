"""The automatic styles of an OpenDocument text: each way of standing once, under a short name."""

from __future__ import annotations

from typing import Final

_PREFIXES: Final = {
    "paragraph": "P",
    "table": "T",
    "table-column": "C",
    "table-row": "R",
    "table-cell": "E",
    "text": "S",
}


def _cm(dixiemes: int) -> str:
    """Tenths of a millimetre as centimetres: ``16.20cm``."""
    return f"{dixiemes // 100}.{dixiemes % 100:02d}cm"


class Automatiques:
    """Styles made as they are asked for; the same wish gives the same name."""

    def __init__(self) -> None:
        self.connus: dict[tuple[str, str, str], str] = {}
        self.tables = 0

    def _nom(self, famille: str, parent: str, contenu: str) -> str:
        cle = (famille, parent, contenu)
        if cle not in self.connus:
            rang = sum(1 for autre, _, _ in self.connus if autre == famille) + 1
            self.connus[cle] = f"{_PREFIXES[famille]}{rang}"
        return self.connus[cle]

    def paragraphe(
        self,
        parent: str,
        *,
        tenu: bool = False,
        saut: bool = False,
        aligne: str = "",
        gras: bool = False,
        page: str = "",
    ) -> str:
        """A paragraph style of its own, or ``parent`` where it stands as it is. ``page`` starts another master page,
        numbered from 1."""
        proprietes = ' fo:keep-with-next="always"' if tenu else ""
        proprietes += ' fo:break-before="page"' if saut and not page else ""
        proprietes += f' fo:text-align="{aligne}"' if aligne else ""
        proprietes += ' style:page-number="1"' if page else ""
        if not proprietes and not gras:
            return parent
        texte = '<style:text-properties fo:font-weight="bold"/>' if gras else ""
        maitresse = f' style:master-page-name="{page}"' if page else ""
        return self._nom(
            "paragraph",
            f'style:parent-style-name="{parent}"{maitresse}',
            f"<style:paragraph-properties{proprietes}/>{texte}",
        )

    def table(self, largeur: int) -> str:
        proprietes = f'style:width="{_cm(largeur)}" table:align="left" fo:margin-top="0.1cm"'
        return self._nom("table", "", f"<style:table-properties {proprietes}/>")

    def nommer(self) -> str:
        """The name of the next table."""
        self.tables += 1
        return f"Tableau{self.tables}"

    def colonne(self, largeur: int) -> str:
        return self._nom(
            "table-column", "", f'<style:table-column-properties style:column-width="{_cm(max(1, largeur))}"/>'
        )

    def rang(self, hauteur: int) -> str:
        """``hauteur``: the least height, in millimetres."""
        proprietes = f'style:min-row-height="{_cm(10 * hauteur)}" fo:keep-together="always"'
        return self._nom("table-row", "", f"<style:table-row-properties {proprietes}/>")

    def cellule(self, haut: str, bas: str, cotes: str, *, fond: str = "", marge: int = 8) -> str:
        """A cell between lines (``0.5pt solid #000000``, none where empty); ``marge`` around what it holds, in tenths
        of a millimetre."""
        bords = {"top": haut, "bottom": bas, "left": cotes, "right": cotes}
        proprietes = "".join(f' fo:border-{cote}="{trait or "none"}"' for cote, trait in bords.items())
        couleur = f' fo:background-color="{fond}"' if fond else ""
        milieu = ' style:vertical-align="middle"' if cotes else ""
        marges = "".join(f' fo:padding-{cote}="{_cm(marge + 4 * (cote in ("left", "right")))}"' for cote in bords)
        return self._nom("table-cell", "", f"<style:table-cell-properties{proprietes}{couleur}{marges}{milieu}/>")

    def pastille(self, couleur: str) -> str:
        """A small square of a colour, inside a sentence."""
        nom = self._nom("text", "", f'<style:text-properties fo:background-color="{couleur}"/>')
        return f'<text:span text:style-name="{nom}">\u00a0\u00a0\u00a0</text:span>'

    def xml(self) -> str:
        """All of them, in the order in which they were asked for."""
        return "".join(
            f'<style:style style:name="{nom}" style:family="{famille}"{f" {parent}" if parent else ""}>{contenu}</style:style>'
            for (famille, parent, contenu), nom in self.connus.items()
        )
