#pragma once

#include "core/account/signatures.h"
#include "core/compose/draft.h"

namespace kw {

enum class SignaturePlace {
    AboveQuote, // below what is written, above what is answered
    AtEnd,
};

// The signature as it stands in a message: "-- " and its lines (RFC 3676 4.3); <div class="moz-signature">.
QString signatureText(const Signature &signature);
QString
signatureHtml(const Signature &signature); // through the sanitizer; made of the text where there is no HTML

// The same said the other way: what is plain as HTML, what is HTML as plain text.
Signature asHtml(const Signature &signature);
Signature asText(const Signature &signature);

// A draft that nobody has written in yet, with the signature and a line to begin on; unchanged where it is
// empty. Pure, linear; any thread.
Draft withSignature(Draft draft, const Signature &signature, SignaturePlace place);

// Another one instead of `before`, where that one stands as it was put there; a signature that the person has
// changed stays. Where `before` is empty: as withSignature().
Draft withSignatureExchanged(Draft draft, const Signature &before, const Signature &now,
                             SignaturePlace place);

} // namespace kw
