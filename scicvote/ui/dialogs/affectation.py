"""The figures of an allocation of the result: reserves are proposed from them, the text is written from them."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication

from scicvote.actes.cooperative import capital_plus_haut
from scicvote.core.affectation import dotations_proposees, lire_montants, texte_affectation
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import euros, lire_exact, nombre, pourcent_court
from scicvote.core.faits import Affectation
from scicvote.ui.session import Session
from scicvote.ui.widgets.champs import ChampMontant

MONTANTS: Final = tuple(f.name for f in fields(Affectation) if f.name not in ("assemblee", "resolution"))
_FACULTATIFS: Final = ("pertes_anterieures", "subventions", "interets")


def _tr(mot: str) -> str:
    return QCoreApplication.translate("affectation", mot)


def derniere(session: Session) -> Affectation | None:
    """The allocation of the latest assembly that was held with one: what it left is what this one begins with."""
    tenues = sorted((ag for ag in session.dossier.assemblees.values() if ag.close), key=lambda ag: ag.jour)
    connues = [ag.tous(Affectation)[-1] for ag in tenues if ag.tous(Affectation)]
    return connues[-1] if connues else None


class ChampsAffectation:
    """Eight amounts in euros. Both reserves follow the others until they are typed over."""

    def __init__(self, session: Session, ag: Assemblee) -> None:
        self.session, self.ag = session, ag
        self.statuts = session.dossier.statuts_au(ag.jour)
        self.plus_haut = capital_plus_haut(session.dossier)
        part = pourcent_court(self.statuts.repartition.reserve_legale)
        aides = {
            "resultat": _tr("Bénéfice de l’exercice, en euros."),
            "pertes_anterieures": _tr("Comblées d’abord."),
            "subventions": _tr("Comprises dans le résultat\u00a0: elles ne se distribuent pas."),
            "reserve_legale_avant": _tr("Au bilan, avant cette affectation."),
            "dotation_legale": _tr("{} du résultat, jusqu’au plus haut capital, {}.").format(
                part, euros(self.plus_haut)
            ),
            "reserve_statutaire_avant": _tr("Au bilan, avant cette affectation."),
            "dotation_statutaire": _tr("Le reste, moins l’intérêt des parts."),
            "interets": _tr("Au plus le taux moyen des obligations."),
        }
        libelles = {
            "resultat": _tr("Résultat"),
            "pertes_anterieures": _tr("Pertes antérieures"),
            "subventions": _tr("Subventions"),
            "reserve_legale_avant": _tr("Réserve légale avant"),
            "dotation_legale": _tr("Dotation à la réserve légale"),
            "reserve_statutaire_avant": _tr("Réserve statutaire avant"),
            "dotation_statutaire": _tr("Dotation à la réserve statutaire"),
            "interets": _tr("Intérêt des parts"),
        }
        self.champs = {nom: ChampMontant(libelles[nom], nom, aides[nom]) for nom in MONTANTS}
        self._proposes = {"dotation_legale": "", "dotation_statutaire": ""}

    def rangs(self) -> tuple[tuple[ChampMontant, ...], ...]:
        """The fields in their rows."""
        c = self.champs
        return (
            (c["resultat"], c["pertes_anterieures"]),
            (c["subventions"], c["interets"]),
            (c["reserve_legale_avant"], c["dotation_legale"]),
            (c["reserve_statutaire_avant"], c["dotation_statutaire"]),
        )

    def poser(self, affectation: Affectation | None) -> None:
        """The figures of an allocation; without one, what the last one left in the reserves."""
        if affectation is not None:
            for nom, champ in self.champs.items():
                champ.poser(getattr(affectation, nom))
            return
        avant = derniere(self.session)
        montants = lire_montants(avant)[0] if avant is not None else None
        if montants is not None:
            self.champs["reserve_legale_avant"].poser(ecrire(montants.reserve_legale_apres))
            self.champs["reserve_statutaire_avant"].poser(ecrire(montants.reserve_statutaire_apres))

    def montrer(self, visible: bool) -> None:
        """Show the fields, or put them away."""
        for champ in self.champs.values():
            champ.setVisible(visible)

    def suivre(self) -> None:
        """Propose both reserves from the other amounts."""
        resultat, pertes = lire_exact(self._texte("resultat")), lire_exact(self._texte("pertes_anterieures"))
        avant, interets = lire_exact(self._texte("reserve_legale_avant")), lire_exact(self._texte("interets"))
        if resultat is None or pertes is None or avant is None or interets is None:
            return
        legale, statutaire = dotations_proposees(resultat, pertes, avant, interets, self.statuts, self.plus_haut)
        self._proposer("dotation_legale", legale)
        saisie = lire_exact(self._texte("dotation_legale"))
        if saisie is not None:  # the balance follows the amount that was typed for the legal reserve
            statutaire = max(Fraction(0), statutaire + legale - saisie)
        self._proposer("dotation_statutaire", statutaire)

    def _proposer(self, nom: str, montant: Fraction) -> None:
        champ = self.champs[nom]
        if champ.texte().strip() in ("", self._proposes[nom].replace(".", ",")):
            self._proposes[nom] = ecrire(montant)
            champ.poser(self._proposes[nom])

    def _texte(self, nom: str) -> str:
        saisi = self.champs[nom].valeur()
        return saisi or ("0" if nom in _FACULTATIFS and not self.champs[nom].texte().strip() else "")

    def lire(self) -> Affectation:
        """The fact, with what was typed; an empty amount that may be empty is nothing."""
        return Affectation(self.ag.numero, 0, **{nom: self._texte(nom) for nom in MONTANTS})

    def texte(self) -> str:
        """The text of the resolution, once every amount is there."""
        montants, _ = lire_montants(self.lire())
        annee = self.ag.convocation.exercice or self.ag.jour.year - 1
        return texte_affectation(montants, annee) if montants is not None else ""


def ecrire(montant: Fraction) -> str:
    """An amount as a field holds it: ``2128`` or ``2128.20``."""
    decimales = 0 if montant.denominator == 1 else 2
    return "".join(nombre(montant, decimales).split()).replace(",", ".")
