"""The fields of an editable letter: their names, what takes their place, those that a notice cannot do without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from scicvote.core.article import regle
from scicvote.core.courrier import Courrier
from scicvote.core.entete import entete
from scicvote.core.lettre_convocation import Lettre
from scicvote.core.papier import Bloc, Papier, Style, Titre, gras, paragraphe


@dataclass(frozen=True, slots=True)
class Champ:
    """A field: what takes its place, in French; whether that is whole paragraphs; whether every notice needs it."""

    sens: str
    bloc: bool = False
    requis: bool = False


CHAMPS: Final[Mapping[str, Champ]] = {
    "entete": Champ("l’en-tête de la coopérative", bloc=True),
    "denomination": Champ("le nom de la coopérative"),
    "destinataire": Champ("le nom du destinataire", requis=True),
    "adresse": Champ("son adresse, et qui représente une personne morale", requis=True),
    "envoi": Champ("le mode d’envoi, avec son article"),
    "lieu_date": Champ("le lieu et la date de la lettre"),
    "salutation": Champ("Madame, Monsieur, selon le destinataire"),
    "invitation": Champ("la phrase qui convoque, avec la date, l’heure et le lieu", bloc=True),
    "assemblee": Champ("la nature de l’assemblée, dans une phrase"),
    "titre_assemblee": Champ("la nature et le jour de l’assemblée, comme un titre"),
    "convoquee_par": Champ("qui convoque"),
    "date": Champ("le jour et l’heure de l’assemblée", requis=True),
    "lieu": Champ("le lieu de l’assemblée", requis=True),
    "ordre_du_jour": Champ("l’ordre du jour", bloc=True, requis=True),
    "seconde_consultation": Champ("pourquoi une seconde consultation, sous son titre", bloc=True),
    "resolutions": Champ("le texte des résolutions et leurs majorités", bloc=True, requis=True),
    "rappel_colleges": Champ("comment on vote et le rappel des collèges, sous son titre", bloc=True, requis=True),
    "pouvoirs": Champ("comment se faire représenter, sous son titre", bloc=True, requis=True),
    "documents": Champ("les documents joints et où les consulter, sous son titre", bloc=True),
    "questions_ecrites": Champ("le droit aux questions écrites, sous son titre", bloc=True),
    "signature": Champ("qui signe", bloc=True),
}
Valeur = str | tuple[Bloc, ...]


@regle("statuts", "21-2", "21-3", "23", "25-1", "28")
@regle("C. com.", "L223-26", "L223-29", "R223-18", "R223-20")
def requis(courrier: Courrier) -> tuple[str, ...]:
    """The fields that the notice of this assembly cannot do without, in their order."""
    convocation = courrier.contexte.ag.convocation
    voulus = {nom for nom, champ in CHAMPS.items() if champ.requis}
    if convocation.consultation == 2:
        voulus.add("seconde_consultation")
    if convocation.exercice is not None:
        voulus |= {"documents", "questions_ecrites"}
    return tuple(nom for nom in CHAMPS if nom in voulus)


class Valeurs:
    """What takes the place of each field in the letters of one mailing; what they share is worked out once."""

    def __init__(self, courrier: Courrier) -> None:
        self.lettre, self.courrier = Lettre(courrier), courrier
        contexte = courrier.contexte
        self.communes: dict[str, Valeur] = {
            "entete": tuple(paragraphe(mots) for mots in entete(contexte.dossier, courrier.jour)),
            "denomination": contexte.statuts.denomination,
            "envoi": courrier.mode,
            "lieu_date": courrier.lieu_date,
            "assemblee": courrier.reunion,
            "titre_assemblee": contexte.ag.titre,
            "convoquee_par": contexte.ag.convocation.convoquee_par,
            "date": courrier.quand,
            "lieu": contexte.ag.convocation.lieu,
            "ordre_du_jour": (self.lettre.ordre_du_jour,),
            "seconde_consultation": self.lettre.seconde,
            "resolutions": self.lettre.textes,
            "pouvoirs": self.lettre.pouvoirs,
            "documents": self.lettre.documents,
            "questions_ecrites": self.lettre.questions,
            "signature": self.lettre.signature,
        }

    def pour(self, associe: int) -> dict[str, Valeur]:
        """The fields of one letter."""
        nom, _, adresse = self.courrier.adresse(associe).partition("\n")
        return {
            **self.communes,
            "destinataire": nom,
            "adresse": adresse,
            "salutation": self.courrier.salutation(associe),
            "invitation": (self.lettre.invitation(associe),),
            "rappel_colleges": self.lettre.vote(self.courrier.colleges[associe]),
        }


def modele_convocation(courrier: Courrier) -> Papier:
    """The letter as it is, with a field in place of all that an assembly or an addressee changes."""
    return Papier(
        titre="Convocation",
        auteur=courrier.contexte.statuts.denomination,
        sous_titre="{titre_assemblee}",
        entete=("{entete}",),
        avant=(
            paragraphe("{destinataire}\n{adresse}", style=Style.ADRESSE),
            paragraphe(gras("{envoi}")),
            paragraphe("{lieu_date}", style=Style.DROITE),
        ),
        blocs=(
            paragraphe("{salutation}"),
            paragraphe(
                "Nous vous invitons à l’{assemblee}, convoquée par {convoquee_par}, qui se tiendra le ",
                gras("{date}"),
                ", {lieu}.",
            ),
            Titre(1, "Ordre du jour"),
            paragraphe("{ordre_du_jour}"),
            paragraphe("{seconde_consultation}"),
            Titre(1, "Texte des résolutions"),
            *(paragraphe(f"{{{nom}}}") for nom in ("resolutions", "rappel_colleges", "pouvoirs", "documents")),
            paragraphe("{questions_ecrites}"),
            paragraphe("Veuillez agréer, {salutation} nos salutations coopératives."),
            paragraphe("{signature}"),
        ),
        pied=f"Convocation, {courrier.contexte.statuts.denomination}",
    )
