"""Seeds for a fuzzer from the corpus: seeds.py NAME CORPUS FOLDER. What is there already stays."""
import email
import hashlib
import pathlib
import sys

TYPES = {"tnef": ("application/ms-tnef", "application/vnd.ms-tnef"), "calendar": ("text/calendar",),
         "card": ("text/vcard", "text/x-vcard"), "html": ("text/html",)}


def seeds(name, octets):
    if name == "query":
        yield from queries(octets)
    elif name in ("header", "links"):
        yield octets.split(b"\r\n\r\n", 1)[0]
    elif name == "message":
        yield octets
    else:
        for part in email.message_from_bytes(octets).walk():
            if part.get_content_type() in TYPES[name]:
                yield part.get_payload(decode=True) or b""


# Words of the mail's subject, with what the query language has.
def queries(octets):
    subject = str(email.message_from_bytes(octets).get("Subject", ""))[:200]
    words = subject.split() or ["nothing"]
    yield subject.encode("utf-8", "replace")
    for form in ('from:({0} OR "{1} {0}") -in:"{1}"', "to:me is:unread larger:5M {0}* NOT (subject:{1} | {0})",
                 "after:2024-05-03 before:last week newer_than:3d tag:{0} \u201c{1}\u201d"):
        yield form.format(words[0], words[-1]).encode("utf-8", "replace")


def main():
    name, corpus, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    for path in sorted(corpus.rglob("*.eml")):
        for octets in seeds(name, path.read_bytes()):
            if 0 < len(octets) <= 65536:
                (folder / hashlib.sha1(octets).hexdigest()).write_bytes(octets)


main()
