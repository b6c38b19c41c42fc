#pragma once

#include "core/imap/stream/listedpart.h"
#include "core/mime/leftout.h"

#include <QStringList>

#include <optional>

namespace kw {

// What of a large message comes when it is opened: every part's head, the texts, what stands in them, and
// what is small.
struct PartPlan {
    QStringList heads; // parts whose MIME header is needed
    QStringList contents; // leaves that come with it
    LeftOut leftOut; // leaves that wait until they are wanted
};

// Nothing: it is better fetched whole. What is signed, encrypted or packed can only be read so, and where
// little would be left out, nothing is gained.
std::optional<PartPlan> planParts(const ListedPart &root);

} // namespace kw
