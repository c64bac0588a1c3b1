#!/bin/sh
# Lets a double click on a .scic or .scicollege file open SCICVote, for the present user: kind of file, menu entry, icon.
# Asks for `scicvote` on the PATH; `associer.sh --retirer` takes everything away again.
set -eu
ici=$(cd "$(dirname "$0")" && pwd)
donnees=${XDG_DATA_HOME:-$HOME/.local/share}
mime=$donnees/mime/packages/scicvote.xml
menu=$donnees/applications/scicvote.desktop
icone=$donnees/icons/hicolor/scalable/apps/scicvote.svg

if [ "${1:-}" = --retirer ]; then
    rm -f "$mime" "$menu" "$icone"
else
    mkdir -p "$(dirname "$mime")" "$(dirname "$menu")" "$(dirname "$icone")"
    cp "$ici/scicvote.xml" "$mime"
    cp "$ici/scicvote.desktop" "$menu"
    cp "$ici/../../resources/icons/scicvote.svg" "$icone"
fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$donnees/mime"; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$donnees/applications"; fi
