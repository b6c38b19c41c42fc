#include "core/compose/draft.h"
#include "core/store/folderstore.h"
#include "core/store/journalstore.h"
#include "core/store/letterstore.h"
#include "core/store/pages.h"
#include "tests/support/submissionserver.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

using Fault = SubmissionManners::Fault;
using State = LetterState;

constexpr int Commits = 4; // queued, handed over, concluded, its copy filed
constexpr int KilledStatus = 9;

struct Way {
    QByteArray name;
    SubmissionManners manners;
    bool nearEnd = false;
};

QList<Way> commandFaults()
{
    const std::pair<QByteArray, Fault> faults[] = {{"cut before", Fault::CutBefore},
                                                   {"cut after", Fault::CutAfter},
                                                   {"reset before", Fault::ResetBefore},
                                                   {"half an answer to", Fault::HalfAnswer},
                                                   {"silence at", Fault::Silence}};
    QList<Way> ways;
    for (const QByteArray command : {"EHLO", "MAIL", "RCPT", "DATA", "."}) {
        for (const auto &[name, fault] : faults) {
            Way way{name + ' ' + command, {}};
            way.manners.faultAt = command;
            way.manners.fault = fault;
            way.nearEnd = command == ".";
            ways.append(way);
        }
    }
    return ways;
}

QList<Way> refusals()
{
    QList<Way> ways;
    for (const QByteArray command : {"MAIL", "RCPT", "DATA", "."}) {
        for (const QByteArray code : {"451 4.3.0 not now", "550 5.1.1 no"}) {
            Way way{code.first(3) + " to " + command, {}};
            way.manners.replies = {{command, code + "\r\n"}};
            way.nearEnd = command == ".";
            ways.append(way);
        }
    }
    return ways;
}

// The connection goes when so many octets of the message have come: the last ones one by one.
QList<Way> messageCuts(qint64 octets)
{
    QList<Way> ways;
    QList<qint64> places{0, 1, octets / 2};
    for (qint64 place = octets - 9; place <= octets; ++place)
        places.append(place);
    for (const qint64 place : std::as_const(places)) {
        Way way{"cut after " + QByteArray::number(place) + " of " + QByteArray::number(octets), {}};
        way.manners.faultInMessage = place;
        way.manners.fault = Fault::CutBefore;
        way.nearEnd = true;
        ways.append(way);
    }
    return ways;
}

void copyFiles(const QString &from, const QString &to)
{
    const auto names = QDir(from).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        QFile::copy(from + u'/' + name, to + u'/' + name);
}

} // namespace

// Nothing lost, nothing doubled: every way in which the connection can go, times every moment at which the
// program can be killed. Afterwards the program starts again and meets a good server.
class CutsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_template;
    QList<Way> m_ways;
    int m_combinations = 0;
    int m_killed = 0;

    static int run(const QString &directory, quint16 port, const QStringList &words)
    {
        QProcess driver;
        driver.setProcessChannelMode(QProcess::ForwardedChannels);
        driver.start(QStringLiteral(KW_OUTBOX_DRIVER),
                     QStringList{directory, QString::number(port)} + words);
        return driver.waitForFinished(30'000) && driver.exitStatus() == QProcess::NormalExit
            ? driver.exitCode()
            : -1;
    }

    // What is wrong afterwards; empty: nothing.
    static QString judged(const QString &directory, qsizetype taken)
    {
        auto opened = Database::open(directory, Database::Mode::ReadOnly);
        if (!opened)
            return opened.error().text;
        Database &db = **opened;
        const LetterStore letters(db);
        const auto letter = letters.byMessageId(u"one@example.org"_s);
        if (!letter)
            return taken == 0 ? QString() : u"it was sent, and nobody knows of it"_s;
        if (taken > 1)
            return u"it was sent %1 times"_s.arg(taken);
        const bool isSafe = letters.text(letter->id) && !letters.draft(letter->id).isNull();
        switch (letter->state) {
        case State::Uncertain:
        case State::Refused:
            return !isSafe ? u"the message is lost"_s
                : letter->error.isEmpty()
                ? u"nothing is said"_s
                : letter->state == State::Refused && taken > 0 ? u"refused, and sent"_s : QString();
        case State::Done:
            break;
        default:
            return u"it is left in state %1"_s.arg(int(letter->state));
        }
        qsizetype copies = 0;
        for (const FolderRow &folder : FolderStore(db).folders(letter->account)) {
            if (folder.role == FolderRole::Sent)
                copies = Pages(db).messages(ViewId::of(folder.id), {}, 10).size();
        }
        const int steps = JournalStore(db).openCount(letter->account);
        return taken != 1 ? u"it counts as sent, and was not"_s
            : copies != 1 || steps != 1
            ? u"%1 copies among sent mail, %2 steps"_s.arg(copies).arg(steps)
            : QString();
    }

    // How the run ended, and what is wrong.
    QString combined(const Way &way, const QStringList &death, bool bcc, int *ended) const
    {
        const QTemporaryDir directory;
        copyFiles(m_template.path(), directory.path());
        qsizetype taken = 0;
        {
            const SubmissionServer server(way.manners);
            *ended = run(directory.path(), server.port(),
                         death + QStringList{u"queue"_s} + (bcc ? QStringList{u"bcc"_s} : QStringList()));
            taken += server.taken().size();
        }
        const SubmissionServer good;
        if (run(directory.path(), good.port(), {u"never"_s, u"0"_s, u"go"_s}) != 0)
            return u"it does not come up again"_s;
        return judged(directory.path(), taken + good.taken().size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto db = Database::open(m_template.path(), Database::Mode::ReadWrite);
        QVERIFY(db);
        FolderStore folders(**db);
        Transaction txn(**db);
        const AccountId account = folders.account(u"work"_s);
        FolderRow sent;
        sent.account = account;
        sent.path = sent.serverPath = u"Sent"_s;
        sent.separator = u'/';
        sent.role = FolderRole::Sent;
        sent.lowUid = 1;
        folders.upsert(sent);
        QVERIFY(txn.commit());
    }

    void exactly_once_or_safe_data()
    {
        QTest::addColumn<int>("index");
        {
            const QTemporaryDir directory;
            copyFiles(m_template.path(), directory.path());
            const SubmissionServer server;
            QCOMPARE(run(directory.path(), server.port(), {u"never"_s, u"0"_s, u"queue"_s}), 0);
            QVERIFY(server.messageOctets() > 100);
            m_ways = {{"no fault", {}, true}};
            m_ways += commandFaults() + refusals() + messageCuts(server.messageOctets());
        }
        for (int i = 0; i < m_ways.size(); ++i)
            QTest::newRow(m_ways.at(i).name.constData()) << i;
    }
    void exactly_once_or_safe()
    {
        QFETCH(int, index);
        const Way &way = m_ways.at(index);
        QList<QStringList> deaths{{u"never"_s, u"0"_s}};
        for (int commit = 1; commit <= Commits; ++commit)
            deaths += {{u"before"_s, QString::number(commit)}, {u"after"_s, QString::number(commit)}};
        QStringList wrong;
        for (const QStringList &death : std::as_const(deaths)) {
            for (const bool bcc : {false, true}) {
                if (bcc && !way.nearEnd)
                    continue; // a copy of its own makes a difference only then
                int ended = 0;
                const QString fault = combined(way, death, bcc, &ended);
                ++m_combinations;
                m_killed += ended == KilledStatus ? 1 : 0;
                if (!fault.isEmpty() || (ended != 0 && ended != KilledStatus))
                    wrong.append(u"killed "_s + death.join(u' ') + (bcc ? u", bcc: "_s : u": "_s) + fault);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void there_were_enough()
    {
        qInfo("%d combinations, %d of them killed", m_combinations, m_killed);
        QVERIFY(m_combinations >= 500);
        QVERIFY(m_killed > m_combinations / 3);
    }
};

QTEST_GUILESS_MAIN(CutsTest)
#include "cuts_test.moc"
