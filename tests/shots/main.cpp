#include "tests/shots/demofill.h"
#include "tests/shots/shooter.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace kw;

// kittiwake-shots DIR: a picture of every screen, light and dark, at two sizes.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"fusion"_s);
    QTranslator english; // for its plural forms
    if (english.load(u":/i18n/kittiwake_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Writes pictures of every screen of Kittiwake into a folder."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go; made if it does not exist."_s);
    parser.addPositionalArgument(u"parts"_s, u"Of: first, mail, composer, search. All without."_s,
                                 u"[part…]"_s);
    parser.process(app);
    const QDir directory(parser.positionalArguments().value(0, u"shots"_s));
    if (!directory.mkpath(u"."_s)) {
        qCritical("cannot make the folder %s", qPrintable(directory.path()));
        return 1;
    }
    const QStringList parts = parser.positionalArguments().mid(1);
    WindowFixture fixture;
    fillWithDemoMail(fixture);
    bool failed = false;
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            Shooter shooter(directory, theme, size);
            const auto wanted
                = [&parts](const QString &part) { return parts.isEmpty() || parts.contains(part); };
            if (wanted(u"first"_s))
                shooter.shootFirstRun();
            if (wanted(u"mail"_s))
                shooter.shootMail(fixture);
            if (wanted(u"composer"_s))
                shooter.shootComposer(fixture);
            if (wanted(u"search"_s))
                shooter.shootSearch(fixture);
            failed |= shooter.failed();
        }
    }
    return failed ? 1 : 0;
}
