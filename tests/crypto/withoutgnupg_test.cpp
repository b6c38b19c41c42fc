// A computer that has no GnuPG.
#include "core/crypto/gnupg.h"
#include "core/crypto/gnupgsealer.h"
#include "core/crypto/sealkeys.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class WithoutGnupgTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("PATH", "/nonexistent"); } // GpgME looks once
    void sealingSaysWhatIsMissing_data()
    {
        QTest::addColumn<Seal::Kind>("kind");
        QTest::newRow("OpenPGP") << Seal::Kind::OpenPgp;
        QTest::newRow("S/MIME") << Seal::Kind::SMime;
    }
    void sealingSaysWhatIsMissing()
    {
        QFETCH(Seal::Kind, kind);
        GnupgSealer gnupg;
        const auto keys = canEncryptTo(kind, {u"bo@example.net"_s}, gnupg);
        QVERIFY(!keys);
        QCOMPARE(keys.error().code, u"no-program"_s);
        QVERIFY(keys.error().text.endsWith("not installed."_L1));
        QCOMPARE(gnupg.sign(kind, "x", QString(40, u'A')).error().code, u"no-program"_s);
        QCOMPARE(gnupg.encrypt(kind, "x", {{QString(40, u'A')}, {}}).error().code, u"no-program"_s);
    }
    void openingSaysWhatIsMissing()
    {
        Gnupg gnupg;
        QVERIFY(gnupg.decrypt(Seal::Kind::OpenPgp, "x").seal.opening == Seal::Opening::NoProgram);
    }
};

QTEST_GUILESS_MAIN(WithoutGnupgTest)
#include "withoutgnupg_test.moc"
