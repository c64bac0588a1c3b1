"""Acts on the minutes: drawing them up under a number, signing them, rectifying them, and their register.

Statuts 21-8, C. com. R221-3, R223-24.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scicvote.actes.commun import dans_assemblee
from scicvote.actes.pieces import logo_courant
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, date_longue
from scicvote.core.contradictions import contradictions
from scicvote.core.dossier import Dossier
from scicvote.core.faits import PieceConservee, ProcesVerbal, RepriseRegistre, Signature
from scicvote.core.issue import Issue, avertissement, bloquantes, refus
from scicvote.core.proces_verbal import proces_verbal as composer
from scicvote.store.depot import Acte, Depot, Projet, empreinte_octets


def dresser(depot: Depot, assemblee: int, jour: date) -> Acte:
    """Enter an assembly's minutes in their register, under the next number without a gap (C. com. R221-3)."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues: list[Issue] = []
        if not ag.close:
            issues.append(refus("SEANCE_NON_CLOSE", "Clore d’abord la séance.", "C. com. R223-24"))
        if any(pv.rectifie is None for pv in ag.tous(ProcesVerbal)):
            issues.append(refus("PV_DEJA", "Le procès-verbal de cette assemblée est déjà dressé.", "C. com. R221-3"))
        if jour < ag.jour:
            issues.append(
                refus("DATE", "Le procès-verbal ne précède pas l’assemblée.", "C. com. R223-24", chemin="jour")
            )
        if ag.close:
            issues += contradictions(dossier, ag)
        registre = ag.convocation.college
        numero = dossier.prochain_proces_verbal(registre)
        fait = ProcesVerbal(assemblee, registre, numero, jour, None, "")
        return Projet(f"Procès-verbal n°\u00a0{numero} dressé", (fait,), tuple(issues))

    return dans_assemblee(depot, "dresser", assemblee, decider)


def signer(depot: Depot, assemblee: int, numero: int, jour: date, signataires: tuple[str, ...]) -> Acte:
    """Record that minutes were signed on paper, by whom and when. From here on they never change (statuts 21-8).

    Their PDF is made once, and kept: it is what they print from then on.
    """
    logo = logo_courant(depot)

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        connus = [pv for pv in ag.tous(ProcesVerbal) if pv.numero == numero]
        if not connus:
            phrase = f"Le procès-verbal n°\u00a0{numero} n’est pas de cette assemblée."
            return Projet("", (), (refus("PV", phrase, "C. com. R221-3", chemin="numero"),))
        issues: list[Issue] = []
        if any(s.numero == numero for s in ag.tous(Signature)):
            issues.append(refus("SIGNE", "Ce procès-verbal est déjà signé.", "C. com. R221-3"))
        if not signataires:
            issues.append(refus("SIGNATAIRES", "Indiquer qui a signé.", "statuts 21-8", chemin="signataires"))
        if jour < connus[0].jour:
            issues.append(refus("DATE", "La signature ne précède pas le procès-verbal.", "statuts 21-8", chemin="jour"))
        gerants = {dossier.nom(g) for g in (*dossier.gerants(ag.jour), *dossier.gerants(jour))}
        if signataires and not gerants & set(signataires) and not ag.convocation.college:
            issues.append(
                avertissement("GERANT", "Aucun gérant n’est parmi les signataires.", "statuts 21-8", "C. com. R223-24")
            )
        fait = Signature(assemblee, connus[0].registre, numero, jour, signataires)
        resume = f"Procès-verbal n°\u00a0{numero} signé le {date_longue(jour)}"
        if bloquantes(issues) or depot.en_essai:
            return Projet(resume, (fait,), tuple(issues))
        from scicvote.documents.rendu import rendre  # what draws papers is loaded with the first signature

        papier = replace(composer(dossier, ag.avec((fait,)), numero), logo=logo)
        octets = rendre(papier, instant=depot.instant())
        piece = _piece(fait, octets)
        return Projet(resume, (fait, piece), tuple(issues), (octets,))

    return dans_assemblee(depot, "signer", assemblee, decider)


def _piece(signature: Signature, octets: bytes) -> PieceConservee:
    """What the file says of the PDF that it keeps."""
    college = f"-{signature.registre}" if signature.registre else ""
    nom = f"proces-verbal{college}-{signature.numero}.pdf"
    empreinte = empreinte_octets(octets)
    return PieceConservee(signature.assemblee, signature.registre, signature.numero, nom, len(octets), empreinte)


@regle("C. com.", "R221-3")
def reprendre_registre(depot: Depot, registre: str, premier_numero: int, premiere_page: int, jour: date) -> Acte:
    """Go on from a register of minutes kept on paper until ``jour``: its next number, its next page.

    ``registre`` is "" for the general one, else a college's code. Refused once minutes were drawn up in it here.
    """

    def decider(dossier: Dossier) -> Projet:
        issues: list[Issue] = []
        if registre and registre not in dossier.statuts.par_code:
            phrase = "Ce collège n’est pas dans les statuts."
            issues.append(refus("COLLEGE_INCONNU", phrase, "statuts 24-4", chemin="registre"))
        if dossier.proces_verbaux(registre):
            phrase = "Des procès-verbaux portent déjà un numéro de ce registre\u00a0: il continue à la suite."
            issues.append(refus("REGISTRE_COMMENCE", phrase, "C. com. R221-3", chemin="registre"))
        if premier_numero < 1:
            phrase = "Le premier numéro est au moins 1."
            issues.append(refus("REPRISE", phrase, "C. com. R221-3", chemin="premier_numero"))
        if premiere_page < 1:
            phrase = "La première page est au moins la page 1."
            issues.append(refus("REPRISE", phrase, "C. com. R221-3", chemin="premiere_page"))
        quel = f"du collège {registre}" if registre else "des délibérations"
        resume = f"Registre {quel} repris au n°\u00a0{premier_numero}, page\u00a0{premiere_page}"
        return Projet(resume, (RepriseRegistre(registre, premier_numero, premiere_page, jour),), tuple(issues))

    return depot.accomplir("reprendre_registre", decider)


def rectifier(depot: Depot, assemblee: int, numero: int, jour: date, texte: str) -> Acte:
    """Enter minutes that rectify signed ones, under a number of their own; the first stay as they are."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues: list[Issue] = []
        signes = [s for s in ag.tous(Signature) if s.numero == numero]
        if not signes:
            phrase = f"Le procès-verbal n°\u00a0{numero} de cette assemblée n’est pas signé\u00a0: il peut encore être corrigé."
            issues.append(refus("NON_SIGNE", phrase, "C. com. R221-3", chemin="numero"))
        if not texte.strip():
            issues.append(refus("TEXTE", "Écrire ce qui est rectifié.", "C. com. R221-3", chemin="texte"))
        registre = ag.convocation.college
        suivant = dossier.prochain_proces_verbal(registre)
        fait = ProcesVerbal(assemblee, registre, suivant, jour, numero, texte)
        return Projet(f"Procès-verbal rectificatif n°\u00a0{suivant} du n°\u00a0{numero}", (fait,), tuple(issues))

    return dans_assemblee(depot, "rectifier", assemblee, decider)
