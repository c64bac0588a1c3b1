#!/bin/sh
# What the application needs of a Debian machine: Python's venv, and the libraries that Qt links to.
# Installs what is missing when it may (root, or sudo without a password); else says what to install.
set -eu
[ "$(uname)" = Linux ] || exit 0
command -v dpkg-query >/dev/null 2>&1 || exit 0

manquants=""
besoin() {
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed' || manquants="$manquants $1"
}

python="${PYTHON:-python3}"
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    besoin python3-venv
fi
for paquet in libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 \
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0; do
    # Debian 13 renamed a few packages (…t64): the old name is then provided by the new one.
    dpkg-query -W -f '${Status}' "${paquet}t64" 2>/dev/null | grep -q 'ok installed' || besoin "$paquet"
done
[ -n "$manquants" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    apt=apt-get
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    apt="sudo apt-get"
else
    echo "Il manque à cette machine :$manquants" >&2
    echo "Les installer par : sudo apt-get install$manquants" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
$apt update -qq
# shellcheck disable=SC2086
$apt install -y -qq --no-install-recommends $manquants >/dev/null
