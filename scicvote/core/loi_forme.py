"""What general law says of convening an assembly, by legal form: papers cite it where the statutes are silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from scicvote.core.statuts import Statuts


@dataclass(frozen=True, slots=True)
class LoiAssemblee:
    """The articles of one legal form. ``recommandee``: the notice leaves by registered letter. ``questions_annuelles``:
    written questions are a right at the annual assembly alone."""

    convocation: tuple[str, ...] = ()
    pouvoirs: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    annuelle: tuple[str, ...] = ()
    autre: tuple[str, ...] = ()
    seconde: tuple[str, ...] = ()
    recommandee: bool = False
    questions_annuelles: bool = False


_LOIS: Final = {
    "SARL": LoiAssemblee(
        convocation=("C. com. R223-20",),
        pouvoirs=("C. com. L223-28",),
        questions=("C. com. L223-26",),
        annuelle=("C. com. L223-26", "C. com. R223-18"),
        autre=("C. com. R223-19",),
        seconde=("C. com. L223-29",),
        recommandee=True,
        questions_annuelles=True,
    ),
    "SA": LoiAssemblee(
        convocation=("C. com. R225-69",),
        pouvoirs=("C. com. L225-106",),
        questions=("C. com. L225-108",),
        annuelle=("C. com. R225-83",),
        autre=("C. com. R225-83",),
        seconde=("C. com. L225-98",),
    ),
}
_STATUTS: Final = LoiAssemblee()  # of another form, the statutes alone decide


def loi_assemblee(statuts: Statuts) -> LoiAssemblee:
    """The articles that apply to a cooperative of this legal form."""
    return _LOIS.get(statuts.forme, _STATUTS)
