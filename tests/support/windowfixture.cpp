#include "tests/support/windowfixture.h"

#include "core/store/bodystore.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kw {

WindowFixture::WindowFixture()
{
    auto database = Database::open(m_directory.path(), Database::Mode::ReadWrite);
    if (!database)
        qFatal("%s", qPrintable(database.error().text));
    m_database = std::move(*database);
    m_engine.writeTo(m_database.get());
    m_engine.answerOpen = [this](MessageId id) -> std::optional<Result<OpenedMessage>> {
        if (m_messages.contains(id))
            return Result<OpenedMessage>(m_messages.value(id));
        return Result<OpenedMessage>(Error{ErrorKind::Network, u"The server cannot be reached."_s, {}});
    };
}

WindowFixture::~WindowFixture() = default;

AccountId WindowFixture::addAccount(const AccountSettings &settings)
{
    Transaction transaction(*m_database);
    const AccountId id = FolderStore(*m_database).account(settings.key);
    if (!transaction.commit())
        qFatal("account");
    m_engine.accountList.append(settings);
    m_engine.accountIds.insert(settings.key, id);
    AccountStatus status;
    status.account = id;
    status.key = settings.key;
    status.liveness = Liveness::Live;
    m_engine.statusList.insert(settings.key, status);
    return id;
}

FolderId WindowFixture::addFolder(AccountId account, const QString &path, FolderRole role, QChar separator)
{
    FolderRow row;
    row.account = account;
    row.path = path;
    row.separator = separator;
    row.role = role;
    Transaction transaction(*m_database);
    const FolderId id = FolderStore(*m_database).upsert(row);
    if (!transaction.commit())
        qFatal("folder");
    return id;
}

MessageId WindowFixture::add(FolderId folder, const Mail &mail)
{
    NewMessage row;
    row.uid = Uid(++m_uid);
    row.size = quint32(mail.header.size() + mail.body.size());
    row.flags = mail.flags;
    row.digest = mail.digest;
    if (row.digest.headerHash == 0) {
        row.digest.from = mail.view.from;
        row.digest.to = mail.view.to;
        row.digest.subject = mail.view.subject;
        row.digest.date = mail.view.date;
        row.digest.messageIdHash = row.digest.headerHash = m_uid;
    }
    const bool attached = std::any_of(mail.view.attachments.begin(), mail.view.attachments.end(),
                                      [](const AttachmentInfo &a) { return !a.isInline; });
    Transaction transaction(*m_database);
    MessageStore messages(*m_database);
    messages.insert(folder, {row}, Threading::Now);
    const auto known = messages.known(folder, UidSet::range(m_uid, m_uid));
    if (known.size() != 1)
        qFatal("message");
    const MessageId id = known.first().id;
    if (mail.onThisComputer) {
        BodyStore(*m_database)
            .put(id, StoredBody{mail.header, mail.body}, QDateTime::currentMSecsSinceEpoch());
        messages.setDetails(id, mail.view.preview, attached);
        m_messages.insert(id, OpenedMessage{id, mail.view, mail.header, mail.body});
    }
    if (!transaction.commit())
        qFatal("commit");
    return id;
}

MessageId WindowFixture::add(FolderId folder, const QString &sender, const QString &subject, int minutesAgo,
                             quint32 flags)
{
    Mail mail;
    mail.view.from = {sender, sender.section(u' ', 0, 0).toLower() + "@example.org"_L1};
    mail.view.to = {{u"Anna Becker"_s, u"anna@example.org"_s}};
    mail.view.subject = subject;
    mail.view.date = QDateTime::currentSecsSinceEpoch() - minutesAgo * 60;
    mail.view.text = u"Hello Anna,\n\nthis is about: %1.\n\n%2\n"_s.arg(subject, sender);
    mail.view.preview = u"Hello Anna, this is about: %1."_s.arg(subject);
    mail.view.headers = {{u"From"_s, sender}, {u"Subject"_s, subject}};
    mail.header = "Subject: " + subject.toUtf8() + "\r\n\r\n";
    mail.body = mail.view.text.toUtf8();
    mail.flags = flags;
    return add(folder, mail);
}

void WindowFixture::removeMessage(FolderId folder, MessageId id)
{
    Transaction transaction(*m_database);
    MessageStore messages(*m_database);
    if (const auto known = messages.known(id))
        messages.removeUids(folder, UidSet::range(quint32(known->uid), quint32(known->uid)));
    if (!transaction.commit())
        qFatal("commit");
}

} // namespace kw
