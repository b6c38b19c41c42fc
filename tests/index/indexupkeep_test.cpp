#include "indexedprofile.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 86'400'000;

void fill(IndexedProfile &p, int count)
{
    for (int n = 1; n <= count; ++n)
        p.putBody(p.add(n), n);
}

void expectAll(IndexedProfile &p, int count)
{
    for (int n = 1; n <= count; ++n)
        QCOMPARE(p.find(IndexedProfile::word("body", n)).size(), 1);
}

// In place of what stands there.
void overwrite(const QString &path, qint64 at, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(octets), octets.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class IndexUpkeepTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_index_is_made_and_its_state_told()
    {
        IndexedProfile p;
        fill(p, 10);
        p.add(11);
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now));
        const IndexStatus status = upkeep.status();
        QCOMPARE(status.messages, 11);
        QCOMPARE(status.indexed, 11);
        QCOMPARE(status.withText, 10);
        QCOMPARE_GT(status.bytes, 0);
        QCOMPARE(upkeep.waitingChanges(), 0);
    }

    void one_program_at_a_time_keeps_it()
    {
        IndexedProfile p;
        IndexUpkeep first(p.path());
        QVERIFY(first.runToRest(Now));
        IndexUpkeep second(p.path());
        const auto refused = second.runToRest(Now);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Busy);
    }

    void an_end_that_nobody_planned_is_followed_by_verifying_data()
    {
        QTest::addColumn<bool>("clean");
        QTest::newRow("clean") << true;
        QTest::newRow("killed") << false;
    }
    void an_end_that_nobody_planned_is_followed_by_verifying()
    {
        QFETCH(bool, clean);
        IndexedProfile p;
        fill(p, 3);
        QVERIFY(IndexUpkeep(p.path()).runToRest(Now));
        IndexMarks marks = IndexMarks::load(p.path());
        QVERIFY(!marks.isOpen);
        QCOMPARE(marks.verifiedAt, Now);
        marks.isOpen = !clean;
        marks.save(p.path());
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now + 1));
        QCOMPARE(upkeep.mended().looked, clean ? 0 : 3);
        QVERIFY(IndexMarks::load(p.path()).isOpen);
    }

    void it_is_verified_once_a_week()
    {
        IndexedProfile p;
        fill(p, 3);
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now));
        QVERIFY(upkeep.runToRest(Now + 6 * Day));
        QVERIFY(upkeep.runToRest(Now + 6 * Day));
        QCOMPARE(upkeep.mended().looked, 0);
        QVERIFY(upkeep.runToRest(Now + 8 * Day)); // notices that it is time
        QVERIFY(upkeep.runToRest(Now + 8 * Day));
        QCOMPARE(upkeep.mended().looked, 3);
    }

    void a_verification_that_was_cut_short_is_made_up_for()
    {
        IndexedProfile p;
        fill(p, 3);
        QVERIFY(IndexUpkeep(p.path()).runToRest(Now));
        bool isStopped = false;
        {
            IndexUpkeep upkeep(p.path());
            upkeep.stopWhen([&isStopped] { return isStopped; });
            QVERIFY(upkeep.runToRest(Now));
            upkeep.verify();
            isStopped = true;
            QVERIFY(!upkeep.step(Now));
        }
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now));
        QCOMPARE(upkeep.mended().looked, 3);
    }

    void a_damaged_index_is_made_anew_and_mail_not_touched_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("head") << u"head"_s;
        QTest::newRow("noise") << u"noise"_s;
        QTest::newRow("cut") << u"cut"_s;
        QTest::newRow("empty") << u"empty"_s;
        QTest::newRow("gone") << u"gone"_s;
    }
    void a_damaged_index_is_made_anew_and_mail_not_touched()
    {
        QFETCH(QString, how);
        IndexedProfile p;
        fill(p, 60);
        {
            IndexUpkeep upkeep(p.path());
            QVERIFY(upkeep.runToRest(Now));
        }
        if (how != "empty"_L1) // while somebody reads it
            p.find(u"nothing"_s);
        const QString file = IndexFile::path(p.path());
        const qint64 size = QFile(file).size();
        const QByteArray mail = contentOf(p.path() + "/cache.db"_L1);
        if (how == "head"_L1)
            overwrite(file, 0, QByteArray(100, 'x'));
        else if (how == "noise"_L1)
            for (qint64 at = 4096; at + 600 < size; at += 2048)
                overwrite(file, at, QByteArray(500, char(0xa5)));
        else if (how == "gone"_L1)
            QVERIFY(QFile::remove(file));
        else
            QVERIFY(QFile::resize(file, how == "cut"_L1 ? size / 2 / 4096 * 4096 : 0));
        QCOMPARE(contentOf(p.path() + "/cache.db"_L1), mail);
        fill61(p);
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now + 1));
        QVERIFY(upkeep.replaceDamaged(Now + 1));
        QVERIFY(upkeep.runToRest(Now + 1));
        QCOMPARE(upkeep.status().indexed, 61);
        expectAll(p, 61);
    }

    void a_damage_that_a_reader_meets_is_mended()
    {
        IndexedProfile p;
        fill(p, 5);
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now));
        IndexFile::condemn(p.path());
        QVERIFY(upkeep.isCondemned());
        QVERIFY(upkeep.runToRest(Now));
        QVERIFY(!upkeep.isCondemned());
        expectAll(p, 5);
    }

    void everything_is_made_anew_on_request()
    {
        IndexedProfile p;
        fill(p, 5);
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now));
        QVERIFY(upkeep.rebuild(Now));
        QCOMPARE(upkeep.status().indexed, 0);
        QVERIFY(upkeep.runToRest(Now));
        expectAll(p, 5);
    }

    void attachments_are_read_again_when_their_texts_are_wanted_and_when_not()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed");
        IndexedProfile p;
        const MessageId id = p.add(1);
        p.write([&] {
            BodyStore(p.db()).put(
                id,
                {IndexedProfile::header(1),
                 "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n" + pdf() + "\r\n--b--\r\n"},
                1);
            MessageStore(p.db()).setDetails(id, {}, true);
        });
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.runToRest(Now));
        QCOMPARE(p.find(u"zeppelin"_s).size(), 0);
        upkeep.setAttachmentTexts(true);
        QVERIFY(upkeep.runToRest(Now));
        QCOMPARE(p.find(u"zeppelin"_s), QList<MessageId>{id});
        QCOMPARE(IndexMarks::load(p.path()).attachmentsReadTo, -1);
        upkeep.setAttachmentTexts(false);
        QVERIFY(upkeep.runToRest(Now));
        QCOMPARE(p.find(u"zeppelin"_s).size(), 0);
    }

private:
    static void fill61(IndexedProfile &p) { p.putBody(p.add(61), 61); }

    // One page that says "Zeppelin".
    static QByteArray pdf()
    {
        const QByteArray content = "BT /F1 24 Tf 72 720 Td (Zeppelin) Tj ET";
        const QList<QByteArray> objects{
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
            "R>>>>>>",
            "<</Length " + QByteArray::number(content.size()) + ">>\nstream\n" + content + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
        QByteArray out = "%PDF-1.4\n";
        QByteArray places;
        for (qsizetype i = 0; i < objects.size(); ++i) {
            places += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
            out += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
        }
        const qsizetype table = out.size();
        return out + "xref\n0 6\n0000000000 65535 f \n" + places
            + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    }
};

QTEST_GUILESS_MAIN(IndexUpkeepTest)
#include "indexupkeep_test.moc"
