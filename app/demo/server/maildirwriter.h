#pragma once

#include "core/base/mailtypes.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace kw {

// Writes messages straight into Maildir++ folders, as a delivery agent would leave them. Deterministic: equal
// calls give equal file names.
class MaildirWriter
{
public:
    struct Place {
        QString user;
        QString folder; // "INBOX" or "Lists/Bikes"; UTF-8 on disk (Dovecot's mailbox_list_utf8)
        Flags flags;
        qint64 date = 0; // seconds since the epoch: becomes INTERNALDATE
    };

    explicit MaildirWriter(const QString &mailRoot);
    // False when the disk refuses.
    bool add(const Place &place, const QByteArray &raw);

    static QByteArray flagLetters(Flags flags); // "FS", ascending as the format wants

private:
    QString folderPath(const Place &place); // creates it when first used; empty on failure

    const QString m_root;
    QHash<QString, QString> m_folders;
    int m_count = 0;
};

} // namespace kw
