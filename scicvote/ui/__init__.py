"""The window: pages ask for acts and show states, they decide nothing."""

from scicvote.ui.compte_none import proteger_none

proteger_none()  # before the first call of Qt, wherever it comes from
