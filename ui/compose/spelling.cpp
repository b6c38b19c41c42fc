#include "ui/compose/spelling.h"

#include "ui/compose/spellmarks.h"
#include "ui/compose/spellservice.h"
#include "ui/compose/spellwords.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kw {

namespace {

constexpr auto Pause = 250ms; // after a key, before anything is looked at
constexpr qint64 SliceNs = 3'000'000;
constexpr int MostChanged = 40; // paragraphs; more are found by walking
constexpr int MostAsked = 16;
constexpr int LongestSignature = 40; // lines that are looked back for "-- "
constexpr qsizetype LongestParagraph = 20'000; // letters; longer ones are no prose

// Words of links are somebody's title or address.
bool isInLink(const QTextBlock &block, const SpellWord &word)
{
    for (auto it = block.begin(); it != block.end(); ++it) {
        const QTextFragment part = it.fragment();
        const int from = part.position() - block.position();
        if (word.at < from + part.length() && word.end() > from && part.charFormat().isAnchor())
            return true;
    }
    return false;
}

} // namespace

Spelling::Spelling(QTextEdit *editor)
    : QObject(editor)
    , m_editor(editor)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Spelling::work);
    connect(editor->document(), &QTextDocument::contentsChange, this, &Spelling::contentsChanged);
    connect(editor, &QTextEdit::cursorPositionChanged, this, &Spelling::cursorMoved);
    editor->installEventFilter(this);
}

Spelling::~Spelling() = default;

void Spelling::setEnabled(bool on)
{
    if (m_enabled == on)
        return;
    m_enabled = on;
    if (!on) {
        m_timer.stop();
        m_service.reset();
        for (QTextBlock block = m_editor->document()->begin(); block.isValid(); block = block.next())
            marks::set(block, {});
        Q_EMIT stateChanged();
        return;
    }
    m_service = SpellService::shared();
    m_asked = 0;
    connect(m_service.get(), &SpellService::accepted, this, &Spelling::startOver);
    connect(m_service.get(), &SpellService::ready, this, [this] {
        startOver();
        Q_EMIT stateChanged();
    });
    startOver();
    Q_EMIT stateChanged();
}

void Spelling::setLanguage(const QString &code)
{
    if (m_language == code)
        return;
    m_language = code;
    m_guessed.clear();
    startOver();
    Q_EMIT stateChanged();
}

QStringList Spelling::dictionaries() const
{
    return m_service ? m_service->dictionaries() : QStringList();
}

QString Spelling::missing() const
{
    if (!m_service || !m_service->isReady())
        return {};
    if (m_service->dictionaries().isEmpty())
        return tr(
            "There is no dictionary on this computer, so spelling is not checked. Install one, for example "
            "“hunspell-en-us”.");
    if (!m_language.isEmpty() && m_service->dictionaryFor(m_language).isEmpty())
        return tr("There is no dictionary for %1 on this computer, so spelling is not checked.")
            .arg(dictionaryTitle(m_language));
    return {};
}

void Spelling::setPassedOver(const std::function<bool(const QTextBlock &)> &isPassedOver)
{
    m_isPassedOver = isPassedOver;
    startOver();
}

QString Spelling::usualLanguage() const
{
    return m_guessed.isEmpty() ? m_service->usualDictionary() : m_guessed;
}

// --- what is to be looked at

void Spelling::contentsChanged(int position, int removed, int added)
{
    if (!m_enabled)
        return;
    const QTextBlock edited = m_editor->document()->findBlock(position);
    marks::shift(edited, position - edited.position(), removed, added);
    m_typing = added <= 2 && removed <= 2;
    const QTextDocument *document = m_editor->document();
    QTextBlock block = document->findBlock(position);
    const QTextBlock last = document->findBlock(position + added);
    for (int i = 0; block.isValid() && i < MostChanged; ++i) {
        enqueue(block);
        if (block == last)
            break;
        block = block.next();
    }
    if (block.isValid() && block != last && (!m_walk.isValid() || block.position() < m_walk.position()))
        m_walk = block;
    m_timer.start(Pause);
}

void Spelling::enqueue(const QTextBlock &block)
{
    if (m_changed.size() >= MostChanged) {
        startOver();
        return;
    }
    if (!m_changed.contains(block))
        m_changed.append(block);
}

void Spelling::startOver()
{
    if (!m_enabled)
        return;
    m_walk = m_editor->document()->begin();
    if (!m_timer.isActive())
        m_timer.start(0ms);
}

// The word that was being typed is one like others when the cursor has left it.
void Spelling::cursorMoved()
{
    if (!m_enabled || !m_typedIn.isValid())
        return;
    const QTextBlock &block = m_typedIn;
    const int at = m_editor->textCursor().position() - block.position();
    const bool elsewhere = at < 0 || at >= block.length();
    const QString text = block.text();
    if (!elsewhere && at > 0 && text.at(at - 1).isLetterOrNumber())
        return;
    endTyping();
}

bool Spelling::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        endTyping();
    return QObject::eventFilter(object, event);
}

void Spelling::endTyping()
{
    m_typing = false;
    if (!m_enabled || !m_typedIn.isValid())
        return;
    enqueue(std::exchange(m_typedIn, {}));
    if (!m_timer.isActive())
        m_timer.start(Pause);
}

// --- the work

void Spelling::work()
{
    if (!m_service || !m_service->isReady())
        return; // goes on when it is
    QElapsedTimer timer;
    timer.start();
    while (m_asked < MostAsked && timer.nsecsElapsed() < SliceNs) {
        if (!workOne()) {
            if (m_asked == 0)
                Q_EMIT settled();
            return;
        }
    }
    if (m_asked < MostAsked)
        m_timer.start(0ms); // else the next answer goes on
}

bool Spelling::workOne()
{
    if (!m_changed.isEmpty()) {
        check(m_changed.takeFirst());
        return true;
    }
    if (!m_walk.isValid())
        return false;
    const QTextBlock block = m_walk;
    m_walk = block.next();
    check(block);
    return true;
}

void Spelling::check(const QTextBlock &block)
{
    if (!block.isValid() || block.document() != m_editor->document())
        return;
    if (block.length() > LongestParagraph || !isOwnWords(block)) {
        marks::set(block, {});
        return;
    }
    SpellTask task;
    task.text = block.text();
    for (const SpellWord &word : wordsToCheck(task.text)) {
        if (isBeingTyped(block, word))
            m_typedIn = block;
        else
            task.words.append(word.word);
    }
    if (task.words.isEmpty()) {
        marks::set(block, {});
        return;
    }
    task.language = m_language.isEmpty() ? QString() : m_service->dictionaryFor(m_language);
    if (!m_language.isEmpty() && task.language.isEmpty()) {
        marks::set(block, {});
        return;
    }
    task.usual = usualLanguage();
    ++m_asked;
    m_service->check(task, this,
                     [this, block, text = task.text, service = m_service.get()](const SpellAnswer &answer) {
                         if (service != m_service.get())
                             return; // of a time before it was switched off
                         --m_asked;
                         answered(block, text, answer);
                         if (!m_timer.isActive())
                             m_timer.start(0ms);
                     });
}

void Spelling::answered(const QTextBlock &block, const QString &text, const SpellAnswer &answer)
{
    // The paragraph may have gone or changed meanwhile; then it is checked again anyway.
    if (!block.isValid() || block.document() != m_editor->document() || block.text() != text)
        return;
    if (m_language.isEmpty() && text.size() > 40)
        m_guessed = answer.language;
    QList<QTextLayout::FormatRange> found;
    for (const SpellWord &word : wordsToCheck(text)) {
        if (!answer.misspelt.contains(word.word) || isInLink(block, word))
            continue;
        if (isBeingTyped(block, word))
            m_typedIn = block;
        else
            found.append(marks::of(word, answer.language));
    }
    marks::set(block, found);
}

bool Spelling::isOwnWords(const QTextBlock &block) const
{
    if (block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) > 0)
        return false;
    if (m_isPassedOver && m_isPassedOver(block))
        return false;
    return !looksQuoted(block.text()) && !isBelowSignatureLine(block);
}

// RFC 3676 4.3. A quote below it begins anew.
bool Spelling::isBelowSignatureLine(const QTextBlock &block) const
{
    QTextBlock above = block;
    for (int i = 0; i < LongestSignature && above.isValid(); ++i) {
        if (above.length() == 4 && above.text() == "-- "_L1)
            return true;
        if (i > 0 && looksQuoted(above.text()))
            return false;
        above = above.previous();
    }
    return false;
}

bool Spelling::isBeingTyped(const QTextBlock &block, const SpellWord &word) const
{
    if (!m_typing || !m_editor->hasFocus())
        return false;
    const int at = m_editor->textCursor().position() - block.position();
    return at > word.at && at <= word.end();
}

} // namespace kw
