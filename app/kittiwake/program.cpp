#include "app/kittiwake/program.h"

#include "app/instance/livestatus.h"
#include "app/kittiwake/paintwatch.h"
#include "app/kittiwake/screenshot.h"
#include "app/kittiwake/starttrace.h"
#include "core/account/accountfile.h"
#include "core/compose/mailto.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/letters.h"
#include "core/sync/facade/searches.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/settings/uisettings.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"
#include "ui/window/writing.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QMessageBox>
#include <QMimeDatabase>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString demoProblem()
{
    if (!QStandardPaths::findExecutable(u"dovecot"_s).isEmpty()
        || !QStandardPaths::findExecutable(u"dovecot"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}).isEmpty())
        return {};
    return Program::tr(
        "The demo needs Dovecot as its private mail server. Install the package dovecot-imapd.");
}

void complain(const QString &sentence)
{
    std::fprintf(stderr, "kittiwake: %s\n", sentence.toLocal8Bit().constData());
}

} // namespace

Program::Program(const StartOptions &options, const Paths &paths)
    : m_options(options)
    , m_paths(paths)
    , m_door(paths)
{
}

// While the engine ends, the event loop turns: nobody is let in any more.
Program::~Program()
{
    m_door.setHandler({});
}

Program::Start Program::start()
{
    if (!claimProfile())
        return Start::RunsAlready;
    if (!openEngine())
        return Start::Failed;
    traceStart("engine");
    showWindow();
    return Start::Ready;
}

bool Program::claimProfile()
{
    if (m_door.claim())
        return true;
    QJsonObject wish{{u"ask"_s, m_options.writes() ? u"write"_s : u"raise"_s}};
    if (m_options.writes()) {
        wish.insert(u"links"_s, QJsonArray::fromStringList(m_options.links));
        wish.insert(u"files"_s, QJsonArray::fromStringList(m_options.files));
    }
    const auto answer = askRunningWindow(m_paths, wish, 5000);
    if (answer.isEmpty())
        complain(tr(
            "Kittiwake is already running with this profile but does not answer. End it, then try again."));
    else if (!m_options.writes())
        complain(tr("Kittiwake is already running with this profile; its window was brought to the front."));
    return false;
}

bool Program::openEngine()
{
    const auto settings = loadUiSettings(m_paths.config).sync;
    for (;;) {
        auto engine = makeEngine(m_paths, settings);
        if (engine) {
            m_engine = *std::move(engine);
            return true;
        }
        complain(engine.error().text);
        if (!m_options.screenshot.isEmpty())
            return false;
        // Before there is a window there is no better place for it.
        const auto buttons = engine.error().kind == ErrorKind::Busy
            ? QMessageBox::Retry | QMessageBox::Close
            : QMessageBox::StandardButtons(QMessageBox::Close);
        if (QMessageBox::critical(nullptr, tr("Kittiwake"), engine.error().text, buttons)
            != QMessageBox::Retry)
            return false;
    }
}

void Program::showWindow()
{
    WindowSetup setup;
    setup.configDirectory = m_paths.config;
    setup.cacheDirectory = m_paths.cache;
    setup.logDirectory = m_paths.log;
    if (!m_options.theme.isEmpty())
        setup.theme = themeFromName(m_options.theme);
    setup.demoProblem = demoProblem();
    m_window = std::make_unique<MainWindow>(m_engine.get(), setup);
    traceStart("window");
    watchFolders();
    connect(m_engine->letters(), &Letters::failed, m_window.get(), [this](int request, const Error &error) {
        if (m_fromScripts.remove(request))
            m_window->notices()->addNotice(error);
    });
    connect(m_engine->letters(), &Letters::queued, m_window.get(),
            [this](int request) { m_fromScripts.remove(request); });
    connect(m_window.get(), &MainWindow::demoRequested, this, &Program::startDemo);
    auto *watch = new PaintWatch(m_window.get(), m_window->list()->listView(), m_window.get());
    connect(watch, &PaintWatch::firstPainted, this, &Program::afterFirstFrame);
    connect(watch, &PaintWatch::rowsPainted, this, [] { traceStart("rows-painted"); });
    if (!m_options.screenshot.isEmpty())
        takeScreenshot(watch);
    m_window->show();
}

// Everything that is not needed for the first look waits until it is on screen.
void Program::afterFirstFrame()
{
    traceStart("first-frame");
    m_engine->setOnline(!m_options.offline && m_window->settings().startOnline);
    m_door.setHandler([this](const QJsonObject &request) { return answer(request); });
    tellAccountMistakes();
    if (m_options.writes())
        write(m_options.links, m_options.files, m_options.compose);
    if (!m_door.problem().isEmpty())
        qWarning("%ls", qUtf16Printable(m_door.problem()));
}

void Program::tellAccountMistakes()
{
    for (const auto &error : AccountFile::load(m_paths.accountsIni()).errors)
        m_window->notices()->addNotice(error);
}

void Program::write(const QStringList &links, const QStringList &files, bool compose)
{
    for (const QString &link : links)
        m_window->writing()->compose(draftFromMailto(QUrl(link)));
    if (files.isEmpty() && !(compose && links.isEmpty()))
        return;
    Draft draft;
    const QMimeDatabase types;
    for (const QString &path : files)
        draft.attachments.append({QFileInfo(path).fileName(), types.mimeTypeForFile(path).name(), {}, path});
    m_window->writing()->compose(draft);
}

void Program::takeScreenshot(PaintWatch *watch)
{
    auto *shot = new Screenshot(m_window.get(), m_engine.get(), m_options.screenshot, m_window.get());
    connect(watch, &PaintWatch::firstPainted, shot, &Screenshot::start);
    connect(shot, &Screenshot::finished, this, [](bool saved) { QCoreApplication::exit(saved ? 0 : 1); });
}

void Program::startDemo()
{
    // A program of its own: another profile, and it cleans up when its window closes.
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s}))
        m_window->notices()->addNotice(
            {ErrorKind::NotFound,
             tr("The demo could not be started. Try kittiwake --demo in a terminal."),
             {}});
}

void Program::watchFolders()
{
    connect(m_engine.get(), &Engine::folderStatusChanged, this,
            [this](const FolderStatus &status) { m_folders.insert(status.folder, status.liveness); });
}

// A message from a script, which looks into the cache for it before it lets go of the file. What cannot be
// sent is told here too.
QJsonObject Program::send(const QJsonObject &request)
{
    QFile spool(request.value("file"_L1).toString());
    if (!spool.open(QIODevice::ReadOnly))
        return {{u"error"_s, tr("The message cannot be read: %1.").arg(spool.errorString())}};
    m_fromScripts.insert(m_engine->letters()->sendReady(
        request.value("account"_L1).toString(), spool.readAll(),
        {request.value("not_before"_L1).toInteger(), request.value("report"_L1).toBool()}));
    return {{u"done"_s, true}};
}

// How the index stands, after it began to be made anew where that is wanted.
QJsonObject Program::index(const QJsonObject &request)
{
    if (request.value("rebuild"_L1).toBool())
        m_engine->searches()->rebuildIndex();
    const IndexStatus status = m_engine->searches()->indexStatus();
    return {{u"indexed"_s, status.indexed},
            {u"working"_s, status.isWorking},
            {u"problem"_s, status.problem.text}};
}

QJsonObject Program::answer(const QJsonObject &request)
{
    if (LiveStatus::isRequest(request))
        return LiveStatus{true, m_folders}.toJson();
    if (request.value("ask"_L1) == "raise"_L1) {
        m_window->bringUp();
        return {{u"done"_s, true}};
    }
    if (request.value("ask"_L1) == "send"_L1)
        return send(request);
    if (request.value("ask"_L1) == "index"_L1)
        return index(request);
    if (request.value("ask"_L1) == "write"_L1) {
        const QStringList links = request.value("links"_L1).toVariant().toStringList();
        const QStringList files = request.value("files"_L1).toVariant().toStringList();
        write(links, files, links.isEmpty() && files.isEmpty());
        return {{u"done"_s, true}};
    }
    return {{u"error"_s, u"not understood"_s}};
}

} // namespace kw
