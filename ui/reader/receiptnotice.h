#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace kw {

class BannerStack;
class Letters;
struct OpenedMessage;
struct ReceiptRequest;

// Asks the person whether the sender may be told that the message was read, with what speaks against it. By
// itself it tells nobody. GUI thread.
class ReceiptNotice : public QObject
{
    Q_OBJECT
public:
    ReceiptNotice(BannerStack *banners, QObject *parent);
    void setLetters(Letters *letters); // null: nothing can be sent, so nothing is asked
    void show(const std::shared_ptr<const OpenedMessage> &message);

    // What speaks for thinking twice, as sentences.
    static QStringList reasons(const ReceiptRequest &request);

private:
    void send();
    void decline();
    void onFailed(int request, const Error &error);

    BannerStack *m_banners;
    Letters *m_letters = nullptr;
    std::shared_ptr<const OpenedMessage> m_message;
    QSet<MessageId> m_answered; // the mark in the cache follows
    MessageId m_sending{};
    int m_request = 0;
};

} // namespace kw
