#pragma once

#include "core/account/accountsettings.h"
#include "core/doctor/finding.h"

#include <QHash>
#include <QRegularExpression>

namespace kw {

// What is known to be the person's, besides what any text shows by its form.
struct PrivateWords {
    QStringList addresses;
    QStringList hosts; // of the account's servers and domains
    QStringList names; // people, users, accounts, folders, passwords: whatever may stand in a text
};

// All of an account's settings, and of this computer: the user's name, home and the computer's own name.
PrivateWords privateWordsOf(const QList<AccountSettings> &accounts);

// Makes texts fit to be shown to strangers. Three nets: what a finding marks as foreign is replaced as a
// whole; what is known to be private is found in every writing that our texts can have (plain, any case,
// percent, quoted-printable, entities, escapes, base64 at any offset, hex, modified UTF-7, punycode); and
// what looks like an address, a host, a message id, a path, a key or a quotation goes whatever it is. Of a
// log, only a fixed vocabulary stays. The same value always gets the same pseudonym. Not for several threads.
class Redactor
{
public:
    explicit Redactor(PrivateWords words = {});

    Finding finding(Finding finding);
    QString text(const QString &text); // with marks (doctor::foreign) or without
    QString logLine(const QString &line) const;

private:
    QString foreign(const QString &text);
    QString unmarked(QString text);
    QString withoutKnown(QString text);
    QString withoutAddresses(const QString &text);
    QString withoutHosts(const QString &text);
    QString addressPseudonym(const QString &address);
    QString hostPseudonym(const QString &host);
    QString numbered(QLatin1StringView word, const QString &value);

    struct Known {
        QRegularExpression pattern;
        QString pseudonym;
    };
    void know(const QString &value, const QString &pseudonym);

    QList<Known> m_known;
    QHash<QString, QString> m_pseudonyms;
    QHash<QString, int> m_counts;
};

} // namespace kw
