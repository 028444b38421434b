"""A large index out of a smaller one: its parts, several times over.

An index is a set of parts that never change, each complete in itself. Copied under other names and
listed so many times, they are the index that the same studies would make if each were given so many
times, in many parts instead of a few. It takes minutes of copying instead of an hour of
processor time.
"""

from __future__ import annotations

import json
import shutil
import uuid
from pathlib import Path

from evidence_atlas.publishing.search import index


def enlarged(home: Path, edition: str, times: int, into: Path, new_edition: str) -> Path:
    """The index of `edition` in `home`, `times` over, as that of `new_edition` in `into`."""
    source, target = index.place(home, edition), index.place(into, new_edition)
    target.mkdir(parents=True)
    meta = json.loads((source / "meta.json").read_text())
    names, parts = [], []
    for _ in range(times):
        for part in meta["segments"]:
            old, new = part["segment_id"].replace("-", ""), uuid.uuid4()
            for file in source.glob(f"{old}.*"):
                shutil.copyfile(file, target / f"{new.hex}{file.suffix}")
                names.append(f"{new.hex}{file.suffix}")
            parts.append({**part, "segment_id": str(new)})
    (target / "meta.json").write_text(json.dumps({**meta, "segments": parts}))
    (target / ".managed.json").write_text(json.dumps([*names, "meta.json"]))
    manifest = json.loads((source / index.MANIFEST).read_text())
    files = {p.name: (p.stat().st_size, "") for p in target.iterdir()}
    studies = manifest["studies"] * times
    whole = {**manifest, "edition": new_edition, "studies": studies, "files": files}
    (target / index.MANIFEST).write_text(json.dumps(whole))
    return target
