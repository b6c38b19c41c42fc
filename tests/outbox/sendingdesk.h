#pragma once

#include "core/sync/outbox/letterdesk.h"
#include "core/sync/outbox/outbox.h"
#include "tests/outbox/fakesmtp.h"
#include "tests/sync/desk.h"

namespace kw::test {

// A person who writes on one profile: drafts and letters over simulated servers, in virtual time. The first
// account has Drafts and Sent.
class SendingDesk : public sim::Desk
{
public:
    explicit SendingDesk(int mails = 1);

    LetterDesk &letters() { return *m_letters; }
    Outbox &outbox() { return *m_outbox; }
    LetterStore store() { return LetterStore(context().db); }
    void startAgain(); // the program was ended at once and comes up

    // A draft to Bo; the Message-ID is that of `name`.
    Draft draft(const QString &text, const QString &name = QStringLiteral("one")) const;
    static QString id(const QString &name = QStringLiteral("one"))
    {
        return name + QLatin1StringView("@example.org");
    }
    Outgoing written(const Draft &draft) const;
    QByteArray kept(const Draft &draft) const; // for the folder of drafts
    Letter queue(const Draft &draft, qint64 notBefore = 0);
    LetterState state(const QString &name = QStringLiteral("one")) { return letter(name).state; }
    Letter letter(const QString &name = QStringLiteral("one"))
    {
        return store().byMessageId(id(name)).value_or(Letter{});
    }
    void run(Millis span = Millis(0)); // time passes
    void syncAll(); // everything to the mail server and back, and what follows of it
    // Subjects of what the mail server holds in this folder.
    QStringList onServer(const QString &path);

    FakeSmtp smtp;
    QList<Letter> ended;
    QList<Error> notices;
    int looks = 0; // wishes to look into a folder

private:
    void open();
    std::unique_ptr<LetterDesk> m_letters;
    std::unique_ptr<Outbox> m_outbox;
};

} // namespace kw::test
