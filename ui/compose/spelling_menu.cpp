#include "ui/compose/spelling.h"
#include "ui/compose/spellmarks.h"
#include "ui/compose/spellservice.h"

#include <QAction>
#include <QMenu>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace kw {

std::optional<Spelling::Misspelt> Spelling::misspeltAt(int position) const
{
    const QTextBlock block = m_editor->document()->findBlock(position);
    if (!m_enabled || !block.isValid())
        return {};
    const int at = position - block.position();
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        if (marks::is(range) && at >= range.start && at <= range.start + range.length)
            return Misspelt{block.position() + range.start, block.text().mid(range.start, range.length),
                            marks::language(range)};
    }
    return {};
}

QStringList Spelling::suggestions(const Misspelt &found) const
{
    return m_service ? m_service->suggestions(found.word, found.language) : QStringList();
}

void Spelling::replace(const Misspelt &found, const QString &word)
{
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(found.position);
    cursor.setPosition(found.position + int(found.word.size()), QTextCursor::KeepAnchor);
    if (cursor.selectedText() == found.word) // it may have changed under an open menu
        cursor.insertText(word);
}

void Spelling::ignore(const Misspelt &found)
{
    if (m_service)
        m_service->accept(found.word, found.language, false);
}

void Spelling::learn(const Misspelt &found)
{
    if (m_service)
        m_service->accept(found.word, found.language, true);
}

bool Spelling::addActionsTo(QMenu *menu, const QPoint &at)
{
    const auto found = misspeltAt(m_editor->cursorForPosition(at).position());
    if (!found)
        return false;
    QAction *before = menu->actions().value(0);
    const auto add = [menu, before](const QString &text, QLatin1StringView name) {
        auto *action = new QAction(text, menu);
        action->setObjectName(name);
        menu->insertAction(before, action);
        return action;
    };
    const QStringList words = suggestions(*found);
    for (const QString &word : words) {
        QAction *action = add(QString(word).replace(u'&', "&&"_L1), "spellingSuggestion"_L1);
        QFont bold = action->font();
        bold.setBold(true);
        action->setFont(bold);
        connect(action, &QAction::triggered, this, [this, found, word] { replace(*found, word); });
    }
    if (words.isEmpty())
        add(tr("No suggestions"), "spellingNone"_L1)->setEnabled(false);
    menu->insertSeparator(before);
    connect(add(tr("&Add to Dictionary"), "spellingLearn"_L1), &QAction::triggered, this,
            [this, found] { learn(*found); });
    connect(add(tr("&Ignore"), "spellingIgnore"_L1), &QAction::triggered, this,
            [this, found] { ignore(*found); });
    menu->insertSeparator(before);
    return true;
}

} // namespace kw
