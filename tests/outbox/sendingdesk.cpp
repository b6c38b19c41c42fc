#include "tests/outbox/sendingdesk.h"

#include "core/compose/messagewriter.h"

using namespace Qt::StringLiterals;

namespace kw::test {

namespace {

Task<Result<QString>> noSecret()
{
    co_return QString();
}

WriteOptions options(qint64 wallMs)
{
    WriteOptions options;
    options.now = wallMs / 1000;
    return options;
}

} // namespace

SendingDesk::SendingDesk(int mails)
    : sim::Desk(mails)
{
    server().createFolder(u"Drafts"_s, FolderRole::Drafts);
    server().createFolder(u"Sent"_s, FolderRole::Sent);
    settle();
    open();
}

void SendingDesk::open()
{
    m_letters = std::make_unique<LetterDesk>(context());
    m_outbox = std::make_unique<Outbox>(context(),
                                        Outbox::Hooks{[this](AccountId) -> Result<SendingServer> {
                                                          return SendingServer{smtp.factory(), SmtpSettings{},
                                                                               &noSecret};
                                                      },
                                                      [this](AccountId, FolderId) { ++looks; }, [] {}});
    QObject::connect(m_outbox.get(), &Outbox::ended, m_outbox.get(),
                     [this](const Letter &letter) { ended.append(letter); });
    QObject::connect(m_outbox.get(), &Outbox::notice, m_outbox.get(),
                     [this](const Error &error) { notices.append(error); });
    m_outbox->recover();
}

void SendingDesk::startAgain()
{
    m_outbox->goOffline().then([] { });
    m_outbox.reset();
    m_letters.reset();
    restart();
    open();
}

Draft SendingDesk::draft(const QString &text, const QString &name) const
{
    Draft draft;
    draft.from = {u"Anna"_s, u"anna@example.org"_s};
    draft.to = {{u"Bo"_s, u"bo@example.net"_s}};
    draft.subject = name;
    draft.text = text;
    draft.messageId = id(name);
    draft.date = 1'767'225'600;
    return draft;
}

Outgoing SendingDesk::written(const Draft &draft) const
{
    const auto message = writeMessage(draft, options(1'767'225'600'000));
    if (!message)
        qFatal("%s", qPrintable(message.error().text));
    return outgoingOf(*message);
}

QByteArray SendingDesk::kept(const Draft &draft) const
{
    WriteOptions keeping = options(1'767'225'600'000);
    keeping.purpose = WriteOptions::For::Keeping;
    const auto message = writeMessage(draft, keeping);
    if (!message)
        qFatal("%s", qPrintable(message.error().text));
    return message->bytes;
}

Letter SendingDesk::queue(const Draft &draft, qint64 notBefore)
{
    const auto letter = m_letters->queue(account(), draft, written(draft), notBefore);
    if (!letter)
        qFatal("%s", qPrintable(letter.error().text));
    m_outbox->lettersWait();
    return *letter;
}

void SendingDesk::run(Millis span)
{
    clock().advance(span);
}

void SendingDesk::syncAll()
{
    settle();
    const auto folders = context().folders.folders(account());
    for (const FolderRow &folder : folders)
        m_outbox->passed(folder.id, folder.provenAt);
    settle();
}

QStringList SendingDesk::onServer(const QString &path)
{
    QStringList subjects;
    if (const sim::SimFolder *folder = server().folder(path)) {
        for (const auto &[uid, message] : folder->messages)
            subjects.append(message.mail->digest.subject);
    }
    return subjects;
}

} // namespace kw::test
