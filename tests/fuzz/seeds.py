"""Seeds for a fuzzer from the corpus: seeds.py NAME CORPUS FOLDER. What is there already stays."""
import email
import hashlib
import pathlib
import sys

TYPES = {"tnef": ("application/ms-tnef", "application/vnd.ms-tnef"), "calendar": ("text/calendar",),
         "card": ("text/vcard", "text/x-vcard"), "html": ("text/html",)}


def seeds(name, octets):
    if name in ("header", "links"):
        yield octets.split(b"\r\n\r\n", 1)[0]
    elif name == "message":
        yield octets
    else:
        for part in email.message_from_bytes(octets).walk():
            if part.get_content_type() in TYPES[name]:
                yield part.get_payload(decode=True) or b""


def main():
    name, corpus, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    for path in sorted(corpus.rglob("*.eml")):
        for octets in seeds(name, path.read_bytes()):
            if 0 < len(octets) <= 65536:
                (folder / hashlib.sha1(octets).hexdigest()).write_bytes(octets)


main()
