#include "ui/reader/invitationreply.h"

#include "ui/look/widgets.h"

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

InvitationReply::InvitationReply(Letters *letters, MessageId message, QWidget *parent)
    : QWidget(parent)
    , m_letters(letters)
    , m_message(message)
    , m_words(plainLabel({}, "invitationAnswer"_L1, this))
    , m_undo(new QPushButton(tr("Undo"), this))
{
    setNames(this, "invitationReply"_L1, tr("Answer to the invitation"));
    m_words->setWordWrap(true);
    m_undo->setAutoDefault(false);
    setNames(m_undo, "invitationUndo"_L1, tr("Take the answer back"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    const auto choice
        = [&](QLatin1StringView name, const QString &text, const QString &said, Participation decision) {
              QPushButton *button = addButton(name, text, said);
              connect(button, &QPushButton::clicked, this, [this, decision] { answer(decision); });
              layout->addWidget(button);
          };
    choice("invitationAccept"_L1, tr("Accept"), tr("Accept the invitation"), Participation::Accepted);
    choice("invitationMaybe"_L1, tr("Maybe"), tr("Say that you may come"), Participation::Tentative);
    choice("invitationDecline"_L1, tr("Decline"), tr("Decline the invitation"), Participation::Declined);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_undo);
    m_undoTime.setSingleShot(true);
    connect(&m_undoTime, &QTimer::timeout, m_undo, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, &InvitationReply::takeBack);
    connect(letters, &Letters::queued, this, &InvitationReply::onQueued);
    connect(letters, &Letters::failed, this, [this](int request, const Error &error) {
        if (request == m_request && request != 0)
            ask(error.text);
    });
    connect(letters, &Letters::keepingFailed, this, [this](const QString &messageId, const Error &error) {
        if (messageId == m_letter && !messageId.isEmpty())
            m_words->setText(error.text); // it is on its way
    });
    ask({});
}

bool InvitationReply::isAnswerable(const Invitation &invitation, const QStringList &own)
{
    const auto isOwn = [&own](const Address &who) { return own.contains(who.email.toLower()); };
    return invitation.method == Invitation::Method::Request && !isOwn(invitation.organizer)
        && std::ranges::any_of(invitation.attendees, isOwn, &Invitation::Attendee::who);
}

QPushButton *InvitationReply::addButton(QLatin1StringView name, const QString &text,
                                        const QString &accessibleName)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    setNames(button, name, accessibleName);
    m_choices.append(button);
    return button;
}

void InvitationReply::ask(const QString &sentence)
{
    m_request = 0;
    m_undoTime.stop();
    m_undo->hide();
    m_words->setText(sentence);
    for (QPushButton *button : std::as_const(m_choices))
        button->show();
}

void InvitationReply::answer(Participation decision)
{
    if (m_request != 0)
        return; // one answer at a time
    m_decision = decision;
    m_letter.clear();
    m_words->clear();
    m_request = m_letters->answerInvitation(m_message, decision, {});
}

void InvitationReply::onQueued(int request, const Letter &letter)
{
    if (request != m_request || request == 0)
        return;
    m_request = 0;
    m_letter = letter.messageId;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    switch (m_decision) {
    case Participation::Accepted:
        m_words->setText(tr("You accepted. The organizer is told."));
        break;
    case Participation::Tentative:
        m_words->setText(tr("You may come. The organizer is told."));
        break;
    case Participation::Declined:
        m_words->setText(tr("You declined. The organizer is told."));
        break;
    }
    m_undo->show();
    if (hadFocus)
        m_undo->setFocus();
    for (QPushButton *button : std::as_const(m_choices))
        button->hide();
    const qint64 wait = letter.notBefore - QDateTime::currentMSecsSinceEpoch();
    m_undoTime.start(std::chrono::milliseconds(std::max<qint64>(wait, 0)));
}

void InvitationReply::takeBack()
{
    m_letters->discard(m_letter);
    ask({});
    m_choices.first()->setFocus();
}

} // namespace kw
