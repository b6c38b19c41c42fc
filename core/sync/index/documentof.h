#pragma once

#include "core/store/bodystore.h"
#include "core/store/search/indexsource.h"

#include <functional>
#include <optional>

namespace kw {

// One message as it was read from the cache.
struct IndexInput {
    IndexSource::Row row;
    std::optional<BodyStore::Packed> body;
};

struct IndexTexts {
    bool attachments = false; // their texts too, where there is a tool for them
    std::function<bool()> stop; // asked while a tool works
};

// Its words, as deep as there is material for them. Any thread; never fails.
IndexDocument documentOf(const IndexInput &input, const IndexTexts &texts = {});

} // namespace kw
