#pragma once

#include "core/compose/draft.h"

namespace kw {

// A draft as people and programs might make them, the same for one seed: texts of many scripts, long lines,
// lines that mean something to mail, names of every kind, pictures, files, whole messages.
Draft generatedDraft(quint32 seed);

} // namespace kw
