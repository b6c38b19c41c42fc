#include "core/compose/messagewriter.h"

#include "compose/draftmaker.h"
#include "compose/wellformed.h"

#include "core/compose/bodyencoding.h"
#include "core/compose/sendableaddress.h"
#include "core/mime/attachmentname.h"
#include "core/mime/html/htmlsanitizer.h"
#include "core/mime/messageparser.h"

#include <KMime/Message>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Seeds = 300;

WrittenMessage written(const Draft &draft)
{
    auto message = writeMessage(draft, {});
    if (!message)
        qFatal("%s", qPrintable(message.error().text));
    return *message;
}

// What a reader may be expected to see: no blanks at the ends of lines and of the text, quotes with a blank.
QString seen(QString text)
{
    static const QRegularExpression quote(u"^(>+) ?"_s);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        line.replace(quote, u"\\1 "_s);
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
    }
    QString out = lines.join(u'\n');
    while (out.endsWith(u'\n'))
        out.chop(1);
    return out;
}

// "Name" and the address with its domain as it travels.
Address onTheWay(const Address &address)
{
    return {address.name.simplified(), QString::fromUtf8(sendableAddress(address.email)->text)};
}

QList<Address> onTheWay(const QList<Address> &list)
{
    QList<Address> out;
    for (const Address &address : list)
        out.append(onTheWay(address));
    return out;
}

QString textOf(const Draft &draft)
{
    return seen(draft.text.isEmpty() && !draft.html.isEmpty() ? htmlToText(draft.html) : draft.text);
}

struct File {
    QString name;
    QString type;
    QByteArray octets;
};

QByteArray digest(const QByteArray &octets)
{
    return QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex();
}

// The files in the order in which they stand in the message: pictures of the HTML first.
QList<File> filesOf(const Draft &draft)
{
    static const QStringList kept{u"application/pdf"_s, u"text/plain"_s,        u"text/csv"_s,
                                  u"image/jpeg"_s,      u"application/x-tar"_s, u"image/png"_s};
    QList<File> pictures;
    QList<File> files;
    for (const DraftAttachment &a : draft.attachments) {
        QString name = cleanFileName(a.name);
        name = name.isEmpty() ? u"attachment"_s : name;
        QString type
            = kept.contains(a.mimeType.toLower()) ? a.mimeType.toLower() : u"application/octet-stream"_s;
        QByteArray octets = a.data;
        if (a.mimeType == "message/rfc822"_L1 && nestedMessage(a.data).fits) {
            type = a.mimeType;
            octets = nestedMessage(a.data).octets;
        }
        (a.isInline ? pictures : files).append({name, type, octets});
    }
    return pictures + files;
}

QJsonArray json(const QList<Address> &list)
{
    QJsonArray out;
    for (const Address &address : onTheWay(list))
        out.append(QJsonArray{address.name, address.email});
    return out;
}

QJsonObject expectedOf(const Draft &draft)
{
    QJsonArray files;
    for (File &file : filesOf(draft)) {
        // Python does not tell whether a message within another ended with a line end.
        while (file.type == "message/rfc822"_L1 && file.octets.endsWith("\r\n"))
            file.octets.chop(2);
        files.append(QJsonArray{file.name, file.type, QString::fromLatin1(digest(file.octets))});
    }
    return {{u"subject"_s, draft.subject.simplified()},
            {u"date"_s, draft.date},
            {u"from"_s, json({draft.from})},
            {u"to"_s, json(draft.to)},
            {u"cc"_s, json(draft.cc)},
            {u"references"_s, QJsonArray::fromStringList(draft.references)},
            {u"text"_s, textOf(draft)},
            {u"html"_s, draft.html.isEmpty() ? QJsonValue() : QJsonValue(draft.html)},
            {u"files"_s, files}};
}

} // namespace

class RoundtripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_written_is_well_formed()
    {
        for (quint32 seed = 0; seed < Seeds; ++seed) {
            const WrittenMessage message = written(generatedDraft(seed));
            const QStringList harm = harmInMessage(message.bytes);
            QVERIFY2(harm.isEmpty(), qPrintable(u"%1: %2"_s.arg(seed).arg(harm.join(u", "_s))));
            QVERIFY(!message.bytes.contains("secret"));
            QCOMPARE(message.envelope.recipients.size(),
                     generatedDraft(seed).to.size() + generatedDraft(seed).cc.size()
                         + generatedDraft(seed).bcc.size());
        }
    }

    void our_own_parser_reads_what_was_typed()
    {
        for (quint32 seed = 0; seed < Seeds; ++seed) {
            const Draft draft = generatedDraft(seed);
            const MessageView view = parseMessage(written(draft).bytes);
            const QByteArray where = QByteArray::number(seed);
            QVERIFY2(view.warnings.isEmpty(), where);
            QVERIFY2(view.from == onTheWay(draft.from), where);
            QVERIFY2(view.to == onTheWay(draft.to), where);
            QVERIFY2(view.cc == onTheWay(draft.cc), where);
            QVERIFY2(view.replyTo == onTheWay(draft.replyTo), where);
            QCOMPARE(view.subject, draft.subject);
            QCOMPARE(view.date, draft.date);
            QCOMPARE(view.dateOffsetMinutes, draft.dateOffsetMinutes);
            QCOMPARE(view.messageId, draft.messageId);
            QCOMPARE(view.receiptTo.isEmpty(), !draft.options.readReceipt);
            QCOMPARE(seen(view.text), textOf(draft));
            QCOMPARE(view.html.isEmpty(), draft.html.isEmpty());
            const QList<File> expected = filesOf(draft);
            QCOMPARE(view.attachments.size(), expected.size());
            for (qsizetype i = 0; i < expected.size(); ++i) {
                QCOMPARE(view.attachments[i].name, expected[i].name);
                QCOMPARE(view.attachments[i].mimeType, expected[i].type);
                QCOMPARE(view.attachments[i].sha256, digest(expected[i].octets));
                QCOMPARE(view.attachments[i].isInline, expected[i].type == "image/png"_L1);
            }
        }
    }

    void python_reads_what_was_typed()
    {
        QTemporaryDir folder;
        for (quint32 seed = 0; seed < Seeds; ++seed) {
            const Draft draft = generatedDraft(seed);
            const QString name = folder.filePath(u"%1"_s.arg(seed, 3, 10, QChar(u'0')));
            QFile message(name + ".eml"_L1);
            QVERIFY(message.open(QIODevice::WriteOnly));
            message.write(written(draft).bytes);
            QFile expected(name + ".json"_L1);
            QVERIFY(expected.open(QIODevice::WriteOnly));
            expected.write(QJsonDocument(expectedOf(draft)).toJson());
        }
        QProcess python;
        python.setProcessChannelMode(QProcess::MergedChannels);
        python.start(u"python3"_s, {QStringLiteral(KW_JUDGE), folder.path()});
        QVERIFY(python.waitForFinished(120'000));
        const QByteArray said = python.readAll();
        QVERIFY2(python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0,
                 said.first(std::min<qsizetype>(said.size(), 6000)).constData());
    }

    void kmime_reads_what_was_typed()
    {
        qsizetype files = 0;
        for (quint32 seed = 0; seed < Seeds; ++seed) {
            const Draft draft = generatedDraft(seed);
            KMime::Message message;
            message.setContent(written(draft).bytes.replace("\r\n", "\n"));
            message.parse();
            // KMime loses the blank of a fold before a last word of one letter.
            QCOMPARE(message.subject()->asUnicodeString().remove(u' '), QString(draft.subject).remove(u' '));
            QStringList names;
            for (const KMime::Content *part : message.attachments())
                names.append(const_cast<KMime::Content *>(part)->contentDisposition()->filename());
            QStringList expected;
            for (const File &file : filesOf(draft))
                expected.append(file.name);
            files += names.size();
            for (const QString &name : std::as_const(names))
                QVERIFY2(expected.contains(name), qPrintable(name));
        }
        QVERIFY(files > 100);
    }
};

QTEST_GUILESS_MAIN(RoundtripTest)
#include "roundtrip_test.moc"
