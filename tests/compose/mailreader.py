#!/usr/bin/env python3
"""Reads one message on standard input with Python's email package and prints what it found as JSON: its fields, its parts with
their types, parameters and texts, and every defect."""
import base64, json, sys
from email import message_from_bytes, policy


def described(part):
    out = {"type": part.get_content_type(), "params": {k.lower(): v for k, v in (part.get_params() or [])[1:]}}
    if part.get_content_maintype() == "message":
        out["fields"] = [[k, str(v)] for k, v in part.get_payload(0).items()]
        return out
    if part.is_multipart():
        out["parts"] = [described(child) for child in part.get_payload()]
        return out
    octets = part.get_payload(decode=True) or b""
    out["base64"] = base64.b64encode(octets).decode()
    if part.get_content_maintype() == "text":
        out["text"] = octets.decode(part.get_content_charset() or "ascii", "replace").replace("\r\n", "\n")
    return out


message = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
defects = [str(d) for part in message.walk() for d in part.defects]
for name, value in message.items():
    defects += [f"{name}: {d}" for d in value.defects]
print(json.dumps({"fields": [[k, str(v)] for k, v in message.items()], "body": described(message), "defects": defects}))
