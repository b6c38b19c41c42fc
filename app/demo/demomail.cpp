#include "app/demo/demomail.h"

#include "app/demo/make/assembler.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Scripts {
    QList<demo::Item> items;
    QList<demo::Person> people;
    QStringList complaints;
};

Scripts readScripts()
{
    Scripts scripts;
    scripts.people = demo::parsePeople(resourceText(u":/demo/people.mail"_s), scripts.complaints);
    const QDir folder(u":/demo/scripts"_s);
    for (const QString &name : folder.entryList({u"*.mail"_s}, QDir::Files, QDir::Name))
        scripts.items += demo::parseScript(resourceText(folder.filePath(name)), scripts.complaints);
    return scripts;
}

} // namespace

QList<DemoAccount> DemoMail::accounts()
{
    return {{u"work"_s, u"Work"_s, u"robin.keller@example.org"_s, u"#2f6fde"_s},
            {u"home"_s, u"Home"_s, u"robin@example.net"_s, u"#2e9e5b"_s}};
}

QList<DemoMessage> DemoMail::messages(qint64 nowSeconds)
{
    const Scripts scripts = readScripts();
    demo::Assembler assembler(scripts.items, scripts.people, accounts(), nowSeconds);
    QList<DemoMessage> out;
    for (const demo::Item &item : scripts.items)
        out.append(assembler.message(item));
    return out;
}

QStringList DemoMail::complaints()
{
    const Scripts scripts = readScripts();
    demo::Assembler assembler(scripts.items, scripts.people, accounts(), 1'800'000'000);
    for (const demo::Item &item : scripts.items)
        assembler.message(item);
    return scripts.complaints + assembler.complaints();
}

} // namespace kw
