#include "ui/compose/draftsending.h"

#include "ui/compose/composeractions.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/identitybox.h"
#include "ui/compose/recipientsedit.h"
#include "ui/compose/reminderwords.h"
#include "ui/compose/sealchoice.h"
#include "ui/reader/bannerstack.h"

#include <QAction>
#include <QDateTime>
#include <QLineEdit>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr QLatin1StringView ReminderBanner("sendReminders");
constexpr QLatin1StringView ProblemBanner("sendProblem");
constexpr QLatin1StringView SealBanner("sealProblem");
} // namespace

DraftSending::DraftSending(ComposerWindow *window, Letters *letters, BannerStack *banners,
                           const WritingSettings &settings, qint64 largestMessage)
    : QObject(window)
    , m_window(window)
    , m_letters(letters)
    , m_banners(banners)
    , m_settings(settings)
{
    m_limits.largestMessage = largestMessage;
    m_limits.manyRecipients = settings.askAboveRecipients > 0 ? settings.askAboveRecipients
                                                              : std::numeric_limits<qsizetype>::max();
    connect(letters, &Letters::queued, this, [this](int request, const Letter &letter) {
        if (request != m_request || request == 0)
            return;
        m_request = 0;
        Q_EMIT queued(letter);
    });
    connect(letters, &Letters::failed, this, [this](int request, const Error &error) {
        if (request != m_request || request == 0)
            return;
        m_request = 0;
        Q_EMIT failed();
        tell(error.text);
    });
}

void DraftSending::tell(const QString &sentence)
{
    m_banners->add(ProblemBanner, Tone::Bad, "error"_L1, sentence);
}

void DraftSending::send(qint64 notBefore)
{
    if (isUnderWay())
        return;
    m_banners->remove(ReminderBanner);
    m_banners->remove(ProblemBanner);
    m_banners->remove(SealBanner);
    const Draft draft = m_window->draft();
    if (hasProblem(draft) || lacksKeys(draft.options, notBefore))
        return;
    QList<Reminder> reminders = remindersOf(draft, m_limits);
    if (!m_settings.remindOfAttachments)
        reminders.removeIf([](const Reminder &one) { return one.kind == Reminder::Kind::NoAttachment; });
    if (reminders.isEmpty())
        hand(notBefore);
    else
        remind(reminders, notBefore);
}

bool DraftSending::hasProblem(const Draft &draft)
{
    ComposerHead *head = m_window->head();
    if (const auto [row, wrong] = head->firstInvalid(); row) {
        tell(reminderSentence({Reminder::Kind::InvalidAddress, wrong}));
        head->reveal(row);
        return true;
    }
    const QList<Reminder> all = remindersOf(draft, m_limits);
    const auto problem = std::find_if(all.cbegin(), all.cend(), isProblem);
    if (problem == all.cend())
        return false;
    tell(reminderSentence(*problem));
    RecipientsEdit *row = head->to();
    for (RecipientsEdit *other : {head->cc(), head->bcc(), head->replyTo()}) {
        for (const Address &address : other->addresses()) {
            if (problem->kind == Reminder::Kind::InvalidAddress && address.email == problem->what)
                row = other;
        }
    }
    head->reveal(row);
    return true;
}

// Less than what was asked for goes out only by an express press. Where the keys are not known yet, whoever
// writes the message finds out.
bool DraftSending::lacksKeys(const DraftOptions &options, qint64 notBefore)
{
    const auto &state = m_window->seals()->state();
    const auto [sign, encrypt, accepts] = std::tuple(options.sign, options.encrypt, options.acceptsUnproven);
    if ((!sign && !encrypt) || !state || state->kindFor(sign, encrypt, accepts))
        return false;
    QList<BannerButton> buttons;
    if (encrypt && state->kindFor(sign, encrypt, true))
        buttons.append({tr("Encrypt Anyway"), [this, notBefore] {
                            m_window->seals()->acceptUnproven();
                            send(notBefore);
                        }});
    if (sign && encrypt && state->kindFor(false, true, accepts))
        buttons.append(
            {tr("Send Without Signature"), [this, notBefore] { sendWith(false, true, notBefore); }});
    const bool canSign = state->kindFor(sign, false).has_value();
    if (encrypt)
        buttons.append({canSign ? tr("Send Without Encryption") : tr("Send Neither Signed Nor Encrypted"),
                        [this, sign, canSign, notBefore] { sendWith(sign && canSign, false, notBefore); }});
    else
        buttons.append(
            {tr("Send Without Signature"), [this, notBefore] { sendWith(false, false, notBefore); }});
    m_banners->add(SealBanner, Tone::Warning, "warning"_L1, state->obstacles(sign, encrypt).join(u' '),
                   buttons);
    return true;
}

void DraftSending::sendWith(bool sign, bool encrypt, qint64 notBefore)
{
    m_window->commands()->sign->setChecked(sign);
    m_window->commands()->encrypt->setChecked(encrypt);
    send(notBefore);
}

void DraftSending::remind(const QList<Reminder> &reminders, qint64 notBefore)
{
    QStringList sentences;
    QList<BannerButton> buttons;
    for (const Reminder &reminder : reminders) {
        sentences.append(reminderSentence(reminder));
        if (reminder.kind == Reminder::Kind::NoAttachment)
            buttons.append({tr("Attach…"), [this] {
                                m_banners->remove(ReminderBanner);
                                Q_EMIT attachWanted();
                            }});
        if (reminder.kind == Reminder::Kind::OtherIdentity
            && m_window->head()->from()->addresses().contains(reminder.what.toLower()))
            buttons.append({tr("Use %1").arg(reminder.what),
                            [this, email = reminder.what, notBefore] { useIdentity(email, notBefore); }});
        const QList<Address> author = reminder.kind == Reminder::Kind::AllOfList
            ? onlyAuthor(m_window->draft(), m_window->head()->from()->addresses())
            : QList<Address>();
        if (!author.isEmpty())
            buttons.append({tr("Only to %1").arg(displayName(author.first())),
                            [this, author, notBefore] { useAuthor(author, notBefore); }});
    }
    buttons.append({tr("Send Anyway"), [this, notBefore] { hand(notBefore); }});
    const bool noSubject = std::any_of(reminders.cbegin(), reminders.cend(), [](const Reminder &reminder) {
        return reminder.kind == Reminder::Kind::NoSubject;
    });
    auto *banner
        = m_banners->add(ReminderBanner, Tone::Warning, "warning"_L1, sentences.join(u'\n'), buttons);
    // Where nothing has to be put right in the text, Enter sends it.
    if (noSubject)
        m_window->head()->subject()->setFocus();
    else if (auto *button = banner->findChild<QWidget *>(ReminderBanner + u"Button%1"_s.arg(buttons.size())))
        button->setFocus();
}

void DraftSending::useIdentity(const QString &email, qint64 notBefore)
{
    m_window->head()->from()->chooseAddress(email);
    send(notBefore);
}

void DraftSending::useAuthor(const QList<Address> &author, qint64 notBefore)
{
    ComposerHead *head = m_window->head();
    head->to()->setAddresses(author);
    head->cc()->setAddresses({});
    send(notBefore);
}

void DraftSending::hand(qint64 notBefore)
{
    m_banners->remove(ReminderBanner);
    Q_EMIT started();
    // So long it can be taken back.
    if (notBefore == 0 && m_settings.undoSeconds > 0)
        notBefore = QDateTime::currentMSecsSinceEpoch() + m_settings.undoSeconds * 1000LL;
    m_request = m_letters->send(m_window->accountKey(), m_window->draft(), notBefore);
}

} // namespace kw
