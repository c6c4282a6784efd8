"""What all peers share: taking the time, and writing a figure as one JSON object a line, as `entente-bench report` reads them."""

import json
import math
import os
import signal
import statistics
import sys
import time

# Seconds after which a single piece of work is given up.
LIMIT = int(os.environ.get("BENCH_LIMIT", "120"))


class TooLong(Exception):
    pass


def _stop(number, frame):
    raise TooLong


def _write(benchmark, program, unit, seconds, as_value, threads, note, processor=None):
    ordered = sorted(seconds)
    p95 = ordered[math.ceil(len(ordered) * 0.95) - 1]
    figure = {
        "benchmark": benchmark, "program": program, "unit": unit, "threads": threads, "repetitions": len(ordered),
        "median": as_value(statistics.median(ordered)), "p95": as_value(p95), "best": as_value(ordered[0]),
    }
    if processor:
        figure["processor"] = as_value(statistics.median(processor))
    if note:
        figure["note"] = note
    print(json.dumps(figure), flush=True)


def _times(work, items, budget):
    """Seconds for each item by the clock, and of the processors, until the budget is used up; empty where even the first
    took longer than the limit."""
    times = []
    processor = []
    begin = time.perf_counter()
    signal.signal(signal.SIGALRM, _stop)
    for item in items:
        signal.alarm(LIMIT)
        try:
            start, busy = time.perf_counter(), time.process_time()
            work(item)
            times.append(time.perf_counter() - start)
            processor.append(time.process_time() - busy)
        except TooLong:
            break
        finally:
            signal.alarm(0)
        if time.perf_counter() - begin > budget:
            break
    return times, processor


def each(benchmark, program, work, items, budget=20, threads=1, note=None):
    """Milliseconds of many pieces of work, as many as fit into the budget of seconds."""
    times, processor = _times(work, items, budget)
    if not times:
        print(f"{program}: {benchmark} took more than {LIMIT} s and was given up.", file=sys.stderr)
        return
    _write(benchmark, program, "ms", times, lambda seconds: seconds * 1e3, threads, note, processor)


def repeated(benchmark, program, work, repetitions=3, threads=1, note=None):
    """Milliseconds of the same work again and again."""
    each(benchmark, program, lambda _: work(), range(repetitions), budget=60, threads=threads, note=note)


def rate(benchmark, program, work, amount, unit, repetitions=5, threads=1, note=None):
    """How much of an amount of work is done a second, after one round for warming up."""
    work()
    times, processor = _times(lambda _: work(), range(repetitions), 60)
    if times:
        _write(benchmark, program, unit + "/s", times, lambda seconds: amount / seconds, threads, note, processor)


def value(benchmark, program, unit, figure, threads=1, note=None):
    _write(benchmark, program, unit, [figure], lambda same: same, threads, note)


def resident_bytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


def check(program, cost, expected):
    """An answer that differs makes the time worthless."""
    if abs(cost - expected) > 1e-6:
        sys.exit(f"{program} finds a path of cost {cost}, Entente one of {expected}")
