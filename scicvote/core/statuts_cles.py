"""Every key of a statutes file: what it is called, what it decides, and what holds where the statutes are silent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from scicvote.core.etapes import LIBELLES_SORT
from scicvote.core.exact import accord, pourcent_court
from scicvote.core.francais import capitale
from scicvote.core.statuts import LOI_COLLEGES, Statuts, Vote
from scicvote.core.statuts_clairs import LigneClaire, sections


@dataclass(frozen=True, slots=True)
class Cle:
    """``chemin``: the path without ranks or names of rules (``colleges[].poids``, ``regles.*.premiere.seuil``)."""

    chemin: str
    libelle: str
    explication: str


_TOUTES: Final = (
    Cle("denomination", "Dénomination", "Le nom de la coopérative, tel que ses statuts l’écrivent."),
    Cle("cle", "Nom court", "Minuscules, chiffres et tirets\u00a0: le nom par lequel un fichier de votes la désigne."),
    Cle("forme", "Forme", "SARL, SA ou SAS\u00a0: le Code de commerce ne dit pas la même chose à chacune."),
    Cle("date", "Statuts du", "Le jour de la mise à jour. Le jour d’effet est demandé à l’enregistrement."),
    Cle("capital.valeur_part", "Valeur d’une part, en euros", "Le prix d’une part sociale."),
    Cle(
        "capital.minimum", "Capital minimum, en euros", "Les remboursements ne font pas descendre le capital plus bas."
    ),
    Cle(
        "capital.plancher_relatif",
        "Part du plus haut capital",
        "Le capital ne descend jamais sous cette part du plus haut montant qu’il a atteint.",
    ),
    Cle("societariat.maximum_associes", "Associés au plus", "Vide\u00a0: sans maximum."),
    Cle("exercice.cloture", "Clôture de l’exercice (jour/mois)", "Le dernier jour de l’année comptable."),
    Cle("categories[].code", "Code", "Court et unique\u00a0: le registre et les collèges s’en servent."),
    Cle("categories[].nom", "Nom", "Le nom de la catégorie, sur les papiers."),
    Cle("categories[].personnes", "Qui peut en être", "Personnes physiques, personnes morales, ou toute personne."),
    Cle("categories[].plafond_capital", "Du capital, au plus", "La part du capital que la catégorie peut tenir."),
    Cle("categories[].obligatoire", "Au moins un associé", "La catégorie ne peut pas rester vide."),
    Cle(
        "societariat.categories_minimum",
        "Catégories présentes",
        "Le nombre de catégories qui ont un associé, au moins.",
    ),
    Cle("colleges[].code", "Code", "Court et unique\u00a0: il s’imprime sur les bulletins et les feuilles."),
    Cle("colleges[].nom", "Nom du collège", "Son nom, sur les papiers."),
    Cle("colleges[].poids", "Poids (%)", "Ses voix sur cent. Les poids font 100 exactement."),
    Cle(
        "colleges[].fusion_avec", "Trop petit, il rejoint", "Sous l’effectif minimal, ses membres et son poids vont là."
    ),
    Cle("colleges[].regle", "Où vote chacun", "Le premier collège qui prend une personne est le sien."),
    Cle("vote.plancher_college", "Un collège pèse au moins (%)", "Aucun collège n’a moins de voix."),
    Cle("vote.plafond_college", "Un collège pèse au plus (%)", "Aucun collège n’a plus de voix."),
    Cle(
        "societariat.plusieurs_colleges",
        "Voter dans plusieurs collèges",
        "Si une même personne peut voter dans plusieurs collèges.",
    ),
    Cle("vote.colleges", "On vote par collège", "Toujours, quand un associé le demande, ou jamais."),
    Cle(
        "vote.report",
        "Report des voix",
        "Le poids d’un collège se partage comme ses votes, ou va tout entier au côté qui l’emporte chez lui.",
    ),
    Cle(
        "vote.base_report",
        "Le poids se partage entre",
        "Ceux entre qui le poids du collège est divisé. Avec tous ses membres, les absents gardent leur part.",
    ),
    Cle("vote.abstention", "Abstention", "Comment elle compte dans le collège."),
    Cle("vote.effectif_minimal", "Effectif minimal d’un collège", "Avec moins de membres, le collège est vide."),
    Cle("vote.college_vide", "Poids d’un collège vide", "Ce que devient le poids d’un collège trop petit."),
    Cle(
        "vote.college_silencieux",
        "Poids d’un collège silencieux",
        "Ce que devient le poids d’un collège dont personne ne vote.",
    ),
    Cle(
        "vote.seuil_college",
        "Un côté l’emporte au-dessus de",
        "Report majoritaire seulement\u00a0: la part des pour et contre qu’un côté doit dépasser pour prendre le collège.",
    ),
    Cle(
        "regles.*.articles",
        "Articles",
        "D’où vient la majorité, séparés par des virgules\u00a0: statuts 24-1, C. com. L223-29.",
    ),
    Cle("regles.*.premiere.seuil", "Seuil", "1/2, 2/3, 75\u00a0%\u00a0: la part qu’il faut."),
    Cle("regles.*.premiere.stricte", "Il faut", "Plus que le seuil, ou au moins le seuil."),
    Cle("regles.*.premiere.base", "de", "Ce dont la part est prise."),
    Cle(
        "regles.*.premiere.lectures",
        "Autres lectures",
        "D’autres bases que la même phrase permettrait\u00a0: le résultat dit si elles décident autrement.",
    ),
    Cle("regles.*.deuxieme", "Une seconde consultation décide autrement", "Sans cela, la même majorité revient."),
    Cle("regles.*.tour2", "Second tour d’une élection", "La même règle, ou la majorité relative."),
    Cle("regles.*.par_tete", "Compter par tête", "Une personne, une voix, même quand l’assemblée vote par collège."),
    Cle("regles.*.sans_college", "Autre règle sans collège", "Quand l’assemblée vote une personne, une voix."),
    Cle("quorum.*.premiere", "Première consultation", "La part de présence demandée, de 0 à 1."),
    Cle("quorum.*.deuxieme", "Seconde consultation", "Vide\u00a0: comme à la première. 0\u00a0: aucun."),
    Cle("quorum.*.base", "Compté en", "Associés, voix pesées par collège, ou chaque collège à part."),
    Cle("pouvoirs.conjoint", "Le conjoint peut recevoir un pouvoir", "En plus d’un autre associé."),
    Cle(
        "pouvoirs.meme_college",
        "Mandataire du même collège",
        "Quand on vote par collège. Un autre mandataire est signalé, jamais refusé.",
    ),
    Cle("pouvoirs.en_blanc", "Pouvoir sans nom", "Refusé, ou remis au président de séance."),
    Cle("pouvoirs.maximum", "Pouvoirs au plus, par personne", "Vide\u00a0: sans maximum."),
    Cle("delais.convocation_jours", "Convocation, jours avant", "Le jour de l’envoi n’est pas compté."),
    Cle(
        "delais.arrete_liste_jours", "Liste des associés arrêtée, jours avant", "Qui est inscrit ce jour-là peut voter."
    ),
    Cle("delais.documents_jours", "Documents envoyés, jours avant", "Rapports et textes des résolutions."),
    Cle("delais.documents_sur_demande_jours", "Documents sur demande, jusqu’à", "Jours avant l’assemblée."),
    Cle("delais.ag_annuelle_mois", "Assemblée annuelle, mois après la clôture", "Pour approuver les comptes."),
    Cle("delais.mandat_gerance_annees", "Durée d’un mandat, en années", "Au bout, une élection est nécessaire."),
    Cle("delais.demande_ag_voix", "Droits de vote pour demander une assemblée", "Une part\u00a0: 1/10 ou 10\u00a0%."),
    Cle("constitution.associes_plus_de", "Au-delà de combien d’associés", "Des collèges peuvent alors être demandés."),
    Cle("constitution.exercices", "Pendant plus de combien d’exercices", "Le nombre d’associés doit durer."),
    Cle("constitution.demandeurs", "Associés pour demander les collèges", "Le nombre de demandes qui suffit."),
    Cle(
        "constitution.demandeurs_nouveau_college",
        "Associés pour un nouveau collège",
        "Le nombre d’associés qui peuvent en demander un.",
    ),
    Cle("repartition.reserve_legale", "Réserve légale, part du résultat", "Une part\u00a0: 15/100 ou 15\u00a0%."),
    Cle("repartition.reserve_statutaire_minimum", "Réserve statutaire, part du reste", "Au moins cette part."),
    Cle("pertes.inactivite_annees", "Qualité perdue sans activité, en années", "Pour ceux que les statuts nomment."),
    Cle("remboursement.delai_annees", "Parts remboursées dans les, en années", "Après le départ."),
    Cle(
        "remboursement.pertes_annees",
        "Pertes imputées sur, en années",
        "Les années dont les pertes diminuent un remboursement.",
    ),
    Cle("distance.courrier", "Vote par correspondance", "Si les statuts le permettent."),
    Cle(
        "distance.courrier_jours",
        "Formulaires reçus, en jours avant",
        "Dernier jour pour recevoir un vote par correspondance.",
    ),
    Cle("distance.visioconference", "Participation à distance", "Si les statuts la permettent."),
    Cle("scrutin.secret", "Toujours à bulletin secret", "Les règles qui se votent toujours au secret."),
    Cle(
        "scrutin.hors_ordre_du_jour",
        "Même hors de l’ordre du jour",
        "Les règles qui peuvent être mises au vote sans avoir été annoncées.",
    ),
)
CLES: Final[Mapping[str, Cle]] = {cle.chemin: cle for cle in _TOUTES}


def generique(chemin: str) -> str:
    """The path of a key whatever the rank, rule or consultation: ``regles.exclusion.deuxieme.base`` has the words of
    ``regles.*.premiere.base``."""
    pas = re.sub(r"\[[0-9]+\]", "[]", chemin).split(".")
    if pas[0] in ("regles", "quorum") and len(pas) > 1:
        pas[1] = "*"
    if pas[0] == "regles" and len(pas) > 3:
        pas = [mot for mot in pas if mot != "sans_college"]
        pas = ["premiere" if mot == "deuxieme" and rang + 1 < len(pas) else mot for rang, mot in enumerate(pas)]
    return ".".join(pas)


def cle_de(chemin: str) -> Cle:
    """What is said of a key. Raises KeyError for one that no statutes file has."""
    return CLES[generique(chemin)]


def articles_de(chemin: str, references: Mapping[str, str]) -> tuple[str, ...]:
    """The articles of the statutes that a key comes from, by its own reference or that of its table."""
    nu = generique(chemin).replace("[]", "")
    table = nu.split(".")[0]
    trouve = references.get(nu) or references.get(table) or ""
    return tuple(article.strip() for article in trouve.split(",") if article.strip())


_TETE: Final = ("cle", "denomination", "forme", "date")  # required: nothing stands in their place
_DEFAUT: Final = Vote()
_PROPRES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {  # keys that no line of the clear statutes tells alone
    "vote.plancher_college": (pourcent_court(_DEFAUT.plancher / 100), (LOI_COLLEGES,)),
    "vote.plafond_college": (pourcent_court(_DEFAUT.plafond / 100), (LOI_COLLEGES,)),
    "vote.effectif_minimal": (accord(_DEFAUT.effectif_minimal, "membre"), ()),
    "vote.college_vide": (capitale(LIBELLES_SORT[_DEFAUT.college_vide]), ()),
    "vote.seuil_college": (pourcent_court(_DEFAUT.seuil_college), ()),
    "constitution.exercices": ("1", ()),
    "constitution.demandeurs": ("1", ()),
}


def au_silence(chemin: str, forme: str) -> tuple[str, tuple[str, ...]]:
    """What holds where the statutes do not hold a key, in words, and the articles of law that say so (none: nobody
    does, it is how the program reads them). ``""`` for a key that has no value of its own then."""
    if chemin in _PROPRES:
        return _PROPRES[chemin]
    ligne = _muets(forme).get(chemin)
    if ligne is None or chemin in _TETE:
        return "", ()
    return capitale(ligne.valeur), ligne.articles


@lru_cache(maxsize=8)
def _muets(forme: str) -> Mapping[str, LigneClaire]:
    """The lines of statutes that say nothing."""
    vides = Statuts("", "", forme, date(1, 1, 1), (), (), {})
    return {ligne.cle: ligne for section in sections(vides, ()) for ligne in section.lignes}
