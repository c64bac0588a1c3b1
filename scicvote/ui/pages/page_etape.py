"""What the six steps of an assembly share: the assembly in hand, its title, its place in the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scicvote.ui.pages.page import Page

if TYPE_CHECKING:
    from scicvote.core.assemblee import Assemblee
    from scicvote.core.statuts import Statuts


class PageEtape(Page):
    """A step. ``etape`` is its key in ``etapes.ETAPES``; the window draws the steps above it."""

    etape = ""
    rubrique = "assemblees"

    @property
    def ag(self) -> Assemblee | None:
        """The assembly in hand."""
        return self.session.ag

    def statuts_ag(self) -> Statuts:
        """The statutes in force on the day of the assembly. Raises RuntimeError without one."""
        if self.ag is None:
            raise RuntimeError("no assembly in hand")
        return self.session.dossier.statuts_au(self.ag.jour)

    def titre(self) -> str:
        return self.ag.titre_court if self.ag else self.tr("Assemblée")

    def sous_titre(self) -> str:
        if self.ag is None:
            return ""
        seconde = self.tr("seconde consultation") if self.ag.convocation.consultation == 2 else ""
        return " · ".join(filter(None, (seconde, self.ag.convocation.lieu)))

    def recevoir(self, argument: object) -> None:
        """The number of the assembly."""
        if isinstance(argument, int) and argument != self.session.assemblee:
            self.session.choisir_assemblee(argument)
            self.actualiser()
