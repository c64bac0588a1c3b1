"""Assemblies of plainly fictional people, held through the acts, for the tests of papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from scicvote.actes import cooperative, preparation, proces_verbal, registre, seance, vote
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.faits import Bureau, Convocation, Envoi, Fiche, Mouvement, Pouvoir, Presence, Resolution
from scicvote.core.feuille_presence import feuille_presence
from scicvote.core.papier import Papier, textes
from scicvote.core.proces_verbal import proces_verbal as composer_pv
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Acte, Depot

HORLOGE = datetime(2026, 6, 13, 9, 0)
JOUR = date(2026, 6, 12)
LIEU = "salle des Utopies, 1 rue de l’Exemple, 00100 Fictiville"
NOMS = [
    "Marjolaine",
    "Camomille",
    "Verveine",
    "Marronnier",
    "Fougère",
    "Noisetier",
    "Bruyère",
    "Capucine",
    "Genêt",
    "Églantine",
    "Ajonc",
    "Aubépine",
    "Bleuet",
    "Camarine",
    "Jonquille",
    "Lavande",
    "Myosotis",
    "Pervenche",
    "Sureau",
    "Tilleul",
    "Œillet",
    "Mélisse",
    "Cerfeuil",
    "Bourrache",
    "Coquelicot",
    "Houx",
    "Sorbier",
    "Thym",
    "Ancolie",
    "Amarante",
]
PRENOMS = ["Inès", "Sacha", "Tom", "Alix", "Malo", "Ève", "Noémie", "Rose", "Paul", "Maud"]
CATEGORIES = ("1", "5", "2", "3", "M")  # M: a legal person, category 2


def a(heure: int, minute: int = 0, jour: date = JOUR) -> datetime:
    """An hour of the day of the assembly."""
    return datetime(jour.year, jour.month, jour.day, heure, minute)


def mains(pour: int, contre: int = 0, abstention: int = 0, blanc: int = 0) -> ComptageCorps:
    return ComptageCorps(pour, contre, abstention, blanc)


@dataclass
class Scene:
    """A cooperative under the Cliss XXI statutes and its assembly of 12 June 2026."""

    depot: Depot
    ag: int = 0

    @classmethod
    def creer(cls, chemin: Path, associes: int, texte: str = "") -> Scene:
        texte = texte or texte_fourni("cliss-xxi")
        depot, acte = cooperative.creer(chemin / "fiction.scic", texte, lambda: HORLOGE)
        scene = cls(depot)
        scene.faire(acte)
        siege = "2 rue du Conte, 00100 Fictiville"
        scene.faire(cooperative.identifier(depot, date(2026, 1, 1), siege, "RCS Fictiville 000 000 000", "10000"))
        faits = tuple(fait for rang in range(1, associes + 1) for fait in scene.personne(rang))
        if faits:
            scene.faire(registre.importer_faits(depot, "essai", faits, (), f"{associes} associés"))
        if associes:
            scene.faire(cooperative.commencer_mandat(depot, 1, date(2026, 1, 1), date(2026, 12, 31)))
        return scene

    @property
    def assemblee(self) -> Assemblee:
        return self.depot.dossier.assemblees[self.ag]

    @property
    def contexte(self) -> Contexte:
        return Contexte(self.depot.dossier, self.assemblee)

    def faire(self, *actes: Acte) -> Acte:
        for acte in actes:
            assert acte.accepte, [issue.ligne() for issue in acte.refus]
        return actes[-1]

    # --- people

    def personne(self, rang: int, jour: date = date(2020, 1, 1)) -> tuple[Fiche, Mouvement]:
        """The identity and the first movement of the person numbered ``rang``."""
        categorie = CATEGORIES[(rang - 1) % 5]
        nom, prenom = NOMS[(rang - 1) % 30], PRENOMS[(rang - 1) % 10]
        civilite = "M." if rang % 2 == 0 else "Mme"
        if categorie == "M":
            qui = ("morale", f"Atelier {nom}", "", "", f"{prenom} {nom}", "gérant de l’atelier")
        else:
            qui = ("physique", nom if rang <= 30 else f"{nom}-{rang}", prenom, civilite, "", "")
        personne, nom, prenom, civilite, representant, qualite = qui
        domicile = f"{rang} allée des Fables, 00100 Fictiville"
        fiche = Fiche(rang, jour, personne, nom, prenom, civilite, domicile, "", representant, qualite)
        mouvement = Mouvement(
            rang, jour, "reprise", 5 + rang % 3, "2" if categorie == "M" else categorie, None, None, ""
        )
        return fiche, mouvement

    def inscrire(self, rang: int, jour: date) -> None:
        fiche, mouvement = self.personne(rang, jour)
        self.faire(registre.inscrire(self.depot, fiche, (mouvement,)))

    def inscrire_candidat(self) -> None:
        """A person of category 2 who asks to be admitted, and is not an associé yet."""
        numero = self.depot.dossier.registre.prochain_numero
        fiche = Fiche(0, date(2026, 5, 1), "physique", "Candide", "Zoé", "Mme", "9 rue du Vœu", "", "", "")
        demande = Mouvement(numero, date(2026, 5, 1), "candidature", 0, "2", None, None, "lettre")
        self.faire(registre.inscrire(self.depot, fiche, (demande,)))

    def nom(self, associe: int) -> str:
        return self.depot.dossier.nom(associe)

    # --- before the sitting

    def preparer(self, **champs: Any) -> None:
        valeurs: dict[str, Any] = {
            "assemblee": 0, "nature": "ordinaire", "heure": a(18), "lieu": LIEU, "par_college": False, "motif_vote": "",
            "college": "", "consultation": 1, "suite_de": None, "exercice": 2025, "convoquee_par": "la gérance", **champs,
        }  # fmt: skip
        acte = self.faire(preparation.preparer(self.depot, Convocation(**valeurs)))
        self.ag = next(f.assemblee for f in acte.faits if isinstance(f, Convocation))

    def resolution(self, titre: str, **champs: Any) -> int:
        valeurs: dict[str, Any] = {
            "texte": f"L’assemblée se prononce sur ce point{chr(160)}: {titre}.", "regle": "ordinaire", "objet": "autre", "sieges": 0,
            "concerne": None, "college": "", "origine": None, "hors_ordre": False, **champs,
        }  # fmt: skip
        acte = self.faire(
            preparation.inscrire_resolution(self.depot, Resolution(0, self.ag, 0, titre=titre, **valeurs))
        )
        return next(f.resolution for f in acte.faits if isinstance(f, Resolution))

    def convoquer(self, envoi: date = date(2026, 5, 27), mode: str = "lettre recommandée") -> None:
        liste = self.assemblee.jour - timedelta(days=16)
        self.faire(preparation.arreter_liste(self.depot, self.ag, liste, "la gérance"))
        self.faire(preparation.envoyer(self.depot, Envoi(self.ag, envoi, "convocation", mode, (), None)))
        pieces = ("comptes de 2025", "rapport de gestion")
        self.faire(preparation.envoyer(self.depot, Envoi(self.ag, envoi, "documents", mode, pieces, None)))

    # --- the sitting

    def arriver(self, associes: Iterable[int], heure: datetime | None = None) -> None:
        for associe in associes:
            fiche = self.depot.dossier.registre.au(self.assemblee.jour).par_numero[associe].fiche
            piece = "délibération du 2 mai" if fiche.personne == "morale" else ""
            quand = heure or self.assemblee.convocation.heure - timedelta(minutes=15)
            presence = Presence(self.ag, associe, quand, "arrivee", fiche.representant, piece)
            self.faire(seance.emarger(self.depot, presence))

    def pouvoir(self, mandant: int, mandataire: int | None, decision: str = "", conjoint: str = "") -> None:
        heure = a(9, 30, self.assemblee.jour - timedelta(days=2))
        fait = Pouvoir(0, self.ag, mandant, mandataire, conjoint, bool(conjoint), heure, decision)
        self.faire(seance.donner_pouvoir(self.depot, fait))

    def ouvrir(self, scrutateurs: tuple[int, ...] = (), president: int = 1, motif: str = "") -> None:
        heure = self.assemblee.convocation.heure + timedelta(minutes=5)
        bureau = Bureau(self.ag, heure, president, "Camille Scribe", scrutateurs, motif)
        self.faire(seance.constituer_bureau(self.depot, bureau), seance.ouvrir_seance(self.depot, self.ag, heure))

    def voter(
        self, resolution: int, comptage: Mapping[str, ComptageCorps], heure: datetime, mode: str = "main_levee",
        objet: str = "resolution",
    ) -> None:  # fmt: skip
        heures = (heure, heure + timedelta(minutes=2), heure + timedelta(minutes=3))
        self.faire(*vote.voter(self.depot, self.ag, resolution, mode, comptage, heures, None, objet))

    def clore(self, heure: datetime | None = None) -> None:
        self.faire(seance.clore_seance(self.depot, self.ag, heure or a(20, 45, self.assemblee.jour)))

    def dresser(self, jour: date = date(2026, 6, 15)) -> None:
        self.faire(proces_verbal.dresser(self.depot, self.ag, jour))

    def signer(self, numero: int, jour: date = date(2026, 6, 16)) -> None:
        self.faire(proces_verbal.signer(self.depot, self.ag, numero, jour, (self.nom(1),)))

    # --- papers

    def pv(self, numero: int | None = None) -> Papier:
        return composer_pv(self.depot.dossier, self.assemblee, numero)

    def feuille(self) -> Papier:
        return feuille_presence(self.depot.dossier, self.assemblee)


def dit(papier: Papier) -> str:
    """All the text of a paper, one line per piece, no-break spaces as plain ones."""
    return "\n".join(textes(papier)).replace("\u00a0", " ").replace("\u202f", " ")


def ordinaire(chemin: Path, associes: int, presents: int, *, par_college: bool = False) -> Scene:
    """An annual assembly of one resolution, opened and not yet voted."""
    scene = Scene.creer(chemin, associes)
    scene.preparer(par_college=par_college)
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.convoquer()
    scene.arriver(range(1, presents + 1))
    scene.ouvrir(tuple(n for n in (2, 3) if n <= presents))
    return scene
