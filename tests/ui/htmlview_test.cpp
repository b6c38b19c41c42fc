#include "ui/reader/htmlview.h"

#include "core/mime/messageparser.h"
#include "core/sync/engine.h"

#include "tests/mime/htmlattacks.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPrinter>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace kw;
using namespace Qt::StringLiterals;

// The real Chromium behind the reader: shows what a message brings, and lets nothing out.
class HtmlViewTest : public QObject
{
    Q_OBJECT

    static bool hasChromium()
    {
        QFile maps(u"/proc/self/maps"_s);
        return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("WebEngineCore");
    }

    // Chromium's processes that lay out pages for this program: it forks them from one that it starts for
    // that.
    static QSet<pid_t> renderers()
    {
        QHash<pid_t, pid_t> parents;
        for (const QString &name : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
            QFile file("/proc/"_L1 + name + "/stat"_L1);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray stat = file.readAll();
            if (stat.isEmpty()) // it has just ended
                continue;
            const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 2).split(' ');
            if (fields.value(0) != "Z")
                parents.insert(name.toInt(), fields.value(1).toInt());
        }
        QSet<pid_t> found;
        for (const auto [pid, parent] : parents.asKeyValueRange()) {
            if (parents.value(parent) == QCoreApplication::applicationPid())
                found.insert(pid);
        }
        return found;
    }

    static OpenedMessage message(const QColor &colour)
    {
        OpenedMessage message;
        message.view.html
            = u"<div style=\"position:fixed;left:0;top:0;width:100vw;height:100vh;background:%1\">page</div>"_s
                  .arg(colour.name());
        return message;
    }

    static QByteArray png(const QColor &colour)
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(colour);
        QByteArray octets;
        QBuffer buffer(&octets);
        return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? octets : QByteArray();
    }

private Q_SLOTS:
    void chromium_comes_with_the_first_html_message_and_nothing_leaves()
    {
        QVERIFY(!hasChromium());
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        QSignalSpy connections(&listener, &QTcpServer::newConnection);
        const QString address = u"http://127.0.0.1:%1/"_s.arg(listener.serverPort());

        QWidget window;
        window.resize(400, 300);
        HtmlView *view = loadHtmlView(&window);
        if (!view) {
            // Built without the web engine: then the file must really not be there.
            QVERIFY(!QFile::exists(QCoreApplication::applicationDirPath() + "/plugins/kittiwake-html.so"_L1));
            return;
        }
        QVERIFY(hasChromium());
        view->resize(400, 300);
        window.show();

        OpenedMessage message;
        message.rawHeader = "Content-Type: multipart/related; boundary=b\r\n\r\n";
        // As if everything had slipped through the sanitizer.
        message.view.html
            = u"<script>document.body.style.background='#0000ff'</script><img src=\"%1i.png\"><link "
              u"rel=stylesheet "
              "href=\"%1s.css\"><iframe src=\"%1f\"></iframe><style>@import url(%1c);</style>"
              "<div style=\"position:absolute;left:0;top:0;width:400px;height:300px;background:#ff0000\">x</div>"_s
                  .arg(address);
        view->showMessage(message);
        QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 200), QColor(255, 0, 0), 30'000);
        QCOMPARE(connections.count(), 0);
        QVERIFY(!listener.hasPendingConnections());
    }

    // Twice: as the reader shows them, and as if the sanitizer had let all of it through.
    void no_attack_reaches_the_network()
    {
        QWidget window;
        window.resize(400, 300);
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.show();
        QTcpServer trap;
        QVERIFY(trap.listen(QHostAddress::LocalHost));
        const QByteArray place = "127.0.0.1:" + QByteArray::number(trap.serverPort()) + "/";
        for (const char *attack : htmlAttacks()) {
            QByteArray html(attack);
            for (const char *host : {"evil.example/", "e.example", "http://x/", "http://x", "//x/", "//x"}) {
                const QByteArray with = (QByteArray(host).startsWith("http")     ? "http://"
                                             : QByteArray(host).startsWith("//") ? "//"
                                                                                 : "")
                    + place;
                html.replace(host, with);
            }
            for (const bool sanitized : {true, false}) {
                OpenedMessage message;
                message.rawHeader = "Content-Type: text/html\r\n\r\n";
                message.rawBody = html;
                message.view = parseMessage(message.rawHeader, html);
                const QColor colour(sanitized ? 0 : 255, 255, 0); // each page is waited for
                message.view.html
                    = u"<div style=\"position:fixed;left:0;top:0;width:100vw;height:100vh;background:%1\">"
                      "page</div>"_s.arg(colour.name())
                    + (sanitized ? message.view.html : QString::fromUtf8(html));
                view->showMessage(message);
                QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 280), colour, 20'000);
                QVERIFY2(!trap.hasPendingConnections(), attack);
            }
        }
    }

    void a_picture_that_the_message_brings_is_shown()
    {
        QWidget window;
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        QImage blue(8, 8, QImage::Format_RGB32);
        blue.fill(QColor(0, 0, 255));
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && blue.save(&buffer, "PNG"));
        OpenedMessage message;
        message.rawHeader = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
        message.rawBody = "--b\r\nContent-Type: text/html\r\n\r\n"
                          "<img src=\"cid:blue.png@demo.example\" width=400 height=300>\r\n--b\r\n"
                          "Content-Type: image/png\r\nContent-ID: <blue.png@demo.example>\r\n"
                          "Content-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + png.toBase64() + "\r\n--b--\r\n";
        message.view = parseMessage(message.rawHeader, message.rawBody);
        view->showMessage(message);
        QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 150), QColor(0, 0, 255), 10'000);
    }

    void a_picture_from_the_network_is_shown_only_where_it_is_given()
    {
        QWidget window;
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        QImage red(8, 8, QImage::Format_RGB32);
        red.fill(QColor(255, 0, 0));
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && red.save(&buffer, "PNG"));
        OpenedMessage message;
        message.rawHeader = "Content-Type: text/html\r\n\r\n";
        message.rawBody = "<img src=\"https://pictures.example/a.png\" width=400 height=300>"
                          "<table background=\"https://pictures.example/b.png\"><tr><td>x</table>";
        message.view = parseMessage(message.rawHeader, message.rawBody);
        QCOMPARE(message.view.remote.size(), 2);
        QSet<int> asked;
        view->showMessage(message, [&](int place, const HtmlView::Fetched &fetched) {
            asked.insert(place);
            fetched(png, "image/png");
        });
        QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 150), QColor(255, 0, 0), 30'000);
        QCOMPARE(asked, (QSet<int>{0, 1}));
        asked.clear();
        view->showMessage(message);
        QTRY_VERIFY_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 150) != QColor(255, 0, 0), 30'000);
        QVERIFY(asked.isEmpty());
    }

    // Pictures of two messages may have the same name, and those from the network always do.
    void a_message_gets_no_picture_of_the_one_before()
    {
        QWidget window;
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        for (const bool remote : {false, true}) {
            for (const QColor colour : {QColor(255, 0, 0), QColor(0, 0, 255), QColor(0, 255, 0)}) {
                OpenedMessage message;
                message.rawHeader
                    = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
                message.rawBody = "--b\r\nContent-Type: text/html\r\n\r\n<img src=\""
                    + QByteArray(remote ? "https://pictures.example/a.png" : "cid:image001.png")
                    + "\" width=400 height=300>\r\n--b\r\n"
                      "Content-Type: image/png\r\nContent-ID: <image001.png>\r\n"
                      "Content-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + png(colour).toBase64() + "\r\n--b--\r\n";
                message.view = parseMessage(message.rawHeader, message.rawBody);
                const QSignalSpy loaded(view, &HtmlView::loaded);
                view->showMessage(message, [&colour](int, const HtmlView::Fetched &fetched) {
                    fetched(png(colour), "image/png");
                });
                QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 30'000);
                QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 150), colour, 10'000);
            }
        }
    }

    void the_zoom_holds_for_messages_that_follow_data()
    {
        QTest::addColumn<bool>("hangs");
        QTest::newRow("in the same process") << false;
        QTest::newRow("in another, for the first hangs") << true;
    }

    void the_zoom_holds_for_messages_that_follow()
    {
        QFETCH(const bool, hangs);
        QWidget window;
        const QSet<pid_t> others = renderers();
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        QSet<pid_t> used;
        const auto end = qScopeGuard([&used] {
            for (const pid_t pid : used &renderers())
                ::kill(pid, SIGKILL);
        });
        for (const QColor colour : {QColor(255, 0, 0), QColor(0, 0, 255), QColor(0, 255, 0)}) {
            OpenedMessage message;
            message.view.html
                = u"<div style=\"position:fixed;left:0;top:0;width:100px;height:100px;background:%1\">x</div>"_s
                      .arg(colour.name());
            view->showMessage(message);
            view->setZoom(2.0);
            QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(50, 150), colour, 30'000);
            QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(150, 150), colour, 10'000);
            if (hangs && used.isEmpty()) {
                used = renderers() - others;
                for (const pid_t pid : std::as_const(used))
                    QCOMPARE(::kill(pid, SIGSTOP), 0);
            }
        }
    }

    void each_message_is_turned_dark_or_left_light_for_itself()
    {
        QWidget window;
        QPalette dark = window.palette();
        dark.setColor(QPalette::Base, QColor(0x20, 0x20, 0x20));
        window.setPalette(dark);
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        for (const bool adapt : {true, false, true, false}) {
            OpenedMessage message;
            message.view.html
                = u"<div style=\"background:#ffffff;color:#000000;width:300px;height:200px\">x</div>"_s;
            const QSignalSpy loaded(view, &HtmlView::loaded);
            view->showMessage(message, {}, adapt);
            QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 30'000);
            QTRY_VERIFY_WITH_TIMEOUT(
                (window.grab().toImage().pixelColor(150, 150).lightness() < 128) == adapt, 10'000);
        }
    }

    void messages_follow_each_other_in_one_process()
    {
        QWidget window;
        const QSet<pid_t> others = renderers();
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        QSet<pid_t> used;
        QSet<QRgb> seen;
        for (const QColor colour : {QColor(255, 0, 0), QColor(0, 0, 255), QColor(0, 255, 0)}) {
            view->showMessage(message(colour));
            QTRY_VERIFY_WITH_TIMEOUT(
                [&] {
                    const QRgb pixel = window.grab().toImage().pixel(200, 200);
                    if (!used.isEmpty())
                        seen.insert(pixel);
                    return pixel == colour.rgb();
                }(),
                30'000);
            used += renderers() - others;
        }
        QCOMPARE(used.size(), 1);
        // Nor is there an empty page between them.
        QCOMPARE(seen.size(), 3);
    }

    void no_process_lasts_for_ever()
    {
        QWidget window;
        const QSet<pid_t> others = renderers();
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        QSet<pid_t> used;
        for (int i = 0; i < 51; ++i) {
            const QSignalSpy loaded(view, &HtmlView::loaded);
            view->showMessage(message(QColor(255, 0, 0)));
            QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 30'000);
            if (used.isEmpty())
                used = renderers() - others;
        }
        // The first has gone, another is there.
        QVERIFY(!used.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT((used & renderers()).isEmpty(), 30'000);
        QVERIFY(!(renderers() - others).isEmpty());
    }

    void a_process_that_hangs_or_dies_holds_up_no_other_message_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("hangs") << SIGSTOP;
        QTest::newRow("dies") << SIGKILL;
    }

    void a_process_that_hangs_or_dies_holds_up_no_other_message()
    {
        QFETCH(const int, signal);
        QWidget window;
        const QSet<pid_t> others = renderers();
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        view->showMessage(message(QColor(255, 0, 0)));
        QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 200), QColor(255, 0, 0), 30'000);
        const QSet<pid_t> used = renderers() - others;
        QVERIFY(!used.isEmpty());
        for (const pid_t pid : used)
            QCOMPARE(::kill(pid, signal), 0);
        const auto end = qScopeGuard([&used] {
            for (const pid_t pid : used &renderers())
                ::kill(pid, SIGKILL);
        });
        for (const QColor colour : {QColor(0, 0, 255), QColor(0, 255, 0)}) {
            view->showMessage(message(colour));
            QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(200, 200), colour, 10'000);
        }
    }

    void the_message_is_printed_as_laid_out()
    {
        QWidget window;
        HtmlView *view = loadHtmlView(&window);
        if (!view)
            return;
        view->resize(400, 300);
        window.resize(400, 300);
        window.show();
        OpenedMessage message;
        message.view.subject = u"Timetable"_s;
        message.view.html = u"<div style=\"background:#00ff00;width:300px;height:200px\">x</div>"_s;
        view->showMessage(message);
        QTRY_COMPARE_WITH_TIMEOUT(window.grab().toImage().pixelColor(100, 100), QColor(0, 255, 0), 30'000);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"out.pdf"_s);
        auto printer = std::make_unique<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file);
        std::optional<bool> outcome;
        view->print(std::move(printer), [&outcome](bool worked) { outcome = worked; });
        QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 30'000);
        QVERIFY(*outcome);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        QVERIFY(pdf.size() > 1000);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    HtmlViewTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "htmlview_test.moc"
