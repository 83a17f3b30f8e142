"""What rules suggest of a cluster's parameters, and when they keep silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.clusters import suggest
from regdesk.domain.codes import ClusterRule, Verdict

YES, PARTLY, NO, CANNOT = Verdict.YES, Verdict.PARTLY, Verdict.NO, Verdict.CANNOT_ASSESS


@pytest.mark.parametrize(
    ("rule", "verdicts", "suggestion"),
    [
        (ClusterRule.NONE, [YES, YES], None),
        (ClusterRule.ALL_YES, [YES, YES], YES),
        (ClusterRule.ALL_YES, [NO, NO], NO),
        (ClusterRule.ALL_YES, [YES, NO], PARTLY),
        (ClusterRule.MAJORITY, [YES, YES, NO], YES),
        (ClusterRule.MAJORITY, [YES, NO], None),
        (ClusterRule.WORST, [YES, PARTLY, NO], NO),
        (ClusterRule.WORST, [YES, PARTLY], PARTLY),
        (ClusterRule.ALL_YES, [], None),
    ],
)
def test_what_a_rule_suggests(rule: ClusterRule, verdicts: list[Verdict], suggestion: Verdict | None) -> None:
    assert suggest(rule, verdicts) is suggestion


@given(st.sampled_from(ClusterRule), st.lists(st.sampled_from(Verdict)))
def test_what_cannot_be_assessed_leaves_no_suggestion(rule: ClusterRule, verdicts: list[Verdict]) -> None:
    assert suggest(rule, [*verdicts, CANNOT]) is None
