#include "core/compose/addressbook.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

using Addresses = QList<Address>;

class AddressBookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vcard_4_with_several_addresses()
    {
        QCOMPARE(addressesInCards("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna Becker\r\n"
                                  "EMAIL;TYPE=work;PREF=1:anna@example.org\r\n"
                                  "item1.EMAIL;TYPE=\"home;x:y\":anna@example.net\r\nEND:VCARD\r\n"),
                 Addresses(
                     {{u"Anna Becker"_s, u"anna@example.org"_s}, {u"Anna Becker"_s, u"anna@example.net"_s}}));
    }

    void vcard_3_folded_and_escaped()
    {
        QCOMPARE(
            addressesInCards(
                "begin:vcard\nfn:Becker\\, An\n na\nemail;type=INTERNET:an\n\tna@example.org\nend:vcard\n"),
            Addresses({{u"Becker, Anna"_s, u"anna@example.org"_s}}));
    }

    void vcard_2_1_in_quoted_printable()
    {
        QCOMPARE(addressesInCards("BEGIN:VCARD\r\nVERSION:2.1\r\n"
                                  "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\r\n=C3=BCrgen\r\n"
                                  "EMAIL;INTERNET:jm@example.org\r\nEND:VCARD\r\n"),
                 Addresses({{u"Jürgen Müller"_s, u"jm@example.org"_s}}));
        QCOMPARE(addressesInCards(
                     "BEGIN:VCARD\nFN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Jos=E9\nEMAIL:j@e.org\nEND:VCARD"),
                 Addresses({{u"José"_s, u"j@e.org"_s}}));
    }

    void the_name_is_made_of_what_there_is()
    {
        QCOMPARE(addressesInCards("BEGIN:VCARD\nN:Becker;Anna;Maria;Dr.;\nEMAIL:a@e.org\nEND:VCARD\n"
                                  "BEGIN:VCARD\nORG:Example Ltd;Sales\nEMAIL:mailto:sales@e.org\nEND:VCARD\n"
                                  "BEGIN:VCARD\nEMAIL:bare@e.org\nEND:VCARD\n"),
                 Addresses({{u"Dr. Anna Maria Becker"_s, u"a@e.org"_s},
                            {u"Example Ltd"_s, u"sales@e.org"_s},
                            {{}, u"bare@e.org"_s}}));
    }

    void what_is_no_card_gives_nothing()
    {
        QCOMPARE(addressesInCards({}), Addresses());
        QCOMPARE(addressesInCards("\0\xff:;:\n:::\nEMAIL:a@b.org\n"_ba), Addresses());
        QCOMPARE(addressesInCards("BEGIN:VCARD\nFN:No address\nEMAIL:nonsense\nEND:VCARD\n"), Addresses());
        QCOMPARE(addressesInCards("BEGIN:VCARD\nFN:Never ended\nEMAIL:a@b.org\n"), Addresses());
    }

    // Linear, whatever it is: pictures, lines without end, soft breaks without end.
    void hostile_octets_take_no_time()
    {
        const QByteArray many = QByteArray(4 << 20, '=');
        QByteArray soft = "BEGIN:VCARD\nFN;QUOTED-PRINTABLE:=\n";
        soft += QByteArray("=\n").repeated(1 << 20);
        QElapsedTimer timer;
        timer.start();
        addressesInCards("FN;QUOTED-PRINTABLE:" + many);
        addressesInCards(soft);
        addressesInCards("PHOTO:" + QByteArray("\n AAAA").repeated(1 << 20));
        addressesInCards(QByteArray("BEGIN:VCARD\nEMAIL:a@b.org\nEND:VCARD\n").repeated(30'000));
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(
            addressesInCards(QByteArray("BEGIN:VCARD\nEMAIL:a@b.org\nEND:VCARD\n").repeated(30'000)).size(),
            20'000);
    }

    void a_folder_of_cards()
    {
        QTemporaryDir dir;
        const auto put = [&dir](const QString &name, const QByteArray &octets) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size();
        };
        QVERIFY(put(u"b.vcf"_s, "BEGIN:VCARD\nFN:B\nEMAIL:b@e.org\nEND:VCARD\n"));
        QVERIFY(put(u"a.vcf"_s, "BEGIN:VCARD\nFN:A\nEMAIL:a@e.org\nEND:VCARD\n"));
        QVERIFY(put(u"notes.txt"_s, "BEGIN:VCARD\nFN:C\nEMAIL:c@e.org\nEND:VCARD\n"));
        QCOMPARE(addressesInFolder(dir.path()), Addresses({{u"A"_s, u"a@e.org"_s}, {u"B"_s, u"b@e.org"_s}}));
        QCOMPARE(addressesInFolder(dir.filePath(u"none"_s)), Addresses());
    }
};

QTEST_GUILESS_MAIN(AddressBookTest)
#include "addressbook_test.moc"
