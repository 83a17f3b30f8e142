"""What a configured rule makes of a cluster's parameters: a suggestion, never a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from regdesk.domain.codes import ClusterRule, Verdict

_FROM_WORST = (Verdict.NO, Verdict.PARTLY, Verdict.YES)


def suggest(rule: ClusterRule, verdicts: Sequence[Verdict]) -> Verdict | None:
    """The suggestion, or None when the rule says nothing.

    ALL_YES: Ja when all are Ja, Nej when all are Nej, otherwise Delvis. MAJORITY: the verdict of more than half.
    WORST: the worst one given. A parameter that cannot be assessed leaves every rule without an answer.
    """
    if not verdicts or Verdict.CANNOT_ASSESS in verdicts:
        return None
    if rule is ClusterRule.ALL_YES:
        return verdicts[0] if len(set(verdicts)) == 1 else Verdict.PARTLY
    if rule is ClusterRule.MAJORITY:
        verdict, votes = Counter(verdicts).most_common(1)[0]
        return verdict if votes * 2 > len(verdicts) else None
    if rule is ClusterRule.WORST:
        return next(verdict for verdict in _FROM_WORST if verdict in verdicts)
    return None
