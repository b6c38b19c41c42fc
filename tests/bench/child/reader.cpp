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

#include <QCoreApplication>
#include <QDir>
#include <QFile>
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

class Opening
{
public:
    explicit Opening(ReaderPane &pane)
        : m_pane(pane)
    {
        QObject::connect(&pane, &ReaderPane::messageShown, &pane, [this](MessageId id) { m_shown = id; });
        QObject::connect(pane.page()->body(), &BodyStack::htmlLoaded, &pane, [this] { m_loaded = true; });
    }

    // Until its text has been painted; -1: it never was.
    double msFor(MessageId id, bool html)
    {
        m_loaded = false;
        QElapsedTimer timer;
        timer.start();
        m_pane.showMessage(id);
        if (!spinUntil([&] { return m_shown == id && (!html || m_loaded); }, PatienceMs))
            return -1;
        m_pane.repaint();
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    ReaderPane &m_pane;
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
