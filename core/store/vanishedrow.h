#pragma once

#include "core/store/rows.h"

#include <QMetaType>

namespace kw {

// A message that is no longer on its server and whose text we had.
struct VanishedRow {
    qint64 id = 0;
    AccountId account{};
    FolderId folder{}; // it was there
    QString folderPath;
    MessageId message{}; // its id while it was listed
    qint64 at = 0; // ms since the epoch: when it was missed
    bool ours = false; // we deleted it for good ourselves
    qint64 date = 0; // seconds since the epoch
    quint32 flags = 0;
    QStringList keywords;
    quint32 size = 0;
    Address from;
    QString subject;
};

} // namespace kw

Q_DECLARE_METATYPE(kw::VanishedRow)
