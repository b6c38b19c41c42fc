#include "core/compose/templates.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

Draft offer()
{
    Draft draft;
    draft.to = {{u"Anna Becker"_s, u"anna@example.org"_s}};
    draft.subject = u"Our offer"_s;
    draft.text = u"Dear …\n"_s;
    draft.html = u"<p>Dear …</p>"_s;
    draft.attachments = {{u"terms.pdf"_s, u"application/pdf"_s, "%PDF", {}, false, {}}};
    return draft;
}

} // namespace

class TemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void what_was_saved_comes_back()
    {
        Templates templates(m_dir->path());
        QCOMPARE(templates.names(), QStringList());
        QVERIFY(templates.save(u"Offer"_s, offer()));
        QVERIFY(templates.has(u"Offer"_s));
        const auto back = Templates(m_dir->path()).load(u"Offer"_s);
        QVERIFY(back);
        QCOMPARE(*back, offer());
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QCOMPARE(QFile(m_dir->filePath(u"templates/Offer.kwdraft"_s)).permissions() & others, 0);
    }

    void it_is_tied_to_no_message()
    {
        Draft draft = offer();
        draft.messageId = u"1@example.org"_s;
        draft.inReplyTo = u"2@example.org"_s;
        draft.references = {u"2@example.org"_s};
        draft.date = 77;
        draft.act = DraftAct::Reply;
        draft.original = MessageId(5);
        Templates templates(m_dir->path());
        QVERIFY(templates.save(u"Offer"_s, draft));
        QCOMPARE(*templates.load(u"Offer"_s), offer());
    }

    void any_name_is_only_a_name()
    {
        Templates templates(m_dir->path());
        const QStringList names{u"../../etc/passwd"_s, u".hidden"_s, u"50 % off / Ärger"_s, u"a.kwdraft"_s,
                                u"日本"_s};
        for (const QString &name : names)
            QVERIFY2(templates.save(name, offer()), qPrintable(name));
        QStringList found = templates.names();
        QCOMPARE(QSet(found.cbegin(), found.cend()), QSet(names.cbegin(), names.cend()));
        QCOMPARE(QDir(m_dir->filePath(u"templates"_s)).entryList(QDir::Files).size(), names.size());
        for (const QString &name : names)
            QVERIFY(templates.load(name));
        QCOMPARE(templates.save(u"  "_s, offer()).error().kind, ErrorKind::Invalid);
        QCOMPARE(templates.save(QString(61, u'x'), offer()).error().kind, ErrorKind::Invalid);
        QCOMPARE(templates.save(QString(40, u'日'), offer()).error().kind, ErrorKind::Invalid);
    }

    void names_are_sorted_as_people_do()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // "C" has no such order
        Templates templates(m_dir->path());
        for (const QString &name : {u"b"_s, u"A 10"_s, u"a 9"_s})
            QVERIFY(templates.save(name, offer()));
        QCOMPARE(templates.names(), QStringList({u"a 9"_s, u"A 10"_s, u"b"_s}));
    }

    void removing_and_renaming()
    {
        Templates templates(m_dir->path());
        QVERIFY(templates.save(u"Offer"_s, offer()));
        QVERIFY(templates.save(u"Other"_s, {}));
        QCOMPARE(templates.rename(u"Offer"_s, u"Other"_s).error().kind, ErrorKind::Invalid);
        QCOMPARE(templates.rename(u"Nothing"_s, u"New"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(templates.rename(u"Offer"_s, u"Offer 2"_s));
        QCOMPARE(templates.names(), QStringList({u"Offer 2"_s, u"Other"_s}));
        QVERIFY(templates.remove(u"Other"_s));
        QVERIFY(templates.remove(u"Other"_s));
        QCOMPARE(templates.load(u"Other"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(*templates.load(u"Offer 2"_s), offer());
    }

    void a_damaged_one_says_so()
    {
        Templates templates(m_dir->path());
        QVERIFY(templates.save(u"Offer"_s, offer()));
        QFile file(m_dir->filePath(u"templates/Offer.kwdraft"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nonsense");
        file.close();
        QCOMPARE(templates.load(u"Offer"_s).error().kind, ErrorKind::Invalid);
        QVERIFY(templates.load(u"Offer"_s).error().text.contains(u"Offer"_s));
    }

    void a_folder_that_cannot_be_written_is_told()
    {
        QFile file(m_dir->filePath(u"templates"_s)); // a file where the folder belongs
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        Templates templates(m_dir->path());
        QCOMPARE(templates.save(u"Offer"_s, offer()).error().kind, ErrorKind::Storage);
        QCOMPARE(templates.names(), QStringList());
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TemplatesTest)
#include "templates_test.moc"
