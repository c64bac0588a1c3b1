"""The styles of an OpenDocument text: named, in the order of people who edit; pages with their numbered footers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from scicvote.core.papier import Papier, Style
from scicvote.documents.odt_textes import attribut, caracteres

ESPACES: Final = " ".join(
    f'xmlns:{nom}="{adresse}"'
    for nom, adresse in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    }.items()
)
POLICES: Final = (  # that of LibreOffice, there wherever it is
    '<office:font-face-decls><style:font-face style:name="Liberation Serif" svg:font-family="&apos;Liberation Serif&apos;" '
    'style:font-family-generic="roman" style:font-pitch="variable"/></office:font-face-decls>'
)
ENCRE, GRIS, FILET = "#1b1f24", "#56606c", "#a9afb6"

PARAGRAPHES: Final = {
    Style.CORPS: "Text_20_body",
    Style.CITATION: "Quotations",
    Style.CENTRE: "Texte_20_centre",
    Style.DROITE: "Lieu_20_et_20_date",
    Style.ADRESSE: "Destinataire",
    Style.NOTE: "Note",
}


def _paragraphe(nom: str, affiche: str, parent: str, paragraphe: str = "", texte: str = "", **reste: str) -> str:
    extra = "".join(f" style:{cle.replace('_', '-')}={attribut(valeur)}" for cle, valeur in reste.items())
    return (
        f'<style:style style:name="{nom}" style:display-name={attribut(affiche)} style:family="paragraph" '
        f'style:parent-style-name="{parent}" style:class="text"{extra}>'
        f"<style:paragraph-properties {paragraphe}/><style:text-properties {texte}/></style:style>"
    )


def _titre(niveau: int, corps: str, avant: str, italique: str = "") -> str:
    return _paragraphe(
        f"Heading_20_{niveau}",
        f"Heading {niveau}",
        "Standard",
        f'fo:margin-top="{avant}" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
        f'fo:font-size="{corps}" fo:font-weight="bold"{italique}',
        default_outline_level=str(niveau),
        next_style_name="Text_20_body",
    )


_SERRE: Final = 'fo:margin-top="0cm" fo:margin-bottom="0cm"'
_TEXTES: Final = "".join(
    [
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
        _paragraphe("Text_20_body", "Text body", "Standard", 'fo:margin-bottom="0.25cm" fo:orphans="2" fo:widows="2"'),
        _paragraphe("Entete", "En-tête de la coopérative", "Standard", 'fo:text-align="center"', 'fo:font-size="10pt"'),
        _paragraphe(
            "Title",
            "Title",
            "Standard",
            'fo:text-align="center" fo:margin-top="0.7cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
            'fo:font-size="16pt" fo:font-weight="bold"',
        ),
        _paragraphe("Subtitle", "Subtitle", "Standard", 'fo:text-align="center" fo:margin-bottom="0.7cm"'),
        _titre(1, "12pt", "0.6cm"),
        _titre(2, "10.5pt", "0.5cm"),
        _titre(3, "10.5pt", "0.35cm", ' fo:font-style="italic"'),
        _paragraphe("Quotations", "Quotations", "Text_20_body", 'fo:margin-left="0.6cm" fo:margin-right="0.3cm"'),
        _paragraphe("Texte_20_centre", "Texte centré", "Text_20_body", 'fo:text-align="center"'),
        _paragraphe("Lieu_20_et_20_date", "Lieu et date", "Text_20_body", 'fo:text-align="end"'),
        _paragraphe(
            "Destinataire",
            "Destinataire",
            "Standard",
            'fo:margin-left="8.8cm" fo:margin-top="0.6cm" fo:margin-bottom="0.8cm"',
        ),
        _paragraphe("Note", "Note", "Text_20_body", "", f'fo:font-size="8.5pt" fo:color="{GRIS}"'),
        _paragraphe("Liste", "Liste", "Text_20_body", 'fo:margin-bottom="0.1cm"'),
        _paragraphe("Table_20_Contents", "Table Contents", "Standard", _SERRE, 'fo:font-size="9.5pt"'),
        _paragraphe(
            "Table_20_Heading",
            "Table Heading",
            "Table_20_Contents",
            'fo:keep-with-next="always"',
            'fo:font-weight="bold"',
        ),
        _paragraphe("Cellule_20_petite", "Cellule petite", "Table_20_Contents", _SERRE, 'fo:font-size="8.5pt"'),
        _paragraphe("Signataire", "Signataire", "Standard", 'fo:keep-with-next="always"', 'fo:font-weight="bold"'),
        _paragraphe("Qualite", "Qualité", "Standard", 'fo:keep-with-next="always"', 'fo:font-size="9pt"'),
        _paragraphe("Header", "Header", "Standard", 'fo:text-align="end"', f'fo:font-size="9pt" fo:color="{GRIS}"'),
        _paragraphe("Footer", "Footer", "Standard", "", f'fo:font-size="8pt" fo:color="{GRIS}"'),
    ]
)
_FACES: Final = (
    '<style:style style:name="Gras" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Italique" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="Gras_20_italique" style:display-name="Gras italique" style:family="text">'
    '<style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>'
)


def _liste(nom: str, niveau: str) -> str:
    return (
        f'<text:list-style style:name="{nom}">{niveau}<style:list-level-properties text:list-level-position-and-space-mode='
        '"label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" '
        'text:list-tab-stop-position="0.75cm" fo:text-indent="-0.75cm" fo:margin-left="0.75cm"/>'
        f"</style:list-level-properties></text:list-level-style-{'bullet' if 'bullet' in niveau else 'number'}></text:list-style>"
    )


_LISTES: Final = _liste("Tirets", '<text:list-level-style-bullet text:level="1" text:bullet-char="–">') + _liste(
    "Numeros", '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">'
)
_DEFAUTS: Final = (
    '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="130%" '
    'style:tab-stop-distance="1.25cm"/><style:text-properties style:font-name="Liberation Serif" fo:font-size="10.5pt" '
    f'fo:color="{ENCRE}" fo:language="fr" fo:country="FR" fo:hyphenate="false"/></style:default-style>'
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>'
    '<style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:default-style>'
)


@dataclass(frozen=True, slots=True)
class Mise:
    """How the pages of a paper are: its footer, what is written across, landscape or not, and whether it is alone."""

    pied: str
    mention: str
    paysage: bool
    seul: bool

    @classmethod
    def de(cls, papier: Papier, *, seul: bool) -> Mise:
        """The pages of ``papier``; ``seul``: nothing else is in the document, whose pages can then be counted."""
        return cls(papier.pied, papier.mention, papier.paysage, seul)

    @property
    def largeur(self) -> int:
        """The width of the text, in tenths of a millimetre."""
        return 2670 if self.paysage else 1620


def _page(nom: str, *, paysage: bool) -> str:
    large, haut, cote = ("29.7cm", "21cm", "1.5cm") if paysage else ("21cm", "29.7cm", "2.4cm")
    droite = "26.7cm" if paysage else "16.2cm"
    sens = "landscape" if paysage else "portrait"
    return (
        f'<style:page-layout style:name="{nom}"><style:page-layout-properties fo:page-width="{large}" '
        f'fo:page-height="{haut}" style:print-orientation="{sens}" fo:margin-top="1.5cm" fo:margin-bottom="1.2cm" '
        f'fo:margin-left="{cote}" fo:margin-right="{cote}"/><style:header-style><style:header-footer-properties '
        'fo:min-height="0.6cm" fo:margin-bottom="0.3cm"/></style:header-style><style:footer-style>'
        '<style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style>'
        f'</style:page-layout><style:style style:name="Pied{nom}" style:family="paragraph" '
        'style:parent-style-name="Footer"><style:paragraph-properties><style:tab-stops><style:tab-stop '
        f'style:position="{droite}" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>'
    )


def _maitresse(nom: str, mise: Mise) -> str:
    page = "Paysage" if mise.paysage else "Portrait"
    total = ' sur <text:page-count style:num-format="1">1</text:page-count>' if mise.seul else ""
    return (
        f'<style:master-page style:name="{nom}" style:page-layout-name="{page}"><style:header>'
        f'<text:p text:style-name="Header">{caracteres(mise.mention)}</text:p></style:header><style:footer>'
        f'<text:p text:style-name="Pied{page}">{caracteres(mise.pied)}<text:tab/>Page '
        f'<text:page-number text:select-page="current">1</text:page-number>{total}</text:p></style:footer></style:master-page>'
    )


def nom_maitresse(rang: int) -> str:
    """The name of the master page of the ``rang``-th way of laying pages (0 for the first)."""
    return f"Page{rang + 1}" if rang else "Standard"


def styles(mises: Iterable[Mise]) -> str:
    """``styles.xml``, with a master page for each way of laying pages."""
    maitresses = "".join(_maitresse(nom_maitresse(i), mise) for i, mise in enumerate(mises))
    pages = _page("Portrait", paysage=False) + _page("Paysage", paysage=True)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {ESPACES} office:version="1.3">{POLICES}'
        f"<office:styles>{_DEFAUTS}{_TEXTES}{_FACES}{_LISTES}</office:styles>"
        f"<office:automatic-styles>{pages}</office:automatic-styles>"
        f"<office:master-styles>{maitresses}</office:master-styles></office:document-styles>"
    )
