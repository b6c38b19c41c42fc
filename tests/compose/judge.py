#!/usr/bin/env python3
"""Reads what the program wrote with Python's email package: judge.py FOLDER.

FOLDER holds N.eml and N.json (what should be read from it). Prints each difference and ends with 1 where there is one."""
import hashlib, json, os, re, sys
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime


def unflowed(text):
    """RFC 3676."""
    out, open_line, open_depth = [], "", -1
    for raw in text.split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        line = raw[depth:]
        if line.startswith(" "):
            line = line[1:]
        if open_depth >= 0 and (open_depth != depth or line == "-- "):
            out.append((">" * open_depth + " " if open_depth else "") + open_line)
            open_line, open_depth = "", -1
        open_line, open_depth = open_line + line, depth
        if not line.endswith(" ") or line == "-- ":
            out.append((">" * depth + " " if depth else "") + open_line)
            open_line, open_depth = "", -1
    if open_depth >= 0:
        out.append(open_line)
    return "\n".join(out)


def lines(text):
    return "\n".join(re.sub(r"^(>+) ?", r"\1 ", line).rstrip() for line in text.replace("\r\n", "\n").split("\n")).rstrip("\n")


def text_of(part):
    return part.get_payload(decode=True).decode("utf-8").replace("\r\n", "\n")


def nested(part):
    return part.get_payload(0).as_bytes(policy=policy.SMTP.clone(refold_source="none"))


def read(raw):
    m = message_from_bytes(raw, policy=policy.default)
    problems = [str(d) for part in m.walk() for d in part.defects]
    for name, value in m.items():
        problems += [f"{name}: {d}" for d in value.defects]
    plain = message_from_bytes(raw, policy=policy.compat32)  # the newer parser keeps the blanks between encoded words of a name
    people = lambda f: [[" ".join(str(make_header(decode_header(name))).split()), address]
                        for name, address in getaddresses([re.sub(r"\r?\n", "", v) for v in plain.get_all(f, [])], strict=False)]
    got = {"subject": " ".join((m["Subject"] or "").split()), "date": int(parsedate_to_datetime(m["Date"]).timestamp()),
           "from": people("From"), "to": people("To"), "cc": people("Cc"), "references": re.findall(r"<(\S+)>", m["References"] or ""),
           "text": None, "html": None, "files": []}

    def walk(part):
        kind, disposition = part.get_content_type(), part.get_content_disposition()
        if kind == "message/rfc822":
            got["files"].append([part.get_filename(), kind, hashlib.sha256(nested(part).rstrip(b"\r\n")).hexdigest()])
        elif part.is_multipart():
            for child in part.get_payload():
                walk(child)
        elif disposition:
            got["files"].append([part.get_filename(), kind, hashlib.sha256(part.get_payload(decode=True)).hexdigest()])
        elif kind == "text/plain":
            text = text_of(part)
            got["text"] = lines(unflowed(text) if part.get_param("format") == "flowed" else text)
        elif kind == "text/html":
            got["html"] = text_of(part)
    walk(m)
    return got, problems


def main():
    folder, bad = sys.argv[1], 0
    for name in sorted(n for n in os.listdir(folder) if n.endswith(".eml")):
        with open(os.path.join(folder, name), "rb") as file:
            got, problems = read(file.read())
        with open(os.path.join(folder, name[:-4] + ".json"), encoding="utf-8") as file:
            expected = json.load(file)
        expected["text"] = lines(expected["text"])
        if expected["html"] is not None and got["html"] is not None and expected["html"] in got["html"]:
            got["html"] = expected["html"]
        for key in expected:
            if got[key] != expected[key]:
                problems.append(f"{key}: {got[key]!r} instead of {expected[key]!r}")
        for problem in problems:
            bad += 1
            print(f"{name}: {problem[:600]}")
    sys.exit(1 if bad else 0)


main()
