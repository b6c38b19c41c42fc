#include "bench/child/child.h"

#include "app/demo/server/demopost.h"
#include "bench/child/listwindow.h"
#include "bench/child/readmail.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/letters.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composerwindow.h"

#include <QApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QPointer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int PatienceMs = 20'000;
constexpr int Keys = 500;
constexpr qsizetype QuoteOctets = 200'000;

double msSince(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

// An answer, from the wish to the painted window; -1: it never came.
double msToAnswer(Engine &engine, MessageId id)
{
    QPointer<ComposerWindow> window;
    QObject scope;
    int request = 0;
    QElapsedTimer timer;
    timer.start();
    QObject::connect(engine.letters(), &Letters::begun, &scope,
                     [&](int answered, const QString &key, const Draft &draft) {
                         if (answered != request)
                             return;
                         window = new ComposerWindow(&engine, {}, key, draft);
                         window->show();
                     });
    Beginning beginning;
    beginning.act = DraftAct::Reply;
    beginning.originals = {id};
    beginning.richText = true;
    request = engine.letters()->begin(beginning);
    if (!spinUntil([&] { return window && window->isVisible(); }, PatienceMs))
        return -1;
    window->repaint();
    const double ms = msSince(timer);
    window->close();
    return ms;
}

// The largest answer that anybody types into.
Draft longAnswer()
{
    Draft draft;
    draft.from = {u"U"_s, u"u1@example.org"_s};
    draft.messageId = u"long@example.org"_s;
    draft.act = DraftAct::Reply;
    draft.html = u"<div>On Monday, Bo wrote:</div>\n<blockquote type=\"cite\">"_s;
    QRandomGenerator dice(7);
    while (draft.html.size() < QuoteOctets) {
        draft.html += u"<p>"_s;
        for (int word = 0; word < 60; ++word)
            draft.html += QString(int(2 + dice.bounded(9)), QChar(u'a' + dice.bounded(26))) + u' ';
        draft.html += u"</p>\n"_s;
    }
    draft.html += u"</blockquote>"_s;
    return draft;
}

QJsonArray typed(Engine &engine)
{
    auto *window = new ComposerWindow(&engine, {}, u"u1"_s, longAnswer());
    window->resize(860, 700);
    window->show();
    spinUntil([&] { return window->isVisible(); }, PatienceMs);
    QJsonArray times;
    for (int i = 0; i < Keys; ++i) {
        const QString text = i % 7 == 6 ? u" "_s : QString(QChar(u'a' + i % 26));
        QElapsedTimer timer;
        timer.start();
        QKeyEvent press(QEvent::KeyPress, i % 7 == 6 ? Qt::Key_Space : Qt::Key_A + i % 26, Qt::NoModifier,
                        text);
        QApplication::sendEvent(window->editor(), &press);
        window->editor()->viewport()->repaint();
        QCoreApplication::processEvents();
        times.append(msSince(timer));
    }
    window->close();
    return times;
}

double msToSend(Engine &engine)
{
    bool isSent = false;
    QObject scope;
    QObject::connect(engine.letters(), &Letters::sent, &scope, [&isSent] { isSent = true; });
    Draft draft;
    draft.from = {u"U"_s, u"u1@example.org"_s};
    draft.to = {{{}, u"bo@example.net"_s}};
    draft.subject = u"On its way"_s;
    draft.text = u"Hello\n"_s;
    draft.messageId = u"bench@example.org"_s;
    QElapsedTimer timer;
    timer.start();
    engine.letters()->send(u"u1"_s, draft, 0);
    return spinUntil([&isSent] { return isSent; }, PatienceMs) ? msSince(timer) : -1;
}

} // namespace

QJsonObject childCompose(const QString &profile, int rounds)
{
    const Paths paths = Paths::profile(profile);
    if (const auto made = paths.create(); !made)
        return {{u"error"_s, made.error().text}};
    const DemoPost post([](const QByteArray &, const QByteArray &) { return true; });
    auto accounts = AccountFile::load(paths.accountsIni()).accounts;
    if (accounts.isEmpty())
        return {{u"error"_s, u"The profile has no account."_s}};
    accounts.first().smtp = {u"127.0.0.1"_s, post.port(), ConnectionSecurity::None, {}};
    if (const auto saved = AccountFile::save(paths.accountsIni(), accounts); !saved)
        return {{u"error"_s, saved.error().text}};
    const auto mail = fillWithReadMail(paths.cache);
    if (!mail)
        return {{u"error"_s, mail.error().text}};
    auto engine = makeEngine(paths);
    if (!engine)
        return {{u"error"_s, engine.error().text}};
    QJsonArray open;
    for (int i = 0; i < rounds; ++i) {
        const auto &from = i % 2 == 0 ? mail->html : mail->plain;
        const double ms = msToAnswer(**engine, from.at(i / 2 % from.size()));
        if (ms < 0)
            return {{u"error"_s, u"A window did not come."_s}};
        open.append(ms);
    }
    const QJsonArray keys = typed(**engine);
    (*engine)->setOnline(true);
    const double sent = msToSend(**engine);
    if (sent < 0)
        return {{u"error"_s, u"The letter was not sent."_s}};
    return {{u"open"_s, open}, {u"type"_s, keys}, {u"send_ms"_s, sent}};
}

} // namespace kw::bench
