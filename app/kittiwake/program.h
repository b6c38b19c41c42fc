#pragma once

#include "app/instance/instancesocket.h"
#include "app/kittiwake/startoptions.h"
#include "core/account/paths.h"
#include "core/sync/engine.h"

#include <memory>

namespace kw {

class MainWindow;
class PaintWatch;

// The window's program on one profile: engine, window, the door for a second start. Order of a start: the
// window with what the cache holds first, traffic after its first frame. GUI thread.
class Program : public QObject
{
    Q_OBJECT
public:
    Program(const StartOptions &options, const Paths &paths);
    ~Program() override;

    enum class Start { Ready, RunsAlready, Failed };
    Start start();

private:
    bool claimProfile();
    bool openEngine();
    void showWindow();
    void afterFirstFrame();
    void tellAccountMistakes();
    void takeScreenshot(PaintWatch *watch);
    void startDemo();
    QJsonObject send(const QJsonObject &request);
    void write(const QStringList &links, const QStringList &files, bool compose);
    void watchFolders();
    QJsonObject index(const QJsonObject &request);
    QJsonObject answer(const QJsonObject &request);

    const StartOptions m_options;
    const Paths m_paths;
    InstanceServer m_door;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window; // goes before the engine
    QHash<FolderId, Liveness> m_folders;
    QSet<int> m_fromScripts; // messages that are being queued for them
};

} // namespace kw
