#include "ui/compose/spelling.h"
#include "ui/compose/spellservice.h"
#include "ui/compose/spellwords.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

// An editor with spelling switched on.
struct Writing {
    explicit Writing(const QString &text = {}, const QString &language = {})
    {
        editor.setPlainText(text);
        editor.resize(600, 400);
        editor.show();
        if (!QTest::qWaitForWindowActive(&editor))
            qFatal("no window");
        editor.setFocus();
        spelling = new Spelling(&editor);
        spelling->setLanguage(language);
        QSignalSpy settled(spelling, &Spelling::settled);
        spelling->setEnabled(true);
        if (!settled.wait(20'000))
            qFatal("never settled");
    }

    void settle() const
    {
        QSignalSpy settled(spelling, &Spelling::settled);
        if (!settled.wait(20'000))
            qFatal("never settled");
    }

    QStringList marked() const
    {
        QStringList out;
        for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next()) {
            for (const auto &range : block.layout()->formats()) {
                if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                    out.append(block.text().mid(range.start, range.length));
            }
        }
        return out;
    }

    void putCursor(int position) const
    {
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(position);
        const_cast<QTextEdit &>(editor).setTextCursor(cursor);
    }

    QTextEdit editor;
    Spelling *spelling;
};

// Of work on this thread: a busy machine must not fail a test.
qint64 threadNs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

QStringList words(const QString &text)
{
    QStringList out;
    for (const SpellWord &word : wordsToCheck(text))
        out.append(word.word);
    return out;
}

} // namespace

class SpellingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto service = SpellService::shared();
        if (!service->isReady())
            QVERIFY(QSignalSpy(service.get(), &SpellService::ready).wait(20'000));
        m_both = service->dictionaries().contains(u"en_US"_s) && service->dictionaries().contains(u"de_DE"_s);
        if (!m_both)
            QSKIP("The dictionaries hunspell-en-us and hunspell-de-de are not installed.");
    }

    void words_that_a_dictionary_can_judge()
    {
        QCOMPARE(words(u"Don’t stop: it's an “odd” (small) thing – isn't it?"_s),
                 QStringList({u"Don’t"_s, u"stop"_s, u"it's"_s, u"an"_s, u"odd"_s, u"small"_s, u"thing"_s,
                              u"isn't"_s, u"it"_s}));
        QCOMPARE(words(u"see https://exampel.org/x anna@exampel.org www.exampel.org exampel.org/y kw.cpp"_s),
                 QStringList({u"see"_s}));
        QCOMPARE(words(u"NATO x2y 4th ~/bin /usr/lib foo_bar a --force End. Next"_s),
                 QStringList({u"End"_s, u"Next"_s}));
        QCOMPARE(wordsToCheck(u"  ab\tcd"_s), QList<SpellWord>({{2, u"ab"_s}, {5, u"cd"_s}}));
        QCOMPARE(words(u"Größe straße"_s), QStringList({u"Größe"_s, u"straße"_s}));
    }

    void misspelt_words_are_marked()
    {
        const Writing writing(u"This sentence has a mistaek in it.\nThe next one is fine, I believe."_s);
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s}));
        QVERIFY(!writing.editor.document()->isUndoAvailable());
        QCOMPARE(writing.spelling->missing(), QString());
        QVERIFY(writing.spelling->misspeltAt(23)); // within it
        QVERIFY(!writing.spelling->misspeltAt(2));
    }

    void each_paragraph_in_its_own_language()
    {
        const Writing writing(
            u"This paragraph was written in English, as everybody can see, with a mistaek.\n"
            "Dieser Absatz wurde dagegen auf Deutsch geschrieben und hat einen Fehlre.\n"
            "And here the English language goes on as before without any trouble."_s);
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s, u"Fehlre"_s}));
        QCOMPARE(writing.spelling->misspeltAt(int(writing.editor.toPlainText().indexOf(u"Fehlre"_s)) + 1)
                     ->language,
                 u"de_DE"_s);
    }

    void a_chosen_language_counts_for_all()
    {
        const Writing writing(u"Dieser Absatz wurde auf Deutsch geschrieben und hat keinen Fehler."_s,
                              u"de"_s);
        QCOMPARE(writing.marked(), QStringList());
        writing.spelling->setLanguage(u"en_US"_s);
        writing.settle();
        QVERIFY(writing.marked().size() > 5);
    }

    void quotes_signatures_and_links_are_not_ones_own()
    {
        Writing writing(
            u"A mistaek of mine.\n> A mistaek of yours.\n  >> An oldre mistaek.\n-- \nAnna Beckre, Exampel\nVerry"_s);
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s}));
        writing.editor.setHtml(u"<p>Look at <a href='https://e.org'>thsi plaec</a>, a mistaek.</p>"
                               "<blockquote type='cite'><p>Yuor words</p></blockquote>"_s);
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s}));
        writing.spelling->setPassedOver([](const QTextBlock &block) { return block.blockNumber() == 0; });
        writing.settle();
        QCOMPARE(writing.marked(), QStringList());
    }

    void the_word_being_typed_is_left_alone()
    {
        Writing writing(u"Some words in English here. "_s);
        writing.putCursor(int(writing.editor.toPlainText().size()));
        QTest::keyClicks(&writing.editor, u"mistaek"_s);
        writing.settle();
        QCOMPARE(writing.marked(), QStringList());
        QTest::keyClicks(&writing.editor, u" "_s);
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s}));
        // Also when the cursor leaves it another way.
        QTest::keyClicks(&writing.editor, u"wrod"_s);
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s}));
        writing.putCursor(0);
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s, u"wrod"_s}));
    }

    void marks_move_with_their_words()
    {
        Writing writing(u"One mistaek and then a wrod."_s);
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s, u"wrod"_s}));
        writing.putCursor(4);
        QTest::keyClicks(&writing.editor, u"big "_s); // before it is checked again
        QCOMPARE(writing.marked(), QStringList({u"wrod"_s})); // what touches the change waits
        writing.putCursor(int(writing.editor.toPlainText().indexOf(u"and"_s)));
        QTest::keyClick(&writing.editor, Qt::Key_Return);
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s, u"wrod"_s}));
        writing.editor.undo();
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s, u"wrod"_s}));
        writing.editor.clear();
        QCOMPARE(writing.marked(), QStringList());
    }

    void the_menu_corrects_ignores_and_learns()
    {
        Writing writing(u"One mistaek, a kittiwakey and a frobnicator."_s);
        QCOMPARE(writing.marked().size(), 3);
        const auto menuFor = [&writing](const QString &word) {
            auto menu = std::make_unique<QMenu>();
            menu->addAction(u"Paste"_s);
            QTextCursor cursor(writing.editor.document());
            cursor.setPosition(int(writing.editor.toPlainText().indexOf(word)) + 2);
            if (!writing.spelling->addActionsTo(menu.get(), writing.editor.cursorRect(cursor).center()))
                qFatal("nothing in the menu");
            return menu;
        };
        const auto action = [](const QMenu &menu, const QString &name, const QString &text = {}) {
            for (QAction *one : menu.actions()) {
                if (one->objectName() == name && (text.isEmpty() || one->text() == text))
                    return one;
            }
            qFatal("no such action");
        };
        auto menu = menuFor(u"mistaek"_s);
        QCOMPARE(menu->actions().last()->text(), u"Paste"_s);
        action(*menu, u"spellingSuggestion"_s, u"mistake"_s)->trigger();
        QVERIFY(writing.editor.toPlainText().startsWith("One mistake,"_L1));
        writing.editor.undo();
        QVERIFY(writing.editor.toPlainText().startsWith("One mistaek,"_L1));
        writing.settle();
        action(*menuFor(u"kittiwakey"_s), u"spellingIgnore"_s)->trigger();
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s, u"frobnicator"_s}));
        action(*menuFor(u"frobnicator"_s), u"spellingLearn"_s)->trigger();
        writing.settle();
        QCOMPARE(writing.marked(), QStringList({u"mistaek"_s}));
        QMenu none;
        QVERIFY(!writing.spelling->addActionsTo(&none, writing.editor.rect().bottomRight()));
        QVERIFY(none.isEmpty());
    }

    void a_language_without_a_dictionary_is_told()
    {
        Writing writing(u"Een zin met fouten erin."_s);
        QSignalSpy changes(writing.spelling, &Spelling::stateChanged);
        writing.spelling->setLanguage(u"nl_NL"_s);
        QVERIFY(writing.spelling->missing().contains(u"Nederlands"_s));
        QCOMPARE(changes.count(), 1);
        writing.settle();
        QCOMPARE(writing.marked(), QStringList());
    }

    void switched_off_nothing_is_marked()
    {
        Writing writing(u"A mistaek."_s);
        QCOMPARE(writing.marked().size(), 1);
        writing.spelling->setEnabled(false);
        QCOMPARE(writing.marked(), QStringList());
        QTest::keyClicks(&writing.editor, u"wrod "_s);
        writing.spelling->setEnabled(true);
        writing.settle();
        QCOMPARE(writing.marked().size(), 2);
    }

    // A key costs what it costs without spelling, however long the quote below is.
    void typing_above_a_long_quote_stays_quick()
    {
        QString text = u"\n\nOn Monday, somebody wrote:\n"_s;
        while (text.size() < 200'000)
            text += u"> This is a line of a quote with some mistaeks and other words in it.\n"_s;
        Writing writing(text, u"en_US"_s);
        writing.putCursor(0);
        QList<qint64> times;
        const QString words
            = u"Thank you for the mesage, I have read it with much interest and will anser soon. "_s;
        for (int round = 0; round < 4; ++round) {
            for (const QChar c : words) {
                const qint64 before = threadNs();
                QTest::keyClick(&writing.editor, c.toLatin1());
                QCoreApplication::processEvents();
                times.append(threadNs() - before);
            }
            writing.settle(); // a pause, in which it is checked
        }
        QCOMPARE(writing.marked().size(), 8);
        std::ranges::sort(times);
        const qint64 slow = times.at(times.size() * 99 / 100);
        qInfo("p50 %lld us, p99 %lld us", times.at(times.size() / 2) / 1000, slow / 1000);
#ifndef KW_SANITIZED
        QVERIFY2(slow < 16'000'000, qPrintable(QString::number(slow)));
#endif
    }

private:
    bool m_both = false;
};

int main(int argc, char **argv)
{
    // The personal dictionary is in the home folder.
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    qputenv("LC_ALL", "C.UTF-8");
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    SpellingTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "spelling_test.moc"
