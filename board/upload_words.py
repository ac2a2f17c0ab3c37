"""What has become of an upload, in a few words."""

from datetime import UTC, datetime

from board.matrix import Sent
from wording import Words


def upload_state(each: Sent, t: Words) -> tuple[str, str]:
    """The light of an upload, and whether it counts or who took it back and why."""
    if each.withdrawn_at:
        return "grey", t(
            "已撤回：{reason}（{by}，{day}）",
            reason=each.withdrawn_reason or "",
            by=each.withdrawn_by or "",
            day=moment(each.withdrawn_at),
        )
    if each.counts and each.restored_at:
        restored = moment(each.restored_at)
        return "green", t("在用（{by}于{day}恢复）", by=each.restored_by or "", day=restored)
    return ("green", t("在用")) if each.counts else ("grey", t("已被替换"))


def moment(at: datetime) -> str:
    """A moment (UTC) to the minute, where the server stands."""
    return f"{at.replace(tzinfo=UTC).astimezone():%Y-%m-%d %H:%M}"
