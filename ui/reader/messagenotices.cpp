#include "ui/reader/messagenotices.h"

#include "core/sync/engine.h"
#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/receiptnotice.h"
#include "ui/reader/remotepictures.h"
#include "ui/reader/sealwords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

MessageNotices::MessageNotices(BannerStack *banners, RemotePictures *remote, QObject *parent)
    : QObject(parent)
    , m_banners(banners)
    , m_remote(remote)
    , m_receipt(new ReceiptNotice(banners, this))
{
}

void MessageNotices::setLetters(Letters *letters)
{
    m_receipt->setLetters(letters);
}

void MessageNotices::showMessage(const std::shared_ptr<const OpenedMessage> &message, const Shown &shown)
{
    m_message = message;
    if (m_sender.message != message->id)
        m_sender = {};
    m_banners->clear();
    const MessageView &view = message->view;
    showSeals();
    showSender();
    showReport();
    showRemote(shown.html);
    m_receipt->show(message);
    showList();
    if (shown.htmlMissing)
        m_banners->add(u"htmlMissingBanner"_s, Tone::Warning, "warning"_L1,
                       tr("Formatted mail cannot be shown here because the web view is not installed. This "
                          "is its text."));
    if (!view.warnings.isEmpty())
        m_banners->add(u"warningBanner"_s, Tone::Warning, "warning"_L1,
                       oneLine(view.warnings.mid(0, 3).join(u' ')),
                       {{tr("Source"), [this] { Q_EMIT sourceWanted(); }}});
    if (shown.cut)
        m_banners->add(u"cutBanner"_s, Tone::Info, "info"_L1,
                       tr("This message is very long; its beginning is shown."),
                       {{tr("Show All"), [this] { Q_EMIT wholeTextWanted(); }}});
}

void MessageNotices::add(const QString &sentence)
{
    m_banners->add(u"messageNotice"_s, Tone::Info, "info"_L1, sentence);
}

void MessageNotices::showSeals()
{
    for (const Seal &seal : m_message->view.seals) {
        const SealWords words = sealWords(seal, m_message->view.from.email);
        QList<BannerButton> buttons;
        if (words.canTryAgain)
            buttons.append({tr("Open…"), [this] { Q_EMIT openAgainWanted(); }});
        m_banners->add(u"sealBanner"_s, words.tone, words.iconName, words.text, buttons);
    }
}

void MessageNotices::showRemote(bool html)
{
    const int pictures = m_remote->pictures();
    const int trackers = m_remote->trackers();
    const int others = m_remote->others();
    if (!html || pictures + trackers + others == 0)
        return;
    const QList<Seal> &seals = m_message->view.seals;
    if (std::any_of(seals.begin(), seals.end(), [](const Seal &seal) { return seal.isEncrypted(); })) {
        m_banners->add(
            u"remoteBanner"_s, Tone::Info, "image-blocked"_L1,
            tr("%Ln part(s) from the network blocked: an encrypted message loads nothing.", nullptr, others));
        return;
    }
    if (m_remote->isAllowed() || (pictures == 0 && trackers == 0)) {
        if (trackers + others > 0)
            m_banners->add(u"remoteBanner"_s, Tone::Info, "image-blocked"_L1,
                           trackers > 0
                               ? tr("%Ln tracking picture(s) blocked.", nullptr, trackers)
                               : tr("%Ln remote part(s) blocked: frames, films or fonts.", nullptr, others));
        return;
    }
    QString text = pictures > 0 ? tr("%Ln remote picture(s) blocked", nullptr, pictures) : QString();
    if (trackers > 0) {
        const QString tracking = tr("%Ln tracking picture(s) blocked", nullptr, trackers);
        text = text.isEmpty() ? tracking : tr("%1, %2", "two things blocked").arg(text, tracking);
    }
    text = tr("%1, so the sender does not learn that you read this.").arg(text);
    QList<BannerButton> buttons;
    if (pictures > 0) {
        buttons.append({tr("Show Pictures"), [this] { m_remote->allowOnce(); }});
        QList<BannerButton> always;
        if (!m_remote->sender().isEmpty())
            always.append({tr("From %1").arg(m_remote->sender()), [this] { m_remote->allowSender(); }});
        if (!m_remote->domain().isEmpty())
            always.append(
                {tr("From all of %1").arg(m_remote->domain()), [this] { m_remote->allowDomain(); }});
        if (!always.isEmpty())
            buttons.append({tr("Always Show"), {}, always});
    }
    m_banners->add(u"remoteBanner"_s, Tone::Info, "image-blocked"_L1, text, buttons);
}

void MessageNotices::showReport()
{
    const auto &report = m_message->view.report;
    if (!report)
        return;
    using Outcome = DeliveryReport::Outcome;
    constexpr qsizetype MostShown = 5;
    QStringList lines;
    bool bad = false;
    for (const DeliveryReport::Recipient &one : report->recipients.mid(0, MostShown)) {
        const QString who = oneLine(one.address);
        QString line;
        switch (one.outcome) {
        case Outcome::Failed:
            line = tr("Your message could not be delivered to %1.").arg(who);
            break;
        case Outcome::Delayed:
            line = one.retriedUntil.isValid()
                ? tr("Your message to %1 is delayed; the server goes on trying until %2.")
                      .arg(who, QLocale().toString(one.retriedUntil.toLocalTime(), QLocale::ShortFormat))
                : tr("Your message to %1 is delayed; the server goes on trying.").arg(who);
            break;
        case Outcome::Delivered:
            line = tr("Your message has been delivered to %1.").arg(who);
            break;
        case Outcome::Relayed:
        case Outcome::Expanded:
            line = tr("Your message to %1 was passed on; nothing more will be reported.").arg(who);
            break;
        case Outcome::Displayed:
            line = tr("%1 says that your message has been opened.").arg(who);
            break;
        case Outcome::Deleted:
            line = tr("%1 says that your message was deleted unread.").arg(who);
            break;
        case Outcome::Other:
            continue;
        }
        if (!one.diagnostic.isEmpty() && one.outcome != Outcome::Delivered)
            line += u' ' + tr("The server said: %1").arg(oneLine(one.diagnostic).left(300));
        bad = bad || one.outcome == Outcome::Failed;
        lines.append(line);
    }
    if (report->recipients.size() > MostShown)
        lines.append(tr("and %Ln more", nullptr, int(report->recipients.size() - MostShown)));
    if (!lines.isEmpty())
        m_banners->add(u"reportBanner"_s, bad ? Tone::Bad : Tone::Info, bad ? "error"_L1 : "info"_L1,
                       lines.join(u'\n'));
}

void MessageNotices::setSender(const SenderReport &report)
{
    if (!m_message || report.message != m_message->id)
        return;
    m_sender = report;
    showSender();
}

// Only what a person should act on; that all is well stands quietly in the header.
void MessageNotices::showSender()
{
    m_banners->remove(u"senderBanner"_s);
    const Evidence &evidence = m_sender.evidence;
    const Acquaintance &known = m_sender.acquaintance;
    if (!isSet(m_sender.message) || known.isOneself)
        return;
    QStringList lines;
    Tone tone = Tone::Info;
    if (evidence.origin == Evidence::Origin::Disproven) {
        tone = Tone::Bad;
        lines.append(tr("This message does not come from %1, as it claims, or was changed on its way. Do not "
                        "trust what it says or asks.")
                         .arg(evidence.domain));
    }
    if (!known.looksLike.isEmpty()) {
        tone = Tone::Bad;
        lines.append(tr("The sender's domain %1 looks like %2, which you know, but is another one.")
                         .arg(evidence.domain, known.looksLike));
    }
    if (!evidence.addressInName.isEmpty()) {
        tone = Tone::Bad;
        lines.append(tr("The sender calls itself %1, but the message comes from %2.")
                         .arg(oneLine(evidence.addressInName), oneLine(m_message->view.from.email)));
    }
    if (!evidence.repliesElsewhere.isEmpty() && !known.isKnown
        && !m_message->view.unsubscribing.isPossible()) {
        tone = tone == Tone::Bad ? tone : Tone::Warning;
        lines.append(tr("An answer would go to %1, not to %2.")
                         .arg(evidence.repliesElsewhere.mid(0, 3).join(", "_L1), evidence.domain));
    }
    if (lines.isEmpty())
        return;
    if (known.isFirst)
        lines.append(tr("You have had no mail from this address before."));
    m_banners->add(u"senderBanner"_s, tone, tone == Tone::Bad ? "error"_L1 : "warning"_L1, lines.join(u'\n'));
}

void MessageNotices::showList()
{
    const MessageView &view = m_message->view;
    if (view.unsubscribing.isPossible())
        m_banners->add(u"listBanner"_s, Tone::Info, "info"_L1, tr("This message was sent to a list."),
                       {{tr("Unsubscribe…"), [this] { Q_EMIT unsubscribeWanted(); }}});
}

} // namespace kw
