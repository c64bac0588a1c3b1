"""What an act wrote, in plain French: one line per fact, its fields by their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final

from scicvote.core.assemblee import NATURES
from scicvote.core.dossier import Dossier
from scicvote.core.etapes import LIBELLES
from scicvote.core.faits import ChoixFormulaire, Compte, CorrespondanceScrutin, Fait, VoixCandidat
from scicvote.core.francais import enumerer
from scicvote.core.pv_regles import nom_regle
from scicvote.core.pv_secret import taire
from scicvote.core.registre import LIBELLES as MOUVEMENTS
from scicvote.ui.textes import heure, jour

NOMS: Final = {
    "version_statuts": "Version des statuts",
    "identite": "Siège et capital",
    "entete": "En-tête des papiers",
    "capitaux_propres": "Capitaux propres",
    "reprise_registre": "Reprise d’un registre",
    "mandat": "Mandat",
    "fin_mandat": "Fin de mandat",
    "fiche": "Fiche",
    "mouvement": "Mouvement",
    "etat_colleges": "État des collèges",
    "president_college": "Présidence de collège",
    "demande_college": "Nouveau collège demandé",
    "suite_notee": "Suite d’un vote notée",
    "demande_assemblee": "Assemblée demandée",
    "assemblee_demandee": "Réponse à une demande",
    "convocation": "Convocation",
    "resolution": "Résolution",
    "affectation": "Affectation du résultat",
    "candidature": "Candidature",
    "liste_arretee": "Liste arrêtée",
    "ligne_liste": "Ligne de la liste",
    "envoi": "Envoi",
    "question_ecrite": "Question écrite",
    "reponse_question": "Réponse à une question",
    "presence": "Présence",
    "excuse": "Excuse",
    "pouvoir": "Pouvoir",
    "fin_pouvoir": "Fin de pouvoir",
    "pouvoir_blanc": "Pouvoir sans nom",
    "portee_pouvoir": "Collèges d’un pouvoir",
    "formulaire_vote": "Vote par correspondance",
    "choix_formulaire": "Choix d’un vote par correspondance",
    "fin_formulaire": "Vote par correspondance écarté",
    "correspondance_scrutin": "Votes par correspondance du scrutin",
    "invite": "Invité",
    "bureau": "Bureau",
    "ouverture": "Ouverture de la séance",
    "suspension": "Suspension ou reprise",
    "document_depose": "Document déposé",
    "amendement": "Amendement",
    "retrait_resolution": "Résolution retirée",
    "debat": "Débats",
    "incident": "Incident",
    "deport": "Retrait d’un vote",
    "scrutin": "Scrutin ouvert",
    "urne": "Urne scellée",
    "electeur": "Vote attendu",
    "emargement_isoloir": "Vote déposé",
    "scrutin_nul": "Scrutin déclaré nul",
    "accord_total": "Décompte tu",
    "corps_scrutin": "Corps du scrutin",
    "depouillement": "Dépouillement",
    "compte": "Compte",
    "voix_candidat": "Voix d’un candidat",
    "proclamation": "Proclamation",
    "cloture": "Clôture de la séance",
    "proces_verbal": "Procès-verbal",
    "signature": "Signature",
    "piece_conservee": "PDF conservé",
    "export_college": "Paquet remis à un collège",
    "renonciation_export": "Paquet abandonné",
    "retour_college": "Retour d’un collège",
    "compte_retour": "Compte d’un retour",
    "voix_retour": "Voix d’un candidat, d’un retour",
    "college_silencieux": "Attestation de silence",
    "mission_college": "Paquet du collège",
    "retour_prepare": "Retour signé",
    "annulation": "Annulation",
}
# Fields that say the same as another one, or hold what is shown elsewhere.
_TUS: Final = frozenset(
    {
        "texte",
        "resultat",
        "empreinte",
        "taille",
        "question",
        "demande",
        "pouvoir",
        "scrutin",
        "cle",
        "cle_publique",
    }
)
_PERSONNES: Final = frozenset(
    {
        "associe",
        "tiers",
        "candidat",
        "concerne",
        "demandeur",
        "destinataire",
        "mandant",
        "mandataire",
        "porteur",
        "president",
        "suppleant",
    }
)
_CHAMPS: Final = {
    "effet": "depuis le", "siege": "siège", "rcs": "RCS", "capital_plus_haut": "plus haut capital", "debut": "du", "fin": "au",
    "prenom": "prénom", "civilite": "civilité", "representant": "représentant", "qualite_representant": "qualité",
    "categorie": "catégorie", "piece": "pièce", "etat": "état", "suppleant": "suppléant", "college": "collège",
    "par_college": "par collège", "motif_vote": "motif", "suite_de": "suite de l’assemblée", "convoquee_par": "convoquée par",
    "numero": "n°", "regle": "règle", "sieges": "sièges", "hors_ordre": "hors de l’ordre du jour", "assemblee": "assemblée",
    "resolution": "résolution", "presente_par": "présenté par", "arretee_par": "arrêtée par", "pieces": "pièces", "recue": "reçue le",
    "lien_conjoint": "conjoint du mandant", "decision": "décision", "qualite": "qualité", "secretaire": "secrétaire",
    "motif_president": "motif de la présidence", "associe": "associé", "president": "président", "presents": "présents",
    "representes": "représentés", "retires": "retirés", "contradictoire": "saisie contradictoire", "acte": "acte annulé",
    "recu": "reçu le", "colleges": "collèges",
    "telephone": "téléphone", "hypotheses": "hypothèses", "premier_numero": "premier numéro", "premiere_page": "première page", "jour": "date",
    "porteur": "voté par", "venu": "venu voter", "emarges": "votes émargés",
}  # fmt: skip


def lire_faits(dossier: Dossier, numero: int) -> tuple[tuple[str, str], ...]:
    """What an act wrote: (name, details) pairs. The counts of a secret ballot that would speak are left out."""
    return tuple(_dire(dossier, fait) for fait in dossier.faits_de(numero))


def _dire(dossier: Dossier, fait: Fait) -> tuple[str, str]:
    nom = NOMS.get(fait.TABLE, fait.TABLE.replace("_", " ").capitalize())
    if isinstance(fait, ChoixFormulaire):
        return nom, "non montré\u00a0: ce que quelqu’un a voté n’est dit nulle part"
    if isinstance(fait, Compte | VoixCandidat | CorrespondanceScrutin) and _secret(dossier, fait):
        return nom, "non montré\u00a0: scrutin secret, le décompte dirait qui a voté quoi"
    return nom, " · ".join(_champs(dossier, fait))


def _secret(dossier: Dossier, fait: Compte | VoixCandidat | CorrespondanceScrutin) -> bool:
    ag = dossier.assemblee(fait.assemblee)
    votes = ag.votes if ag is not None else ()
    return any(vote.scrutin.scrutin == fait.scrutin and taire(vote) for vote in votes)


def _champs(dossier: Dossier, fait: Fait) -> Iterator[str]:
    for champ in fields(fait):  # type: ignore[arg-type]
        valeur = getattr(fait, champ.name)
        if champ.name in _TUS or valeur is None or valeur in ("", ()):
            continue
        dite = _valeur(dossier, champ.name, valeur, fait)
        if dite:
            yield f"{_CHAMPS.get(champ.name, champ.name.replace('_', ' '))}\u00a0: {dite}"


def _valeur(dossier: Dossier, nom: str, valeur: Any, fait: Fait) -> str:
    if isinstance(valeur, bool):
        return "oui" if valeur else ""
    if isinstance(valeur, datetime):
        return f"{jour(valeur.date())}, {heure(valeur)}"
    if isinstance(valeur, date):
        return jour(valeur)
    if nom in _PERSONNES:
        return dossier.nom(valeur)
    if isinstance(valeur, tuple):
        return enumerer([dossier.nom(v) if isinstance(v, int) else str(v) for v in valeur])
    if nom == "assemblee":
        ag = dossier.assemblee(valeur)
        return ag.titre_court if ag is not None else str(valeur)
    if nom == "resolution" and fait.TABLE != "resolution":
        return _resolution(dossier, fait, valeur)
    return _mot(nom, str(valeur), fait)


def _resolution(dossier: Dossier, fait: Fait, numero: int) -> str:
    ag = dossier.assemblee(getattr(fait, "assemblee", 0))
    point = ag.resolution_par_numero.get(numero) if ag is not None else None
    return f"{point.numero}, {point.titre}" if point is not None else str(numero)


def _mot(nom: str, valeur: str, fait: Fait) -> str:
    """Words of the file as people say them."""
    if nom == "nature":
        return (
            {**NATURES, **MOUVEMENTS}.get(valeur, valeur)
            if fait.TABLE != "mouvement"
            else MOUVEMENTS.get(valeur, valeur)
        )
    if nom == "regle":
        return nom_regle(valeur)
    if nom == "decision":
        return LIBELLES.get(valeur, valeur)
    mots = {
        "arrivee": "arrivée",
        "depart": "départ",
        "main_levee": "main levée",
        "secret_papier": "bulletin secret",
        "secret_isoloir": "bulletin secret à l’isoloir",
        "*": "tous",
    }
    return mots.get(valeur, valeur.replace("_", " ") if nom in ("objet", "etat", "mode", "sens") else valeur)
