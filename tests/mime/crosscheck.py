#!/usr/bin/env python3
"""Compares `kittiwakectl show FILE --json` with Python's email package: crosscheck.py KITTIWAKECTL [FOLDER].

Without a folder it makes its own mail (well-formed, many charsets, encodings and structures, the same on every run) and fails on any
difference. With one it reads every file in it and lists the differences (real mail: somebody has to judge them)."""
import base64, concurrent.futures, hashlib, json, os, quopri, random, re, subprocess, sys, tempfile, time, unicodedata
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, getaddresses

TEXTS = {
    "utf-8": "Grüße aus Köln – 会議は金曜日です 🙂\nПривет\n",
    "iso-8859-1": "Déjà vu à la carte\n",
    "iso-8859-2": "Příliš žluťoučký kůň\n",
    "iso-8859-7": "Καλημέρα κόσμε\n",
    "iso-8859-9": "Şişli, İstanbul\n",
    "iso-8859-15": "Preis: 5 €\n",
    "windows-1250": "Zażółć gęślą jaźń\n",
    "windows-1251": "Съешь ещё этих булок\n",
    "windows-1252": "“quoted” – €\n",
    "windows-1255": "שלום עולם\n",
    "windows-1256": "مرحبا بالعالم\n",
    "koi8-r": "Встреча в пятницу\n",
    "koi8-u": "Їжак і ґанок\n",
    "gb18030": "会议改到星期五下午\n",
    "gb2312": "会议改到星期五下午\n",
    "big5": "會議改到星期五下午\n",
    "shift_jis": "会議は金曜日です\n",
    "iso-2022-jp": "会議は金曜日です\n",
    "euc-jp": "会議は金曜日です\n",
    "euc-kr": "회의는 금요일입니다\n",
    "utf-7": "Grüße + Zeichen\n",
    "us-ascii": "Plain and simple.\n",
}
NAMES = ["report.pdf", "räksmörgås.bin", "отчёт за ноябрь.xlsx", "会議の資料.pptx", "a b; c=d.txt", "x" * 120 + ".tar.gz"]
# Names that Python does not know or reads more narrowly than mail means them.
ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "windows-1252", "us-ascii": "utf-8", "ascii": "utf-8", "": "utf-8",
           "ks_c_5601-1987": "cp949", "euc-kr": "cp949"}


# ---- the mail we make

def encoded(text, charset, encoding):
    raw = text.encode(charset)
    if encoding == "base64":
        return base64.encodebytes(raw)
    return quopri.encodestring(raw) if encoding == "quoted-printable" else raw


def text_part(rng, charset, subtype="plain"):
    text = "".join(TEXTS[charset] for _ in range(rng.randint(1, 6)))
    if subtype == "html":
        text = "<p>" + text.replace("\n", "<br>\n") + "</p>"
    choices = ["base64", "quoted-printable", "7bit" if charset == "us-ascii" else "8bit"]
    encoding = rng.choice(choices) if charset not in ("utf-7", "iso-2022-jp") else "7bit"
    part = MIMEText("", subtype, "us-ascii")
    del part["Content-Type"], part["Content-Transfer-Encoding"]
    part["Content-Type"] = f"text/{subtype}; charset=" + rng.choice([charset, f'"{charset}"', charset.upper()])
    part["Content-Transfer-Encoding"] = encoding
    part.set_payload(encoded(text, charset, encoding).decode("ascii", "surrogateescape"))
    return part


def attachment(rng):
    data = rng.randbytes(rng.choice([0, 1, 57, 58, 1000, 20000]))
    part = MIMEApplication(data, rng.choice(["pdf", "octet-stream", "zip"]))
    name = rng.choice(NAMES)
    part.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
    return part


def structure(rng, index, charset):
    kind = index % 7
    if kind == 0:
        return text_part(rng, charset)
    if kind == 1:
        return MIMEMultipart("alternative", _subparts=[text_part(rng, charset), text_part(rng, charset, "html")])
    if kind == 2:
        return MIMEMultipart("mixed", _subparts=[text_part(rng, charset)] + [attachment(rng) for _ in range(rng.randint(1, 4))])
    if kind == 3:
        image = MIMEImage(rng.randbytes(300), "png")
        image.add_header("Content-ID", f"<picture{index}@example.org>")
        html = MIMEText(f'<p>Look: <img src="cid:picture{index}@example.org"></p>', "html", "utf-8")
        return MIMEMultipart("alternative", _subparts=[text_part(rng, charset), MIMEMultipart("related", _subparts=[html, image])])
    if kind == 4:
        inner = MIMEMessage(make(rng, index + 100_003))
        return MIMEMultipart("mixed", _subparts=[text_part(rng, charset), inner, attachment(rng)])
    if kind == 5:
        return MIMEMultipart("mixed", _subparts=[text_part(rng, charset), attachment(rng), text_part(rng, rng.choice(list(TEXTS)))])
    inner = MIMEMultipart("mixed", _subparts=[text_part(rng, charset), attachment(rng)])
    return MIMEMultipart("mixed", _subparts=[inner, attachment(rng)])


def make(rng, index):
    charset = list(TEXTS)[index % len(TEXTS)]
    m = structure(rng, index, charset)
    m["From"] = f'{Header("Åsa Öberg", rng.choice(["utf-8", "iso-8859-1"])).encode()} <asa@example.org>'
    m["To"] = ", ".join(f'"Person, {i}" <p{i}@example.org>' for i in range(rng.randint(1, 12)))
    if rng.randrange(2):
        m["Cc"] = "team: a@example.org, Bea <b@example.org>;, c@example.org (Carl)"
    long = (TEXTS[charset].strip().replace("\n", " ") + " ") * rng.randint(1, 4)
    m["Subject"] = Header(long.strip(), "utf-8" if charset == "utf-7" else charset, maxlinelen=60)
    zone = timezone(timedelta(minutes=rng.choice([-480, -210, 0, 60, 330, 765])))
    m["Date"] = format_datetime(datetime(2020, 1, 1, tzinfo=zone) + timedelta(minutes=rng.randrange(2_000_000)))
    m["Message-ID"] = f"<{index}.x@example.org>"
    return m


# ---- what it should look like, by Python's parser

def normal(text):
    plain = re.sub(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", "", text or "")
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def words(text):
    """Without what joining flowed lines (RFC 3676) changes."""
    return re.sub(r"[\s>]", "", normal(text))


def decoded(raw, charset):
    charset = ALIASES.get(charset.strip().lower(), charset.strip().lower())
    for attempt, errors in ((charset, "strict"), ("utf-8", "strict"), (charset, "replace"), ("windows-1252", "replace")):
        try:
            return raw.decode(attempt, errors)
        except (LookupError, UnicodeDecodeError):
            continue
    return ""


def expected_parts(m):
    texts, files = [], []
    html = "".join(decoded(p.get_payload(decode=True) or b"", p.get_content_charset() or "") for p in m.walk()
                   if p.get_content_type() == "text/html")

    def file(part, data):
        kind, cid = part.get_content_type(), (part["Content-ID"] or "").strip().strip("<>")
        files.append({"name": part.get_filename(), "mime_type": kind, "size": len(data) if data is not None else None,
                      "sha256": hashlib.sha256(data).hexdigest() if data is not None else None,
                      "inline": part.get_content_disposition() == "inline" or bool(cid and "cid:" + cid in html),
                      "content_id": cid or None})

    def walk(part):
        kind, disposition, name = part.get_content_type(), part.get_content_disposition(), part.get_filename()
        if kind == "message/rfc822":
            file(part, None)
        elif part.is_multipart():
            for child in part.get_payload():
                walk(child)
        elif disposition == "attachment" or kind not in ("text/plain", "text/html") or (kind == "text/plain" and name and disposition != "inline"):
            file(part, part.get_payload(decode=True) or b"")
        elif kind == "text/plain":
            texts.append(decoded(part.get_payload(decode=True) or b"", part.get_content_charset() or ""))
    walk(m)
    return texts, files


def mailboxes(m, field):
    out = []
    raw = [str(value).replace("\n", "") for name, value in m.raw_items() if name.lower() == field]
    comments = {e: n for n, e in getaddresses(raw)}  # "c@example.org (Carl)": the newer parser drops Carl
    for header in m.get_all(field, []):
        out += [(normal(a.display_name or comments.get(a.addr_spec)), normal(a.addr_spec)) for a in getattr(header, "addresses", ())]
    return [("" if n.lower() == e.lower() else n, e) for n, e in out if n or e]


def compare(raw, seen):
    m = message_from_bytes(raw.replace(b"\r\n", b"\n"), policy=policy.default)
    problems = []

    def same(what, ours, theirs):
        if ours != theirs:
            problems.append(f"{what}: {str(ours)[:300]!r} instead of {str(theirs)[:300]!r}")

    for field in ("from", "to", "cc"):
        ours = [(a["name"], a["email"]) for a in ([seen["from"]] if field == "from" else seen[field])]
        same(field, [a for a in ours if any(a)], mailboxes(m, field)[:1 if field == "from" else None])
    same("subject", normal(seen["subject"]), normal(str(m["subject"] or "")))
    same("message_id", normal(seen["message_id"]), normal(str(m["message-id"] or "")).strip("<>").strip())
    date = getattr(m["date"], "datetime", None)
    date = date and (date if date.tzinfo else date.replace(tzinfo=timezone.utc))
    same("date", seen["date"] and datetime.fromisoformat(seen["date"]), date)
    texts, files = expected_parts(m)
    if not seen["text_is_from_html"]:
        same("text", words(seen["text"]), words("".join(t + "\n" for t in texts)))
    ours = [dict(a) for a in seen["attachments"]]
    for a, theirs in zip(ours, files):
        if theirs["size"] is None:  # Python writes nested messages anew
            a["size"] = a["sha256"] = None
        if theirs["name"] is None:
            a["name"] = None
    same("attachments", ours, files)
    return problems


def check(program, name, own):
    start = time.monotonic()
    done = subprocess.run([program, "show", name, "--json"], capture_output=True, timeout=60)
    took = time.monotonic() - start
    if done.returncode:
        return [f"status {done.returncode}: {done.stderr.decode()[-500:]}"]
    seen = json.loads(done.stdout)
    with open(name, "rb") as f:
        problems = compare(f.read(), seen)
    if own and seen["warnings"]:
        problems.append(f"warnings: {seen['warnings']}")
    if not own and took > 2:
        problems.append(f"took {took:.1f} s")
    return problems


def main():
    program, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as own:
        if folder:
            names = sorted(os.path.join(d, f) for d, _, fs in os.walk(folder) for f in fs)
        else:
            rng = random.Random(20)
            names = [os.path.join(own, f"{i:04}.eml") for i in range(22 * 7 * 2)]
            for i, name in enumerate(names):
                raw = make(rng, i).as_bytes(policy=policy.compat32)
                with open(name, "wb") as f:
                    f.write(raw if i % 2 else raw.replace(b"\n", b"\r\n"))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda name: check(program, name, not folder), names))
        for name, problems in zip(names, results):
            for problem in problems:
                print(f"{name}: {problem}")
        differ = sum(1 for problems in results if problems)
        print(f"{len(names)} messages, {differ} differ")
    return 1 if differ and not folder else 0


sys.exit(main())
