#include "core/compose/answering.h"
#include "core/compose/messagewriter.h"
#include "core/compose/reminders.h"
#include "core/compose/sendableaddress.h"

#include "compose/wellformed.h"
#include "core/mime/messageparser.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// Answers to all mail of tests/corpus, hostile mail included.
namespace {

const Answerer Anna{{{u"Anna"_s, u"anna@example.org"_s}}, {u"anna@example.org"_s}};

QString problemOf(Draft draft)
{
    draft.to.append({{}, u"ben@example.org"_s});
    const auto kept = readDraft(savedDraft(draft));
    if (!kept || *kept != draft)
        return u"is not kept"_s;
    remindersOf(draft);
    const auto written = writeMessage(draft, {});
    if (!written)
        return written.error().text;
    QStringList harm = harmInMessage(written->bytes);
    if (written->envelope.needsSmtpUtf8)
        harm.removeAll(u"8-bit header"_s);
    if (draft.act == DraftAct::Redirect) // what others wrote stays as it is
        harm.removeIf([](const QString &one) {
            return one.contains("encoded word"_L1) || one.contains("blanks"_L1) || one.contains("8-bit"_L1);
        });
    return harm.join(u", "_s);
}

} // namespace

class CorpusAnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_message_can_be_answered_and_forwarded()
    {
        QDirIterator files(QStringLiteral(KW_CORPUS), {u"*.eml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        int answered = 0;
        int refused = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray source = file.readAll();
            const Original original{parseMessage(source), source, MessageId(1)};
            for (const bool richText : {false, true}) {
                Answerer answerer = Anna;
                answerer.richText = richText;
                for (const Draft &draft : {reply(original, answerer), replyToAll(original, answerer),
                                           forward(original, answerer), forwardAttached({original}, answerer),
                                           redirect(original, answerer), editAsNew(original, answerer)}) {
                    Draft sendable = draft;
                    for (QList<Address> *list :
                         {&sendable.to, &sendable.cc, &sendable.bcc, &sendable.replyTo}) {
                        list->removeIf([](const Address &a) { return !sendableAddress(a.email); });
                    }
                    const QString problem = problemOf(sendable);
                    if (draft.act == DraftAct::Redirect && problem.contains("unchanged"_L1)) {
                        ++refused;
                        continue;
                    }
                    QVERIFY2(problem.isEmpty(),
                             qPrintable(
                                 u"%1, act %2: %3"_s.arg(file.fileName()).arg(int(draft.act)).arg(problem)));
                    ++answered;
                }
            }
        }
        QVERIFY(answered > 5000);
        QVERIFY(refused < answered / 50);
    }
};

QTEST_GUILESS_MAIN(CorpusAnswersTest)
#include "corpusanswers_test.moc"
