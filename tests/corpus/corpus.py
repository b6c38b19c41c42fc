"""Shows each message of a folder with kittiwakectl and compares with what stands beside it.

corpus.py KITTIWAKECTL FOLDER [PART-OF-A-NAME]

NAME.eml has NAME.json: {"rule": what the message proves, "show": members that must be exactly so,
"text_has", "text_lacks", "html_has", "html_lacks", "warnings_have": lists of texts}.
Objects in "show" may leave members out; lists may not.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys


def differences(expected, found, where):
    if isinstance(expected, dict) and isinstance(found, dict):
        out = []
        for key, value in expected.items():
            if key not in found:
                out.append(f"{where}.{key} is missing")
            else:
                out += differences(value, found[key], f"{where}.{key}")
        return out
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [d for i, (e, f) in enumerate(zip(expected, found)) for d in differences(e, f, f"{where}[{i}]")]
    return [] if expected == found else [f"{where}: expected {expected!r}, found {found!r}"]


def contents(expected, shown):
    out = []
    for member, text in (("text", shown["text"]), ("html", shown["html"] or ""),
                         ("warnings", "\n".join(shown["warnings"]))):
        for part in expected.get(f"{member}_has", []) + expected.get(f"{member}_have", []):
            if part not in text:
                out.append(f"{member} lacks {part!r}: {text[:300]!r}")
        for part in expected.get(f"{member}_lacks", []):
            if part in text:
                out.append(f"{member} has {part!r}: {text[:300]!r}")
    return out


def check(program, path):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if not expected.get("rule"):
        return ["names no rule"]
    done = subprocess.run([program, "show", "--json", str(path)], capture_output=True, timeout=60,
                          env=dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC"))
    if done.returncode != 0:
        return [f"ended with {done.returncode}: {done.stderr.decode(errors='replace')}"]
    shown = json.loads(done.stdout)
    return differences(expected.get("show", {}), shown, "show") + contents(expected, shown)


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    paths = [p for p in sorted(folder.rglob("*.eml")) if part in str(p)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, found in zip(paths, pool.map(lambda p: check(program, p), paths)):
            failed += bool(found)
            for line in found:
                print(f"{path.relative_to(folder)}: {line}")
    print(f"{len(paths)} messages, {failed} not as expected")
    return 1 if failed or not paths else 0


sys.exit(main())
