#include "ui/accounts/accountkey.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kw {

QString newAccountKey(const QString &name, const QString &address, const QStringList &taken)
{
    QString base = name.trimmed().toLower();
    if (base.isEmpty())
        base = address.trimmed().toLower().section(u'@', 1, 1).section(u'.', 0, 0);
    base.removeIf([](QChar c) { return !(c.isLetterOrNumber() && c.unicode() < 128) && c != u'-'; });
    if (base.isEmpty())
        base = u"account"_s;
    QString key = base;
    for (int n = 2; taken.contains(key); ++n)
        key = base + QString::number(n);
    return key;
}

QString mailbox(const QString &name, const QString &address)
{
    static const QRegularExpression special(uR"([()<>@,;:\\".\[\]])"_s);
    QString shown = name.simplified();
    if (shown.contains(special)) {
        shown.replace(u'\\', uR"(\\)"_s).replace(u'"', uR"(\")"_s);
        shown = u'"' + shown + u'"';
    }
    return u"%1 <%2>"_s.arg(shown, address);
}

} // namespace kw
