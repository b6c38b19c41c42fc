#include "ui/reader/unsubscribing.h"

#include "core/remote/unsubscriber.h"
#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

Unsubscription::Unsubscription(BannerStack *banners, QWidget *window)
    : QObject(window)
    , m_banners(banners)
    , m_unsubscriber(new Unsubscriber(this))
{
    m_ask = [window](const QString &sentence, const QString &button) {
        QMessageBox box(QMessageBox::Question, tr("Unsubscribe"), sentence, QMessageBox::Cancel, window);
        box.setObjectName("unsubscribeQuestion"_L1);
        box.setTextFormat(Qt::PlainText);
        QPushButton *yes = box.addButton(button, QMessageBox::AcceptRole);
        yes->setObjectName("unsubscribeYes"_L1);
        box.exec();
        return box.clickedButton() == yes;
    };
}

Unsubscription::~Unsubscription() = default;

void Unsubscription::setLetters(Letters *letters)
{
    m_letters = letters;
    connect(letters, &Letters::queued, this, [this](int request) {
        if (request == m_request && request != 0)
            say(Tone::Good, "check"_L1,
                tr("%1 is told that you leave the list. It may take some days until the last message.")
                    .arg(m_list));
    });
    connect(letters, &Letters::failed, this, [this](int request, const Error &error) {
        if (request == m_request && request != 0)
            say(Tone::Bad, "error"_L1, error.text);
    });
}

void Unsubscription::say(Tone tone, QLatin1StringView iconName, const QString &sentence)
{
    m_request = 0;
    if (m_writing)
        m_banners->add(u"listBanner"_s, tone, iconName, sentence);
}

// All that is sent was chosen by whoever wrote the message, so all of it is shown before.
void Unsubscription::write(const LeavingByMail &mail, const QString &sender)
{
    const Draft &draft = mail.draft;
    const QString to = oneLine(draft.to.value(0).email);
    QStringList sentences{
        tr("Leave the list of %1? This message is sent from %2:").arg(sender, oneLine(draft.from.email)),
        tr("To: %1").arg(to)};
    if (!draft.subject.isEmpty())
        sentences.append(tr("Subject: %1").arg(oneLine(draft.subject)));
    if (!draft.text.trimmed().isEmpty())
        sentences.append(u'\n' + draft.text.trimmed());
    if (!m_ask(sentences.join(u'\n'), tr("Send and Leave")))
        return;
    m_list = to;
    m_writing
        = m_banners->add(u"listBanner"_s, Tone::Info, "info"_L1, tr("Leaving the list of %1…").arg(sender));
    m_request = m_letters->send(mail.accountKey, draft, 0);
}

void Unsubscription::begin(const Unsubscribing &how, const QString &sender,
                           const std::optional<LeavingByMail> &byMail)
{
    const QString who = oneLine(sender);
    if (how.oneClick) {
        if (m_ask(tr("Leave the list of %1? Kittiwake tells %2 so, once, and nothing else of you.")
                      .arg(who, how.page.host()),
                  tr("Unsubscribe")))
            leave(how.page, who);
        return;
    }
    if (!how.mailTo.isEmpty() && m_letters && byMail) {
        write(*byMail, who);
        return;
    }
    if (!how.mailTo.isEmpty()) {
        if (m_ask(tr("%1 takes a message for leaving its list. Write it?").arg(who), tr("Write Message")))
            Q_EMIT linkActivated(QUrl(how.mailTo));
        return;
    }
    if (m_ask(tr("%1 has a page for leaving its list, at %2. Open it in the browser? The page may recognise "
                 "you.")
                  .arg(who, how.page.host()),
              tr("Open Page")))
        Q_EMIT linkActivated(how.page);
}

void Unsubscription::leave(const QUrl &page, const QString &sender)
{
    m_banners->remove(u"listBanner"_s);
    m_banners->add(u"listBanner"_s, Tone::Info, "info"_L1, tr("Leaving the list of %1…").arg(sender));
    m_unsubscriber->leave(page, [banners = QPointer(m_banners), sender](const Result<void> &done) {
        if (!banners || !banners->find(u"listBanner"_s))
            return; // another message is shown
        banners->remove(u"listBanner"_s);
        if (done)
            banners->add(u"listBanner"_s, Tone::Good, "check"_L1,
                         tr("You have left the list of %1. It may take some days until the last message.")
                             .arg(sender));
        else
            banners->add(u"listBanner"_s, Tone::Bad, "error"_L1, done.error().text);
    });
}

} // namespace kw
