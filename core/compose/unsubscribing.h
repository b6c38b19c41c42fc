#pragma once

#include "core/compose/answering.h"

#include <optional>

namespace kw {

// The message that leaves a list (List-Unsubscribe with a mailto URL, RFC 2369 3.2, RFC 6068): to the list's
// address, from that to which the list writes, with the subject and text that the list asks for. Whoever
// wrote the message chose all of it, so it is for the person to see and send, never for a program. None: the
// list has no such address. Pure; any thread.
std::optional<Draft> unsubscribeDraft(const Original &original, const Answerer &answerer);

} // namespace kw
