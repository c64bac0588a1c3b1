"""From the blocks of the tree to OpenDocument: paragraphs of named styles, lists, tables with repeated headings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from scicvote.core.papier import (
    Alignement,
    BarreVote,
    Bloc,
    Ensemble,
    Genre,
    Liste,
    Paragraphe,
    Rangee,
    Signatures,
    Tableau,
    Titre,
)
from scicvote.core.planche import Carte, Planche
from scicvote.documents.odt_auto import Automatiques
from scicvote.documents.odt_styles import ENCRE, FILET, PARAGRAPHES
from scicvote.documents.odt_textes import caracteres, runs

_ALIGNES: Final = {Alignement.GAUCHE: "", Alignement.CENTRE: "center", Alignement.DROITE: "end"}
_FIN, _FORT = f"0.5pt solid {FILET}", f"1pt solid {ENCRE}"
_MARQUES: Final = (
    ("Pour", "#3a4149"), ("Contre", "#8a929b"), ("Abstention", "#c3c8ce"), ("Sans vote", "#ffffff"),
)  # fmt: skip
_POUR: Final = 0
_CASE: Final = "☐ "
_LARGE: Final = 2000  # tenths of a millimetre: a landscape page


class Redaction:
    """The blocks of one paper as XML, for a text ``largeur`` wide (tenths of a millimetre)."""

    def __init__(self, automatiques: Automatiques, largeur: int) -> None:
        self.auto, self.largeur = automatiques, largeur
        self.saut = False  # whether the next paragraph starts a page

    def blocs(self, blocs: Sequence[Bloc]) -> str:
        """Blocks one after the other."""
        return "".join([self.bloc(bloc) for bloc in blocs])

    def bloc(self, bloc: Bloc, *, tenu: bool = False) -> str:
        """One block; ``tenu``: it stays with the next one."""
        match bloc:
            case Titre(niveau=niveau, texte=texte):
                style = self._style(f"Heading_20_{niveau}", tenu=False)
                return f'<text:h text:style-name="{style}" text:outline-level="{niveau}">{caracteres(texte)}</text:h>'
            case Paragraphe(texte=texte, style=style):
                return self.paragraphe(runs(texte), PARAGRAPHES[style], tenu=tenu)
            case Liste():
                return self._liste(bloc, tenu=tenu)
            case Tableau():
                return self._avant_tableau() + self._tableau(bloc)
            case BarreVote():
                return self._avant_tableau() + self._barre(bloc)
            case Signatures():
                return self._avant_tableau() + self._signatures(bloc)
            case Planche():
                return self._avant_tableau() + self._planche(bloc)
            case Ensemble(blocs=dedans):
                dernier = len(dedans) - 1
                return "".join(self.bloc(un, tenu=tenu or i < dernier) for i, un in enumerate(dedans))
            case _:
                self.saut = True
                return ""

    def paragraphe(self, contenu: str, style: str, *, tenu: bool = False) -> str:
        """A paragraph of what is already XML."""
        return f'<text:p text:style-name="{self._style(style, tenu=tenu)}">{contenu}</text:p>'

    def _style(self, parent: str, *, tenu: bool) -> str:
        saut, self.saut = self.saut, False
        return self.auto.paragraphe(parent, tenu=tenu, saut=saut)

    def _avant_tableau(self) -> str:
        """A table cannot start a page by itself: an empty line before it does."""
        return self.paragraphe("", "Table_20_Contents") if self.saut else ""

    def _liste(self, liste: Liste, *, tenu: bool) -> str:
        nom = "Numeros" if liste.numerotee else "Tirets"
        items = [
            f"<text:list-item>{self.paragraphe(runs(i), 'Liste', tenu=tenu)}</text:list-item>" for i in liste.items
        ]
        return f'<text:list text:style-name="{nom}">{"".join(items)}</text:list>'

    # --- tables

    def _tableau(self, tableau: Tableau) -> str:
        n = len(tableau.colonnes)
        petit = "Cellule_20_petite" if tableau.petit else "Table_20_Contents"
        titres = [
            self._cellule(caracteres(c.titre), petit, c.alignement, gras=True, bas=_FORT, quadrille=tableau.quadrille)
            for c in tableau.colonnes
        ]
        entete = f"<table:table-header-rows>{self._rang(titres, 0)}</table:table-header-rows>"
        rangees = [self._rangee(tableau, rangee, petit) for rangee in tableau.rangees]
        if not rangees:
            rangees = [self._rang([self._cellule(caracteres(tableau.vide), petit, colonnes=n)], n - 1)]
        return self._table([c.largeur for c in tableau.colonnes], entete + "".join(rangees))

    def _rangee(self, tableau: Tableau, rangee: Rangee, style: str) -> str:
        fort = rangee.genre is not Genre.CORPS
        haut = _FORT if rangee.genre is Genre.TOTAL else ""
        seule = len(rangee.cellules) < len(tableau.colonnes)
        cellules = [
            self._cellule(
                runs(cellule),
                style,
                Alignement.GAUCHE if seule else colonne.alignement,
                gras=fort,
                haut=haut,
                colonnes=len(tableau.colonnes) if seule else 1,
                quadrille=tableau.quadrille,
            )
            for cellule, colonne in zip(rangee.cellules, tableau.colonnes, strict=False)
        ]
        return self._rang(cellules, len(tableau.colonnes) - 1 if seule else 0, tableau.hauteur)

    def _rang(self, cellules: Sequence[str], couvertes: int, hauteur: int = 0) -> str:
        style = f' table:style-name="{self.auto.rang(hauteur)}"' if hauteur else ""
        return (
            f"<table:table-row{style}>{''.join(cellules)}{'<table:covered-table-cell/>' * couvertes}</table:table-row>"
        )

    def _cellule(
        self,
        contenu: str,
        style: str,
        alignement: Alignement = Alignement.GAUCHE,
        *,
        gras: bool = False,
        haut: str = "",
        bas: str = _FIN,
        colonnes: int = 1,
        quadrille: bool = False,
    ) -> str:
        cadre = self.auto.cellule(haut or (_FIN if quadrille else ""), bas, _FIN if quadrille else "")
        large = f' table:number-columns-spanned="{colonnes}"' if colonnes > 1 else ""
        nom = self.auto.paragraphe(style, aligne=_ALIGNES[alignement], gras=gras)
        alineas = f'<text:p text:style-name="{nom}">{contenu}</text:p>'
        return f'<table:table-cell table:style-name="{cadre}"{large} office:value-type="string">{alineas}</table:table-cell>'

    def _table(self, largeurs: Sequence[Fraction | int], contenu: str) -> str:
        """A table over the whole width, and a thin line after it: two tables that touch would be one."""
        nom = self.auto.table(self.largeur)
        total = sum(map(Fraction, largeurs))
        colonnes = "".join(
            f'<table:table-column table:style-name="{self.auto.colonne(round(self.largeur * Fraction(une) / total))}"/>'
            for une in largeurs
        )
        apres = self.paragraphe("", "Table_20_Contents")
        return f'<table:table table:name="{self.auto.nommer()}" table:style-name="{nom}">{colonnes}{contenu}</table:table>{apres}'

    # --- what paper draws

    def _barre(self, barre: BarreVote) -> str:
        """A row of a table: what is for, against, abstentions, the rest, in their proportions; the words under it."""
        segments = [
            (nature, corps.libelle, corps.parts()[nature])
            for nature in range(len(_MARQUES))
            for corps in barre.corps
            if corps.parts()[nature]
        ]
        if not segments:
            return ""
        cellules = [self._segment(nature) for nature, _, _ in segments]
        noms = [self._nom_segment(libelle if nature == _POUR else "") for nature, libelle, _ in segments]
        table = self._table([part for _, _, part in segments], self._rang(cellules, 0, 5) + self._rang(noms, 0))
        vus = [_MARQUES[nature] for nature in sorted({nature for nature, _, _ in segments})]
        legende = " ".join(self.auto.pastille(couleur) + caracteres(f"\u00a0{mot}") for mot, couleur in vus)
        seuil = f" Seuil\u00a0: {caracteres(barre.libelle_seuil)}." if barre.seuil is not None else ""
        return table + self.paragraphe(f"{legende}.{seuil}", "Note")

    def _segment(self, nature: int) -> str:
        cadre = self.auto.cellule(_FIN, _FIN, _FIN, fond=_MARQUES[nature][1])
        return f'<table:table-cell table:style-name="{cadre}">{self.paragraphe("", "Cellule_20_petite")}</table:table-cell>'

    def _nom_segment(self, libelle: str) -> str:
        nom = self.auto.paragraphe("Cellule_20_petite", aligne="center")
        cadre = self.auto.cellule("", "", "")
        contenu = f'<text:p text:style-name="{nom}">{caracteres(libelle)}</text:p>'
        return f'<table:table-cell table:style-name="{cadre}">{contenu}</table:table-cell>'

    def _signatures(self, signatures: Signatures) -> str:
        """Rooms to sign, two side by side, or four over a wide page; nothing when nobody signs."""
        cases = [self._case(case.qualite, case.nom) for case in signatures.cases]
        return self._grille(cases, 4 if self.largeur > _LARGE else 2) if cases else ""

    def _grille(self, cellules: Sequence[str], n: int) -> str:
        """Cells ``n`` by row, the last row made whole."""
        completes = [*cellules, *[self._vide()] * (-len(cellules) % n)]
        rangs = [self._rang(completes[i : i + n], 0) for i in range(0, len(completes), n)]
        return self._table([1] * n, "".join(rangs))

    def _case(self, qualite: str, nom: str) -> str:
        place = self.paragraphe("", "Qualite") * 4
        contenu = (
            self.paragraphe(caracteres(qualite), "Qualite") + self.paragraphe(caracteres(nom), "Signataire") + place
        )
        return f'<table:table-cell table:style-name="{self.auto.cellule("", _FIN, "")}">{contenu}</table:table-cell>'

    def _vide(self) -> str:
        cadre = self.auto.cellule("", "", "")
        return f'<table:table-cell table:style-name="{cadre}">{self.paragraphe("", "Qualite")}</table:table-cell>'

    def _planche(self, planche: Planche) -> str:
        """Every card of the stack, two side by side, inside lines to cut along."""
        return self._grille([self._carte(planche.carte)] * planche.nombre, 2)

    def _carte(self, carte: Carte) -> str:
        trait = f"0.5pt dashed {FILET}"
        alineas: list[tuple[str, str]] = [(mot, "Cellule_20_petite") for mot in carte.entete]
        alineas += [(carte.titre, "Table_20_Heading"), (carte.consigne, "Table_20_Contents")]
        alineas += [(f"{_CASE}{choix}", "Standard") for choix in carte.choix]
        alineas += [(carte.note, "Cellule_20_petite")] if carte.note else []
        contenu = "".join(self.paragraphe(caracteres(mot), style) for mot, style in alineas)
        cadre = self.auto.cellule(trait, trait, trait, marge=30)
        return f'<table:table-cell table:style-name="{cadre}">{contenu}</table:table-cell>'
