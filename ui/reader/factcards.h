#pragma once

#include "core/base/ids.h"
#include "core/mime/messageview.h"

#include <QWidget>

class QVBoxLayout;

namespace kw {

class Letters;

// What an invitation or a visiting card says, above the text of the message. Hides itself where there is
// nothing. GUI thread.
class FactCards : public QWidget
{
    Q_OBJECT
public:
    explicit FactCards(QWidget *parent = nullptr);
    void setLetters(Letters *letters) { m_letters = letters; } // null: invitations are only shown
    // `own`: the person's addresses, lower case. `message`: none where nothing of it can be answered.
    void setFacts(const MessageView &view, const QStringList &own, MessageId message = {});

    // Each as the card's lines: a heading, then facts.
    static QStringList invitationLines(const Invitation &invitation, const QStringList &own);
    static QStringList contactLines(const ContactCard &card);

private:
    // The card, and where it has room for more.
    std::pair<QWidget *, QVBoxLayout *> add(const QString &objectName, QLatin1StringView iconName,
                                            const QStringList &lines);

    QVBoxLayout *m_layout;
    Letters *m_letters = nullptr;
};

} // namespace kw
