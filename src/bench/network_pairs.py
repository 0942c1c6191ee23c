"""Runs `segment --model` and the package of network_peer.mjs in turns, a few pictures each, so that both have the same share of the machine.

    python3 src/bench/network_pairs.py [--of N] [--pictures N] [--alone] [--until SECONDS] PACKAGE MODEL.onnx OUT SET...

Of each SET, the pictures of SET/images, or N of them, evenly spread (--of), are cut out by whole runs of either, so many in a run
(--pictures, 6), the package first in every other pair, into OUT/package/SET and OUT/segment/SET. With --alone each is also cut out by a run
of its own, into OUT/alone. Either computes with two threads, on a machine of two cores. Pictures that both have done are not done again, and
no pair begins after SECONDS. A line of JSON for each pair goes to OUT/pairs.jsonl, and sums to standard output: wall and processor time of
whole runs, start and loading included, the highest memory of a run, and the wall time from one picture of a run to the next, when the
network is loaded. The scores are those of `src/bench/network-scores --others OUT/package --others OUT/segment - SET...`.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent


def run(command):
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"status {status}: {command[:4]}")
    return {"wall": time.monotonic() - start, "processor": used.ru_utime + used.ru_stime,
            "megabytes": used.ru_maxrss * 1024 / 1e6}


def gaps(folder, pictures):
    """Seconds between the cut-outs of a run, as their files tell."""
    times = sorted((folder / f"{picture.stem}.png").stat().st_mtime_ns for picture in pictures)
    return [(later - earlier) / 1e9 for earlier, later in zip(times, times[1:])]


def pair(options, out, name, pictures, package_first):
    def package():
        folder = out / "package" / name
        used = run(["node", HERE / "network_peer.mjs", "cut", options.package, folder, *pictures])
        return {**used, "gaps": gaps(folder, pictures)}
    def segment():
        folder = out / "segment" / name
        used = run([HERE.parent.parent / "scripts/segment", *pictures, "-o", f"{folder}/", "--background", "transparent",
                    "--model", options.model, "-j", "2", "-q"])
        return {**used, "gaps": gaps(folder, pictures)}
    if package_first:
        first = package()
        return {"package": first, "segment": segment()}
    first = segment()
    return {"package": package(), "segment": first}


def chosen(folder, count):
    pictures = sorted((folder / "images").iterdir())
    return pictures if count is None else [pictures[i * len(pictures) // count] for i in range(min(count, len(pictures)))]


def batches(options, out, size):
    waiting = {}
    for folder in options.sets:
        done = lambda picture: all((out / who / folder.name / f"{picture.stem}.png").exists() for who in ("package", "segment"))
        waiting[folder.name] = [picture for picture in chosen(folder, options.of) if not done(picture)]
    while any(waiting.values()):
        for name, pictures in waiting.items():
            if pictures:
                yield out, name, pictures[:size]
                del pictures[:size]


def tell(title, rows):
    count = sum(row["pictures"] for row in rows)
    print(f"{title}: {len(rows)} pairs of runs, {count} pictures")
    for who in ("package", "segment"):
        print(f"  {who}: wall {sum(row[who]['wall'] for row in rows) / count:.2f} s, processor "
              f"{sum(row[who]['processor'] for row in rows) / count:.2f} s a picture, "
              f"{min(row[who]['megabytes'] for row in rows):.0f} to {max(row[who]['megabytes'] for row in rows):.0f} MB")
    for what in ("wall", "processor"):
        ratios = [row["segment"][what] / row["package"][what] for row in rows]
        print(f"  {what}, segment / package: median {statistics.median(ratios):.2f}, {min(ratios):.2f} to {max(ratios):.2f}")
    between = {who: [gap for row in rows for gap in row[who].get("gaps", [])] for who in ("package", "segment")}
    if between["package"]:
        for who, values in between.items():
            print(f"  {who}, from one picture of a run to the next: wall median {statistics.median(values):.2f} s, "
                  f"{min(values):.2f} to {max(values):.2f}")
        print(f"  segment / package of these medians: "
              f"{statistics.median(between['segment']) / statistics.median(between['package']):.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--of", type=int)
    parser.add_argument("--pictures", type=int, default=6)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--until", type=float, default=float("inf"))
    parser.add_argument("package")
    parser.add_argument("model")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("sets", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    log = options.out / "pairs.jsonl"
    end = time.monotonic() + options.until
    work = list(batches(options, options.out, options.pictures))
    if options.alone:
        work += batches(options, options.out / "alone", 1)
    for number, (out, name, pictures) in enumerate(work):
        if time.monotonic() > end:
            break
        row = {"set": name, "pictures": len(pictures), "alone": out != options.out,
               **pair(options, out, name, pictures, number % 2 == 0)}
        with log.open("a") as file:
            print(json.dumps(row), file=file)
    rows = [json.loads(line) for line in log.read_text().splitlines()]
    for title, alone in (("several pictures a run", False), ("a run for each picture", True)):
        if any(row.get("alone", False) == alone for row in rows):
            tell(title, [row for row in rows if row.get("alone", False) == alone])


if __name__ == "__main__":
    main()
