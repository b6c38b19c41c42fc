#pragma once

#include "core/mime/partfacts.h"

#include <QObject>

#include <functional>

class QWidget;

namespace kw {

class BannerStack;
class Unsubscriber;

// Leaves the list that a message came from: asks first, does it once, says what came of it. GUI thread.
class Unsubscription : public QObject
{
    Q_OBJECT
public:
    Unsubscription(BannerStack *banners, QWidget *window);
    ~Unsubscription() override;

    // `sender`: who the list is, for the question.
    void begin(const Unsubscribing &how, const QString &sender);

    // Set by tests; a question with two buttons otherwise. Gets the sentence and what the button says.
    using Ask = std::function<bool(const QString &sentence, const QString &button)>;
    void setAsk(Ask ask) { m_ask = std::move(ask); }
    Unsubscriber *unsubscriber() const { return m_unsubscriber; }

Q_SIGNALS:
    void linkActivated(const QUrl &url); // a page to be opened in the browser, or a mailto: address

private:
    void leave(const QUrl &page, const QString &sender);

    BannerStack *m_banners;
    Unsubscriber *m_unsubscriber;
    Ask m_ask;
};

} // namespace kw
