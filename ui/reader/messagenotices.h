#pragma once

#include "core/sync/facade/senderchecks.h"

#include <QObject>

#include <memory>

namespace kw {

class BannerStack;
class Letters;
class ReceiptNotice;
class RemotePictures;
struct OpenedMessage;

// What is to be said about the open message, one banner a matter: seals, pictures from the network, who sent
// it, what became of another message, lists, receipts, what could not be read. Says nothing where all is
// well. GUI thread.
class MessageNotices : public QObject
{
    Q_OBJECT
public:
    MessageNotices(BannerStack *banners, RemotePictures *remote, QObject *parent);

    void setLetters(Letters *letters); // through which receipts go; without it none is offered

    struct Shown {
        bool html = false; // the HTML is what is seen
        bool htmlMissing = false; // there is HTML, wanted, and no view for it
        bool cut = false; // only the beginning
    };
    void showMessage(const std::shared_ptr<const OpenedMessage> &message, const Shown &shown);
    void setSender(const SenderReport &report);
    // Something that came up after it was opened.
    void add(const QString &sentence);

Q_SIGNALS:
    void sourceWanted();
    void wholeTextWanted();
    void unsubscribeWanted();
    void openAgainWanted(); // the person wants to give the passphrase now

private:
    void showSeals();
    void showRemote(bool html);
    void showReport();
    void showSender();
    void showList();

    std::shared_ptr<const OpenedMessage> m_message;
    SenderReport m_sender;
    BannerStack *m_banners;
    RemotePictures *m_remote;
    ReceiptNotice *m_receipt;
};

} // namespace kw
