#include "core/account/persontags.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class PersonTagsTest : public QObject
{
    Q_OBJECT

    QString path() const { return PersonTagFile::path(m_directory->path()); }
    void put(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void no_file_is_nobody() { QVERIFY(PersonTagFile::load(path())->isEmpty()); }

    void what_is_saved_is_read()
    {
        QVERIFY(PersonTagFile::save(path(), u"Anna@Example.org"_s, {u"family"_s, u"choir"_s}));
        QCOMPARE(PersonTagFile::load(path())->value(u"anna@example.org"_s),
                 QStringList({u"family"_s, u"choir"_s}));
        QCOMPARE(QFile::permissions(path()) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void what_people_wrote_by_hand_stays()
    {
        put("# my people\n[ANNA@example.org]\ntags = family,, Choir , family\nnote = red hat\n");
        QCOMPARE(PersonTagFile::load(path())->value(u"anna@example.org"_s),
                 QStringList({u"family"_s, u"Choir"_s}));
        QVERIFY(PersonTagFile::save(path(), u"anna@example.org"_s, {}));
        QVERIFY(PersonTagFile::save(path(), u"lars@example.org"_s, {u"club"_s}));
        QVERIFY(bytes().contains("# my people"));
        QVERIFY(bytes().contains("note = red hat"));
        QVERIFY(!bytes().contains("tags = family"));
        QCOMPARE(PersonTagFile::load(path())->size(), 1);
    }

    void somebody_without_tags_leaves_the_file()
    {
        QVERIFY(PersonTagFile::save(path(), u"anna@example.org"_s, {u"family"_s}));
        QVERIFY(PersonTagFile::save(path(), u"anna@example.org"_s, {}));
        QVERIFY(!bytes().contains("anna"));
    }

    void tags_are_tidy()
    {
        QCOMPARE(tidiedPersonTag(u"  a,b\nc\x1b "_s), u"a b c"_s);
        QVERIFY(tidiedPersonTag(QString(200, u'x')).size() <= PersonTagFile::LongestTag);
        QStringList many;
        for (int i = 0; i < 100; ++i)
            many.append(u"tag%1"_s.arg(i));
        QCOMPARE(tidiedPersonTags(many).size(), PersonTagFile::MostTags);
        QCOMPARE(allPersonTags({{u"a@x.y"_s, {u"b"_s, u"a"_s}}, {u"c@x.y"_s, {u"A"_s, u"c"_s}}}),
                 QStringList({u"a"_s, u"b"_s, u"c"_s}));
    }

    void an_address_that_cannot_be_kept_is_refused()
    {
        QCOMPARE(PersonTagFile::save(path(), u"a]b@example.org"_s, {u"x"_s}).error().kind,
                 ErrorKind::Invalid);
        QCOMPARE(PersonTagFile::save(path(), {}, {u"x"_s}).error().kind, ErrorKind::Invalid);
        QVERIFY(!QFile::exists(path()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(PersonTagsTest)
#include "persontags_test.moc"
