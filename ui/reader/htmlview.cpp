#include "ui/reader/htmlview.h"

#include "core/mime/messageparser.h"
#include "core/sync/engine.h"
#include "ui/reader/htmlengine.h"
#include "ui/reader/printing.h"

#include <QCoreApplication>
#include <QPluginLoader>
#include <QPrinter>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

class PluginHtmlView final : public HtmlView
{
public:
    PluginHtmlView(HtmlEnginePlugin &plugin, QWidget *parent)
        : HtmlView(parent)
    {
        m_engine
            = plugin.make(this,
                          {[this](const QUrl &url) { Q_EMIT linkActivated(url); },
                           [this](const QString &target) { Q_EMIT linkHovered(target); },
                           [this](bool found) { Q_EMIT findFinished(found); }, [this] { Q_EMIT loaded(); }});
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        layout->addWidget(m_engine->widget());
        setFocusProxy(m_engine->widget());
    }

    void showMessage(const OpenedMessage &message, const RemotePictures &remote, bool adapt) override
    {
        HtmlEngine::Page page;
        page.html = message.view.html;
        page.printHead = printHead(message.view);
        page.pictures = [message](const QString &id, const HtmlEngine::Fetched &fetched) {
            findPicture(message, id, fetched);
        };
        page.remote = remote;
        page.dark = palette().color(QPalette::Base).lightness() < 128;
        page.adapt = adapt;
        m_engine->show(page);
    }
    void setZoom(qreal factor) override { m_engine->setZoom(factor); }
    void find(const QString &text, bool backwards) override { m_engine->find(text, backwards); }
    void scrollPage(bool down) override { m_engine->scrollPage(down); }
    void print(std::unique_ptr<QPrinter> printer, std::function<void(bool)> done) override
    {
        // Chromium works on while we go on: the printer goes when it has finished.
        const std::shared_ptr<QPrinter> kept = std::move(printer);
        m_engine->print(kept.get(), [kept, done = std::move(done)](bool worked) { done(worked); });
    }

private:
    // Taking a part out of its message may take long, so it is done elsewhere.
    static void findPicture(const OpenedMessage &message, const QString &id,
                            const HtmlEngine::Fetched &fetched)
    {
        const QList<AttachmentInfo> &parts = message.view.attachments;
        const auto part = std::find_if(parts.begin(), parts.end(), [&id](const AttachmentInfo &one) {
            return one.isShownInHtml && one.names().contains(id);
        });
        if (part == parts.end()) {
            fetched({}, {});
            return;
        }
        const int index = int(part - parts.begin());
        QThreadPool::globalInstance()->start([message, index, type = part->mimeType.toLatin1(), fetched] {
            const auto data = attachmentData(message.header(), message.body(), index);
            const QByteArray octets = data ? *data : QByteArray();
            QMetaObject::invokeMethod(qApp, [octets, type, fetched] { fetched(octets, type); });
        });
    }

    std::unique_ptr<HtmlEngine> m_engine;
};

HtmlEnginePlugin *plugin()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder :
         {here + "/plugins"_L1, here + "/../lib/kittiwake"_L1, u"" KW_PLUGIN_DIR ""_s}) {
        QPluginLoader loader(folder + "/kittiwake-html.so"_L1);
        if (auto *found = qobject_cast<HtmlEnginePlugin *>(loader.instance()))
            return found;
    }
    return nullptr;
}

} // namespace

HtmlView *loadHtmlView(QWidget *parent)
{
    if (qEnvironmentVariableIsSet("KITTIWAKE_NO_CHROMIUM"))
        return nullptr;
    static HtmlEnginePlugin *const found = plugin();
    return found ? new PluginHtmlView(*found, parent) : nullptr;
}

} // namespace kw
