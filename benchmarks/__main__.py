"""``python -m benchmarks``: ratios to references measured in the same run, and the machine they hold for."""

from __future__ import annotations

import sys

from benchmarks import acte, depouillement, importation
from benchmarks.machine import decrire


def main() -> int:
    """Print the table. Never fails on a ratio: a busy machine is no fault; the reader judges."""
    for fait in decrire():
        print(fait)
    print()
    print(f"{'mesure':<74} {'produit':>10} {'référence':>10} {'rapport':>8} {'limite':>7}")
    for banc in (depouillement, acte, importation):
        for m in banc.mesurer():
            limite = "" if m.limite is None else f"{m.limite:.1f}".replace(".", ",")
            temps = f"{1000 * m.produit:>7.1f} ms {1000 * m.reference:>7.1f} ms {m.ratio:>8.2f}".replace(".", ",")
            print(f"{m.nom:<74} {temps} {limite:>7} {m.verdict}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
