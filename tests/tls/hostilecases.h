#pragma once

#include "core/base/result.h"
#include "core/tls/showncertificate.h"
#include "core/tls/tlstarget.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testcertificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

namespace kw {

// How a protocol puts it.
struct HostileWords {
    using Rows = QList<std::pair<const char *, QByteArray>>;
    Exchange offersNoStartTls; // answers what a client asks before
    QByteArray agreement; // to STARTTLS
    Rows refusals; // of it
    Rows slippedIn; // behind the agreement
    QByteArray turnsAway; // begins a greeting that lets nobody in
    QByteArray greetsOn; // begins a line of a greeting that goes on
};

// Real listeners that cheat, are misconfigured, or are not who they should be. In each case the listener has
// received no octet of the password, and the person is told what is wrong. A test of one protocol says how it
// is spoken, and adds what only it can be asked.
class HostileCases : public QObject
{
    Q_OBJECT

protected:
    const QString Canary = QStringLiteral("canary-7f3a"); // the password
    TestCertificates m_files;
    TestPeople m_people;

    virtual HostileWords words() const = 0;
    virtual Script speaking(const TestIdentity &who, bool implicitTls) const = 0; // takes the password
    virtual Result<void> open(quint16 port, bool implicitTls, const QByteArray &pin,
                              int timeoutMs = 5000) const
        = 0;
    virtual QByteArray passwordCommand() const = 0; // must not be heard

    Error refused(const Script &script, const QByteArray &pin, bool implicitTls) const
    {
        const ScriptedServer server(script);
        const auto done = open(server.port(), implicitTls, pin);
        if (server.received().contains("canary") || server.received().contains(passwordCommand()))
            return {ErrorKind::Invalid, QStringLiteral("the password was sent"), {}};
        return done ? Error{ErrorKind::Invalid, QStringLiteral("opened"), {}} : done.error();
    }
    Result<void> opened(const Script &script, const QByteArray &pin, bool implicitTls) const
    {
        const ScriptedServer server(script);
        return open(server.port(), implicitTls, pin);
    }
    static QString fingerprint(const TestIdentity &who)
    {
        return readCertificate(who.certificate).fingerprint;
    }
    static void bothWays()
    {
        QTest::addColumn<bool>("implicitTls");
        QTest::newRow("TLS") << true;
        QTest::newRow("STARTTLS") << false;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_people.make(m_files)); }

    // --- before the encryption
    void starttls_that_is_not_offered_any_more_is_insisted_on();
    void starttls_that_is_refused_ends_it_data();
    void starttls_that_is_refused_ends_it();
    void what_is_slipped_in_behind_the_answer_to_starttls_is_noticed_data();
    void what_is_slipped_in_behind_the_answer_to_starttls_is_noticed();
    void an_unencrypted_server_on_an_encrypted_port_is_told();
    void a_server_that_says_nothing_is_tried_again_later_data();
    void a_server_that_says_nothing_is_tried_again_later();
    void a_server_that_is_full_is_tried_again_later_data();
    void a_server_that_is_full_is_tried_again_later();
    void endless_talk_in_clear_text_ends_data();
    void endless_talk_in_clear_text_ends();

    // --- the handshake
    void encryption_that_can_be_broken_is_refused_data();
    void encryption_that_can_be_broken_is_refused();
    void a_server_that_insists_on_old_tls_is_refused();
    void who_cannot_be_trusted_is_refused_with_the_reason_data();
    void who_cannot_be_trusted_is_refused_with_the_reason();
    void a_key_that_is_too_short_is_refused_even_when_pinned();
    void a_signature_that_can_be_forged_is_refused_even_when_pinned_data();
    void a_signature_that_can_be_forged_is_refused_even_when_pinned();

    // --- pins
    void the_pinned_certificate_is_accepted_whatever_else_is_wrong_data();
    void the_pinned_certificate_is_accepted_whatever_else_is_wrong();
    void another_certificate_than_the_pinned_one_is_loud_data();
    void another_certificate_than_the_pinned_one_is_loud();
    void a_certificate_signed_with_the_pinned_ones_key_is_another_data();
    void a_certificate_signed_with_the_pinned_ones_key_is_another();
    void a_pin_that_cannot_be_read_trusts_nobody();
    void a_certificate_that_an_authority_vouches_for_is_accepted_and_asked_about_where_another_is_pinned();
};

} // namespace kw
