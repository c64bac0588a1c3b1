"""The assemblies as a table, the latest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.assemblee import ABREGES, NATURES, Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.ui.etapes import etape_en_cours, etapes, mot_etape
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege

_COMPTES = {
    "adoptee": ("adoptée", "adoptées"),
    "rejetee": ("rejetée", "rejetées"),
    "sans_quorum": ("sans quorum", "sans quorum"),
    "elus": ("élection acquise", "élections acquises"),
    "second_tour": ("second tour", "seconds tours"),
    "ballottage": ("ballottage", "ballottages"),
    "portee": ("vote porté", "votes portés"),
    "retiree": ("retirée", "retirées"),
    "": ("à voter", "à voter"),
}


def nature(assemblee: Assemblee) -> str:
    """``Assemblée générale ordinaire annuelle``, with the college of a college's own."""
    convocation = assemblee.convocation
    return f"{NATURES[convocation.nature]} {convocation.college}".strip()


def nom_abrege(assemblee: Assemblee) -> str:
    """``AG ordinaire``, ``Assemblée du collège PM``."""
    convocation = assemblee.convocation
    return f"{ABREGES[convocation.nature]} {convocation.college}".strip()


def bilan(assemblee: Assemblee) -> str:
    """``8 adoptées, 1 rejetée``; without any vote, the length of the agenda."""
    decisions = Counter(assemblee.decision(r.resolution) for r in assemblee.resolutions)
    if set(decisions) <= {""}:
        return _tr("{} à l’ordre du jour").format(accord(len(assemblee.resolutions), "résolution"))
    return ", ".join(accord(decisions[cle], *mots) for cle, mots in _COMPTES.items() if decisions[cle])


def etat_proces_verbal(assemblee: Assemblee) -> Etat:
    """Signed, numbered, or not yet; and before that, how far the assembly is."""
    pv = assemblee.dernier(ProcesVerbal)
    if pv is not None:
        numero = f"{pv.registre} n°{INSECABLE}{pv.numero}".strip()
        if any(s.numero == pv.numero and s.registre == pv.registre for s in assemblee.tous(Signature)):
            return Etat("signature", _tr("{}, signé").format(numero), "bon")
        return Etat("file-pen", _tr("{}, à signer").format(numero), "alerte")
    if assemblee.close:
        return Etat("file-text", _tr("À établir"), "alerte")
    if assemblee.ouverte:
        return Etat("play", _tr("Séance ouverte"), "accent")
    return Etat("calendar", _tr("En préparation"), "accent")


def etat_etape(assemblee: Assemblee) -> Etat:
    """The step where work goes on; over once the minutes are signed."""
    if all(etape.faite for etape in etapes(assemblee)):
        return Etat("check", _tr("Terminée"), "bon")
    return Etat("arrow-right", mot_etape(etape_en_cours(assemblee)), "accent")


def par_date(assemblees: Iterable[Assemblee]) -> tuple[Assemblee, ...]:
    """The latest assembly first."""
    return tuple(sorted(assemblees, key=lambda ag: (ag.convocation.heure, ag.numero), reverse=True))


def _tr(texte: str) -> str:
    return QCoreApplication.translate("AssembleesModel", texte)


class AssembleesModel(ModeleTable[Assemblee]):
    """Date, kind, how it votes, decisions, next step, minutes; ``abrege`` leaves out what a small card has no room for."""

    def __init__(self, parent: QObject | None = None, abrege: bool = False) -> None:
        colonnes = (
            Colonne[Assemblee]("date", _tr("Date"), _jour, lambda ag: ag.convocation.heure, 136),
            Colonne[Assemblee]("nature", _tr("Assemblée"), nom_abrege if abrege else nature, fort=True, part=3),
            Colonne[Assemblee]("vote", _tr("Vote"), _vote, largeur=128),
            Colonne[Assemblee]("bilan", _tr("Résolutions"), bilan, part=2, largeur=248 if abrege else 0),
            Colonne[Assemblee](
                "etape", _tr("Prochaine étape"), lambda ag: etat_etape(ag).mot, largeur=160, etat=etat_etape
            ),
            Colonne[Assemblee](
                "pv", _tr("Procès-verbal"), lambda ag: etat_proces_verbal(ag).mot, largeur=176, etat=etat_proces_verbal
            ),
        )
        gardees = tuple(colonne for colonne in colonnes if not abrege or colonne.nom not in ("vote", "etape"))
        super().__init__(gardees, lambda ag: ag.numero, parent=parent)

    def montrer(self, dossier: Dossier) -> None:
        """Show every assembly of the file."""
        self.remplacer(par_date(dossier.assemblees.values()))


def _jour(assemblee: Assemblee) -> str:
    return jour_abrege(assemblee.jour)


def _vote(assemblee: Assemblee) -> str:
    return _tr("Par collège") if assemblee.convocation.par_college else _tr("Par tête")
