#include "indexedprofile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

// The index's files, as they were at some moment.
class Snapshot
{
public:
    explicit Snapshot(const QString &directory)
        : m_directory(directory)
    {
        copy(m_directory, m_kept.path());
    }
    void restore() const { copy(m_kept.path(), m_directory); }

private:
    static void copy(const QString &from, const QString &to)
    {
        for (const QString &name : {u"index.db"_s, u"index.db-wal"_s}) {
            QFile::remove(to + u'/' + name);
            QFile::copy(from + u'/' + name, to + u'/' + name);
        }
        QFile::remove(to + "/index.db-shm"_L1);
    }

    const QString m_directory;
    QTemporaryDir m_kept;
};

struct Mail {
    MessageId id{};
    int number = 0;
    bool hasText = false;
    bool hasHeader = false;
};

class Run
{
public:
    explicit Run(quint32 seed)
        : m_random(seed)
        , m_upkeep(std::make_unique<IndexUpkeep>(p.path()))
    {
    }

    void act()
    {
        switch (below(14)) {
        case 0:
        case 1:
        case 2:
            return add();
        case 3:
        case 4:
            return withSome([this](Mail &mail) {
                p.putBody(mail.id, mail.number);
                mail.hasText = true;
            });
        case 5:
            return withSome([this](Mail &mail) {
                p.evict(mail.id);
                mail.hasText = false;
            });
        case 6:
            return withSome([this](Mail &mail) {
                p.seeHeader(mail.id, mail.number);
                mail.hasHeader = true;
            });
        case 7:
            return withSome([this](Mail &mail) {
                p.remove(mail.id);
                m_gone.append(mail.number);
                m_mail.removeIf([&mail](const Mail &one) { return one.id == mail.id; });
            });
        case 8:
            return withSome([this](const Mail &mail) {
                p.write([&] {
                    p.db()
                        .prepared("UPDATE message SET date=date+? WHERE id=?")
                        .bind(below(5000), mail.id)
                        .run();
                });
            });
        case 9:
            return crash();
        case 10:
            m_upkeep.reset(); // a clean end
            m_upkeep = std::make_unique<IndexUpkeep>(p.path());
            return;
        case 11:
            p.write([&] { IndexSource(p.db()).trim(m_upkeep->takenIn()); });
            return;
        default:
            work();
        }
    }

    QString problemAtRest()
    {
        if (const auto done = m_upkeep->runToRest(Now); !done)
            return done.error().text;
        QStringList problems;
        for (const Mail &mail : m_mail)
            problems += problemOf(mail);
        for (const int number : m_gone) {
            for (const char *kind : {"subject", "body"}) {
                if (!p.find(IndexedProfile::word(kind, number)).isEmpty())
                    problems.append(u"%1 is gone and found"_s.arg(number));
            }
        }
        if (m_upkeep->status().indexed != m_mail.size())
            problems.append(
                u"%1 documents for %2 messages"_s.arg(m_upkeep->status().indexed).arg(m_mail.size()));
        m_upkeep->verify();
        if (const auto done = m_upkeep->runToRest(Now); !done)
            return done.error().text;
        const auto &mended = m_upkeep->mended();
        if (mended.missing + mended.superfluous + mended.foreign > 0)
            problems.append(u"verifying found %1 missing, %2 superfluous, %3 foreign"_s.arg(mended.missing)
                                .arg(mended.superfluous)
                                .arg(mended.foreign));
        return problems.join(u"; "_s);
    }

    IndexedProfile p;

private:
    int below(int end) { return int(m_random() % quint32(end)); }

    void add()
    {
        const int number = ++m_last;
        m_mail.append({p.add(number), number});
    }

    template <class F> void withSome(F what)
    {
        if (!m_mail.isEmpty())
            what(m_mail[below(int(m_mail.size()))]);
    }

    void work()
    {
        IndexPace pace;
        pace.messages = 1 + below(6);
        pace.threads = 1 + below(3);
        m_upkeep->setPace(pace);
        for (int steps = below(5); steps >= 0; --steps) {
            if (!m_upkeep->step(Now))
                qFatal("a step failed");
        }
    }

    // Killed, and perhaps the power failed too: what was written last is lost.
    void crash()
    {
        m_upkeep.reset();
        const Snapshot before(p.path());
        m_upkeep = std::make_unique<IndexUpkeep>(p.path());
        const bool isLost = below(2) == 0;
        work();
        m_upkeep.reset();
        if (isLost)
            before.restore();
        IndexMarks marks = IndexMarks::load(p.path());
        marks.isOpen = true;
        marks.save(p.path());
        m_upkeep = std::make_unique<IndexUpkeep>(p.path());
    }

    QStringList problemOf(const Mail &mail)
    {
        QStringList problems;
        const auto expect = [&](const char *kind, bool isThere) {
            const QList<MessageId> wanted = isThere ? QList<MessageId>{mail.id} : QList<MessageId>();
            if (p.find(IndexedProfile::word(kind, mail.number)) != wanted)
                problems.append(u"%1 of %2 is %3"_s.arg(QLatin1StringView(kind))
                                    .arg(mail.number)
                                    .arg(isThere ? u"not found"_s : u"found"_s));
        };
        const bool hasWords = !p.find(IndexedProfile::word("body", mail.number)).isEmpty();
        expect("subject", true);
        if (mail.hasText || mail.hasHeader)
            expect("cc", true);
        // Once read, a text goes on being found, as a whole.
        for (const char *kind : {"body", "quoted", "file"})
            expect(kind, mail.hasText || hasWords);
        return problems;
    }

    std::mt19937 m_random;
    QList<Mail> m_mail;
    QList<int> m_gone;
    int m_last = 0;
    std::unique_ptr<IndexUpkeep> m_upkeep;
};

} // namespace

class IndexPropertyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatever_happens_the_index_comes_to_be_as_the_store_is_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void whatever_happens_the_index_comes_to_be_as_the_store_is()
    {
        QFETCH(quint32, seed);
        Run run(seed);
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 60; ++i)
                run.act();
            const QString problem = run.problemAtRest();
            QVERIFY2(problem.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(problem)));
        }
    }
};

QTEST_GUILESS_MAIN(IndexPropertyTest)
#include "property_test.moc"
