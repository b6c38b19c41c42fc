#include "core/mime/bodypieces.h"

#include <algorithm>

namespace kw {

void BodyPieces::append(const BodyPieces &next)
{
    plain += next.plain;
    formatted += next.formatted;
}

BodyPieces BodyPieces::best(const QList<BodyPieces> &alternatives)
{
    BodyPieces out;
    for (const BodyPieces &one : alternatives) {
        // An empty text beside the HTML is what some programs send instead of none.
        if (out.plain.isEmpty() && hasPlain(one.plain) && !hasHtml(one.plain))
            out.plain = one.plain;
        if (hasHtml(one.formatted))
            out.formatted = one.formatted;
    }
    const auto other = [&alternatives](QList<BodyPiece> BodyPieces::*way) {
        const auto full = std::find_if(alternatives.crbegin(), alternatives.crend(),
                                       [way](const BodyPieces &one) { return !(one.*way).isEmpty(); });
        return full == alternatives.crend() ? QList<BodyPiece>() : (*full).*way;
    };
    if (out.plain.isEmpty())
        out.plain = other(&BodyPieces::plain);
    if (out.formatted.isEmpty())
        out.formatted = out.plain;
    return out;
}

bool hasHtml(const QList<BodyPiece> &pieces)
{
    return std::any_of(pieces.cbegin(), pieces.cend(), [](const BodyPiece &piece) { return piece.isHtml; });
}

bool hasPlain(const QList<BodyPiece> &pieces)
{
    return std::any_of(pieces.cbegin(), pieces.cend(), [](const BodyPiece &piece) {
        return !piece.isHtml && !piece.text.trimmed().isEmpty();
    });
}

} // namespace kw
