#include "ui/reader/receiptnotice.h"

#include "core/sync/engine.h"
#include "core/sync/facade/letters.h"
#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"

using namespace Qt::StringLiterals;

namespace kw {

namespace {

using Reason = ReceiptRequest::Reason;

constexpr QLatin1StringView ReceiptBanner("receiptBanner");

QString addressesOf(const QList<Address> &addresses)
{
    QStringList out;
    for (const Address &one : addresses)
        out.append(oneLine(one.email));
    return out.join(", "_L1);
}

bool isSuspicious(const ReceiptRequest &request)
{
    return request.reasons.contains(Reason::SenderDiffers)
        || request.reasons.contains(Reason::SeveralAddresses);
}

} // namespace

ReceiptNotice::ReceiptNotice(BannerStack *banners, QObject *parent)
    : QObject(parent)
    , m_banners(banners)
{
}

void ReceiptNotice::setLetters(Letters *letters)
{
    m_letters = letters;
    connect(letters, &Letters::failed, this, &ReceiptNotice::onFailed);
}

QStringList ReceiptNotice::reasons(const ReceiptRequest &request)
{
    QStringList out;
    for (const Reason reason : request.reasons) {
        switch (reason) {
        case Reason::SenderDiffers:
            out.append(tr("The message came from another address; the receipt would go to %1.")
                           .arg(addressesOf(request.to)));
            break;
        case Reason::SenderUnknown:
            out.append(tr("Which address the message came from is not known."));
            break;
        case Reason::SeveralAddresses:
            out.append(tr("%Ln addresses would be told.", nullptr, int(request.to.size())));
            break;
        case Reason::NotAddressed:
            out.append(tr("The message is not addressed to you."));
            break;
        case Reason::Encrypted:
            out.append(tr("It would tell that you could open the message."));
            break;
        default: // those for which nobody is asked
            break;
        }
    }
    return out;
}

void ReceiptNotice::show(const std::shared_ptr<const OpenedMessage> &message)
{
    m_message = message;
    m_banners->remove(ReceiptBanner);
    if (!m_letters || message->view.receiptTo.isEmpty() || m_answered.contains(message->id))
        return;
    const ReceiptRequest request = m_letters->receiptRequest(*message);
    using Permission = ReceiptRequest::Permission;
    if (request.to.isEmpty()
        || (request.permission != Permission::AskFirst && request.permission != Permission::May))
        return;
    QStringList sentences{
        tr("%1 asks to be told that you have read this.").arg(oneLine(displayName(request.to.constFirst())))};
    sentences += reasons(request);
    const bool warns = isSuspicious(request);
    m_banners->add(ReceiptBanner, warns ? Tone::Warning : Tone::Info, warns ? "warning"_L1 : "info"_L1,
                   sentences.join(u' '),
                   {{tr("Send Receipt"), [this] { send(); }}, {tr("Do Not"), [this] { decline(); }}});
}

void ReceiptNotice::send()
{
    m_sending = m_message->id;
    m_answered.insert(m_sending);
    m_banners->remove(ReceiptBanner);
    m_request = m_letters->sendReceipt(m_sending);
}

void ReceiptNotice::decline()
{
    m_answered.insert(m_message->id);
    m_banners->remove(ReceiptBanner);
    m_letters->declineReceipt(m_message->id);
}

void ReceiptNotice::onFailed(int request, const Error &error)
{
    if (request != m_request || request == 0)
        return;
    m_request = 0;
    m_answered.remove(m_sending);
    if (m_message && m_message->id == m_sending)
        m_banners->add(ReceiptBanner, Tone::Bad, "error"_L1, error.text,
                       {{tr("Try Again"), [this] { send(); }}});
}

} // namespace kw
