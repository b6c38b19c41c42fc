#include "ui/compose/recipientsedit.h"

#include "core/account/identities.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace kw {

RecipientsEdit::RecipientsEdit(QLatin1StringView name, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
{
    setNames(this, name, label);
    setNames(m_line, "recipientsLine"_L1, label);
    m_line->setFrame(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &RecipientsEdit::changed);
}

void RecipientsEdit::setAddresses(const QList<Address> &addresses)
{
    QStringList words;
    for (const Address &address : addresses)
        words.append(writtenMailbox(address));
    m_line->setText(words.join(", "_L1));
}

QList<Address> RecipientsEdit::addresses() const
{
    QList<Address> out;
    for (const QString &word : partedMailboxes(m_line->text())) {
        if (const auto address = readMailbox(word))
            out.append(*address);
        else if (!word.trimmed().isEmpty())
            out.append({{}, word.trimmed()});
    }
    return out;
}

QStringList RecipientsEdit::invalid() const
{
    QStringList out;
    for (const QString &word : partedMailboxes(m_line->text())) {
        if (!word.trimmed().isEmpty() && !readMailbox(word))
            out.append(word.trimmed());
    }
    return out;
}

bool RecipientsEdit::isEmpty() const
{
    return m_line->text().trimmed().isEmpty();
}

void RecipientsEdit::setPeople(People *)
{
}

} // namespace kw
