#pragma once

#include "core/mime/partfacts.h"
#include "core/sync/facade/letters.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kw {

// Answers an invitation at once, without a question, and takes that back while the answer still waits. GUI
// thread.
class InvitationReply : public QWidget
{
    Q_OBJECT
public:
    InvitationReply(Letters *letters, MessageId message, QWidget *parent);

    // Somebody else asks one of these addresses (lower case) to come.
    static bool isAnswerable(const Invitation &invitation, const QStringList &own);

private:
    QPushButton *addButton(QLatin1StringView name, const QString &text, const QString &accessibleName);
    void answer(Participation decision);
    void onQueued(int request, const Letter &letter);
    void ask(const QString &sentence); // with the buttons; empty: nothing went wrong
    void takeBack();

    Letters *m_letters;
    MessageId m_message;
    QLabel *m_words;
    QList<QPushButton *> m_choices;
    QPushButton *m_undo;
    QTimer m_undoTime;
    Participation m_decision = Participation::Accepted;
    QString m_letter; // Message-ID of the answer
    int m_request = 0;
};

} // namespace kw
