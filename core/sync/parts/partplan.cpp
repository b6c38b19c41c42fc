#include "core/sync/parts/partplan.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kw {

namespace {

constexpr qint64 SmallPart = qint64(100) << 10;
constexpr qint64 ShownPicture = qint64(2) << 20; // one that stands in the text
constexpr qint64 WorthLeaving = qint64(256) << 10; // octets in all

bool needsWhole(const QByteArray &type)
{
    static const QByteArrayList types{
        "multipart/signed",          "multipart/encrypted", "application/pkcs7-mime",
        "application/x-pkcs7-mime",  "application/ms-tnef", "application/vnd.ms-tnef",
        "application/pgp-encrypted", "message/partial",     "message/external-body"};
    return types.contains(type);
}

class Planner
{
public:
    bool take(const ListedPart &part, bool isRelated)
    {
        if (needsWhole(part.type))
            return false;
        if (!std::exchange(m_isRoot, false))
            m_plan.heads.append(part.id); // the root's is the message's own
        if (part.type.startsWith("multipart/")) {
            if (part.children.empty())
                return false;
            const bool related = part.type == "multipart/related";
            return std::all_of(part.children.begin(), part.children.end(),
                               [this, related](const ListedPart &child) { return take(child, related); });
        }
        if (comesAlong(part, isRelated))
            m_plan.contents.append(part.id);
        else
            m_plan.leftOut.append({part.id, part.encoding, part.octets});
        return true;
    }

    const PartPlan &plan() const { return m_plan; }

private:
    static bool comesAlong(const ListedPart &part, bool isRelated)
    {
        const bool isText
            = part.type == "text/plain" || part.type == "text/html" || part.type == "text/enriched";
        if (part.octets <= SmallPart || (isText && part.disposition != "attachment"))
            return true;
        return isRelated && part.type.startsWith("image/") && part.octets <= ShownPicture;
    }

    PartPlan m_plan;
    bool m_isRoot = true;
};

} // namespace

std::optional<PartPlan> planParts(const ListedPart &root)
{
    Planner planner;
    if (!planner.take(root, false))
        return std::nullopt;
    const LeftOut &left = planner.plan().leftOut;
    const qint64 octets
        = std::accumulate(left.begin(), left.end(), qint64(0),
                          [](qint64 sum, const LeftOutPart &part) { return sum + part.octets; });
    return octets >= WorthLeaving ? std::optional(planner.plan()) : std::nullopt;
}

} // namespace kw
