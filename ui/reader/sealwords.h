#pragma once

#include "core/mime/seal.h"
#include "ui/look/theme.h"

#include <QString>

namespace kw {

// What is to be said of a seal: what it is, by whom, whether it holds and whether the key is that person's
// are sentences of their own.
struct SealWords {
    Tone tone = Tone::Info;
    QLatin1StringView iconName;
    QString text; // one sentence a line
    bool canTryAgain = false; // the passphrase was not given
};

// `sender`: the address that the message says it is from.
SealWords sealWords(const Seal &seal, const QString &sender);

} // namespace kw
