"""Every figure that we promise, beside its named peer, in one run: `nox -s benchmarks`, or this file itself.

Each measurement is a process of its own; ours and the peer's take turns, and the ratio is the median of the
ratios of each turn, so that a machine that is slow for a while is slow for both. Times are processor time,
which other work on the machine changes least; starting up and spreading over processes are timed by the
clock on the wall.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from batches import MADE
from registers import write

HERE = Path(__file__).parent
SIZES = (1_000, 10_000, 100_000)

# Ours, its peer, the size, and the most that the ratio of their times may be.
BESIDE_PEERS = (
    ("load-json", "load-json-cattrs", 100_000, "json", 0.85),
    ("load-yaml", "load-yaml-bare", 10_000, "yaml", 1.3),
    ("excel", "excel-bare", 10_000, "json", 1.1),
    ("excel-fifteen", "excel-fifteen-bare", 100_000, "json", 0.3),
    ("excel-read", "excel-read-openpyxl", 100_000, "json", 0.3),
    ("importing", "importing-read", 10_000, "json", 3.0),
    ("pdf", "pdf-platypus", 1_000, "json", 1.0),
    ("pdf-table", "pdf-platypus", 1_000, "json", 0.3),
    ("briefings", "briefings-bare", 1_000, "briefings.json", 0.25),
    ("briefings-batch", "briefings-bare", 1_000, "briefings.json", 0.3),
    ("news", "news-jinja2", 10_000, "json", 3.0),
    ("news-each", "news-each-jinja2", 10_000, "each.json", 3.0),
    ("template-printed", "template-jinja2", 10_000, "json", 1.2),
    ("template", "news", 10_000, "json", 1.5),
)
# The most memory that a job may take beyond what was prepared for it, in MiB.
ADDED = {"excel-fifteen": 60}
# The most that the time at ten thousand may be of that at one thousand; and of some, that at a hundred
# thousand of that at ten thousand.
GROWING = (
    ("view", "json", SIZES),
    ("excel", "json", SIZES),
    ("excel-fifteen", "json", SIZES),
    ("excel-read", "json", SIZES),
    ("pdf", "json", SIZES),
    ("pdf-table", "json", SIZES[:2]),
    ("news-whole", "json", SIZES),
    ("news-each", "each.json", SIZES[:2]),
)
GROWTH = 11.0
SHORT_RUNS = 4
GROWING_ON = ("excel", "excel-fifteen", "excel-read")
# One process, several of them, the size, and the least that the first may take of what the others take. This
# is timed by the clock on the wall, on a machine with as many processors to itself.
SPREADING = (("briefings-batch", "briefings-two", 1_000, "briefings.json", 1.6),)
STARTING = (("nominate --help", ("-m", "nominate", "--help"), 5.0),)
Row = tuple[str, str, str, str, str]


def main() -> None:
    """Measure, print a table, and exit with 1 where a promise does not hold."""
    asked = _asked()
    with _registers(asked.folder) as folder:
        rows = [
            *_starting(asked.rounds),
            *_beside_peers(folder, asked.rounds, asked.only),
            *_growing(folder, asked.rounds, asked.only),
            *_spreading(folder, asked.rounds, asked.only),
        ]
    header = ("what", "time", "beside", "peak memory", "promise")
    print(_table([header, *rows]))  # noqa: T201 - its answer
    sys.exit(any("BROKEN" in row[-1] for row in rows))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="keep the generated registers here")
    parser.add_argument("--only", help="only the jobs whose name begins so")
    return parser.parse_args()


@contextmanager
def _registers(asked: Path | None) -> Iterator[Path]:
    """The folder of the registers; what was made of them is removed in the end, and so is one of our own."""
    folder = asked or Path(tempfile.mkdtemp(prefix="nominate-benchmarks-"))
    try:
        for size in SIZES:
            write(folder, size)
        yield folder
    finally:
        for left in folder.glob(f"{MADE}*") if asked else (folder,):
            shutil.rmtree(left)


def _beside_peers(folder: Path, rounds: int, only: str | None) -> Iterable[Row]:
    for ours, peer, size, form, most in BESIDE_PEERS:
        if only and not ours.startswith(only):
            continue
        pairs = [
            (_measured(ours, folder / f"{size}.{form}"), _measured(peer, folder / f"{size}.{form}"))
            for _ in range(rounds)
        ]
        ratio = statistics.median(one["seconds"] / other["seconds"] for one, other in pairs)
        seconds = statistics.median(one["seconds"] for one, _ in pairs)
        other = statistics.median(other["seconds"] for _, other in pairs)
        memory = max(one["peak"] for one, _ in pairs)
        other_memory = max(other["peak"] for _, other in pairs)
        added = max(one["added"] for one, _ in pairs)
        yield (
            f"{ours}, {size:,}",
            f"{seconds:.3f} s",
            f"{ratio:.2f} of {peer} ({other:.3f} s)",
            f"{memory:.0f} MiB (peer {other_memory:.0f}), {added:.0f} above the data",
            _verdict(ratio, most) if ours not in ADDED else _both(ratio, most, added, ADDED[ours]),
        )


def _growing(folder: Path, rounds: int, only: str | None) -> Iterable[Row]:
    for name, form, sizes in GROWING:
        if only and not name.startswith(only):
            continue
        # The sizes take turns, too; the largest has one where it is only told.
        turns = [_turn(name, *(folder / f"{size}.{form}" for size in sizes[:2])) for _ in range(rounds)]
        largest = [
            [_measured(name, folder / f"{size}.{form}") for _ in range(rounds if name in GROWING_ON else 1)]
            for size in sizes[2:]
        ]
        smalls = [statistics.mean(each["seconds"] for each in short) for short, _ in turns]
        larges = [large["seconds"] for _, large in turns]
        peak = max(each["peak"] for each in (largest or [[large for _, large in turns]])[-1])
        rest = [statistics.median(each["seconds"] for each in some) for some in largest]
        times = [*map(statistics.median, (smalls, larges)), *rest]
        growth = statistics.median(large / small for small, large in zip(smalls, larges, strict=True))
        ratios = [growth, *(later / before for before, later in pairwise(times[1:]))]
        grown = zip(ratios, pairwise(sizes), strict=True)
        yield (
            f"{name}, {' / '.join(f'{size:,}' for size in sizes)}",
            " / ".join(f"{seconds:.2f} s" for seconds in times),
            "; ".join(f"{large:,} over {small:,}: {ratio:.1f}" for ratio, (small, large) in grown),
            f"{peak:.0f} MiB at {sizes[-1]:,}",
            _verdict(max(ratios) if name in GROWING_ON else growth, GROWTH),
        )


def _turn(name: str, small: Path, large: Path) -> tuple[list[dict[str, float]], dict[str, float]]:
    """The small size, several times before and after the large one.

    A processor that is shared is slow for some tenths of a second and fast for some: the large size meets
    both, a short run one of them, and the middle of short runs would leave the other out.
    """
    before = [_measured(name, small) for _ in range(SHORT_RUNS)]
    once = _measured(name, large)
    return [*before, *(_measured(name, small) for _ in range(SHORT_RUNS))], once


def _spreading(folder: Path, rounds: int, only: str | None) -> Iterable[Row]:
    for one, several, size, form, least in SPREADING:
        if only and not several.startswith(only):
            continue
        register = folder / f"{size}.{form}"
        pairs = [(_measured(one, register), _measured(several, register)) for _ in range(rounds)]
        ratio = statistics.median(alone["passed"] / spread["passed"] for alone, spread in pairs)
        seconds = statistics.median(spread["passed"] for _, spread in pairs)
        memory = max(spread["peak"] for _, spread in pairs)
        yield (
            f"{several}, {size:,}",
            f"{seconds:.3f} s",
            f"{ratio:.2f} times as fast as {one}",
            f"{memory:.0f} MiB",
            f"at least {least:g}: {'holds' if ratio >= least else 'BROKEN'}",
        )


def _starting(rounds: int) -> Iterable[Row]:
    for name, arguments, most in STARTING:
        pairs = [(_wall(arguments), _wall(("-c", "pass"))) for _ in range(rounds * 5)]
        ratio = statistics.median(one / other for one, other in pairs)
        seconds = statistics.median(one for one, _ in pairs)
        yield (name, f"{seconds:.3f} s", f"{ratio:.2f} of python -c pass", "", _verdict(ratio, most))


def _both(ratio: float, most: float, added: float, most_added: float) -> str:
    return f"{_verdict(ratio, most)}; MiB {_verdict(added, most_added)}"


def _verdict(ratio: float, most: float) -> str:
    return f"at most {most:g}: {'holds' if ratio <= most else 'BROKEN'}"


def _measured(name: str, register: Path) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", str(HERE / "measure.py"), name, str(register)],
        check=True,
        capture_output=True,
        text=True,
    )
    measured: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return measured


def _wall(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def _table(rows: list[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * len(rows[0])}", *lines[1:]])


if __name__ == "__main__":
    main()
