#pragma once

#include "core/mime/partfacts.h"
#include "core/sync/facade/letters.h"

#include "ui/look/theme.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace kw {

class Banner;
class BannerStack;
class Unsubscriber;

// Leaves the list that a message came from: asks first, does it once, says what came of it. GUI thread.
class Unsubscription : public QObject
{
    Q_OBJECT
public:
    Unsubscription(BannerStack *banners, QWidget *window);
    ~Unsubscription() override;

    void setLetters(Letters *letters); // through which messages go; null: a mailto: link is opened instead
    // `sender`: who the list is, for the question. `byMail`: what is sent where it takes a message.
    void begin(const Unsubscribing &how, const QString &sender,
               const std::optional<LeavingByMail> &byMail = {});

    // Set by tests; a question with two buttons otherwise. Gets the sentence and what the button says.
    using Ask = std::function<bool(const QString &sentence, const QString &button)>;
    void setAsk(Ask ask) { m_ask = std::move(ask); }
    Unsubscriber *unsubscriber() const { return m_unsubscriber; }

Q_SIGNALS:
    void linkActivated(const QUrl &url); // a page to be opened in the browser, or a mailto: address

private:
    void leave(const QUrl &page, const QString &sender);
    void write(const LeavingByMail &mail, const QString &sender);
    void say(Tone tone, QLatin1StringView iconName, const QString &sentence);

    BannerStack *m_banners;
    Letters *m_letters = nullptr;
    QPointer<Banner> m_writing; // of the message that is shown; gone with it
    QString m_list; // where that message goes
    int m_request = 0;
    Unsubscriber *m_unsubscriber;
    Ask m_ask;
};

} // namespace kw
