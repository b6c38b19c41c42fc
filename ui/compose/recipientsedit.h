#pragma once

#include "core/base/mailtypes.h"

#include <QWidget>

class QLineEdit;

namespace kw {

class People;

// The recipients of one header field, as mailboxes apart by commas. GUI thread.
class RecipientsEdit : public QWidget
{
    Q_OBJECT
public:
    // `label`: what the field is called, for screen readers.
    RecipientsEdit(QLatin1StringView name, const QString &label, QWidget *parent);
    void setAddresses(const QList<Address> &addresses);
    QList<Address> addresses() const; // also what is half typed
    QStringList invalid() const; // what stands there and is no address
    bool isEmpty() const;
    void setPeople(People *people); // may be null; not owned

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_line;
};

} // namespace kw
