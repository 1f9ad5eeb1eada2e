"""Scenarios as TAP: each is a function that raises when a person would have been let down."""
import sys
import traceback


def run(*scenarios):
    print(f"1..{len(scenarios)}")
    failed = 0
    for number, scenario in enumerate(scenarios, 1):
        name = scenario.__name__.replace("_", " ")
        try:
            scenario()
            print(f"ok {number} {name}", flush=True)
        except Exception:  # whatever goes wrong is a failed scenario, and the next one goes on
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} {name}", flush=True)
    sys.exit(1 if failed else 0)


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r} instead of {expected!r}")
