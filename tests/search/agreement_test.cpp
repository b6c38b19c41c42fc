#include "tests/search/reference/mailgenerator.h"
#include "tests/search/reference/querygenerator.h"
#include "tests/search/reference/referencesearch.h"

#include "core/search/queryparser.h"
#include "core/store/acquaintances.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/store/search/indexfile.h"
#include "core/store/search/searcher.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr int Messages = 1500;
constexpr quint32 Parts = 9;
constexpr int QueriesOfPart = 250;

// The searcher over the index finds what the slow and obvious one of the tests finds, in the same order.
class AgreementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void generatedQueriesFindTheSame_data();
    void generatedQueriesFindTheSame();
    void typedQueriesFindTheSame();
    void pagesAddUpToTheWhole();
    void everyMessageIsFoundByItsOwnWord();
    void changesAreFollowed();

private:
    void store(const QList<reference::Folder> &folders);
    MessageId insert(const reference::Message &message);
    void acquaint();
    static IndexDocument documentOf(const reference::Message &message);
    QList<MessageId> find(const SearchNode &query, bool *ok = nullptr);
    void compare(const reference::GeneratedQuery &query);

    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<IndexFile> m_index;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<Searcher> m_searcher;
    reference::MailGenerator m_generator{20261128};
    SearchContext m_context;
    QList<reference::Message> m_mail;
    QStringList m_ownWords;
    QHash<FolderId, quint32> m_uids;
    int m_found = 0; // how many queries found something
};

void AgreementTest::store(const QList<reference::Folder> &folders)
{
    Transaction txn(*m_db);
    FolderStore store(*m_db);
    for (const reference::Folder &folder : folders) {
        const AccountId account = store.account(u"account%1"_s.arg(raw(folder.account)));
        QCOMPARE(account, folder.account);
        FolderRow row;
        row.account = account;
        row.path = folder.path;
        row.separator = folder.separator;
        row.role = folder.role;
        QCOMPARE(store.upsert(row), folder.id);
    }
    QVERIFY(txn.commit());
}

MessageId AgreementTest::insert(const reference::Message &message)
{
    NewMessage mail;
    mail.uid = Uid(++m_uids[message.folder]);
    mail.size = message.size;
    mail.flags = message.flags & ServerFlagMask;
    mail.keywords = message.keywords;
    mail.digest.from = message.from;
    mail.digest.to = message.to;
    mail.digest.subject = message.subject;
    mail.digest.date = message.date;
    mail.digest.hasAttachment = (message.flags & quint32(Flag::HasAttachment)) != 0;
    mail.digest.messageIdHash = quint64(raw(message.id)) + 1'000'000;
    mail.digest.headerHash = quint64(raw(message.id)) + 5'000'000;
    MessageStore messages(*m_db);
    messages.insert(message.folder, {mail}, Threading::Later);
    return messages.known(message.folder, UidSet::range(raw(mail.uid), raw(mail.uid))).first().id;
}

// The generated mail says who is known, not the folders of sent mail.
void AgreementTest::acquaint()
{
    QVERIFY(m_db->execute("DELETE FROM correspondent"));
    for (const reference::Message &message : std::as_const(m_mail)) {
        if (message.isFromKnown)
            Acquaintances(*m_db).noteWritten({message.from}, message.date);
    }
}

IndexDocument AgreementTest::documentOf(const reference::Message &message)
{
    IndexDocument document;
    document.id = message.id;
    document.date = message.date;
    document.headerHash = quint64(raw(message.id)) + 5'000'000;
    document.depth = message.hasText ? IndexDepth::Text : IndexDepth::Header;
    document.subject = message.subject;
    document.from = reference::line({message.from});
    document.to = reference::line(message.to);
    document.cc = reference::line(message.cc);
    document.list = message.list;
    if (message.hasText) {
        document.body = message.body;
        document.quoted = message.quoted;
        document.files = message.files.join(u'\n');
    }
    return document;
}

void AgreementTest::initTestCase()
{
    auto db = Database::open(m_dir.path(), Database::Mode::ReadWrite);
    QVERIFY(db);
    m_db = std::move(*db);
    store(m_generator.folders());
    m_context = m_generator.context();
    auto index = IndexFile::open(m_dir.path());
    QVERIFY(index);
    m_index = std::move(*index);
    QList<IndexDocument> documents;
    {
        Transaction txn(*m_db);
        for (int i = 0; i < Messages; ++i) {
            const reference::GeneratedMessage made = m_generator.next();
            QCOMPARE(insert(made.message), made.message.id);
            m_mail.append(made.message);
            m_ownWords.append(made.ownWord);
            documents.append(documentOf(made.message));
        }
        acquaint();
        QVERIFY(txn.commit());
    }
    // In several steps: the index has several parts then, as a real one.
    constexpr qsizetype Step = 400;
    for (qsizetype from = 0; from < documents.size(); from += Step)
        QVERIFY(m_index->write(documents.sliced(from, std::min(Step, documents.size() - from)), {}, {}));
    auto reader = Database::open(m_dir.path(), Database::Mode::ReadOnly);
    QVERIFY(reader);
    m_reader = std::move(*reader);
    m_searcher = std::make_unique<Searcher>(*m_reader);
}

QList<MessageId> AgreementTest::find(const SearchNode &query, bool *ok)
{
    const auto found = m_searcher->find(query, m_context, {}, {}, Messages * 2);
    if (ok)
        *ok = bool(found);
    QList<MessageId> ids;
    if (found) {
        for (const PageKey &key : found->keys)
            ids.append(MessageId(key.id));
    } else {
        qWarning("%s", qPrintable(found.error().text));
    }
    return ids;
}

void AgreementTest::compare(const reference::GeneratedQuery &query)
{
    bool ok = false;
    const QList<MessageId> found = find(query.node, &ok);
    const QList<MessageId> wanted = reference::search(m_mail, query.node, m_context);
    m_found += wanted.isEmpty() ? 0 : 1;
    if (ok && found == wanted)
        return;
    QList<MessageId> missing = wanted;
    missing.removeIf([&](MessageId id) { return found.contains(id); });
    QList<MessageId> superfluous = found;
    superfluous.removeIf([&](MessageId id) { return wanted.contains(id); });
    const auto first = [](const QList<MessageId> &ids) { return ids.isEmpty() ? 0 : raw(ids.first()); };
    QFAIL(qPrintable(u"%1: %2 found, %3 wanted; the first missing is %4, the first superfluous %5"_s.arg(
        query.text, QString::number(found.size()), QString::number(wanted.size()),
        QString::number(first(missing)), QString::number(first(superfluous)))));
}

void AgreementTest::generatedQueriesFindTheSame_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("quotedText");
    for (quint32 part = 0; part < Parts; ++part)
        QTest::addRow("queries %u", part) << 11 + part << (part % 2 == 1);
}

void AgreementTest::generatedQueriesFindTheSame()
{
    QFETCH(quint32, seed);
    QFETCH(bool, quotedText);
    m_context.quotedText = quotedText;
    const auto usual = qScopeGuard([this] { m_context.quotedText = false; });
    reference::QueryGenerator generator(seed, m_mail, m_context);
    m_found = 0;
    for (int i = 0; i < QueriesOfPart; ++i) {
        compare(generator.next());
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_found > QueriesOfPart / 4, "hardly any query found anything");
}

void AgreementTest::typedQueriesFindTheSame()
{
    reference::QueryGenerator generator(23, m_mail, m_context);
    for (int i = 0; i < 300; ++i) {
        const reference::GeneratedQuery query = generator.next();
        const ParsedQuery parsed = parseQuery(query.text, {});
        QVERIFY2(parsed.problems.isEmpty(), qPrintable(query.text));
        compare({parsed.root, query.text});
        if (QTest::currentTestFailed())
            return;
    }
}

void AgreementTest::pagesAddUpToTheWhole()
{
    reference::QueryGenerator generator(31, m_mail, m_context);
    for (int i = 0; i < 200; ++i) {
        const reference::GeneratedQuery query = generator.next();
        QList<MessageId> paged;
        std::optional<PageKey> below;
        for (bool more = true; more;) {
            const auto page = m_searcher->find(query.node, m_context, {}, below, 13);
            QVERIFY(page);
            for (const PageKey &key : page->keys)
                paged.append(MessageId(key.id));
            more = !page->isAll;
            if (more)
                below = page->keys.last();
        }
        QVERIFY2(paged == find(query.node), qPrintable(query.text));
    }
}

void AgreementTest::everyMessageIsFoundByItsOwnWord()
{
    m_context.quotedText = true;
    for (qsizetype i = 0; i < m_mail.size(); ++i) {
        SearchTerm term;
        term.text = m_ownWords[i];
        const SearchNode query = SearchNode::of(term);
        if (!reference::matches(m_mail[i], query, m_context))
            QVERIFY2(!m_mail[i].hasText, qPrintable(m_ownWords[i])); // its word is in a text that is not here
        else
            QVERIFY2(find(query) == QList{m_mail[i].id}, qPrintable(m_ownWords[i]));
    }
    m_context.quotedText = false;
}

void AgreementTest::changesAreFollowed()
{
    std::mt19937 random(5);
    const auto below = [&random](qsizetype n) { return qsizetype(random() % quint64(n)); };
    for (int round = 0; round < 6; ++round) {
        QList<IndexDocument> again;
        QList<MessageId> gone;
        {
            Transaction txn(*m_db);
            for (int i = 0; i < 40; ++i) {
                const MessageId id = m_mail.takeAt(below(m_mail.size())).id;
                MessageStore(*m_db).remove({id}, Vanishing::Untold);
                gone.append(id);
            }
            for (int i = 0; i < 60; ++i) {
                reference::Message &message = m_mail[below(m_mail.size())];
                message.flags ^= quint32(Flag::Flagged);
                MessageStore(*m_db).setFlags({message.id}, quint32(Flag::Flagged),
                                             (message.flags & quint32(Flag::Flagged)) != 0);
            }
            for (int i = 0; i < 30; ++i) {
                const reference::GeneratedMessage made = m_generator.next();
                reference::Message message = made.message;
                message.id = MessageId(Messages + round * 30 + i + 1);
                QCOMPARE(insert(message), message.id);
                m_mail.append(message);
                again.append(documentOf(message));
            }
            acquaint();
            QVERIFY(txn.commit());
        }
        for (int i = 0; i < 30; ++i) { // texts come
            reference::Message &message = m_mail[below(m_mail.size())];
            message.hasText = true;
            again.removeIf([&](const IndexDocument &document) { return document.id == message.id; });
            again.append(documentOf(message));
        }
        QVERIFY(m_index->write(again, gone, {}));
        reference::QueryGenerator generator(quint32(100 + round), m_mail, m_context);
        for (int i = 0; i < 60; ++i) {
            compare(generator.next());
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(m_index->isSound());
}

} // namespace

QTEST_GUILESS_MAIN(AgreementTest)
#include "agreement_test.moc"
