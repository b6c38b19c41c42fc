#include "core/remote/remotechoices.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class RemoteChoicesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void senders_and_domains_are_allowed_and_forgotten()
    {
        const QTemporaryDir dir;
        RemoteChoices choices(dir.path());
        QVERIFY(!choices.allows(u"news@shop.example"_s));
        QVERIFY(choices.allowSender(u" News@Shop.example "_s));
        QVERIFY(choices.allows(u"news@shop.EXAMPLE"_s));
        QVERIFY(!choices.allows(u"other@shop.example"_s));
        QVERIFY(choices.allowDomain(u"paper.example"_s));
        QVERIFY(choices.allows(u"a@paper.example"_s));
        QVERIFY(choices.allows(u"a@mail.paper.example"_s));
        QVERIFY(!choices.allows(u"a@notpaper.example"_s));
        QVERIFY(!choices.allows(QString()));
        QCOMPARE(RemoteChoices(dir.path()).senders(), QStringList{u"news@shop.example"_s}); // it is kept
        QVERIFY(choices.forget(u"news@shop.example"_s));
        QVERIFY(choices.forget(u"paper.example"_s));
        QVERIFY(!choices.allows(u"news@shop.example"_s));
        QVERIFY(!choices.allows(u"a@paper.example"_s));
    }

    void a_folder_that_cannot_be_written_is_told()
    {
        QVERIFY(!RemoteChoices(u"/proc/nowhere"_s).allowSender(u"a@b.example"_s));
    }
};

QTEST_GUILESS_MAIN(RemoteChoicesTest)
#include "remotechoices_test.moc"
