#pragma once

#include "core/mime/messageview.h"

#include <QWidget>

class QVBoxLayout;

namespace kw {

// What an invitation or a visiting card says, above the text of the message. Hides itself where there is
// nothing. GUI thread.
class FactCards : public QWidget
{
    Q_OBJECT
public:
    explicit FactCards(QWidget *parent = nullptr);
    // `own`: the person's addresses, lower case.
    void setFacts(const MessageView &view, const QStringList &own);

    // Each as the card's lines: a heading, then facts.
    static QStringList invitationLines(const Invitation &invitation, const QStringList &own);
    static QStringList contactLines(const ContactCard &card);

private:
    void add(const QString &objectName, QLatin1StringView iconName, const QStringList &lines);

    QVBoxLayout *m_layout;
};

} // namespace kw
