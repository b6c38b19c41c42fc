#pragma once

#include "core/compose/reminders.h"
#include "core/sync/facade/letters.h"

#include "ui/settings/writingsettings.h"

#include <QObject>

namespace kw {

class BannerStack;
class ComposerWindow;

// The way from "Send" to the queue: what makes sending impossible is said where it is, what may have been
// overlooked is said once, in one banner, and then it goes. GUI thread.
class DraftSending : public QObject
{
    Q_OBJECT
public:
    // `largestMessage`: octets; 0: not known.
    DraftSending(ComposerWindow *window, Letters *letters, BannerStack *banners,
                 const WritingSettings &settings, qint64 largestMessage);

    void send(qint64 notBefore); // ms since the epoch; 0: now
    bool isUnderWay() const { return m_request != 0; }

Q_SIGNALS:
    void started();
    void queued(const kw::Letter &letter);
    void failed(); // the banner says why
    void attachWanted();

private:
    bool hasProblem(const Draft &draft);
    bool lacksKeys(const DraftOptions &options, qint64 notBefore);
    void sendWith(bool sign, bool encrypt, qint64 notBefore);
    void remind(const QList<Reminder> &reminders, qint64 notBefore);
    void tell(const QString &sentence);
    void hand(qint64 notBefore);
    void useIdentity(const QString &email, qint64 notBefore);
    void useAuthor(const QList<Address> &author, qint64 notBefore);

    ComposerWindow *m_window;
    Letters *m_letters;
    BannerStack *m_banners;
    const WritingSettings m_settings;
    ReminderLimits m_limits;
    int m_request = 0;
};

} // namespace kw
