#include "core/account/signatures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class SignaturesTest : public QObject
{
    Q_OBJECT

    QString path() const { return m_dir->filePath(u"signatures.ini"_s); }
    void write(const QByteArray &bytes) const
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
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void lines_survive_in_one()
    {
        for (const QString &text : {u"a\nb"_s, u"C:\\new\\\nx"_s, u"\\"_s, u"\\n"_s, u"\n\n"_s, u""_s})
            QCOMPARE(unfoldedLines(foldedLines(text)), text);
        QCOMPARE(foldedLines(u"a\nb\\c"_s), u"a\\nb\\\\c"_s);
        QCOMPARE(unfoldedLines(u"C:\\temp\\"_s), u"C:\\temp\\"_s); // by hand
    }

    void what_was_saved_comes_back()
    {
        QCOMPARE(*SignatureFile::load(path()), Signatures());
        const Signature anna{u"Anna Becker\nExample Ltd \\ Kiel"_s, u"<p><b>Anna</b>\n<br>Kiel</p>"_s};
        QVERIFY(SignatureFile::save(path(), u"Anna@Example.org"_s, anna));
        QVERIFY(SignatureFile::save(path(), u"sales@example.org"_s, {u"Sales\r\n\r\n"_s, {}}));
        const auto all = SignatureFile::load(path());
        QVERIFY(all);
        QCOMPARE(*all,
                 Signatures({{u"anna@example.org"_s, anna}, {u"sales@example.org"_s, {u"Sales"_s, {}}}}));
        QCOMPARE(QFile(path()).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), 0);
    }

    void what_others_wrote_stays()
    {
        write("# by hand\n[Anna@example.org]\n; a "
              "comment\ntext=Old\\nlines\nlater=kept\n\n[b@example.org]\ntext=B\n");
        QVERIFY(SignatureFile::save(path(), u"anna@example.org"_s, {u"New"_s, {}}));
        QCOMPARE(
            bytes(),
            "# by hand\n[Anna@example.org]\n; a comment\ntext=New\nlater=kept\n\n[b@example.org]\ntext=B\n");
        QVERIFY(SignatureFile::save(path(), u"anna@example.org"_s, {}));
        QVERIFY(bytes().contains("later=kept"));
        QVERIFY(SignatureFile::save(path(), u"b@example.org"_s, {}));
        QCOMPARE(*SignatureFile::load(path()), Signatures());
        QVERIFY(!bytes().contains("b@example.org"));
        const QByteArray before = bytes();
        QVERIFY(SignatureFile::save(path(), u"nobody@example.org"_s, {}));
        QCOMPARE(bytes(), before);
    }

    void a_file_full_of_nonsense_gives_what_makes_sense()
    {
        write("stray\n[\n[a@e.org]\nnonsense\ntext=A\n\xff\xfe\n[b@e.org]\nhtml=<p>B</p>\n");
        const auto all = SignatureFile::load(path());
        QVERIFY(all);
        QCOMPARE(all->value(u"a@e.org"_s).text, u"A"_s);
        QCOMPARE(all->value(u"b@e.org"_s).html, u"<p>B</p>"_s);
    }

    void what_cannot_be_kept_is_told()
    {
        QCOMPARE(SignatureFile::save(path(), u"a]b@e.org"_s, {u"x"_s, {}}).error().kind, ErrorKind::Invalid);
        QCOMPARE(SignatureFile::save(path(), u"a@e.org"_s, {QString(100'001, u'x'), {}}).error().kind,
                 ErrorKind::Invalid);
        QCOMPARE(SignatureFile::save(m_dir->path(), u"a@e.org"_s, {u"x"_s, {}}).error().kind,
                 ErrorKind::Storage);
        QVERIFY(!QFile::exists(path()));
        // Signs that a terminal or the file would obey go.
        QVERIFY(SignatureFile::save(path(), u"a@e.org"_s, {u"x\x1b[1m\0y"_s, {}}));
        QVERIFY(!bytes().contains('\x1b'));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(SignaturesTest)
#include "signatures_test.moc"
