#pragma once

#include "tests/support/fakeengine.h"
#include "ui/compose/attachmentstrip.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composeractions.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/draftsending.h"
#include "ui/compose/formatting.h"
#include "ui/compose/identitybox.h"
#include "ui/compose/recipientsedit.h"
#include "ui/organize/undotoast.h"
#include "ui/reader/bannerstack.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace kw {

// Two accounts, one with an alias, and a window in which one writes.
struct ComposerDesk {
    ComposerDesk()
    {
        using namespace Qt::StringLiterals;
        AccountSettings work;
        work.key = u"work"_s;
        work.name = u"Anna Becker"_s;
        work.address = u"anna@example.org"_s;
        work.aliases = {u"Anna <info@example.org>"_s};
        AccountSettings home;
        home.key = u"home"_s;
        home.address = u"anna@example.net"_s;
        engine.accountList = {work, home};
        setup.writing.richText = false;
        setup.writing.undoSeconds = 0;
        setup.times = {std::chrono::milliseconds(20), std::chrono::milliseconds(150)};
    }
    ~ComposerDesk() { delete window.data(); }

    static Draft blank()
    {
        using namespace Qt::StringLiterals;
        Draft draft;
        draft.messageId = u"one@example.org"_s;
        draft.from = {{}, u"anna@example.org"_s};
        return draft;
    }
    static Draft ready()
    {
        using namespace Qt::StringLiterals;
        Draft draft = blank();
        draft.to = {{u"Ben"_s, u"ben@example.com"_s}};
        draft.subject = u"Lunch"_s;
        draft.text = u"Hello\n"_s;
        return draft;
    }
    static Draft answer()
    {
        using namespace Qt::StringLiterals;
        Draft draft = blank();
        draft.act = DraftAct::Reply;
        draft.to = {{u"Ben"_s, u"ben@example.com"_s}};
        draft.subject = u"Re: Lunch"_s;
        draft.text = u"On Monday, Ben wrote:\n> Shall we?\n>> When?\n"_s;
        draft.answeredAs = u"anna@example.org"_s;
        return draft;
    }
    static Draft richAnswer(const QString &quoted)
    {
        using namespace Qt::StringLiterals;
        Draft draft = answer();
        draft.text.clear();
        draft.html
            = "<p>On Monday, Ben wrote:</p>\n<blockquote type=\"cite\">"_L1 + quoted + "</blockquote>"_L1;
        return draft;
    }

    ComposerWindow *open(const Draft &draft)
    {
        using namespace Qt::StringLiterals;
        window = new ComposerWindow(&engine, setup, u"work"_s, draft);
        window->show();
        if (!QTest::qWaitForWindowActive(window.data()))
            qFatal("no window");
        return window;
    }
    FakeLetters &letters() { return engine.fakeLetters; }
    ComposeEditor *editor() const { return window->editor(); }
    void type(const QString &text) const { QTest::keyClicks(editor(), text); }
    Banner *banner(const char *name) const { return window->banners()->find(QString::fromLatin1(name)); }
    QPushButton *button(const char *bannerName, const QString &text) const
    {
        if (const Banner *found = banner(bannerName)) {
            for (auto *button : found->findChildren<QPushButton *>()) {
                if (button->text() == text)
                    return button;
            }
        }
        return nullptr;
    }
    void send() const { QTest::keyClick(window->focusWidget(), Qt::Key_Return, Qt::ControlModifier); }

    QTemporaryDir directory;
    FakeEngine engine;
    ComposerSetup setup;
    QPointer<ComposerWindow> window;
};

} // namespace kw
