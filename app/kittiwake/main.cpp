#include "app/demo/demoserver.h"
#include "app/kittiwake/lastwindow.h"
#include "app/kittiwake/logfile.h"
#include "app/kittiwake/program.h"
#include "app/kittiwake/startoptions.h"
#include "app/kittiwake/starttrace.h"
#include "app/kittiwake/unixsignals.h"
#include "core/account/coredumps.h"
#include "core/base/logging.h"

#include "core/settings/settingsfile.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

void nameProgram()
{
    QCoreApplication::setOrganizationName(u"Kittiwake"_s);
    QCoreApplication::setApplicationName(u"kittiwake"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KW_VERSION));
    // Chromium, if an HTML message ever needs it, wants contexts shared from the start.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    // Each KIMAP job holds a lock of this kind: without a window the program would end with its last job.
    QCoreApplication::setQuitLockEnabled(false);
}

// The profile that the words on the command line name; the usual one where they make no sense.
Paths pathsOf(const StartOptions &options)
{
    return options.profile.isEmpty() ? Paths::standard() : Paths::profile(options.profile);
}

// Dates and numbers follow the language, with the habits of the country that the desktop is set to.
void useLanguage(const QString &word)
{
    if (word == "en"_L1 || word == "de"_L1)
        QLocale::setDefault(QLocale(QLocale::codeToLanguage(word), QLocale::system().territory()));
}

void loadTranslations(QApplication &app)
{
    const std::pair<QString, QString> sources[]{
        {u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {u"kittiwake"_s, u":/i18n"_s},
    };
    for (const auto &[name, directory] : sources) {
        auto *translator = new QTranslator(&app);
        // English stands in for every language without a file: its plural forms live in one, too.
        if (translator->load(QLocale(), name, u"_"_s, directory)
            || (name == "kittiwake"_L1 && translator->load(u":/i18n/kittiwake_en.qm"_s)))
            QCoreApplication::installTranslator(translator);
    }
}

int fail(const QString &sentence, int status)
{
    std::fprintf(stderr, "kittiwake: %s\n", sentence.toLocal8Bit().constData());
    return status;
}

int runOn(const StartOptions &options, const Paths &paths)
{
    if (auto made = paths.create(); !made)
        return fail(made.error().text, 1);
    if (auto logging = startLogging(paths.logFile()); !logging)
        fail(logging.error().text, 1);
    Program program(options, paths);
    switch (program.start()) {
    case Program::Start::RunsAlready:
        return 0;
    case Program::Start::Failed:
        return 1;
    case Program::Start::Ready:
        break;
    }
    qCInfo(logProgram, "Kittiwake %ls begins", qUtf16Printable(QCoreApplication::applicationVersion()));
    const int status = QCoreApplication::exec();
    qCInfo(logProgram, "Kittiwake ends, status %d", status);
    return status;
}

int runDemo(const StartOptions &options)
{
    auto demo = DemoServer::start(QDateTime::currentSecsSinceEpoch());
    if (!demo)
        return fail(demo.error().text, 1);
    return runOn(options, Paths::profile((*demo)->profileDir()));
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreDumps();
    nameProgram();
    // --help and --version work without a display.
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word != "--help" && word != "--version")
            continue;
        const auto text = word == "--help" ? startHelp()
                                           : u"kittiwake %1\n"_s.arg(QCoreApplication::applicationVersion());
        std::fputs(text.toLocal8Bit().constData(), stdout);
        return 0;
    }
    QApplication app(argc, argv);
    traceStart("application");
    QGuiApplication::setDesktopFileName(u"kittiwake"_s);
    QIcon::setFallbackThemeName(u"breeze"_s);
    // QApplication has taken Qt's own options (-platform …) out of the list.
    const auto words = QCoreApplication::arguments().sliced(1);
    const auto first = parseStartOptions(words, QDir::currentPath());
    useLanguage(
        SettingsFile::load(pathsOf(first ? *first : StartOptions()).config).value(u"general/language"_s));
    loadTranslations(app);
    const auto options
        = parseStartOptions(words, QDir::currentPath()); // once more: its errors speak the person's language
    if (!options)
        return fail(options.error().text, 2);
    quitWithLastWindow(app);
    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::endRequested, &app, &QCoreApplication::quit);
    if (options->demo)
        return runDemo(*options);
    return runOn(*options, pathsOf(*options));
}
