"""Proxy forms, filled but for the holder: one page per associé (statuts 23, 26; C. com. L223-28)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scicvote.core import lettre_rappels as rappels
from scicvote.core.article import regle
from scicvote.core.courrier import Courrier, nom_adresse
from scicvote.core.exact import INSECABLE, accord
from scicvote.core.faits import Fiche
from scicvote.core.francais import accorder, enumerer, guillemets
from scicvote.core.papier import (
    Bloc,
    CaseSignature,
    Ensemble,
    Papier,
    Signatures,
    Style,
    Texte,
    Titre,
    gras,
    liste,
    paragraphe,
)
from scicvote.core.statuts import MORALE

_LIGNE, _COURTE = "…" * 40, "…" * 12


@regle("statuts", "23", "26")
@regle("C. com.", "L223-28")
def formulaires_pouvoir(courrier: Courrier) -> Iterator[Papier]:
    """The forms of all those who are convened, in the order of the letters; each is composed when it is asked for."""
    modele = courrier.contexte.papier("Pouvoir", (), mention=courrier.mention)
    regles = tuple(_regles(courrier))
    return (
        replace(modele, blocs=(*_pouvoir(courrier, n), *regles), signet=courrier.contexte.nom(n))
        for n in courrier.destinataires
    )


def _pouvoir(courrier: Courrier, associe: int) -> Iterator[Bloc]:
    """Who gives, for which assembly, the blank for the holder's name, room to sign."""
    fiche, ag = courrier.fiches[associe], courrier.contexte.ag
    yield paragraphe(*donneur(fiche), f", {titres(courrier, associe)},")
    yield paragraphe(f"donne pouvoir à (nom et prénom){INSECABLE}:")
    yield paragraphe(_LIGNE)
    yield paragraphe(
        f"pour {'la' if fiche.personne == MORALE else 'me'} représenter à l’{courrier.reunion} qui se tiendra le ",
        gras(courrier.quand),
        f", {ag.convocation.lieu}, prendre part aux délibérations et voter sur les questions à l’ordre du jour.",
    )
    codes = courrier.colleges[associe] if courrier.contexte.par_college else ()
    if len(codes) > 1:
        cases = (f"☐ {courrier.contexte.libelle_corps(code)}" for code in codes)
        yield paragraphe(f"dans mes collèges (tous si rien n’est coché){INSECABLE}: {f'{INSECABLE}; '.join(cases)}.")
    yield Ensemble(
        (
            paragraphe(f"Fait à {_COURTE}, le {_COURTE}"),
            Signatures(
                (
                    CaseSignature(signataire(fiche), f"Signature, après la mention {guillemets('Bon pour pouvoir')}"),
                    CaseSignature("", f"La personne qui reçoit le pouvoir, {guillemets('Bon pour acceptation')}"),
                )
            ),
        )
    )


def donneur(fiche: Fiche) -> tuple[str | Texte, ...]:
    """How a form begins: who signs it, and where they live."""
    if fiche.personne != MORALE:
        demeurant = f", demeurant {fiche.domicile}" if fiche.domicile else ""
        return f"Je {accorder(fiche.civilite, 'soussigné', 'soussignée')} ", gras(nom_adresse(fiche)), demeurant
    siege = f", ayant son siège {fiche.domicile}" if fiche.domicile else ""
    return gras(fiche.nom), f"{siege}, représentée par {signataire(fiche) or _COURTE}"


def signataire(fiche: Fiche) -> str:
    """Who signs: the person, or the one who represents a legal person; ``""`` where nobody is known."""
    if fiche.personne != MORALE:
        return nom_adresse(fiche)
    return ", ".join(filter(None, (fiche.representant, fiche.qualite_representant if fiche.representant else "")))


def titres(courrier: Courrier, associe: int) -> str:
    """``associée de Cliss XXI, 12 parts, 1 voix dans le collège PP``."""
    contexte, ligne, fiche = courrier.contexte, courrier.lignes[associe], courrier.fiches[associe]
    qualite = "associée" if fiche.personne == MORALE else accorder(fiche.civilite, "associé", "associée")
    codes = courrier.colleges[associe] if contexte.par_college else ()
    college = f" dans le collège {codes[0]}" if codes else ""
    if len(codes) > 1:
        college = f" dans chacun des collèges {enumerer(codes)}"
    voix = accord(ligne.voix, "voix", "voix")
    return f"{qualite} de {contexte.statuts.denomination}, {accord(ligne.parts, 'part')}, {voix}{college}"


def _regles(courrier: Courrier) -> Iterator[Bloc]:
    """The rules that the letter says, once more where one signs."""
    yield Titre(2, "À savoir")
    yield liste(*rappels.pouvoirs(courrier))
    yield paragraphe(
        "La personne qui reçoit le pouvoir le remet signé à l’accueil\u00a0; il est annexé à la feuille de présence "
        f"({courrier.contexte.citer('presence')}).",
        style=Style.NOTE,
    )
