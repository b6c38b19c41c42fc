#pragma once

#include "core/store/letter.h"

#include <QJsonObject>

namespace kw::ctl {

QString letterStateWord(const Letter &letter); // "waiting", "sent", "uncertain", "refused" …
QJsonObject letterJson(const Letter &letter, const QString &accountKey);

} // namespace kw::ctl
