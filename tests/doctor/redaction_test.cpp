#include "core/doctor/report.h"
#include "core/doctor/sessionexam.h"
#include "core/doctor/words.h"
#include "core/doctor/writings.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

// Private things of every kind.
const QString Mailbox = u"Anna.Böhmer+list@kanarienvogel-müller.de"_s;
const QString Ascii = u"anna.canary@yellowbird.example"_s;
const QString Host = u"imap.kanarienvogel-müller.de"_s;
const QString User = u"annacanaryuser"_s;
const QString Password = u"S3cr3t-Kanari!vogel#2026"_s;
const QString Name = u"Anna Kanarienvogel"_s;
const QString Folder = u"Scheidung Anwalt Übersicht"_s;

AccountSettings account()
{
    AccountSettings account;
    account.key = u"kanari-key-9"_s;
    account.name = Name;
    account.address = Mailbox;
    account.aliases = {u"Anna K <%1>"_s.arg(Ascii)};
    account.imap = {Host, 993, ConnectionSecurity::Tls, User};
    account.smtp = {u"smtp.yellowbird.example"_s, 465, ConnectionSecurity::Tls, User};
    account.passwordCommand = u"echo "_s + Password;
    account.folders.roles.insert(FolderRole::Archive, Folder);
    return account;
}

QString quotedPrintable(const QString &text)
{
    QString out;
    for (const char c : text.toUtf8())
        out += uchar(c) < 0x80 && c != '@' && c != ' ' ? QString(QLatin1Char(c))
                                                       : u"="_s + QString::number(uchar(c), 16).toUpper();
    return out;
}

QString entities(const QString &text)
{
    QString out;
    for (const QChar c : text)
        out += u"&#%1;"_s.arg(c.unicode());
    return out;
}

QString escapes(const QString &text)
{
    QString out;
    for (const QChar c : text)
        out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return out;
}

QString base64(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toBase64());
}

// All the ways in which a text can stand in a text.
QStringList writings(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    QStringList all{value,
                    value.toUpper(),
                    value.toLower(),
                    value.normalized(QString::NormalizationForm_D),
                    u'"' + value + u'"',
                    QString::fromLatin1(QUrl::toPercentEncoding(value)),
                    QString::fromLatin1(QUrl::toPercentEncoding(value)).toLower(),
                    quotedPrintable(value),
                    entities(value),
                    escapes(value),
                    base64(utf8),
                    base64('x' + utf8),
                    base64("xy" + utf8 + "z"),
                    base64('\0' + utf8 + '\0' + Password.toUtf8()), // SASL PLAIN
                    base64("user=" + utf8
                           + "\x01"
                             "auth=Bearer abc\x01\x01"), // XOAUTH2
                    QString::fromLatin1(utf8.toHex()),
                    u"=?utf-8?B?%1?="_s.arg(base64(utf8))};
    if (value.contains(u'@')) {
        all.append(value.section(u'@', 0, 0) + u'@'
                   + QString::fromLatin1(QUrl::toAce(value.section(u'@', 1))));
        all.append(QString(value).replace(u'@', u"%40"_s));
        all.append(QString(value).replace(u'@', u"=40"_s));
        all.append(u'<' + value + u'>');
        all.append(u"mailto:"_s + value);
    } else if (value.contains(u'.')) {
        all.append(QString::fromLatin1(QUrl::toAce(value)));
    }
    return all;
}

} // namespace

class RedactionTest : public QObject
{
    Q_OBJECT

    // None of what is private may be read out of the text by whoever decodes it.
    static QString leak(const QString &text, const QStringList &canaries)
    {
        for (const QString &canary : canaries) {
            static QHash<QString, QList<QRegularExpression>> known; // making them takes time
            if (!known.contains(canary))
                known.insert(canary, doctor::everyWritingOf(canary));
            for (const QRegularExpression &pattern : std::as_const(known)[canary]) {
                if (!pattern.isValid() || pattern.match(text).hasMatch())
                    return canary;
            }
            for (const QString &one : writings(canary)) {
                if (text.contains(one, Qt::CaseInsensitive))
                    return one;
            }
        }
        return {};
    }
    static Redactor redactor() { return Redactor(privateWordsOf({account()})); }

private Q_SLOTS:
    void nothing_private_survives_in_any_writing_data()
    {
        QTest::addColumn<QString>("canary");
        for (const QString &one : {Mailbox, Ascii, Host, User, Name, Folder, u"kanari-key-9"_s})
            QTest::newRow(qPrintable(one)) << one;
    }
    void nothing_private_survives_in_any_writing()
    {
        QFETCH(QString, canary);
        const QStringList frames{
            u"Couldn't sign in to %1 as somebody"_s, u"server said (%1): no"_s, u"%1"_s, u"x=%1,y=2"_s,
            u"The folder %1 is missing."_s,          u"open /tmp/%1/file"_s};
        Redactor one = redactor();
        for (const QString &writing : writings(canary)) {
            for (const QString &frame : frames) {
                const QString out = one.text(frame.arg(writing));
                const QString left = leak(out, {canary});
                QVERIFY2(left.isEmpty(),
                         qPrintable(u"“%1” -> “%2” has “%3”"_s.arg(frame.arg(writing), out, left)));
                const QString line
                    = one.logLine(u"2026-11-27T10:00:00.000Z warning default: "_s + frame.arg(writing));
                QVERIFY2(leak(line, {canary}).isEmpty(), qPrintable(line));
            }
        }
    }

    void what_is_private_by_its_form_goes_though_nobody_named_it_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canary");
        const QList<std::pair<QString, QString>> rows{
            {u"from bob.unknown@elsewhere.example now"_s, u"bob.unknown"_s},
            {u"from bob.unknown%40elsewhere.example now"_s, u"bob.unknown"_s},
            {u"from \"bob unknown\"@elsewhere.example now"_s, u"bob unknown"_s},
            {u"from BOB.UNKNOWN@ELSEWHERE.EXAMPLE."_s, u"elsewhere"_s},
            {u"at mail.private-company.example, port 993"_s, u"private-company"_s},
            {u"at xn--mller-kva.example now"_s, u"xn--mller"_s},
            {u"at müller.example now"_s, u"müller"_s},
            {u"at 192.0.2.77 now"_s, u"192.0.2.77"_s},
            {u"at 2001:db8::17:4 now"_s, u"2001:db8"_s},
            {u"at ::ffff:192.0.2.77 now"_s, u"192.0.2"_s},
            {u"file /home/hiddenuser/.config/x"_s, u"hiddenuser"_s},
            {u"file ~/secretfolder/mail"_s, u"secretfolder"_s},
            {u"file C:\\Users\\hiddenuser\\x"_s, u"hiddenuser"_s},
            {u"Message-ID: <abc.def@host.example>"_s, u"abc.def"_s},
            {u"the message <abc.def.1234> is gone"_s, u"abc.def"_s},
            {u"Subject: Meine Kündigung bei Müller"_s, u"Kündigung"_s},
            {u"the server says \"Hello Bob Unknown\"."_s, u"Bob"_s},
            {u"the server says “a \"b\" Bob” and „Carl“"_s, u"Carl"_s},
            {u"token ya29.a0AfH6SMBxYz1234567890-_abc"_s, u"a0AfH6SMBxYz"_s},
            {u"token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"_s, u"eyJhbGciOiJSUzI1NiJ9"_s},
            {u"AUTH PLAIN AGFubgBzM2NyZXQ="_s, u"AGFubgBzM2NyZXQ"_s},
            {u"fingerprint AB:CD:EF:01:23:45:67:89:AB:CD"_s, u"AB:CD:EF"_s},
            {u"see https://intranet.example/path?user=bob"_s, u"intranet"_s},
            {u"=?iso-8859-1?Q?K=FCndigung?= arrived"_s, u"=FCndigung"_s},
        };
        for (const auto &[text, canary] : rows)
            QTest::newRow(qPrintable(text)) << text << canary;
    }
    void what_is_private_by_its_form_goes_though_nobody_named_it()
    {
        QFETCH(QString, text);
        QFETCH(QString, canary);
        Redactor one;
        QVERIFY2(!one.text(text).contains(canary, Qt::CaseInsensitive), qPrintable(one.text(text)));
        const QString line = one.logLine(u"2026-11-27T10:00:00.000Z debug qt.network.ssl: "_s + text);
        QVERIFY2(!line.contains(canary, Qt::CaseInsensitive), qPrintable(line));
    }

    void what_a_finding_marks_goes_as_a_whole_and_hosts_keep_a_pseudonym()
    {
        Redactor one;
        const QString host = one.text(doctor::foreign(u"mail.small.example"_s));
        QCOMPARE(host, u"host1"_s);
        QCOMPARE(one.text(doctor::foreign(u"MAIL.small.example"_s)), host);
        QCOMPARE(one.text(doctor::foreign(u"other.small.example"_s)), u"host2"_s);
        QCOMPARE(one.text(doctor::foreign(u"imap.gmail.com"_s)), u"imap.gmail.com"_s);
        QCOMPARE(one.text(doctor::foreign(u"anna.becker.gmail.com"_s)), u"host3"_s);
        QCOMPARE(one.text(doctor::foreign(u"bob@small.example"_s)), u"user1@domain1"_s);
        QCOMPARE(one.text(u"x "_s + doctor::foreign(u"Any words at all"_s) + u" y"_s), u"x … y"_s);
        QCOMPARE(one.text(doctor::foreign(u"203.0.113.5"_s)), u"ip1"_s);
        QCOMPARE(one.text(doctor::foreign(u"IMAP4REV1 IDLE XPRIVATE QUOTA"_s)), u"IMAP4REV1 IDLE … QUOTA"_s);
        // A mark without its end hides the rest.
        QCOMPARE(one.text(doctor::ForeignBegin + u"secret words"_s), u"…"_s);
    }

    void what_a_reader_needs_stays()
    {
        Redactor one = redactor();
        const QString sentence
            = u"Encrypted, with a certificate that is valid until 2027-01-02; it took 35 ms."_s;
        QCOMPARE(one.text(sentence), sentence);
        QCOMPARE(one.text(u"TLS 1.3, TLS_AES_256_GCM_SHA384"_s).left(7), u"TLS 1.3"_s);
        QCOMPARE(
            one.logLine(
                u"2026-11-27T10:00:00.123Z warning qt.network.ssl: the connection was refused (error 111)"_s),
            u"2026-11-27T10:00:00.123Z warning qt.network.ssl: the connection was refused error 111"_s);
        QCOMPARE(one.text(Mailbox), u"user1@domain1"_s);
    }

    void random_private_words_never_survive_in_a_report()
    {
        QRandomGenerator random(20261127);
        const QString letters = u"abcdefghijklmnopqrstuvwxyzäöüßéñçжщяλπ"_s;
        const auto word = [&](int least, int most) {
            QString out;
            for (int i = random.bounded(least, most + 1); i > 0; --i)
                out += letters.at(random.bounded(letters.size()));
            return out;
        };
        for (int round = 0; round < 40; ++round) {
            AccountSettings mine;
            mine.name = word(5, 9) + u' ' + word(6, 12);
            mine.key = word(6, 9);
            const QString domain = word(6, 12) + u'.' + u"example"_s;
            mine.address = word(6, 10) + u'.' + word(4, 8) + u'@' + domain;
            mine.imap = {word(5, 8) + u'.' + domain, 993, ConnectionSecurity::Tls, word(6, 12)};
            mine.folders.skipped = {word(6, 10) + u'/' + word(6, 10)};
            const QString subject = word(7, 12) + u' ' + word(7, 12);
            const QString certificate = word(7, 12) + u' ' + word(7, 12);
            const QStringList canaries{mine.name,      mine.key, mine.address, mine.imap.host,
                                       mine.imap.user, domain,   subject,      mine.folders.skipped.first(),
                                       certificate};
            ReportParts parts;
            parts.account = mine;
            parts.examined = mine.name;
            for (int i = 0; i < 12; ++i) {
                Finding finding{u"imap.tls"_s, u"Encryption"_s, FindingState::Bad};
                const QStringList known{mine.name,      mine.key,       mine.address,
                                        mine.imap.host, mine.imap.user, domain};
                const auto all = writings(known.at(random.bounded(known.size())));
                finding.sentence
                    = u"The server %1 said: \"%2\"."_s.arg(all.at(random.bounded(all.size())), subject);
                finding.details
                    = {u"Certificate for: "_s + doctor::foreign(certificate), u"Subject: "_s + subject};
                parts.findings.append(finding);
                const auto any = writings(canaries.at(random.bounded(canaries.size())));
                parts.logLines.append(u"2026-11-27T10:00:00.000Z info default: got "_s
                                      + any.at(random.bounded(any.size())) + u' ' + subject);
            }
            const QString report = redactedReportText(parts, {account()});
            const QString left = leak(report, canaries);
            QVERIFY2(left.isEmpty(), qPrintable(left + u" in\n"_s + report));
        }
    }

    void who_has_issued_a_certificate_is_told_to_nobody_when_signing_in_fails()
    {
        const Error error{ErrorKind::Tls,
                          u"nas.example.org has a new certificate, and Bergstrom Family CA vouches for it."_s,
                          u"certificate-replaced"_s};
        const Finding finding = doctor::judgeSignIn(u"imap"_s, error, 5, false);
        QVERIFY(shownText(finding.details.join(u' ')).contains("Bergstrom"_L1)); // the person may see it
        ReportParts parts;
        parts.findings = {finding};
        const QString report = redactedReportText(parts, {});
        QVERIFY2(!report.contains("Bergstrom"_L1), qPrintable(report));
    }

    void a_provider_of_ones_own_is_not_named()
    {
        ReportParts parts;
        parts.findings = {doctor::judgeSignIn(
            u"imap"_s,
            Error{
                ErrorKind::Auth, u"Umbrella Works does not let Kittiwake in any more. Sign in again."_s, {}},
            5, true)};
        parts.names = {u"Umbrella Works"_s};
        const QString report = redactedReportText(parts, {});
        QVERIFY2(!report.contains("Umbrella"_L1), qPrintable(report));
        QVERIFY(report.contains("does not let Kittiwake in"_L1));
    }

    void numbers_in_a_row_and_long_words_go_too()
    {
        Redactor one;
        const QString line = one.logLine(
            u"2026-11-27T10:00:00.000Z info default: connect 192.0.2.77 port 993 or 0171 234 5678"_s);
        QCOMPARE(line, u"2026-11-27T10:00:00.000Z info default: connect … port 993 or …"_s);
        PrivateWords words;
        words.names = {u"/srv/"_s + u"long directory name of somebody/"_s.repeated(8)};
        Redactor other(words);
        QVERIFY(!other.text(u"at "_s + words.names.first() + u" now"_s).contains("somebody"_L1));
        QVERIFY(!other.text(QString::fromLatin1(QUrl::toPercentEncoding(words.names.first())))
                     .contains("somebody"_L1));
    }

    void hostile_texts_are_redacted_in_time()
    {
        Redactor one = redactor();
        QElapsedTimer clock;
        clock.start();
        for (const QString &piece :
             {u"a."_s, u"@"_s, u"a@"_s, u"1:"_s, u"\""_s, u"/a"_s, u"&#64"_s, u"=41"_s, u"<"_s})
            one.text(QString(piece).repeated(20'000 / piece.size()));
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(RedactionTest)
#include "redaction_test.moc"
