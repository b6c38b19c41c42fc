#include "core/sync/outbox/keptdraft.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype Small = 8192; // octets that are not worth a place of their own
constexpr qint64 Redirected = -1; // where the hash of Draft::redirected stands

QByteArray putAside(const QByteArray &data, KeptDraft &kept)
{
    const QByteArray hash = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
    kept.parts.insert(hash, data);
    return hash;
}

QString recipientsOf(const Draft &draft)
{
    QStringList names;
    for (const Address &address : draft.to + draft.cc + draft.bcc)
        names.append(displayName(address));
    return names.join(", "_L1);
}

} // namespace

KeptDraft keptDraft(const Draft &draft)
{
    KeptDraft kept;
    Draft rest = draft;
    QCborMap hashes;
    for (qsizetype i = 0; i < rest.attachments.size(); ++i) {
        DraftAttachment &file = rest.attachments[i];
        if (file.data.size() <= Small)
            continue;
        hashes.insert(i, putAside(file.data, kept));
        file.data.clear();
    }
    if (rest.redirected.size() > Small) {
        hashes.insert(Redirected, putAside(rest.redirected, kept));
        rest.redirected.clear();
    }
    kept.draft = QCborArray{savedDraft(rest), hashes}.toCborValue().toCbor();
    return kept;
}

Result<Draft> readKeptDraft(const QByteArray &kept, const std::function<QByteArray(const QByteArray &)> &part)
{
    const QCborArray both = QCborValue::fromCbor(kept).toArray();
    auto draft = readDraft(both.at(0).toByteArray());
    if (!draft)
        return draft;
    const QCborMap hashes = both.at(1).toMap();
    for (const auto &[place, hash] : hashes) {
        const qint64 at = place.toInteger(draft->attachments.size());
        if (at == Redirected)
            draft->redirected = part(hash.toByteArray());
        else if (at >= 0 && at < draft->attachments.size())
            draft->attachments[at].data = part(hash.toByteArray());
    }
    return draft;
}

Result<Draft> keptDraftOf(const LetterStore &letters, LetterId id, int revision)
{
    return readKeptDraft(letters.draft(id, revision),
                         [&letters, id](const QByteArray &hash) { return letters.part(id, hash); });
}

LetterDraft describedDraft(const Draft &draft, const QByteArray &kept)
{
    return {kept, draft.messageId, draft.subject, recipientsOf(draft), draft.original, int(draft.act)};
}

} // namespace kw
