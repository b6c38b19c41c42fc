#include "tests/kill/intents.h"

#include "core/base/mailtypes.h"

using namespace Qt::StringLiterals;

namespace kw::killing {

namespace {

struct Choice {
    const Mailboxes &now;
    Rng &rng;
    int *lastKey;
    QString from; // holds mail
    QList<int> keys; // one to four there

    QString numbers(const QList<int> &some) const
    {
        QStringList words;
        for (const int key : some)
            words.append(QString::number(now.mails.at(key).number));
        return words.join(u',');
    }
    QString order(QLatin1StringView verb, const QList<int> &some, const QString &rest = {}) const
    {
        QString line = verb + u'\t' + from + u'\t' + numbers(some);
        return rest.isEmpty() ? line : line + u'\t' + rest;
    }
    // Those that the folder has not got: a message stays the only one of its number in each folder.
    QList<int> newTo(const QString &folder) const
    {
        QList<int> some = keys;
        some.removeIf([&](int key) { return folder == from || now.holds(folder, now.mails.at(key).number); });
        return some;
    }
    QString anyFolder() const
    {
        auto it = now.folders.begin();
        std::advance(it, below(rng, int(now.folders.size())));
        return *it;
    }
    // A folder of the person's own; empty if there is none.
    QString ownFolder() const
    {
        QStringList own;
        for (const QString &folder : now.folders) {
            if (!isRoleFolder(folder))
                own.append(folder);
        }
        return own.isEmpty() ? QString() : own.at(below(rng, int(own.size())));
    }
    QString freshName() const
    {
        QString name;
        do
            name = u"Box%1"_s.arg(below(rng, 1000));
        while (now.folders.contains(name));
        return name;
    }
};

Deed nothing(const Choice &c)
{
    return {{}, c.now, {}};
}

Deed withWord(Deed deed, const QList<int> &keys, const QByteArray &word, bool on)
{
    for (const int key : keys) {
        if (on)
            deed.after.mails[key].flags.insert(word);
        else
            deed.after.mails[key].flags.erase(word);
    }
    return deed;
}

Deed mark(Choice &c)
{
    static const std::pair<Flag, QByteArray> flags[] = {{Flag::Seen, "\\seen"},
                                                        {Flag::Flagged, "\\flagged"},
                                                        {Flag::Answered, "\\answered"},
                                                        {Flag::Forwarded, "$forwarded"}};
    const auto &[flag, name] = flags[below(c.rng, 4)];
    const bool on = below(c.rng, 3) > 0;
    const Deed deed{c.order(on ? "mark"_L1 : "unmark"_L1, c.keys, QString::number(quint32(flag))), c.now, {}};
    return withWord(deed, c.keys, name, on);
}

Deed tag(Choice &c)
{
    const QByteArray name = below(c.rng, 2) ? "work" : "later";
    const bool on = below(c.rng, 3) > 0;
    const Deed deed{c.order(on ? "tag"_L1 : "untag"_L1, c.keys, QString::fromLatin1(name)), c.now, {}};
    return withWord(deed, c.keys, name, on);
}

Deed moveTo(Choice &c, QLatin1StringView verb, const QString &folder, bool named)
{
    const auto keys = c.newTo(folder);
    if (keys.isEmpty())
        return nothing(c);
    Deed deed{c.order(verb, keys, named ? folder : QString()), c.now, {}};
    deed.after.folders.insert(folder);
    for (const int key : keys) {
        deed.after.mails[key].folder = folder;
        if (verb == "junk"_L1 || verb == "notjunk"_L1) {
            auto &flags = deed.after.mails[key].flags;
            flags.erase(verb == "junk"_L1 ? "$notjunk" : "$junk");
            flags.insert(verb == "junk"_L1 ? "$junk" : "$notjunk");
        }
    }
    return deed;
}

Deed move(Choice &c)
{
    return moveTo(c, "move"_L1, c.anyFolder(), true);
}
Deed remove(Choice &c)
{
    return moveTo(c, "delete"_L1, u"Trash"_s, false);
}
Deed archive(Choice &c)
{
    return moveTo(c, "archive"_L1, u"Archive"_s, false);
}
Deed junk(Choice &c)
{
    return moveTo(c, "junk"_L1, u"Junk"_s, false);
}
Deed notJunk(Choice &c)
{
    return moveTo(c, "notjunk"_L1, u"INBOX"_s, false);
}

Deed copy(Choice &c)
{
    const QString folder = c.anyFolder();
    const auto keys = c.newTo(folder);
    if (keys.isEmpty())
        return nothing(c);
    Deed deed{c.order("copy"_L1, keys, folder), c.now, {}};
    for (const int key : keys) {
        Mail made = c.now.mails.at(key);
        made.folder = folder;
        deed.after.mails[++*c.lastKey] = made;
    }
    return deed;
}

// One at a time: what the undo of it can bring back depends on which texts are here.
Deed expunge(Choice &c)
{
    const int key = c.keys.first();
    Deed deed{c.order("expunge"_L1, {key}), c.now, {key}};
    deed.after.mails.erase(key);
    return deed;
}

Deed createFolder(Choice &c)
{
    const QString name = c.freshName();
    Deed deed{u"create\t"_s + name, c.now, {}};
    deed.after.folders.insert(name);
    return deed;
}

Deed renameFolder(Choice &c)
{
    const QString from = c.ownFolder();
    if (from.isEmpty())
        return nothing(c);
    const QString to = c.freshName();
    Deed deed{u"rename\t"_s + from + u'\t' + to, c.now, {}};
    deed.after.folders.erase(from);
    deed.after.folders.insert(to);
    for (const int key : c.now.in(from))
        deed.after.mails[key].folder = to;
    return deed;
}

Deed deleteFolder(Choice &c)
{
    const QString from = c.ownFolder();
    if (from.isEmpty())
        return nothing(c);
    Deed deed{u"rmdir\t"_s + from, c.now, {}};
    deed.after.folders.erase(from);
    for (const int key : c.now.in(from)) {
        if (c.now.holds(u"Trash"_s, c.now.mails.at(key).number))
            return nothing(c);
        deed.after.mails[key].folder = u"Trash"_s;
    }
    return deed;
}

struct Kind {
    int weight;
    Deed (*make)(Choice &);
};
constexpr Kind Kinds[]
    = {{22, mark}, {10, tag},    {20, move},   {8, copy},         {9, remove},       {8, archive},
       {5, junk},  {3, notJunk}, {4, expunge}, {4, createFolder}, {4, renameFolder}, {3, deleteFolder}};

} // namespace

int below(Rng &rng, int bound)
{
    return int(rng() % quint32(bound));
}

Deed anyDeed(const Mailboxes &now, Rng &rng, int *lastKey)
{
    while (true) {
        Choice choice{now, rng, lastKey, {}, {}};
        if (!now.mails.empty()) {
            auto it = now.mails.begin();
            std::advance(it, below(rng, int(now.mails.size())));
            choice.from = it->second.folder;
            auto there = now.in(choice.from);
            std::shuffle(there.begin(), there.end(), rng);
            choice.keys = there.first(std::min<qsizetype>(there.size(), 1 + below(rng, 4)));
        }
        int dice = below(rng, 100);
        for (const Kind &kind : Kinds) {
            dice -= kind.weight;
            if (dice >= 0)
                continue;
            const bool needsMail
                = kind.make != createFolder && kind.make != renameFolder && kind.make != deleteFolder;
            const Deed deed = needsMail && choice.keys.isEmpty() ? nothing(choice) : kind.make(choice);
            if (!deed.order.isEmpty())
                return deed;
            break;
        }
    }
}

} // namespace kw::killing
