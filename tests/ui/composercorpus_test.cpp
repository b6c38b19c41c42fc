#include "core/compose/answering.h"
#include "core/mime/html/htmlsanitizer.h"
#include "core/mime/messageparser.h"
#include "ui/compose/composeeditor.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QTextBlock>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

// What is said, whatever it looks like.
QString letters(const QString &html)
{
    QString out;
    for (const QChar c : htmlToText(html)) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

QString firstDifference(const QString &a, const QString &b)
{
    qsizetype at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at])
        ++at;
    return u"…%1… became …%2…"_s.arg(a.mid(qMax(0, at - 20), 60), b.mid(qMax(0, at - 20), 60));
}

void touchAll(ComposeEditor &editor)
{
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        cursor.insertText(u"x"_s);
        cursor.deletePreviousChar();
    }
}

struct Begun {
    QString name;
    Draft draft;
};

// Each answer and each forwarded message of all mail of tests/corpus, hostile mail included.
QList<Begun> allRichMail()
{
    Answerer answerer{{{u"Anna"_s, u"anna@example.org"_s}}, {u"anna@example.org"_s}};
    answerer.richText = true;
    QList<Begun> out;
    QDirIterator files(QStringLiteral(KW_CORPUS), {u"*.eml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("corpus");
        const QByteArray source = file.readAll();
        const Original original{parseMessage(source), source, MessageId(1)};
        out.append({file.fileName() + " answered"_L1, reply(original, answerer)});
        out.append({file.fileName() + " forwarded"_L1, forward(original, answerer)});
    }
    return out;
}

template <typename Check> void withEach(const QList<Begun> &all, Check check)
{
    for (const auto &[name, draft] : all) {
        ComposeEditor editor;
        QList<DraftAttachment> pictures = draft.attachments;
        pictures.removeIf([](const DraftAttachment &a) { return !a.isInline; });
        editor.showRichText(draft.html, pictures, draft.act == DraftAct::Forward);
        check(name, draft, editor);
    }
}

} // namespace

class ComposerCorpusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_all = allRichMail();
        QVERIFY(m_all.size() > 100);
    }

    void what_was_not_touched_says_the_same()
    {
        withEach(m_all, [](const QString &name, const Draft &draft, const ComposeEditor &editor) {
            const QString html = editor.html();
            const QString before = letters(draft.html);
            const QString after = letters(html);
            if (before != after)
                QFAIL(qPrintable(name + ": "_L1 + firstDifference(before, after)));
            QVERIFY2(!html.contains(" kw"_L1), qPrintable(name));
        });
    }

    void what_was_touched_everywhere_says_the_same()
    {
        withEach(m_all, [](const QString &name, const Draft &draft, ComposeEditor &editor) {
            touchAll(editor);
            const QString before = letters(draft.html);
            const QString after = letters(editor.html());
            if (before != after)
                QFAIL(qPrintable(name + ": "_L1 + firstDifference(before, after)));
        });
    }

    void what_was_kept_comes_back_the_same()
    {
        withEach(m_all, [](const QString &name, const Draft &draft, const ComposeEditor &editor) {
            const QString once = editor.html();
            ComposeEditor again;
            again.showRichText(once, {}, draft.act == DraftAct::Forward);
            // What is nested deeper than anybody nests loses some of that every time.
            if (name.contains("html-deep"_L1))
                QCOMPARE(letters(again.html()), letters(once));
            else if (again.html() != once)
                QFAIL(qPrintable(name + ": "_L1 + firstDifference(once, again.html())));
        });
    }

private:
    QList<Begun> m_all;
};

QTEST_MAIN(ComposerCorpusTest)
#include "composercorpus_test.moc"
