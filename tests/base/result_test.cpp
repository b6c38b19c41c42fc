#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace kw;
using namespace Qt::StringLiterals;

class ResultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_value_is_true_and_readable()
    {
        Result<QString> r = u"x"_s;
        QVERIFY(bool(r));
        QCOMPARE(*r, u"x"_s);
        QCOMPARE(r->size(), 1);
        *r = u"yy"_s;
        QCOMPARE(r->size(), 2);
    }

    void an_error_is_false_and_keeps_its_sentence()
    {
        const Result<int> r = Error{ErrorKind::Refused, u"The server is full."_s, u"OVERQUOTA"_s};
        QVERIFY(!r);
        QCOMPARE(r.error().kind, ErrorKind::Refused);
        QCOMPARE(r.error().text, u"The server is full."_s);
        QCOMPARE(r.error().code, u"OVERQUOTA"_s);
    }

    void an_error_may_itself_be_the_value()
    {
        const Result<std::optional<Error>> r = std::optional<Error>(Error{});
        QVERIFY(bool(r));
    }

    void a_value_that_cannot_be_copied_moves_out()
    {
        Result<std::unique_ptr<int>> r = std::make_unique<int>(3);
        const std::unique_ptr<int> p = *std::move(r);
        QCOMPARE(*p, 3);
    }

    void nothing_is_a_success_unless_an_error_says_otherwise()
    {
        const Result<void> ok;
        QVERIFY(bool(ok));
        const Result<void> bad = Error{ErrorKind::Storage, u"Disk full."_s, {}};
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Storage);
    }

    void the_outcome_of_a_value_is_whether_there_is_one()
    {
        const Result<void> ok = Result<int>(3);
        QVERIFY(bool(ok));
        const Result<void> bad = Result<int>(Error{ErrorKind::Refused, u"No."_s, u"NOPERM"_s});
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, u"NOPERM"_s);
    }

    void only_network_and_protocol_errors_are_retried()
    {
        using K = ErrorKind;
        for (const K kind : {K::Cancelled, K::Network, K::Auth, K::Tls, K::Protocol, K::Refused, K::Storage,
                             K::NotFound, K::Unsupported, K::Invalid, K::Busy}) {
            const bool wanted = kind == K::Network || kind == K::Protocol;
            QCOMPARE((Error{kind, {}, {}}).isRetryable(), wanted);
        }
    }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "result_test.moc"
