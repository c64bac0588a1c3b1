"""Acts on the minutes: drawing them up under a number, signing them, rectifying them (statuts 21-8, C. com. R221-3)."""

from __future__ import annotations

from datetime import date

from scicvote.actes.commun import dans_assemblee
from scicvote.core.assemblee import Assemblee, date_longue
from scicvote.core.contradictions import contradictions
from scicvote.core.dossier import Dossier
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.store.depot import Acte, Depot, Projet


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
    """Record that minutes were signed on paper, by whom and when. From here on they never change (statuts 21-8)."""

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
        return Projet(f"Procès-verbal n°\u00a0{numero} signé le {date_longue(jour)}", (fait,), tuple(issues))

    return dans_assemblee(depot, "signer", assemblee, decider)


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
