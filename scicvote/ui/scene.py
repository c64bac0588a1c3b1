"""What the room looks at: the point that the desk has put forward, shared by the window and the projector."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from scicvote.ui.session import Session


class Scene(QObject):
    """One a session. ``resolution`` is the lasting number of the point put forward, 0 for none."""

    change = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.resolution = 0
        session.assemblee_change.connect(lambda: self.montrer(0))

    def montrer(self, resolution: int) -> None:
        """Put another point forward."""
        if resolution != self.resolution:
            self.resolution = resolution
            self.change.emit()


def scene_de(session: Session) -> Scene:
    """The scene of a session, made at the first call."""
    return session.findChild(Scene) or Scene(session)
