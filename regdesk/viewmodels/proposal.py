"""An import's codes in words: what a piece of a plan becomes, what to look at, and why something found no place.

The codes come as texts, since what reads plans is not known here. A code without words is told as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from regdesk.domain.codes import LevelKind
from regdesk.domain.notation import ValueWarning
from regdesk.i18n import _, mark, ngettext
from regdesk.viewmodels.kinds import many_of, one_of
from regdesk.viewmodels.words import word

_RECORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "section": "sections",
        "goal": "goals",
        "goal_state": "goal_states",
        "interim_goal": "interim_goals",
        "indicator": "indicators",
        "cluster_parameter": "cluster_parameters",
        "value": "values",
        "assignment": "assignments",
        "activity": "activities",
        "link": "links",
        "duty": "duties",
        "board_role": "board_roles",
        "legal_entity": "legal_entities",
        "risk": "risks",
        "risk_action": "risk_actions",
        "control": "controls",
        "budget_line": "budget_lines",
        "budget_frame": "budget_frames",
        "perspective": "perspectives",
        "forum": "forums",
        "supervision_event": "supervision_events",
        "attachment": "attachments",
        "footnote": "footnotes",
    }
)
_NO_RECORDS: Final[Mapping[str, str]] = MappingProxyType(
    {"paragraph": mark("Löpande text"), "group": mark("Rubrik över en grupp")}
)

_UNCOUNTED: Final = frozenset({"goal", "section"})
"""Goals are counted by level, and sections are what the rest stands in."""

_LEVELS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        LevelKind.GOAL_AREA: lambda count: ngettext("målområde", "målområden", count),
        LevelKind.GOAL: lambda count: ngettext("mål", "mål", count),
        LevelKind.OUTCOME_GOAL: lambda count: ngettext("effektmål", "effektmål", count),
        LevelKind.SUB_AREA: lambda count: ngettext("delområde", "delområden", count),
        LevelKind.RESULT_GOAL: lambda count: ngettext("resultatmål", "resultatmål", count),
        LevelKind.STRATEGIC_AREA: lambda count: ngettext("strategiskt område", "strategiska områden", count),
    }
)

_WARNINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "nesting_may_be_lost": mark(
            "Punkten inleder andra, men alla står på samma nivå: se efter vad som hör under den."
        ),
        "goal_by_content": mark("Rubriken föreslås som mål bara för det som står under den."),
        "goal_without_heading": mark("Målet nämns i en lista men har ingen egen rubrik."),
        "order_differs": mark("Målen kommer i en annan ordning i listan än som rubriker: ”{text}”."),
        "another_name": mark("Målet kallas också ”{alias}” i texten."),
        "name_column_guessed": mark("Tabellen säger inte vilken kolumn som är namnet: den första används."),
        "column_kind_guessed": mark("Kolumnen säger inte om den är utfall eller målnivå: se efter om det stämmer."),
        "column_unknown": mark("Kolumnen ”{column}” passar inget fält och finns bland det som inte fått plats."),
        "cell_unread": mark("Några celler gick inte att läsa och finns bland det som inte fått plats."),
        "name_repeated": mark("Flera rader delar på ett namn: varje rad är en egen indikator."),
        "cluster_guessed": mark("Meningen om kluster står efter flera indikatorer och antas gälla den sista."),
        "parameters_unnamed": mark("Planen namnger inte parametrarna: de får platser utan namn."),
        "parent_inferred": mark("Delindexet läggs under totalindexet med samma namn."),
        "numbers_inferred": mark(
            "Avsnittens nummer är räknade, eftersom texten hänvisar till dem men rubrikerna saknar dem."
        ),
        "link_unread": mark("Raden står bland numrerade mål men har inget nummer."),
        "names_merged": mark("”{alias}” och ”{title}” läses som samma dokument."),
    }
)

_LEFT_OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "table_of_contents": mark("Innehållsförteckning"),
        "tracked_deletion": mark("Struken text i spårade ändringar"),
        "hidden_text": mark("Dold text"),
        "placeholder": mark("Ledtext från en mall"),
        "comment": mark("Kommentar"),
        "embedded_document": mark("Inbäddat dokument"),
    }
)

_REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "table_unknown": mark("Tabellen är av ett okänt slag"),
        "column_unknown": mark("Kolumnen passar inget fält"),
        "cell_unread": mark("Cellen gick inte att läsa"),
        "no_goal": mark("Det finns inget mål ovanför"),
        "note_without_reference": mark("Ingen text hänvisar till noten"),
        "page_margin": mark("Sidhuvud eller sidfot"),
        "removed": mark("Borttaget ur förslaget"),
    }
)


def node_word(kind: str) -> str:
    """What a piece of a plan becomes: `Indikator`."""
    return _(_NO_RECORDS[kind]) if kind in _NO_RECORDS else one_of(_RECORDS.get(kind, kind))


class LevelChoice(NamedTuple):
    """A level that a goal may stand on, with its word."""

    level: LevelKind
    text: str


def level_choices() -> tuple[LevelChoice, ...]:
    """Every kind of level, as `Målområde`."""
    return tuple(LevelChoice(level, word(level)) for level in LevelKind)


def counted(levels: Mapping[str, int], kinds: Mapping[str, int]) -> str:
    """`3 målområden, 6 mål, 17 indikatorer`: goals by level, then kinds; running text and groups are not counted."""
    goals = [f"{levels[level]}\u00a0{words(levels[level])}" for level, words in _LEVELS.items() if levels.get(level)]
    others = [
        f"{kinds[kind]}\u00a0{(one_of if kinds[kind] == 1 else many_of)(plural).lower()}"
        for kind, plural in _RECORDS.items()
        if kinds.get(kind) and kind not in _UNCOUNTED
    ]
    return ", ".join([*goals, *others])


def warning_text(code: str, params: Mapping[str, object]) -> str:
    """A warning as a sentence; what its parameters lack is left empty."""
    if code == "value":
        return _value_warning(str(params.get("detail", "")))
    if code == "left_out":
        what = str(params.get("what", ""))
        return _("{what} läses inte: {count} st.").format(
            what=_(_LEFT_OUT.get(what, what)), count=params.get("count", "")
        )
    return _(_WARNINGS.get(code, code)).format_map(_Given(params))


def reason_text(code: str) -> str:
    """Why something is not in the tree."""
    return _(_REASONS.get(code, code))


def _value_warning(detail: str) -> str:
    known = detail in ValueWarning.__members__.values()
    return _("Se efter värdet: {warning}.").format(warning=word(ValueWarning(detail)) if known else detail)


class _Given(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return ""
