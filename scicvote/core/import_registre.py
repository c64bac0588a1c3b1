"""Importing a register file: each row against the register, and the facts that it would record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from itertools import compress, repeat
from typing import Any, Final

from scicvote.core.apercu_import import Apercu, Changement, LigneApercu, Sort
from scicvote.core.article import citer, regle
from scicvote.core.college import Classement, articles_contestes, classements, codes_de, personne_admise
from scicvote.core.colonnes import Champ, Colonnes, reconnaitre
from scicvote.core.exact import accord
from scicvote.core.faits import Fait, Fiche, Mouvement
from scicvote.core.issue import Issue, avertissement, bloquantes, refus
from scicvote.core.lecture import montrer
from scicvote.core.normalise import cle, propre
from scicvote.core.rapprochement import Rapprochement, marquer_doublons
from scicvote.core.registre import Associe, NatureMouvement, Registre
from scicvote.core.saisie_registre import LecteurLignes, Saisie, Textes, champs_de, chemin, nettoyees
from scicvote.core.statuts import LOI_COLLEGES, MORALE, PHYSIQUE, College, Statuts
from scicvote.core.tableau import LigneBrute, Table

PIECE: Final = "import"
REPRISE: Final = str(NatureMouvement.REPRISE)

_TOTAL: Final = re.compile(r"(?:sous )?(?:total|totaux|somme)\b")
_TERMES_TOTAL: Final = (
    "sous total totaux somme general generaux generale capital part parts social sociales associe associes societaire "
    "societaires de des du d la le les l par et nombre nb categorie categories college colleges collectif euros"
)
_MOTS_TOTAL: Final = frozenset(_TERMES_TOTAL.split())
_TEMOINS: Final = frozenset(
    {Champ.PRENOM, Champ.PERSONNE, Champ.DOMICILE, Champ.COURRIEL, Champ.REPRESENTANT, Champ.ENTREE}
)
_FICHE: Final = (
    ("type de personne", "personne", "personne"),
    ("nom", "nom", "nom"),
    ("prénom", "prenom", "prenom"),
    ("civilité", "civilite", "civilite"),
    ("domicile", "domicile", "domicile"),
    ("courriel", "courriel", "courriel"),
    ("représentant", "representant", "representant"),
    ("qualité du représentant", "qualite_representant", "qualite"),
)


@regle("statuts", "12")
def preparer(table: Table, registre: Registre, statuts: Statuts, jour: date) -> Apercu:
    """What importing ``table`` on ``jour`` would do to ``registre``, row by row.

    Every fault of the file comes at once, with the number of its row: see ``Apercu`` for what prevents the import.
    """
    colonnes = reconnaitre(table.entetes)
    if not colonnes.nommee:
        return Apercu(table.source, jour, (), colonnes.issues)
    return _Import(registre, statuts, jour, colonnes).apercu(table)


class _Import:
    """One file against one register."""

    def __init__(self, registre: Registre, statuts: Statuts, jour: date, colonnes: Colonnes) -> None:
        self.statuts, self.jour, self.colonnes = statuts, jour, colonnes
        self.personnes = _personnes(registre, jour)
        self.prochain = registre.prochain_numero
        self.lecteur = LecteurLignes(statuts, colonnes, jour)
        self.classements = classements(statuts)
        self.sans_reserve = _sans_reserve(statuts, self.classements)
        self._detail = lru_cache(maxsize=None)(partial(_detail, statuts))
        self.mots_total = _MOTS_TOTAL | _mots_des_statuts(statuts)

    def apercu(self, table: Table) -> Apercu:
        ignorees, saisies = self._lire(table.lignes)
        marquer_doublons(saisies)
        trouves = Rapprochement(self.personnes, saisies).trouves
        self.reserves = {saisie.numero for saisie in saisies}
        lues = [self._ligne(saisie, trouves.get(saisie.ligne)) for saisie in saisies]
        issues = [*self.colonnes.issues, *_absentes(self.colonnes, lues), *([] if lues else [_vide()])]
        nommes = {personne.numero for personne in trouves.values()}
        absents = tuple(p.numero for p in self.personnes if p.est_associe and p.numero not in nommes)
        lignes = sorted((*ignorees, *lues), key=lambda ligne: ligne.numero)
        return Apercu(table.source, self.jour, tuple(lignes), tuple(issues), absents)

    def _lire(self, brutes: Sequence[LigneBrute]) -> tuple[list[LigneApercu], list[Saisie]]:
        textes = nettoyees(self.colonnes.places, brutes)
        ignorees = self._ignorees(brutes, textes)
        if ignorees:
            gardees = [rang not in ignorees for rang in range(len(brutes))]
            brutes = list(compress(brutes, gardees))
            textes = {champ: list(compress(colonne, gardees)) for champ, colonne in textes.items()}
        saisies = self.lecteur.lire([ligne.numero for ligne in brutes], textes)
        for saisie, ligne in zip(saisies, brutes, strict=True):
            if len(ligne.cellules) > self.colonnes.largeur:
                self._verifier_longueur(saisie, ligne.cellules)
        return list(ignorees.values()), saisies

    def _ignorees(self, brutes: Sequence[LigneBrute], textes: Textes) -> dict[int, LigneApercu]:
        """The rows that are nobody, by rank. A row with an address, a kind of person… is somebody."""
        temoins = [colonne for champ, colonne in textes.items() if champ in _TEMOINS]
        quelquun = map(any, zip(*temoins, strict=True)) if temoins else repeat(False)
        douteuses = [rang for rang, sur in zip(range(len(brutes)), quelquun, strict=False) if not sur]
        vues = ((rang, self._ignoree(brutes[rang], champs_de(textes, rang))) for rang in douteuses)
        return {rang: ignoree for rang, ignoree in vues if ignoree is not None}

    def _ignoree(self, ligne: LigneBrute, champs: Mapping[Champ, str]) -> LigneApercu | None:
        numero, textes = ligne
        if not champs and not any(map(propre, textes)):
            return _ignoree(numero, "", "LIGNE_VIDE", "la ligne est vide.")
        if total := self._total(champs, textes):
            phrase = f"c’est une ligne de total ({montrer(total)}), pas un associé."
            return _ignoree(numero, propre(total), "LIGNE_TOTAL", phrase)
        return None

    def _verifier_longueur(self, saisie: Saisie, textes: Sequence[str]) -> None:
        if any(map(propre, textes[self.colonnes.largeur :])):
            phrase = "la ligne a plus de cellules que d’en-têtes\u202f; vérifier guillemets et séparateurs."
            saisie.refuser("LIGNE_TROP_LONGUE", phrase)

    def _total(self, champs: Mapping[Champ, str], textes: Sequence[str]) -> str:
        """The text that makes a row a total, or ""."""
        premiere = next((texte for texte in textes if propre(texte)), "")
        for texte in (premiere, champs.get(Champ.NOM, ""), champs.get(Champ.DENOMINATION, "")):
            mots = cle(texte)
            if _TOTAL.match(mots) and all(mot in self.mots_total or mot.isdecimal() for mot in mots.split()):
                return texte
        return ""

    def _ligne(self, saisie: Saisie, connu: Associe | None) -> LigneApercu:
        self._achever(saisie, connu)
        if saisie.issues and bloquantes(saisie.issues):
            numero = connu.numero if connu else None
            return LigneApercu(saisie.ligne, Sort.REFUSE, saisie.nom_registre, "", numero, (), tuple(saisie.issues))
        if connu is None:
            numero, faits = self._creer(saisie)
            detail = self._detail(saisie.categorie, saisie.parts)
            return LigneApercu(
                saisie.ligne, Sort.NOUVEAU, saisie.nom_registre, detail, numero, (), tuple(saisie.issues), faits
            )
        changements, faits = self._modifier(saisie, connu)
        sort = Sort.MODIFIE if faits else Sort.INCHANGE
        return LigneApercu(
            saisie.ligne, sort, saisie.nom_registre, "", connu.numero, changements, tuple(saisie.issues), faits
        )

    def _achever(self, saisie: Saisie, connu: Associe | None) -> None:
        """What can only be said once it is known whether the register has this person."""
        if connu is None:
            if not saisie.categorie or saisie.parts is None:
                self._exiger(saisie)
        else:
            self._verifier_connu(saisie, connu)
        categorie = saisie.categorie or (connu.categorie if connu else "")
        if saisie.personne is None:
            saisie.personne = self._deduire(saisie, categorie, connu)
        if saisie.personne is not None:
            self._verifier_personne(saisie, saisie.personne, connu)
        if (categorie, saisie.personne) in self.sans_reserve and not saisie.college:
            return
        if saisie.personne is not None and categorie in self.statuts.categories_par_code:
            deja = connu is not None and (connu.categorie, connu.fiche.personne) == (categorie, saisie.personne)
            self._verifier_categorie(saisie, categorie, saisie.personne, deja)
            if personne_admise(self.statuts, categorie, saisie.personne):
                self._verifier_college(saisie, categorie, saisie.personne)

    def _exiger(self, saisie: Saisie) -> None:
        """A new associé needs a category and parts."""
        deja = {issue.code for issue in saisie.issues}
        if not saisie.categorie and "CATEGORIE_INCONNUE" not in deja:
            phrase = "la catégorie manque\u00a0: elle est nécessaire pour inscrire un nouvel associé."
            saisie.refuser("CATEGORIE_MANQUANTE", phrase, self.colonnes.nom(Champ.CATEGORIE))
        if saisie.parts is None and "PARTS" not in deja:
            phrase = "le nombre de parts manque\u00a0: il est nécessaire pour inscrire un nouvel associé."
            saisie.refuser("PARTS_MANQUANTES", phrase, self.colonnes.nom(Champ.PARTS))

    def _verifier_connu(self, saisie: Saisie, connu: Associe) -> None:
        qui = f"{montrer(connu.nom_registre)} (numéro {connu.numero} du registre)"
        if connu.sortie is not None:
            perte = f"a perdu la qualité d’associé le {connu.sortie:%d/%m/%Y}"
            phrase = f"{qui} {perte}\u202f; enregistrer d’abord son admission."
            saisie.refuser("ASSOCIE_SORTI", phrase, "", self.statuts.article("pertes", defaut="statuts"))
        elif not connu.parts:
            phrase = f"{qui} n’a pas encore de parts\u202f; enregistrer son admission et sa souscription."
            saisie.refuser("PAS_ENCORE_ASSOCIE", phrase, "", self.statuts.article("societariat", defaut="statuts"))
        elif saisie.entree and connu.entree and saisie.entree != connu.entree:
            lue, connue = f"{saisie.entree:%d/%m/%Y}", f"{connu.entree:%d/%m/%Y}"
            phrase = f"la date d’entrée {lue} n’est pas reprise\u00a0: le registre a {connue}."
            saisie.avertir("DATE_DIFFERENTE", phrase, self.colonnes.nom(Champ.ENTREE))

    def _deduire(self, saisie: Saisie, categorie: str, connu: Associe | None) -> str | None:
        """The kind of person where no column says it: the register, the category, then what the cells show."""
        if connu is not None:
            return connu.fiche.personne
        connue = self.statuts.categories_par_code.get(categorie)
        if connue is not None and len(connue.personnes) == 1 and not saisie.denommee:
            return connue.personnes[0]
        if saisie.evidence is None and "TYPE_PERSONNE" not in {issue.code for issue in saisie.issues}:
            phrase = (
                "rien ne dit si c’est une personne physique ou morale\u202f; ajouter une colonne "
                "«\u00a0Type de personne\u00a0»."
            )
            saisie.refuser("PERSONNE_AMBIGUE", phrase)
        return saisie.evidence

    def _verifier_personne(self, saisie: Saisie, personne: str, connu: Associe | None) -> None:
        deja = connu is not None and saisie.prenom == propre(connu.fiche.prenom)
        if personne == MORALE and saisie.prenom and not deja:
            prenom = montrer(saisie.prenom)
            phrase = f"une personne morale n’a pas de prénom ({prenom})\u202f; l’écrire comme représentant."
            saisie.refuser("PERSONNE_CONTRADICTOIRE", phrase, self.colonnes.nom(Champ.PRENOM))
        if personne == PHYSIQUE and not saisie.prenom and Champ.PRENOM in self.colonnes.places:
            saisie.avertir("PRENOM_MANQUANT", "le prénom manque.", self.colonnes.nom(Champ.PRENOM))

    def _verifier_categorie(self, saisie: Saisie, categorie: str, personne: str, deja: bool) -> None:
        """Whether the category takes this kind of person; ``deja``: the register already has them so, only warn."""
        nom = f"la catégorie {categorie} ({self.statuts.categories_par_code[categorie].nom})"
        colonne = self.colonnes.nom(Champ.CATEGORIE)
        contestee = articles_contestes(self.statuts, categorie, personne)
        if not personne_admise(self.statuts, categorie, personne):
            article = self.statuts.article(f"categories.{categorie}.personnes", "categories", defaut="statuts")
            noter = saisie.avertir if deja else saisie.refuser
            noter("PERSONNE_CATEGORIE", f"{nom} n’admet pas de personne {personne}.", colonne, article)
        elif contestee:
            phrase = f"{nom} admet une personne {personne} selon une lecture seulement ({citer(contestee)})."
            saisie.avertir("PERSONNE_CONTESTEE", phrase, colonne, *contestee)

    def _verifier_college(self, saisie: Saisie, categorie: str, personne: str) -> None:
        if not self.statuts.colleges:
            return
        classement = self.classements[categorie, personne]
        if classement.college is None:
            article = self.statuts.article("colleges", defaut=LOI_COLLEGES)
            saisie.avertir("SANS_COLLEGE", f"{classement.raison}.", "", article)
        elif saisie.college and not self._dit(saisie.college, categorie, personne):
            phrase = (
                f"le fichier dit {montrer(saisie.college)}, les statuts donnent le collège {classement.code} "
                f"({classement.college.nom})\u00a0: {classement.raison}. Le collège des statuts est retenu."
            )
            saisie.avertir("COLLEGE_DIFFERENT", phrase, self.colonnes.nom(Champ.COLLEGE))

    def _dit(self, texte: str, categorie: str, personne: str) -> bool:
        """Whether a cell names one of their colleges, or all of them as an export writes them."""
        codes = codes_de(self.statuts, categorie, personne)
        noms = {nom for code in codes for nom in _noms(self.statuts.par_code[code])}
        return cle(texte) in noms or {cle(un) for un in texte.split("+")} == {cle(code) for code in codes}

    def _numero(self, saisie: Saisie) -> int:
        if saisie.numero is not None:
            return saisie.numero
        while self.prochain in self.reserves:
            self.prochain += 1
        self.prochain += 1
        return self.prochain - 1

    def _creer(self, saisie: Saisie) -> tuple[int, tuple[Fait, ...]]:
        """A new associé: who they are, and their parts taken over from the file on their day of entry."""
        numero = self._numero(saisie)
        entree = saisie.entree or self.jour
        fiche = Fiche(
            numero,
            min(entree, self.jour),
            saisie.personne or "",
            saisie.nom,
            saisie.prenom,
            saisie.civilite,
            saisie.domicile,
            saisie.courriel,
            saisie.representant,
            saisie.qualite,
        )
        return numero, (fiche, _mouvement(numero, entree, REPRISE, saisie.parts or 0, saisie.categorie))

    def _modifier(self, saisie: Saisie, connu: Associe) -> tuple[tuple[Changement, ...], tuple[Fait, ...]]:
        """What the row changes. An empty cell changes nothing."""
        fiche, changements = _fiche_modifiee(saisie, connu.fiche, self.jour)
        faits: list[Fait] = [fiche] if changements else []
        if saisie.categorie and saisie.categorie != connu.categorie:
            changements.append(Changement("catégorie", connu.categorie, saisie.categorie))
            nature = str(NatureMouvement.CHANGEMENT_CATEGORIE)
            faits.append(_mouvement(connu.numero, self.jour, nature, 0, saisie.categorie))
        if saisie.parts is not None and saisie.parts != connu.parts:
            changements.append(Changement("nombre de parts", str(connu.parts), str(saisie.parts)))
            ecart = saisie.parts - connu.parts
            faits.append(_mouvement(connu.numero, self.jour, str(NatureMouvement.RECTIFICATION), ecart, ""))
        return tuple(changements), tuple(faits)


def _personnes(registre: Registre, jour: date) -> tuple[Associe, ...]:
    """The register of ``jour``, with those whose only movements are still to come as they will be."""
    etat = registre.au(jour)
    dernier = max((mouvement.jour for mouvement in registre.mouvements), default=jour)
    if dernier <= jour:
        return etat.personnes
    apres = registre.au(dernier).par_numero
    commences = {m.associe for m in registre.mouvements if m.jour <= jour}
    commences |= {m.tiers for m in registre.mouvements if m.jour <= jour and m.tiers is not None}
    return tuple(p if p.numero in commences else apres[p.numero] for p in etat.personnes)


def _mots_des_statuts(statuts: Statuts) -> frozenset[str]:
    textes = [*(f"{c.code} {c.nom}" for c in statuts.categories), *(f"{c.code} {c.nom}" for c in statuts.colleges)]
    return frozenset(mot for texte in textes for mot in cle(texte).split())


def _noms(college: College) -> set[str]:
    """The ways of naming a college, as keys."""
    return {cle(f"{prefixe}{texte}") for prefixe in ("", "college ") for texte in (college.code, college.nom)}


def _ignoree(numero: int, nom: str, code: str, phrase: str) -> LigneApercu:
    issue = avertissement(code, phrase, chemin=chemin(numero))
    return LigneApercu(numero, Sort.IGNORE, nom, issues=(issue,))


def _vide() -> Issue:
    return refus("AUCUNE_LIGNE", "le fichier ne contient aucun associé sous ses en-têtes.")


def _absentes(colonnes: Colonnes, lignes: Iterable[LigneApercu]) -> list[Issue]:
    """Columns that new associés need, and that the file does not have."""
    codes = {issue.code for ligne in lignes for issue in ligne.issues}
    attendues = ((Champ.CATEGORIE, "CATEGORIE_MANQUANTE"), (Champ.PARTS, "PARTS_MANQUANTES"))
    return [
        refus("COLONNE_MANQUANTE", f"aucune colonne «\u00a0{champ.value}\u00a0» pour les nouveaux associés.")
        for champ, code in attendues
        if champ not in colonnes.places and code in codes
    ]


def _sans_reserve(statuts: Statuts, classes: Mapping[tuple[str, str], Classement]) -> set[tuple[str, str | None]]:
    """The categories and kinds of person of which there is nothing to say: admitted, uncontested, in a college."""
    return {
        (categorie, personne)
        for (categorie, personne), classement in classes.items()
        if (classement.college is not None or not statuts.colleges)
        and not articles_contestes(statuts, categorie, personne)
    }


def _detail(statuts: Statuts, code: str, parts: int | None) -> str:
    """``catégorie 2 (Usagers), 5 parts``."""
    categorie = statuts.categories_par_code.get(code)
    nom = f"catégorie {categorie.code} ({categorie.nom})" if categorie else ""
    return ", ".join(texte for texte in (nom, accord(parts, "part") if parts else "") if texte)


def _mouvement(associe: int, jour: date, nature: str, parts: int, categorie: str) -> Mouvement:
    return Mouvement(associe, jour, nature, parts, categorie, None, None, PIECE)


def _fiche_modifiee(saisie: Saisie, connue: Fiche, jour: date) -> tuple[Fiche, list[Changement]]:
    valeurs: dict[str, Any] = {}
    changements: list[Changement] = []
    for champ, attribut, source in _FICHE:
        avant, apres = getattr(connue, attribut), getattr(saisie, source)
        if apres and apres != avant and apres != propre(avant):
            changements.append(Changement(champ, avant, apres))
            valeurs[attribut] = apres
    return (replace(connue, effet=jour, **valeurs) if changements else connue), changements
