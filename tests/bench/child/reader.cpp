#include "bench/child/child.h"

#include "bench/child/listwindow.h"
#include "bench/child/readmail.h"
#include "bench/figures/bench.h"
#include "core/account/paths.h"
#include "core/store/database.h"
#include "core/sync/enginefactory.h"
#include "ui/reader/bodystack.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int PatienceMs = 20'000;

// This process and whatever it has started.
double memoryOfAll()
{
    QHash<qint64, qint64> parents;
    for (const QString &name : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        QFile stat("/proc/"_L1 + name + "/stat"_L1);
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = stat.readAll();
        if (text.isEmpty()) // it has just ended
            continue;
        parents.insert(name.toLongLong(),
                       text.sliced(text.lastIndexOf(')') + 2).split(' ').value(1).toLongLong());
    }
    double sum = 0;
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        qint64 pid = it.key();
        while (pid > 1 && pid != QCoreApplication::applicationPid())
            pid = parents.value(pid);
        if (pid > 1)
            sum += pssMb(it.key());
    }
    return sum;
}

// Another message: not the one before cut to another height, nor an empty page.
bool showsAnother(const QImage &now, const QImage &before)
{
    constexpr int ScrollBar = 16;
    const QSize common = now.size().boundedTo(before.size()) - QSize(ScrollBar, 0);
    const QImage seen = now.copy({{}, common});
    QImage empty = seen;
    empty.fill(seen.pixelColor(0, 0));
    return seen != before.copy({{}, common}) && seen != empty;
}

class Opening : public QObject
{
public:
    explicit Opening(ReaderPane &pane)
        : m_pane(pane)
    {
        qApp->installEventFilter(this);
        QObject::connect(&pane, &ReaderPane::messageShown, &pane, [this](MessageId id) { m_shown = id; });
        QObject::connect(pane.page()->body(), &BodyStack::htmlLoaded, &pane, [this] { m_loaded = true; });
    }

    // Until its text has been painted; -1: it never was.
    double msFor(MessageId id, bool html)
    {
        const QImage before = picture();
        m_loaded = false;
        QElapsedTimer timer;
        timer.start();
        m_pane.showMessage(id);
        if (!spinUntil([&] { return m_shown == id && (!html || m_loaded); }, PatienceMs))
            return -1;
        if (!html)
            m_pane.repaint();
        double ms = double(timer.nsecsElapsed()) / 1e6;
        // Chromium has loaded a page before it paints it. Looking takes time too, so only what is new is
        // looked at.
        const auto isSeen = [&] {
            if (!m_painted)
                return false;
            ms = double(timer.nsecsElapsed()) / 1e6;
            const bool isThere = showsAnother(picture(), before);
            m_painted = false; // looking paints
            return isThere;
        };
        return !html || spinUntil(isSeen, PatienceMs) ? ms : -1;
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && object->isWidgetType())
            m_painted = m_painted || m_pane.page()->body()->isAncestorOf(static_cast<QWidget *>(object));
        return false;
    }

private:
    QImage picture() const { return m_pane.page()->body()->grab().toImage(); }

    ReaderPane &m_pane;
    bool m_painted = false; // since it was last looked at
    MessageId m_shown{};
    bool m_loaded = false;
};

} // namespace

QJsonObject childReader(const QString &profile, int rounds)
{
    const Paths paths = Paths::profile(profile);
    if (const auto made = paths.create(); !made)
        return {{u"error"_s, made.error().text}};
    const auto mail = fillWithReadMail(paths.cache);
    if (!mail)
        return {{u"error"_s, mail.error().text}};
    auto engine = makeEngine(paths);
    auto database = Database::open(paths.cache, Database::Mode::ReadOnly);
    if (!engine || !database)
        return {{u"error"_s, engine ? database.error().text : engine.error().text}};
    ReaderPane pane(engine->get());
    pane.setDatabase(database->get());
    pane.setConversations(false);
    pane.resize(800, 900);
    pane.show();
    Opening opening(pane);
    QJsonArray plain;
    QJsonArray html;
    double first = 0;
    for (int i = 0; i < rounds; ++i)
        plain.append(opening.msFor(mail->plain.at(i % mail->plain.size()), false));
    for (int i = 0; i <= rounds; ++i) {
        const double ms = opening.msFor(mail->html.at(i % mail->html.size()), true);
        if (ms < 0)
            return {{u"error"_s, u"An HTML message did not come."_s}};
        if (i == 0)
            first = ms;
        else
            html.append(ms);
    }
    return {{u"plain"_s, plain},
            {u"html"_s, html},
            {u"html_first"_s, first},
            {u"parse_ms"_s, mail->parseMs},
            {u"memory_mb"_s, memoryOfAll()}};
}

} // namespace kw::bench
