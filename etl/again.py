"""The very same file again: whether it was accepted before and still counts."""

from typing import Any

from etl.store import Upload, active
from etl.stored import share_benchmarks


def same_before(
    sha256: str, dataset: str, period: str | None, uploads: list[Upload]
) -> Upload | None:
    """An upload of the same bytes, dataset and month that is still in force for all it covers."""
    force = active(uploads)
    for upload in reversed(uploads):
        same = (upload.sha256, upload.dataset, upload.period) == (sha256, dataset, period)
        if same and upload.withdrawal is None and _counts(upload, uploads, force):
            return upload
    return None


def _counts(upload: Upload, uploads: list[Upload], force: Any) -> bool:
    if upload.units:
        return all(force[upload.dataset, upload.period, unit] is upload for unit in upload.units)
    # Benchmarks have no units: the newest figure counts, and a later file may hold none of these.
    later = [
        each
        for each in uploads
        if each.dataset == upload.dataset
        and each.upload_id > upload.upload_id
        and not each.withdrawal
    ]
    return not any(share_benchmarks(each, upload) for each in later)
