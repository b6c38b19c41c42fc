#include "ui/reader/html/webengineview.h"

#include "ui/reader/html/lockedpage.h"
#include "ui/reader/html/messagescheme.h"

#include <QApplication>
#include <QFontInfo>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QWebEngineFindTextResult>
#include <QWebEngineProfile>
#include <QWebEngineView>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

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
    }
    ~WebEngineView() override
    {
        delete m_page; // before its profile
        m_view->deleteLater();
    }

    QWidget *widget() override { return m_view; }

    void show(const QString &html, Pictures pictures, bool dark) override
    {
        // Mail that brings its own colours was made for white paper.
        static const QRegularExpression colours(u"bgcolor|background|[\\s\"';]color\\s*[:=]"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        const bool paper = !dark || colours.match(html).hasMatch();
        const QPalette palette = QApplication::palette();
        const QColor ink = paper ? QColor(0x1f, 0x1f, 0x1f) : palette.color(QPalette::Text);
        const QColor sheet = paper ? QColor(Qt::white) : palette.color(QPalette::Base);
        m_page->setBackgroundColor(sheet);
        QString body = html;
        body.replace("src=\"cid:"_L1, "src=\"kittiwake:cid/"_L1, Qt::CaseInsensitive);
        const QFontInfo font(QApplication::font());
        const QString page
            = u"<!doctype html><html><head><meta charset=\"utf-8\">"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src kittiwake: "
              "data:; "
              "style-src 'unsafe-inline'\"><meta name=\"referrer\" content=\"no-referrer\"><style>"
              "html{color-scheme:%1}body{margin:16px;font:%2px "
              "'%3',sans-serif;line-height:1.45;color:%4;background:%5;"
              "overflow-wrap:anywhere}a{color:%6}img{max-width:100%;height:auto}pre{white-space:pre-wrap}"
              "blockquote{margin:0 0 0 4px;padding-left:12px;border-left:2px solid #9aa5b1}</style></head><body>"_s
                  .arg(paper ? u"light"_s : u"dark"_s)
                  .arg(std::max(font.pixelSize(), 13))
                  .arg(font.family().remove(u'\''), ink.name(), sheet.name(),
                       paper ? u"#0b57d0"_s : u"#8ab4f8"_s)
            + body + "</body></html>"_L1;
        m_scheme->setMessage(page.toUtf8(), std::move(pictures));
        // A new address each time, so that showing the same message twice loads it twice.
        m_page->load(QUrl("kittiwake:body/"_L1 + QString::number(++m_shown)));
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

private:
    Callbacks m_callbacks;
    QWebEngineView *m_view;
    QWebEngineProfile *m_profile;
    MessageScheme *m_scheme;
    LockedPage *m_page = nullptr;
    int m_shown = 0;
};

} // namespace

std::unique_ptr<HtmlEngine> WebEnginePlugin::make(QWidget *parent, HtmlEngine::Callbacks callbacks)
{
    MessageScheme::registerOnce();
    return std::make_unique<WebEngineView>(parent, std::move(callbacks));
}

} // namespace kw
