"""``python -m benchmarks``: the machine, then one line per bench; it informs, and always ends well."""

from __future__ import annotations

from benchmarks import acte, depouillement, fenetre, importation, papiers, simulation, urne
from benchmarks.machine import decrire
from benchmarks.mesure import Mesure


def virgule(nombre: float, decimales: int) -> str:
    """A French figure."""
    return f"{nombre:.{decimales}f}".replace(".", ",")


def ligne(mesure: Mesure) -> str:
    """One line of the table."""
    limite = "" if mesure.limite is None else f"≤ {virgule(mesure.limite, 1)}"
    durees = f"{virgule(1000 * mesure.produit, 1):>9} {virgule(1000 * mesure.reference, 1):>9}"
    return f"{mesure.nom:<70} {durees} {virgule(mesure.ratio, 2):>6}  {limite:<6} {mesure.verdict}"


def main() -> None:
    """Print the machine, then each measure as it comes."""
    for fait in decrire():
        print(fait)
    print(f"\n{'mesure':<70} {'produit':>9} {'référence':>9} {'ratio':>6}  limite")
    print(f"{'':<70} {'ms':>9} {'ms':>9}")
    for banc in (depouillement, acte, importation, fenetre, papiers, simulation, urne):
        for mesure in banc.mesurer():
            print(ligne(mesure), flush=True)


if __name__ == "__main__":
    main()
