"""The fields of the statutes' editor: for each key, the control that fits it, how it is written and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from scicvote.core.pv_regles import nom_regle
from scicvote.core.statuts import FORMES
from scicvote.core.statuts_cles import cle_de
from scicvote.exchange.ebauche_statuts import cloture_lisible, cloture_saisie
from scicvote.ui.edition_statuts import Edition
from scicvote.ui.pages.creation_etape import Valeur, valeur_exacte
from scicvote.ui.widgets.champ_plusieurs import ChampPlusieurs
from scicvote.ui.widgets.champs import AnyChamp, ChampChoix, ChampDate, ChampNombre, ChampTexte

Lien = tuple[AnyChamp, Valeur | None, Callable[[], Any] | None]

_TEXTES: Final = ("denomination", "cle")
_ENTIERS: Final = (
    "societariat.maximum_associes", "societariat.categories_minimum", "vote.effectif_minimal", "pouvoirs.maximum",
    "delais.convocation_jours", "delais.arrete_liste_jours", "delais.documents_jours",
    "delais.documents_sur_demande_jours", "delais.ag_annuelle_mois", "delais.mandat_gerance_annees",
    "constitution.associes_plus_de", "constitution.exercices", "constitution.demandeurs",
    "constitution.demandeurs_nouveau_college", "pertes.inactivite_annees", "remboursement.delai_annees",
    "remboursement.pertes_annees", "distance.courrier_jours",
)  # fmt: skip
_OUI_NON: Final = (
    "societariat.plusieurs_colleges",
    "pouvoirs.conjoint",
    "pouvoirs.meme_college",
    "distance.courrier",
    "distance.visioconference",
)
_REGLES: Final = ("scrutin.secret", "scrutin.hors_ordre_du_jour")


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("EditeurStatuts", phrase)


def sorts() -> list[tuple[str, str]]:
    """What can become of the weight of a college that does not vote."""
    return [
        ("perdu", _tr("compté, porté par personne")),
        ("exclu", _tr("il quitte la base")),
        ("abstention", _tr("compté en abstention")),
        ("egal", _tr("réparti à parts égales")),
        ("prorata", _tr("réparti selon les poids")),
    ]


def bases(par_tete: bool = False) -> list[tuple[str, str]]:
    """What a share is a share of."""
    return [
        ("inscrits", _tr("tous les associés") if par_tete else _tr("toutes les voix")),
        ("presents", _tr("présents ou représentés")),
        ("votants", _tr("votants")),
        ("exprimes", _tr("pour et contre")),
    ]


def _choix(chemin: str) -> list[tuple[str, str]] | None:
    return {
        "forme": lambda: [(une, _tr("SCIC {}").format(une)) for une in FORMES],
        "vote.report": lambda: [
            ("proportionnel", _tr("à la proportionnelle")),
            ("majoritaire", _tr("tout au côté qui l’emporte")),
        ],
        "vote.base_report": lambda: [
            ("inscrits", _tr("tous ses membres")),
            ("presents", _tr("présents ou représentés")),
            ("votants", _tr("ses votants")),
            ("exprimes", _tr("ses pour et contre")),
        ],
        "vote.abstention": lambda: [("neutre", _tr("ni pour ni contre")), ("pour", _tr("comptée comme un pour"))],
        "vote.college_vide": sorts,
        "vote.college_silencieux": sorts,
        "pouvoirs.en_blanc": lambda: [("interdit", _tr("refusé")), ("president", _tr("au président de séance"))],
    }.get(chemin, lambda: None)()


def non_ecrit() -> tuple[str, str]:
    """The choice by which statutes stay silent."""
    return ("", _tr("non écrit"))


def champ_oui_non(libelle: str, chemin: str, edition: Edition) -> Lien:
    """Yes, no, or nothing written."""
    options = [non_ecrit(), ("oui", _tr("oui")), ("non", _tr("non"))]
    return (
        ChampChoix(libelle, chemin, options),
        lambda champ: {"oui": True, "non": False}.get(champ.valeur()),
        lambda: {True: "oui", False: "non"}.get(edition.ebauche.lire(chemin), ""),
    )


def champ_articles(chemin: str, edition: Edition, libelle: str = "") -> Lien:
    """Articles, one after the other."""
    return (
        ChampTexte(libelle or cle_de(chemin).libelle, chemin),
        lambda champ: [mot.strip() for mot in champ.texte().split(",") if mot.strip()] or None,
        lambda: ", ".join(str(un) for un in edition.ebauche.lire(chemin, ())),
    )


def champ_pour(chemin: str, edition: Edition, aujourdhui: date) -> Lien:
    """The field of a key of one value; an exact number where it is none of the others."""
    libelle = cle_de(chemin).libelle
    options = _choix(chemin)
    if options is not None:
        voulues = options if chemin == "forme" else [non_ecrit(), *options]
        return ChampChoix(libelle, chemin, voulues), None, lambda: edition.ebauche.lire(chemin, "")
    if chemin in _OUI_NON:
        return champ_oui_non(libelle, chemin, edition)
    if chemin in _REGLES:
        noms = _noms(edition.ebauche.lire("regles", {}), edition.ebauche.lire(chemin, ()))
        champ = ChampPlusieurs(libelle, chemin, noms)
        return champ, lambda un: un.valeur() or None, lambda: ", ".join(edition.ebauche.lire(chemin, ()))
    if chemin in _TEXTES:
        return ChampTexte(libelle, chemin), None, None
    if chemin in _ENTIERS:
        return ChampNombre(libelle, chemin), None, None
    if chemin == "date":
        return ChampDate(libelle, chemin, aujourdhui), None, None
    if chemin == "exercice.cloture":
        return (
            ChampTexte(libelle, chemin),
            lambda champ: cloture_saisie(champ.texte()) or None,
            lambda: cloture_lisible(str(edition.ebauche.lire(chemin, ""))),
        )
    return ChampTexte(libelle, chemin), valeur_exacte, None


def _noms(regles: Mapping[str, Any], citees: Sequence[str]) -> list[tuple[str, str]]:
    """The rules that can be named, those that are named already and are none too."""
    return [(nom, nom_regle(nom)) for nom in dict.fromkeys((*regles, *citees))]
