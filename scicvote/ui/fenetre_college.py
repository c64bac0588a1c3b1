"""The window on a college's own file: its assembly alone, and what a ``.scicollege`` file opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from scicvote.core.faits_college import MissionCollege
    from scicvote.ui.main_window import MainWindow

# The entries of the navigation that a college's file has; the first one leads to its assembly.
_ENTREES: Final = frozenset({"assemblees", "registres", "journal"})
_AILLEURS: Final = frozenset({"resultats", "registres", "journal", "creation"})


def _tr(texte: str) -> str:
    return QCoreApplication.translate("FenetreCollege", texte)


class FenetreCollege:
    """Asks the window; it holds nothing of its own."""

    def __init__(self, fenetre: MainWindow) -> None:
        self._fenetre = fenetre

    @property
    def mission(self) -> MissionCollege | None:
        """What the open file was made from, where it is a college's."""
        session = self._fenetre.session
        if not session.ouverte:
            return None
        from scicvote.core.mission import college_du_fichier

        return college_du_fichier(session.dossier)

    def page(self, cle: str) -> str:
        """The page to show in place of one that is out of a college's scope; none for the return of another file."""
        from scicvote.ui.etapes import EN_COLLEGE, etape_en_cours

        mission = self.mission
        if mission is None:
            return "" if cle == "retour" else cle
        session = self._fenetre.session
        if session.ag is None:
            session.choisir_assemblee(mission.assemblee)
        if cle in _AILLEURS or cle in EN_COLLEGE or session.ag is None:
            return cle
        return etape_en_cours(session.ag)

    def cadrer(self) -> None:
        """The frame says whose file it is: the cooperative's, or one college's for one assembly."""
        fenetre, mission = self._fenetre, self.mission
        nom, fichier = fenetre.session.statuts().denomination, fenetre.session.chemin.name
        titre = nom
        if mission is not None:
            ag = fenetre.session.dossier.assemblees[mission.assemblee]
            from scicvote.core.francais import date_longue

            nom = _tr("Collège {}").format(mission.college)
            fichier = _tr("le {}").format(date_longue(ag.jour))
            titre = f"{nom} — {_tr('assemblée du {}').format(date_longue(ag.jour))}"
        fenetre.navigation.limiter(None if mission is None else _ENTREES)
        fenetre.navigation.nommer(nom, fichier)
        fenetre.setWindowTitle(f"{titre} – SCICVote")

    # --- opening

    def ouvrir(self, chemin: Path) -> bool:
        """Open a package as the college's own file, or a return in the cooperative's."""
        from scicvote.exchange.college import FORMAT_RETOUR, format_de, lire_fichier

        octets, issues = lire_fichier(chemin)
        if octets is None:
            self._fenetre.dire_erreur(issues[0].phrase)
            return False
        if format_de(octets) == FORMAT_RETOUR:
            return self._importer(chemin)
        return self._ouvrir_paquet(chemin)

    def _ouvrir_paquet(self, chemin: Path) -> bool:
        from scicvote.actes.travail_college import ouvrir_paquet

        ouverture = ouvrir_paquet(chemin)
        if ouverture.chemin is None:
            self._fenetre.dire_erreur(ouverture.issues[0].phrase)
            return False
        if not self._fenetre.ouvrir(ouverture.chemin):
            return False
        self.dire_mots(chemin, ouverture.reprise)
        return True

    def dire_mots(self, chemin: Path, reprise: bool) -> None:
        """The eight words of the package, to be compared with the sheet that came with it."""
        from scicvote.scelles.mots import mots

        mission = self.mission
        if mission is not None:
            debut = _tr("Travail repris.") if reprise else _tr("Paquet ouvert\u00a0: {}.").format(chemin.name)
            huit = " ".join(mots(mission.empreinte))
            self._fenetre.banniere.dire(
                f"{debut} {_tr('Huit mots à comparer avec la feuille remise')}\u00a0: {huit}.", "accent"
            )

    def _importer(self, chemin: Path) -> bool:
        fenetre = self._fenetre
        if not fenetre.session.ouverte or self.mission is not None:
            fenetre.dire_erreur(
                _tr(
                    "Ce fichier est le retour d’un collège\u00a0: ouvrir d’abord le fichier de la coopérative, puis le prendre là."
                )
            )
            return False
        from scicvote.ui.dialogs.retour_college import ouvrir_retour

        self.dialogue = ouvrir_retour(fenetre.session, chemin, fenetre, fenetre.banniere.dire)
        return self.dialogue is not None
