"""会商: the month in a meeting, one message a screen, in type that reads from the back row."""

from board.definition_sentences import level_name
from board.overview import field, headlines
from board.reporting import settings
from board.store import Board
from pages.present.ahead import ahead_screen
from pages.present.lag import lag_screen
from pages.present.problems import missing_screen, warnings_screen
from pages.present.rates import cards_screen, map_screen, ranking_screen
from ui import controls, guarded
from ui.stage import stage
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """Every screen of the month, indicator and level in the URL; the browser turns them."""
    rates = headlines(board)
    chosen = controls.shown_indicator(board, only=lambda indicator: indicator in rates)
    period = controls.shown_month(board)
    level = controls.shown_level(board)

    answers = {rate.code: field(board, period, rate, level) for rate in rates}
    shown = answers[chosen.code]
    numbers = settings(board)
    front, last = numbers.get("standing.front", 3), numbers.get("standing.last", 3)
    stage(
        [
            cards_screen(answers.values(), period, t),
            map_screen(shown, t),
            *(ranking_screen(answer, front, last, t) for answer in answers.values()),
            lag_screen(board, period, level, t),
            ahead_screen(shown, answers.values(), t),
            warnings_screen(board, period, t),
            missing_screen(board, period, t),
        ],
        foot=_foot(board, period, level, t),
        t=t,
    )


def _foot(board: Board, period: str, level: str, t: Words) -> str:
    """What every screen is of, and what it is not."""
    said = [board.publication.city(t), t.month(period), level_name(level, board, t), board.name]
    if board.publication.is_sample:
        said.append(t("示例数据"))
    if board.publication.as_of:
        said.append(t("这是{day}时的数据，不是最新数据。", day=t.date(board.publication.as_of)))
    return " · ".join(said)
