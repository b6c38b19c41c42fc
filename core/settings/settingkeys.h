#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace kw {

// A key of settings.ini: what may stand there and what counts when nothing does (docs/settings.md). Plain
// value.
struct SettingKey {
    enum class Kind { Switch, Number, Word, Language };

    QString key; // "group/name"
    Kind kind = Kind::Switch;
    QString usual; // as written
    qint64 least = 0; // of numbers
    qint64 most = 0;
    QStringList words; // that one may choose from

    // Of Language: "auto", or a code like "de" or "pt_BR".

    // The text as it is written in the file; nothing: it makes no sense here.
    std::optional<QString> accept(const QString &text) const;
};

// All of them, in the order they are documented.
const QList<SettingKey> &settingKeys();
// Null where there is no such key.
const SettingKey *settingKey(const QString &key);

// Texts by key.
using SettingValues = QMap<QString, QString>;
// Every key with its usual value.
SettingValues usualSettings();

} // namespace kw
