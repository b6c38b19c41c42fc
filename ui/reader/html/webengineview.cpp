#include "ui/reader/html/webengineview.h"

#include "ui/reader/html/lockedpage.h"
#include "ui/reader/html/messagescheme.h"
#include "ui/reader/html/messagesheet.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTimer>
#include <QWebEngineFindTextResult>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineView>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 500;
constexpr int MessagesPerProcess = 50; // Chromium lets go of old pages late, 0.3 MB each

class WebEngineView final : public HtmlEngine
{
public:
    WebEngineView(QWidget *parent, Callbacks callbacks)
        : m_callbacks(std::move(callbacks))
        , m_view(new QWebEngineView(parent))
        , m_profile(new QWebEngineProfile(m_view)) // no name: off the record
        , m_scheme(new MessageScheme(m_profile))
    {
        m_profile->setHttpCacheType(QWebEngineProfile::NoCache);
        m_profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
        m_profile->setSpellCheckEnabled(false);
        m_profile->setUrlRequestInterceptor(new NothingOut(m_profile));
        m_profile->installUrlSchemeHandler("kittiwake", m_scheme);
        m_page = new LockedPage(m_profile, m_callbacks.activated, m_view);
        m_view->setPage(m_page);
        m_view->setObjectName("htmlView"_L1);
        m_view->setAccessibleName(QApplication::translate("kw::HtmlView", "Message text"));
        m_view->setContextMenuPolicy(Qt::NoContextMenu);
        QObject::connect(m_page, &QWebEnginePage::linkHovered, m_view,
                         [this](const QString &url) { m_callbacks.hovered(url); });
        QObject::connect(m_page, &QWebEnginePage::loadFinished, m_view, [this](bool all) {
            if (all) // else another page has taken its place
                m_callbacks.loaded();
        });
        m_patience.setSingleShot(true);
        QObject::connect(m_page, &QWebEnginePage::urlChanged, m_view, [this](const QUrl &url) {
            if (url == m_scheme->address(m_process))
                m_patience.stop();
        });
        QObject::connect(&m_patience, &QTimer::timeout, m_view, [this] {
            changeProcess();
            m_page->load(m_scheme->address(m_process));
        });
    }
    ~WebEngineView() override
    {
        delete m_page; // before its profile
        m_view->deleteLater();
    }

    QWidget *widget() override { return m_view; }

    void show(const Page &page) override
    {
        const SheetLook look = sheetLook(page.html, page.dark);
        // Chromium itself knows best how to turn a light page dark and keep it legible.
        const bool turns = page.dark && look.paper && page.adapt;
        m_page->settings()->setAttribute(QWebEngineSettings::ForceDarkMode, turns);
        m_page->setBackgroundColor(turns ? QApplication::palette().color(QPalette::Base) : look.sheet);
        m_scheme->setMessage(messageSheet(page, look), page);
        if (++m_shown > MessagesPerProcess)
            changeProcess();
        // A message may keep its process busy for long; the next one does not wait for that.
        if (!m_page->url().isEmpty()) // Chromium has started
            m_patience.start(PatienceMs);
        m_page->load(m_scheme->address(m_process));
    }
    void setZoom(qreal factor) override { m_page->setZoomFactor(factor); }
    void find(const QString &text, bool backwards) override
    {
        m_page->findText(text, backwards ? QWebEnginePage::FindBackward : QWebEnginePage::FindFlags(),
                         [found = m_callbacks.found](const QWebEngineFindTextResult &result) {
                             found(result.numberOfMatches() > 0);
                         });
    }
    void scrollPage(bool down) override
    {
        const int key = down ? Qt::Key_PageDown : Qt::Key_PageUp;
        QWidget *target = m_view->focusProxy() ? m_view->focusProxy() : m_view;
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            auto *event = new QKeyEvent(type, key, Qt::NoModifier);
            QCoreApplication::postEvent(target, event);
        }
    }
    void print(QPrinter *printer, std::function<void(bool)> done) override
    {
        QObject::connect(m_view, &QWebEngineView::printFinished, m_view, done, Qt::SingleShotConnection);
        m_view->print(printer);
    }

private:
    void changeProcess()
    {
        ++m_process;
        m_shown = 1;
    }

    Callbacks m_callbacks;
    QWebEngineView *m_view;
    QWebEngineProfile *m_profile;
    MessageScheme *m_scheme;
    LockedPage *m_page = nullptr;
    int m_process = 0;
    int m_shown = 0; // messages in this process
    QTimer m_patience; // with the process of the page before
};

} // namespace

std::unique_ptr<HtmlEngine> WebEnginePlugin::make(QWidget *parent, HtmlEngine::Callbacks callbacks)
{
    MessageScheme::registerOnce();
    return std::make_unique<WebEngineView>(parent, std::move(callbacks));
}

} // namespace kw
