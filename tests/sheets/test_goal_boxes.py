"""The map of goals: every goal once, nothing over anything else, and pages only where one has no room."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from regdesk.sheets.drawings import Area, Drawing, Label
from regdesk.sheets.goal_boxes import Facts, Room, drawings_of
from regdesk.sheets.pdf.styles import BODY
from regdesk.viewmodels.goal_map import GoalMap, MapGoal, Named

ROOM = Room(width=259, first=113, later=122)
ALL = Facts(boards=True, global_goals=True)
HSN = Named(short="HSN", full="Hälsonämnden")


def goal(title: str, *children: MapGoal, level: int = 0, boards: tuple[Named, ...] = ()) -> MapGoal:
    return MapGoal(level=level, level_name="Mål", title=title, boards=boards, children=children)


def tree(areas: int, goals: int, title: str = "Vi främjar en god och jämlik hälsa") -> GoalMap:
    tops = (
        goal(f"{top} {title}", *(goal(f"{top}.{below} {title}", level=1) for below in range(1, goals + 1)))
        for top in range(1, areas + 1)
    )
    return GoalMap(levels=("Målområden", "Mål"), goals=tuple(tops))


def drawn(shown: GoalMap, facts: Facts = ALL) -> list[Drawing]:
    return [drawing for _part, drawing in drawings_of(shown, facts, ROOM)]


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of the boxes, without those of the key."""
    found = [(*each.points[0], *each.points[2]) for each in drawing.shapes if isinstance(each, Area)]
    return [box for box in found if box[2] - box[0] > 10]


def test_a_plan_of_usual_size_is_on_one_page_with_its_levels_explained() -> None:
    (drawing,) = drawn(tree(3, 3))
    assert drawing.height <= ROOM.first
    assert set(drawing.words()) >= {"1 Vi främjar en god och jämlik hälsa", "3.3 Vi främjar en god och jämlik hälsa"}
    assert {"Målområden", "Mål"} <= set(drawing.words())


def test_up_to_fifty_goals_are_on_one_page_in_letters_that_can_be_read() -> None:
    (drawing,) = drawn(tree(7, 6))
    sizes = [shape.size for shape in drawing.shapes if isinstance(shape, Label)]
    assert min(sizes) >= 8


def test_few_goals_have_the_letters_of_text_and_many_have_smaller_ones() -> None:
    few, many = (
        max(shape.size for shape in drawn(tree(*count))[0].shapes if isinstance(shape, Label))
        for count in ((2, 1), (7, 6))
    )
    assert few == BODY.size > many


def test_no_box_is_higher_than_its_texts_need() -> None:
    title = "Invånare som känner sig trygga"
    (drawing,) = drawn(GoalMap(levels=("Mål",), goals=tuple(goal(title) for _place in range(4))))
    assert {label.lines for label in drawing.shapes if isinstance(label, Label) and label.text == title} == {1}


def test_a_larger_map_goes_on_by_goals_of_the_top_level() -> None:
    pages = drawn(tree(20, 5))
    assert len(pages) > 1
    assert f"Karta 2 av {len(pages)}" in pages[1].words()
    tops = [[word for word in page.words() if word.split()[0].isdigit()] for page in pages]
    assert [len(page) > 0 for page in tops] == [True] * len(pages)
    assert [word.split()[0] for page in tops for word in page] == [str(number) for number in range(1, 21)]


def test_a_goal_that_fills_more_than_a_page_is_divided_and_named_on_each() -> None:
    pages = drawn(tree(1, 120))
    assert len(pages) > 1
    assert all("1 Vi främjar en god och jämlik hälsa" in page.words() for page in pages)
    numbers = [word.split()[0] for page in pages for word in page.words() if word.startswith("1.")]
    assert numbers == [f"1.{number}" for number in range(1, 121)]


@settings(max_examples=30)
@given(areas=st.integers(1, 14), goals=st.integers(0, 12), title=st.text("abcdefg hijåäö", min_size=1, max_size=90))
def test_every_goal_is_drawn_once_and_no_box_lies_over_another(areas: int, goals: int, title: str) -> None:
    shown = tree(areas, goals, f"x{title}")
    pages = drawn(shown)
    assert all(page.height <= ROOM.later for page in pages)
    for page in pages:
        found = boxes(page)
        assert all(left >= 0 and right <= ROOM.width + 1e-6 for left, _top, right, _bottom in found)
        for place, one in enumerate(found):
            assert not [other for other in found[place + 1 :] if _overlap(one, other)]
    count = sum(1 for _goal in shown.all())
    assert sum(map(len, map(boxes, pages))) >= count


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1e-6 and down > 1e-6


def test_boards_and_global_goals_are_told_where_they_are_asked_for() -> None:
    top = goal("Hälsa", boards=(HSN,))
    shown = GoalMap(levels=("Mål",), goals=(top,))
    assert drawn(shown)[0].words() == ("Hälsa", "Nämnder: HSN", "Mål", "HSN: Hälsonämnden")
    without = Facts(boards=False, global_goals=True)
    assert drawn(shown, without)[0].words() == ("Hälsa", "Mål")
