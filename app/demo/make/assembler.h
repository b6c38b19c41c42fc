#pragma once

#include "app/demo/demomail.h"
#include "app/demo/make/mimewriter.h"
#include "app/demo/make/script.h"

#include <QHash>

namespace kw::demo {

// Turns items of the scripts into messages: who is who, what answers what, and when it was.
class Assembler
{
public:
    Assembler(const QList<Item> &items, const QList<Person> &people, const QList<DemoAccount> &accounts,
              qint64 nowSeconds);

    DemoMessage message(const Item &item);
    // What the items ask for and nobody can give.
    QStringList complaints() const { return m_complaints; }

private:
    Person person(const QString &nick, const Item &item);
    QByteArray messageId(const Item &item);
    QByteArray references(const Item &item);
    QString subject(const Item &item);
    QStringList recipients(const Item &item);
    QByteArray addresses(const QByteArray &field, const QStringList &nicks, const Item &item);
    QByteArray head(const Item &item, qint64 date);
    QByteArray trace(const Item &item, const Person &sender, qint64 date);
    Part content(const Item &item);
    Part bounce(const Item &item);
    Part readable(const Item &item);
    const Item *parent(const Item &item) const;

    QHash<QString, Item> m_byId;
    QHash<QString, Person> m_people;
    QHash<QString, DemoAccount> m_accounts;
    const qint64 m_now;
    QStringList m_complaints;
};

} // namespace kw::demo
