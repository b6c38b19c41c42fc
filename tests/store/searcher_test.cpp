#include "profile.h"

#include "core/store/envelopes.h"
#include "core/store/search/indexfile.h"
#include "core/store/search/searcher.h"

#include <QFile>
#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

// What finds mail, and how its index bears what happens to it. Whether it finds what it should is the matter
// of search_agreement_test.
class SearcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theNewestComeFirstPageByPage();
    void wordsGoOnAndExactOnesDoNot();
    void aShortWordGoesOnOnlyByItself();
    void wordsAreLookedForWhereTheyAreSaidToBe();
    void marksDatesSizesAndFoldersCount();
    void whatIsNotWantedIsLeftOut();
    void quotedTextIsFoundOnlyWhereWanted();
    void aPlaceLimitsTheSearch();
    void manyOfOneSecondAreAllFoundInOrder();
    void theNewestPartGivesWayAndNothingIsLost();
    void whatTheCacheDoesNotHaveIsNotFound();
    void foreignWordsUnderAnIdAreNotFound();
    void withoutAnIndexMarksAreFoundAllTheSame();
    void aSearchCanBeStopped();
    void coverageSaysWhatCannotBeSeen();
    void aDamagedIndexIsMarkedAndTheCacheIsNot();
    void anIndexThatWasMadeAnewIsSeen();
    void onlyOneWrites();
    void damageIsFoundAndMadeAnew();
    void progressIsKeptWithTheDocuments();

private:
    MessageId add(qint64 date, const QString &subject, const QString &body = {}, quint32 flags = 0,
                  FolderId folder = {});
    void index();
    QList<MessageId> find(const SearchNode &query, const SearchScope &scope = {}, int limit = 1000);
    static SearchNode words(const QString &text, SearchField field = SearchField::Any, bool exact = false);
    static SearchNode mark(SearchMark mark);
    static SearchNode term(SearchTerm::Kind kind, qint64 number, const QString &text = {});

    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<IndexFile> m_index;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<Searcher> m_searcher;
    QList<IndexDocument> m_documents;
    SearchContext m_context;
    quint32 m_uid = 0;
};

void SearcherTest::init()
{
    m_searcher.reset();
    m_reader.reset();
    m_index.reset();
    m_profile = std::make_unique<Profile>();
    m_documents.clear();
    m_context = {};
    m_uid = 0;
    auto index = IndexFile::open(m_profile->path());
    QVERIFY(index);
    m_index = std::move(*index);
    auto reader = Database::open(m_profile->path(), Database::Mode::ReadOnly);
    QVERIFY(reader);
    m_reader = std::move(*reader);
    m_searcher = std::make_unique<Searcher>(*m_reader);
}

MessageId SearcherTest::add(qint64 date, const QString &subject, const QString &body, quint32 flags,
                            FolderId folder)
{
    const FolderId into = isSet(folder) ? folder : m_profile->inbox;
    NewMessage mail = Profile::mail(++m_uid, flags);
    mail.digest.date = date;
    mail.digest.subject = subject;
    MessageId id{};
    m_profile->write([&] {
        m_profile->messages().insert(into, {mail}, Threading::Now);
        id = m_profile->messages().known(into, UidSet::range(m_uid, m_uid)).first().id;
    });
    IndexDocument document;
    document.id = id;
    document.date = date;
    document.headerHash = mail.digest.headerHash;
    document.depth = body.isEmpty() ? IndexDepth::Row : IndexDepth::Text;
    document.subject = subject;
    document.from = u"Anna <anna@example.org>"_s;
    document.body = body;
    m_documents.append(document);
    return id;
}

void SearcherTest::index()
{
    QVERIFY(m_index->write(m_documents, {}, {}));
    m_documents.clear();
}

QList<MessageId> SearcherTest::find(const SearchNode &query, const SearchScope &scope, int limit)
{
    const auto found = m_searcher->find(query, m_context, scope, {}, limit);
    if (!found) {
        qWarning("%s", qPrintable(found.error().text));
        return {};
    }
    QList<MessageId> ids;
    for (const PageKey &key : found->keys)
        ids.append(MessageId(key.id));
    return ids;
}

SearchNode SearcherTest::words(const QString &text, SearchField field, bool exact)
{
    SearchTerm term;
    term.text = text;
    term.field = field;
    term.exact = exact;
    return SearchNode::of(term);
}

SearchNode SearcherTest::mark(SearchMark mark)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Mark;
    term.mark = mark;
    return SearchNode::of(term);
}

SearchNode SearcherTest::term(SearchTerm::Kind kind, qint64 number, const QString &text)
{
    SearchTerm term;
    term.kind = kind;
    term.number = number;
    term.text = text;
    return SearchNode::of(term);
}

void SearcherTest::theNewestComeFirstPageByPage()
{
    QList<MessageId> expected;
    for (int i = 0; i < 50; ++i)
        expected.prepend(add(1'600'000'000 + (i * 7919) % 50 * 3600, u"report"_s));
    index();
    const auto first = m_searcher->find(words(u"report"_s), m_context, {}, {}, 20);
    QVERIFY(first && first->keys.size() == 20 && !first->isAll);
    QVERIFY(std::ranges::is_sorted(first->keys, std::greater()));
    const auto second = m_searcher->find(words(u"report"_s), m_context, {}, first->keys.last(), 100);
    QVERIFY(second && second->keys.size() == 30 && second->isAll);
    QVERIFY(second->keys.first() < first->keys.last());
    const auto exactly = m_searcher->find(words(u"report"_s), m_context, {}, {}, 50);
    QVERIFY(exactly && exactly->isAll);
}

void SearcherTest::wordsGoOnAndExactOnesDoNot()
{
    const auto meeting = add(2, u"The meeting in München"_s);
    const auto meet = add(1, u"We meet"_s);
    index();
    QCOMPARE(find(words(u"meet"_s)), (QList{meeting, meet}));
    QCOMPARE(find(words(u"meet"_s, SearchField::Any, true)), QList{meet});
    QCOMPARE(find(words(u"munchen MEET"_s)), QList{meeting});
    QCOMPARE(find(words(u"meeting in"_s, SearchField::Any, true)), QList{meeting});
    QCOMPARE(find(words(u"in meeting"_s, SearchField::Any, true)), QList<MessageId>());
    QCOMPARE(find(words(u"\" OR * ) NEAR("_s)), QList<MessageId>()); // words like any other
    QCOMPARE(find(words(u"--- !"_s)), (QList{meeting, meet})); // asks for nothing
}

void SearcherTest::aShortWordGoesOnOnlyByItself()
{
    const auto apple = add(2, u"apple pie"_s);
    const auto letter = add(1, u"a pie"_s);
    index();
    QCOMPARE(find(words(u"a"_s)), (QList{apple, letter}));
    QCOMPARE(find(words(u"a pi"_s)), QList<MessageId>());
    QCOMPARE(find(words(u"a pie"_s)), QList{letter});
}

void SearcherTest::wordsAreLookedForWhereTheyAreSaidToBe()
{
    const auto subject = add(3, u"budget"_s, u"nothing"_s);
    const auto body = add(2, u"hello"_s, u"the budget is small"_s);
    add(1, u"neither"_s);
    index();
    QCOMPARE(find(words(u"budget"_s)), (QList{subject, body}));
    QCOMPARE(find(words(u"budget"_s, SearchField::Subject)), QList{subject});
    QCOMPARE(find(words(u"budget"_s, SearchField::Body)), QList{body});
    QCOMPARE(find(words(u"anna@example.org"_s, SearchField::From)).size(), 3);
    QCOMPARE(find(words(u"anna@example.org"_s, SearchField::To)).size(), 0);
    m_context.ownAddresses = {u"anna@example.org"_s};
    QCOMPARE(find(mark(SearchMark::FromMe)).size(), 3);
    QCOMPARE(find(mark(SearchMark::ToMe)).size(), 0);
}

void SearcherTest::marksDatesSizesAndFoldersCount()
{
    const auto old = add(1000, u"plan"_s, {}, quint32(Flag::Seen));
    const auto star = add(2000, u"plan"_s, {}, quint32(Flag::Flagged));
    const auto filed = add(3000, u"plan"_s, {}, 0, m_profile->archive);
    index();
    const SearchNode plan = words(u"plan"_s);
    QCOMPARE(find(SearchNode::all({plan, mark(SearchMark::Unread)})), (QList{filed, star}));
    QCOMPARE(find(SearchNode::all({plan, mark(SearchMark::Starred)})), QList{star});
    QCOMPARE(find(SearchNode::all({plan, mark(SearchMark::Read)})), QList{old});
    QCOMPARE(find(SearchNode::all({plan, term(SearchTerm::Kind::Before, 2000)})), QList{old});
    QCOMPARE(find(SearchNode::all({plan, term(SearchTerm::Kind::After, 2000)})), (QList{filed, star}));
    QCOMPARE(find(SearchNode::all({plan, term(SearchTerm::Kind::Folder, 0, u"archive"_s)})), QList{filed});
    QCOMPARE(find(term(SearchTerm::Kind::Folder, 0, u"inbox"_s)), (QList{star, old}));
    QCOMPARE(find(term(SearchTerm::Kind::Larger, 1001)), (QList{filed, star}));
    QCOMPARE(find(term(SearchTerm::Kind::Smaller, 1002)), QList{old});
    m_context.accountNames = {{m_profile->account, {u"ann"_s, u"Work"_s}}};
    QCOMPARE(find(term(SearchTerm::Kind::Account, 0, u"work"_s)).size(), 3);
    QCOMPARE(find(term(SearchTerm::Kind::Account, 0, u"home"_s)).size(), 0);
    QCOMPARE(find(term(SearchTerm::Kind::Folder, 0, u"Work/Archive"_s)), QList{filed});
    m_profile->write([&] { m_profile->messages().setKeyword({old}, u"$label1"_s, true); });
    m_context.tagKeywords = {{u"Important"_s, u"$label1"_s}};
    QCOMPARE(find(term(SearchTerm::Kind::Tag, 0, u"important"_s)), QList{old});
    QCOMPARE(find(mark(SearchMark::Tagged)), QList{old});
}

void SearcherTest::whatIsNotWantedIsLeftOut()
{
    const auto plain = add(3, u"invoice"_s);
    const auto draft = add(2, u"invoice draft"_s);
    const auto other = add(1, u"letter"_s, {}, quint32(Flag::Flagged));
    index();
    const SearchNode notDraft = SearchNode::inverse(words(u"draft"_s));
    QCOMPARE(find(SearchNode::all({words(u"invoice"_s), notDraft})), QList{plain});
    QCOMPARE(find(notDraft), (QList{plain, other}));
    QCOMPARE(find(SearchNode::inverse(mark(SearchMark::Starred))), (QList{plain, draft}));
    QCOMPARE(find(SearchNode::any({words(u"draft"_s), mark(SearchMark::Starred)})), (QList{draft, other}));
    QCOMPARE(find(SearchNode::inverse(SearchNode::any({words(u"draft"_s), mark(SearchMark::Starred)}))),
             QList{plain});
    QCOMPARE(find(SearchNode::any({})), QList<MessageId>());
    QCOMPARE(find({}).size(), 3);
}

void SearcherTest::quotedTextIsFoundOnlyWhereWanted()
{
    const auto id = add(1, u"answer"_s, u"yes"_s);
    m_documents.last().quoted = u"shall we paint the fence"_s;
    index();
    QCOMPARE(find(words(u"fence"_s)), QList<MessageId>());
    m_context.quotedText = true;
    QCOMPARE(find(words(u"fence"_s)), QList{id});
    QCOMPARE(find(words(u"fence"_s, SearchField::Body)), QList{id});
    QCOMPARE(find(words(u"fence"_s, SearchField::Subject)), QList<MessageId>());
}

void SearcherTest::aPlaceLimitsTheSearch()
{
    const auto here = add(1, u"note"_s);
    const auto there = add(2, u"note"_s, {}, quint32(Flag::Flagged), m_profile->archive);
    index();
    const auto in = [&](ViewId view) { return find(words(u"note"_s), SearchScope{view}); };
    QCOMPARE(in(ViewId::of(m_profile->inbox)), QList{here});
    QCOMPARE(in(ViewId::unified(FolderRole::Archive)), QList{there});
    QCOMPARE(in(ViewId::unified(FolderRole::Flagged)), QList{there});
    QCOMPARE(in(ViewId::unified(FolderRole::Junk)), QList<MessageId>());
}

// More than a second's keys can take: documents move on to later keys, and are found in their place.
void SearcherTest::manyOfOneSecondAreAllFoundInOrder()
{
    QList<MessageId> expected;
    for (int i = 0; i < 300; ++i)
        expected.prepend(add(5000, u"burst"_s));
    for (int i = 0; i < 20; ++i)
        expected.prepend(add(5001 + i / 4, u"burst"_s));
    for (int i = 0; i < 100; ++i)
        expected.append(add(4999 - i / 30, u"burst"_s));
    index();
    std::ranges::sort(expected, std::greater(),
                      [this](MessageId id) { return PageKey{m_profile->messages().row(id)->date, raw(id)}; });
    QCOMPARE(find(words(u"burst"_s)), expected);
    QList<MessageId> paged;
    std::optional<PageKey> below;
    while (true) {
        const auto page = m_searcher->find(words(u"burst"_s), m_context, {}, below, 7);
        QVERIFY(page);
        for (const PageKey &key : page->keys)
            paged.append(MessageId(key.id));
        if (page->isAll)
            break;
        below = page->keys.last();
    }
    QCOMPARE(paged, expected);
    // Leaping goes to the right place, too.
    QCOMPARE(find(SearchNode::all({words(u"burst"_s), term(SearchTerm::Kind::Before, 5000)})),
             expected.last(100));
}

void SearcherTest::theNewestPartGivesWayAndNothingIsLost()
{
    constexpr int Many = 9'000; // more than the newest part holds
    constexpr int Batch = 1'500;
    QList<NewMessage> mails;
    for (int i = 0; i < Many; ++i) {
        NewMessage mail = Profile::mail(++m_uid);
        mail.digest.date = 1'000'000 + (i * 7) % Many * 60;
        mails.append(mail);
    }
    m_profile->write([&] { m_profile->messages().insert(m_profile->inbox, mails, Threading::Later); });
    const auto known = m_profile->messages().known(m_profile->inbox, UidSet::range(1, Many));
    for (qsizetype i = 0; i < known.size(); ++i) {
        IndexDocument document;
        document.id = known[i].id;
        document.date = mails[i].digest.date;
        document.headerHash = mails[i].digest.headerHash;
        document.subject = i % 1000 == 0 ? u"seldom often"_s : u"often"_s;
        m_documents.append(document);
        if (m_documents.size() == Batch)
            index();
    }
    index();
    QCOMPARE(find(words(u"often"_s), {}, Many + 1).size(), Many);
    QCOMPARE(find(words(u"seldom"_s)).size(), Many / 1000);
    QList<MessageId> gone;
    for (qsizetype i = 0; i < known.size(); i += 3)
        gone.append(known[i].id);
    QVERIFY(m_index->write({}, gone, {}));
    QCOMPARE(find(words(u"often"_s), {}, Many + 1).size(), Many - gone.size());
    while (true) {
        const auto more = m_index->tidy();
        QVERIFY(more);
        if (!*more)
            break;
    }
    QCOMPARE(find(words(u"often"_s), {}, Many + 1).size(), Many - gone.size());
    QVERIFY(m_index->isSound());
    QCOMPARE(m_index->size().documents, Many - gone.size());
}

void SearcherTest::whatTheCacheDoesNotHaveIsNotFound()
{
    const auto id = add(1, u"gone"_s);
    const auto hidden = add(2, u"gone too"_s);
    index();
    QCOMPARE(find(words(u"gone"_s)).size(), 2);
    m_profile->write([&] { m_profile->messages().remove({id}, Vanishing::ByUs); });
    QCOMPARE(find(words(u"gone"_s)), QList{hidden});
}

void SearcherTest::foreignWordsUnderAnIdAreNotFound()
{
    add(1, u"mine"_s);
    m_documents.last().headerHash = 4711;
    index();
    QCOMPARE(find(words(u"mine"_s)), QList<MessageId>());
}

void SearcherTest::withoutAnIndexMarksAreFoundAllTheSame()
{
    const auto id = add(1, u"star"_s, {}, quint32(Flag::Flagged));
    m_documents.clear();
    m_index.reset();
    QVERIFY(QFile::remove(IndexFile::path(m_profile->path())));
    QVERIFY(!m_searcher->hasIndex());
    QCOMPARE(find(mark(SearchMark::Starred)), QList{id});
    QCOMPARE(find(words(u"star"_s)), QList<MessageId>());
    QCOMPARE(m_searcher->coverage(SearchScope{}).notIndexed, 1);
}

void SearcherTest::aSearchCanBeStopped()
{
    for (int i = 0; i < 2000; ++i)
        add(i, u"much"_s);
    index();
    int asked = 0;
    const auto stopped
        = m_searcher->find(words(u"much"_s), m_context, {}, {}, 10'000, [&] { return ++asked > 1; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QCOMPARE(find(words(u"much"_s), {}, 10'000).size(), 2000); // the next one is as good as ever
}

void SearcherTest::coverageSaysWhatCannotBeSeen()
{
    add(1, u"with"_s, u"text"_s);
    add(2, u"without"_s);
    add(3, u"without"_s, {}, 0, m_profile->archive);
    index();
    add(4, u"unknown"_s);
    const auto all = m_searcher->coverage(SearchScope{});
    QCOMPARE(all.messages, 4);
    QCOMPARE(all.withoutText, 3);
    QCOMPARE(all.notIndexed, 1);
    QCOMPARE(all.folders.size(), 2);
    QCOMPARE(all.folders.first().folder, m_profile->inbox);
    const auto archive = m_searcher->coverage(SearchScope{ViewId::of(m_profile->archive)});
    QCOMPARE(archive.messages, 1);
    QCOMPARE(archive.withoutText, 1);
    QCOMPARE(m_searcher->coverage(words(u"x"_s, SearchField::From), SearchScope{}).withoutText, 0);
    QCOMPARE(m_searcher->coverage(words(u"x"_s), SearchScope{}).withoutText, 3);
}

void SearcherTest::aDamagedIndexIsMarkedAndTheCacheIsNot()
{
    for (int i = 0; i < 500; ++i)
        add(i, u"word%1"_s.arg(i), u"some text %1"_s.arg(i * 31));
    index();
    m_index.reset();
    m_searcher.reset();
    QFile file(IndexFile::path(m_profile->path()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray junk(4096, '\xA5');
    for (qint64 at = 4096 * 3; at + 4096 < file.size(); at += 4096) {
        file.seek(at);
        file.write(junk);
    }
    file.close();
    m_searcher = std::make_unique<Searcher>(*m_reader);
    const auto found = m_searcher->find(words(u"word7"_s), m_context, {}, {}, 10);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Storage);
    QVERIFY(QFile::exists(m_profile->path() + u"/index.damaged"_s));
    QVERIFY(!m_searcher->hasIndex());
    QVERIFY(m_reader->readSoFar());
    QCOMPARE(find({}).size(), 500); // the mail is there
    auto index = IndexFile::open(m_profile->path());
    QVERIFY(index && (*index)->wasMadeAnew());
    QVERIFY(m_searcher->hasIndex());
}

void SearcherTest::anIndexThatWasMadeAnewIsSeen()
{
    const auto id = add(1, u"fresh"_s);
    const auto document = m_documents;
    index();
    QCOMPARE(find(words(u"fresh"_s)), QList{id});
    m_index.reset();
    QVERIFY(QFile::remove(IndexFile::path(m_profile->path())));
    auto index = IndexFile::open(m_profile->path());
    QVERIFY(index);
    QCOMPARE(find(words(u"fresh"_s)), QList<MessageId>());
    QVERIFY((*index)->write(document, {}, {}));
    QCOMPARE(find(words(u"fresh"_s)), QList{id});
    QVERIFY((*index)->clear());
    QCOMPARE(find(words(u"fresh"_s)), QList<MessageId>());
}

void SearcherTest::onlyOneWrites()
{
    const auto second = IndexFile::open(m_profile->path());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    m_index.reset();
    QVERIFY(IndexFile::open(m_profile->path()));
}

void SearcherTest::damageIsFoundAndMadeAnew()
{
    m_index.reset();
    QFile file(IndexFile::path(m_profile->path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no database, however long it may be, and will never be one");
    file.close();
    auto index = IndexFile::open(m_profile->path());
    QVERIFY(index);
    QVERIFY((*index)->wasMadeAnew());
    QCOMPARE((*index)->size().documents, 0);
}

void SearcherTest::progressIsKeptWithTheDocuments()
{
    add(1, u"one"_s, u"text"_s);
    QVERIFY(m_index->write(m_documents, {}, {17, 4}));
    m_index.reset();
    auto index = IndexFile::open(m_profile->path());
    QVERIFY(index);
    QVERIFY(!(*index)->wasMadeAnew());
    QCOMPARE((*index)->progress(), (IndexFile::Progress{17, 4}));
    QCOMPARE((*index)->size().documents, 1);
    QCOMPARE((*index)->size().withText, 1);
    QVERIFY((*index)->size().bytes > 0);
    QCOMPARE((*index)->known(MessageId(1), 10).size(), 1);
    QVERIFY(!(*index)->known(MessageId(999)));
}

} // namespace

QTEST_GUILESS_MAIN(SearcherTest)
#include "searcher_test.moc"
