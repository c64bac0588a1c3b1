"""Statutes as a member reads them: every value in words, and where it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from scicvote.core import statuts_mots as mots
from scicvote.core.assemblee import date_longue
from scicvote.core.etapes import LIBELLES_SORT
from scicvote.core.exact import INSECABLE, accord, poids_court, pourcent_court
from scicvote.core.statuts import Statuts

STATUTS: Final = "statuts"  # the statutes say it
LOI: Final = "loi"  # they are silent, and the law gives the value
LECTURE: Final = "lecture"  # they are silent, and so is the law: an interpretation, that the statutes file can change
SILENCE: Final = "silence"  # they are silent and nothing is asked

# Where the law itself gives a value that statutes leave unsaid; SARL, then the other forms where they differ.
_LOI: Final[Mapping[str, tuple[str, ...]]] = {
    "vote.plancher_college": ("loi 47-1775 19 octies",),
    "vote.plafond_college": ("loi 47-1775 19 octies",),
    "repartition.reserve_legale": ("loi 47-1775 19 nonies",),
    "repartition.reserve_statutaire_minimum": ("loi 47-1775 19 nonies",),
    "exercice.cloture": ("C. com. L123-12",),
}
_LOI_SARL: Final[Mapping[str, tuple[str, ...]]] = {
    "delais.convocation_jours": ("C. com. R223-20",),
    "delais.documents_jours": ("C. com. R223-18", "C. com. R223-19"),
    "delais.ag_annuelle_mois": ("C. com. L223-26",),
    "delais.demande_ag_voix": ("C. com. L223-27",),
    "pouvoirs.conjoint": ("C. com. L223-28",),
}
_LOI_SA: Final[Mapping[str, tuple[str, ...]]] = {
    "delais.convocation_jours": ("C. com. R225-69",),
    "delais.documents_jours": ("C. com. R225-83",),
    "delais.ag_annuelle_mois": ("C. com. L225-100",),
    "pouvoirs.conjoint": ("C. com. L225-106",),
}


@dataclass(frozen=True, slots=True)
class LigneClaire:
    """One value in words. ``origine`` is STATUTS, LOI, LECTURE or SILENCE; ``note`` says why, for an interpretation."""

    cle: str
    libelle: str
    valeur: str
    articles: tuple[str, ...] = ()
    origine: str = STATUTS
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together."""

    cle: str
    titre: str
    lignes: tuple[LigneClaire, ...]


def sections(
    statuts: Statuts, ecrites: Collection[str] | None = None, lectures: Mapping[str, str] | None = None
) -> tuple[Section, ...]:
    """The whole statutes. ``ecrites``: the keys that their file holds (every one, unless said); ``lectures``: for the
    keys that interpret a silent text, the reason."""
    redacteur = _Redacteur(statuts, ecrites, lectures or {})
    parties = (
        ("societe", "La société", redacteur.societe()),
        ("categories", "Catégories d’associés", redacteur.categories()),
        ("colleges", "Collèges", redacteur.colleges()),
        ("vote", "Comment on vote", redacteur.vote()),
        ("pouvoirs", "Pouvoirs", redacteur.pouvoirs()),
        ("delais", "Délais", redacteur.delais()),
        ("vie", "Résultat et sorties", redacteur.vie()),
    )
    return tuple(Section(cle, titre, tuple(lignes)) for cle, titre, lignes in parties)


class _Redacteur:
    """Writes the lines of each section."""

    def __init__(self, statuts: Statuts, ecrites: Collection[str] | None, lectures: Mapping[str, str]) -> None:
        self.s, self._ecrites, self._lectures = statuts, ecrites, lectures
        self._loi = {**_LOI, **(_LOI_SARL if statuts.forme == "SARL" else _LOI_SA if statuts.forme == "SA" else {})}

    def _ligne(self, cle: str, libelle: str, valeur: str | None, silence: str = "non précisé") -> LigneClaire:
        """A line with the article behind its key; ``valeur`` None: nothing is asked, said as ``silence``."""
        articles = tuple(a.strip() for a in self.s.references.get(cle, "").split(",") if a.strip())
        if cle in self._lectures:
            return LigneClaire(cle, libelle, valeur or silence, articles, LECTURE, self._lectures[cle])
        if self._ecrites is None or cle in self._ecrites:
            return LigneClaire(cle, libelle, valeur or silence, articles)
        if valeur is None:
            return LigneClaire(cle, libelle, silence, (), SILENCE)
        if cle in self._loi:
            return LigneClaire(cle, libelle, valeur, self._loi[cle], LOI)
        note = "Les statuts n’en disent rien\u00a0: c’est la valeur que prend le programme."
        return LigneClaire(cle, libelle, valeur, (), LECTURE, note)

    def societe(self) -> Iterator[LigneClaire]:
        s = self.s
        yield LigneClaire("cle", "Nom court", s.cle)
        yield LigneClaire("denomination", "Dénomination", s.denomination)
        yield LigneClaire("forme", "Forme", f"SCIC {s.forme}")
        yield LigneClaire("date", "Statuts du", date_longue(s.date))
        mois, jour = s.cloture
        quantieme = "1er" if jour == 1 else str(jour)
        yield self._ligne("exercice.cloture", "Clôture de l’exercice", f"{quantieme} {mots.MOIS[mois - 1]}")
        yield self._ligne("capital.valeur_part", "Valeur d’une part", mots.en_euros(s.capital.valeur_part))
        yield self._ligne("capital.minimum", "Capital minimum", mots.en_euros(s.capital.minimum))
        plancher = s.capital.plancher_relatif
        relatif = f"{pourcent_court(plancher)} du plus haut capital atteint" if plancher else None
        yield self._ligne("capital.plancher_relatif", "Et jamais sous", relatif)
        maximum = s.societariat.maximum_associes
        yield self._ligne(
            "societariat.maximum_associes", "Associés au plus", str(maximum) if maximum else None, "sans maximum"
        )

    def categories(self) -> Iterator[LigneClaire]:
        for categorie in self.s.categories:
            yield self._ligne_de(
                "categories", f"categories.{categorie.code}", categorie.nom, mots.de_categorie(categorie)
            )
        minimum = self.s.societariat.categories_minimum
        yield self._ligne("societariat.categories_minimum", "Catégories présentes", mots.au_moins(minimum))

    def _ligne_de(self, source: str, cle: str, libelle: str, valeur: str) -> LigneClaire:
        articles = tuple(a.strip() for a in self.s.references.get(source, "").split(",") if a.strip())
        return LigneClaire(cle, libelle, valeur, articles)

    def colleges(self) -> Iterator[LigneClaire]:
        for college in self.s.colleges:
            libelle = f"{college.code}, {college.nom}" if college.nom != college.code else college.code
            yield self._ligne_de("colleges", f"colleges.{college.code}", libelle, mots.de_college(college, self.s))
        bornes = f"de {poids_court(self.s.vote.plancher)} à {poids_court(self.s.vote.plafond)}"
        yield self._ligne("vote.plancher_college", "Poids d’un collège", bornes)
        plusieurs = "permis" if self.s.societariat.plusieurs_colleges else "non, un seul"
        yield self._ligne("societariat.plusieurs_colleges", "Voter dans plusieurs collèges", plusieurs)

    def vote(self) -> Iterator[LigneClaire]:
        v = self.s.vote
        yield self._ligne("vote.colleges", "Vote par collège", mots.VOTES[v.colleges])
        yield self._ligne("vote.report", "Report des voix", mots.REPORTS[v.report_voix])
        if v.report_voix == "majoritaire":
            seuil = f"plus de {pourcent_court(v.seuil_college)} de ses pour et contre"
            yield self._ligne("vote.seuil_college", "Un côté l’emporte avec", seuil)
        yield self._ligne("vote.base_report", "Le poids se partage entre", mots.BASES[v.base_report])
        yield self._ligne("vote.abstention", "Abstention", mots.ABSTENTIONS[v.abstention])
        petit = "sans membre" if v.effectif_minimal <= 1 else f"de moins de {accord(v.effectif_minimal, 'membre')}"
        yield self._ligne("vote.college_vide", "Collège trop petit", f"{petit}, {LIBELLES_SORT[v.college_vide]}")
        yield self._ligne("vote.college_silencieux", "Collège où personne ne vote", LIBELLES_SORT[v.college_silencieux])
        yield self._ligne("scrutin.secret", "Toujours à bulletin secret", mots.noms_regles(self.s.secret), "aucun vote")
        hors = mots.noms_regles(self.s.hors_ordre_du_jour)
        yield self._ligne("scrutin.hors_ordre_du_jour", "Même hors de l’ordre du jour", hors, "rien")
        yield self._ligne("distance.courrier", "Vote par correspondance", mots.prevu(self.s.distance.courrier))
        jours = mots.jours_avant(self.s.distance.courrier_jours)
        yield self._ligne("distance.courrier_jours", "Formulaires reçus au plus tard", jours, "rien n’est dit")
        yield self._ligne(
            "distance.visioconference", "Participation à distance", mots.prevu(self.s.distance.visioconference)
        )

    def pouvoirs(self) -> Iterator[LigneClaire]:
        p = self.s.pouvoirs
        qui = "le conjoint ou un autre associé" if p.conjoint else "un autre associé"
        yield self._ligne("pouvoirs.conjoint", "À qui donner pouvoir", qui)
        meme = "du même collège, quand on vote par collège" if p.meme_college else "de tout collège"
        yield self._ligne("pouvoirs.meme_college", "Le mandataire est", meme)
        yield self._ligne("pouvoirs.en_blanc", "Pouvoir sans nom", mots.EN_BLANC[p.en_blanc])
        combien = accord(p.maximum, "pouvoir") if p.maximum is not None else None
        yield self._ligne("pouvoirs.maximum", "Au plus, par personne", combien, "sans maximum")

    def delais(self) -> Iterator[LigneClaire]:
        d = self.s.delais
        yield self._ligne("delais.convocation_jours", "Convocation", mots.jours_avant(d.convocation_jours))
        yield self._ligne(
            "delais.arrete_liste_jours", "Liste des associés arrêtée", mots.jours_avant(d.arrete_liste_jours)
        )
        yield self._ligne("delais.documents_jours", "Documents envoyés", mots.jours_avant(d.documents_jours))
        demande = mots.jours_avant(d.documents_sur_demande_jours)
        yield self._ligne("delais.documents_sur_demande_jours", "Documents sur demande, jusqu’à", demande)
        annuelle = f"dans les {d.ag_annuelle_mois}{INSECABLE}mois de la clôture"
        yield self._ligne("delais.ag_annuelle_mois", "Assemblée annuelle", annuelle)
        voix = f"{pourcent_court(d.demande_ag_voix)} des droits de vote"
        yield self._ligne("delais.demande_ag_voix", "Peuvent demander une assemblée", voix)
        annees = accord(d.mandat_gerance_annees, "an") if d.mandat_gerance_annees else None
        yield self._ligne("delais.mandat_gerance_annees", "Durée d’un mandat", annees)

    def vie(self) -> Iterator[LigneClaire]:
        s = self.s
        legale = f"{pourcent_court(s.repartition.reserve_legale)} du résultat"
        yield self._ligne("repartition.reserve_legale", "Réserve légale", legale)
        statutaire = f"au moins {pourcent_court(s.repartition.reserve_statutaire_minimum)} du reste"
        yield self._ligne("repartition.reserve_statutaire_minimum", "Réserve statutaire", statutaire)
        yield self._ligne("pertes.inactivite_annees", "Qualité perdue après", mots.sans_activite(s.inactivite_annees))
        yield self._ligne(
            "remboursement.delai_annees", "Parts remboursées dans les", mots.en_annees(s.remboursement_annees)
        )
        yield self._ligne("remboursement.pertes_annees", "Pertes imputées sur", mots.en_annees(s.pertes_annees))
        c = s.constitution
        constitution = (
            f"{accord(c.demandeurs, 'demande')}, au-delà de {accord(c.associes_plus_de, 'associé')} "
            f"pendant plus de {accord(c.exercices, 'exercice')}"
            if c.associes_plus_de is not None
            else None
        )
        yield self._ligne("constitution.associes_plus_de", "Constituer les collèges", constitution)
        nouveau = accord(c.demandeurs_nouveau_college, "associé") if c.demandeurs_nouveau_college else None
        yield self._ligne("constitution.demandeurs_nouveau_college", "Demander un nouveau collège", nouveau)
