"""Runs `segment --model` and the package of network_peer.mjs in turns, a few pictures each, so that both have the same share of the machine.

    python3 src/bench/network_pairs.py [--pictures N] [--until SECONDS] PACKAGE MODEL.onnx OUT SET...

Of each SET, N pictures of SET/images (6) are cut out by a whole run of either, the package first in every other pair, into
OUT/package/SET and OUT/segment/SET; pictures that both have done are not done again, and no pair begins after SECONDS. A line of JSON
for each pair goes to OUT/pairs.jsonl, and sums to standard output: wall and processor time of whole runs, start and loading included, and the
highest memory of a run. The scores are those of `src/bench/network-scores --others OUT/package --others OUT/segment - SET...`.
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


def pair(options, name, pictures, package_first):
    out = options.out
    def package():
        return run(["node", HERE / "network_peer.mjs", "cut", options.package, out / "package" / name, *pictures])
    def segment():
        return run([HERE.parent.parent / "scripts/segment", *pictures, "-o", f"{out / 'segment' / name}/", "--background",
                    "transparent", "--model",
                    options.model, "-j", "2", "-q"])
    if package_first:
        first = package()
        return {"package": first, "segment": segment()}
    first = segment()
    return {"package": package(), "segment": first}


def batches(options):
    waiting = {}
    for folder in options.sets:
        done = lambda picture: all((options.out / who / folder.name / f"{picture.stem}.png").exists()
                                   for who in ("package", "segment"))
        waiting[folder.name] = [picture for picture in sorted((folder / "images").iterdir()) if not done(picture)]
    while any(waiting.values()):
        for name, pictures in waiting.items():
            if pictures:
                yield name, pictures[:options.pictures]
                del pictures[:options.pictures]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=int, default=6)
    parser.add_argument("--until", type=float, default=float("inf"))
    parser.add_argument("package")
    parser.add_argument("model")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("sets", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    log = options.out / "pairs.jsonl"
    end = time.monotonic() + options.until
    for number, (name, pictures) in enumerate(batches(options)):
        if time.monotonic() > end:
            break
        row = {"set": name, "pictures": len(pictures), **pair(options, name, pictures, number % 2 == 0)}
        with log.open("a") as file:
            print(json.dumps(row), file=file)
    rows = [json.loads(line) for line in log.read_text().splitlines()]
    count = sum(row["pictures"] for row in rows)
    for who in ("package", "segment"):
        print(f"{who}: {count} pictures, wall {sum(row[who]['wall'] for row in rows) / count:.2f} s, processor "
              f"{sum(row[who]['processor'] for row in rows) / count:.2f} s each, "
              f"{min(row[who]['megabytes'] for row in rows):.0f} to {max(row[who]['megabytes'] for row in rows):.0f} MB")
    for what in ("wall", "processor"):
        ratios = [row["segment"][what] / row["package"][what] for row in rows]
        print(f"{what}, segment / package: median {statistics.median(ratios):.2f}, {min(ratios):.2f} to {max(ratios):.2f}")


if __name__ == "__main__":
    main()
