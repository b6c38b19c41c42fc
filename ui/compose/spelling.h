#pragma once

#include <QObject>
#include <QStringList>
#include <QTextBlock>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QMenu;
class QTextEdit;

namespace kw {

class SpellService;
struct SpellAnswer;
struct SpellWord;

// Underlines misspelt words while a text is written: not the word that is being typed, no quotes, no
// signature, no addresses. Each paragraph in its own language, as far as there are dictionaries for it. A key
// costs the same however long the text is: only changed paragraphs are looked at, a moment later, in slices
// of a few milliseconds, and the dictionaries are asked on a thread of their own. The marks belong to the
// layout; neither the text nor undo knows of them. Belongs to its editor, whose document stays the same one.
// GUI thread.
class Spelling : public QObject
{
    Q_OBJECT
public:
    explicit Spelling(QTextEdit *editor); // off at first
    ~Spelling() override;

    void setEnabled(bool on);
    bool isEnabled() const { return m_enabled; }
    // "de" or "de_AT"; empty: by itself, paragraph by paragraph.
    void setLanguage(const QString &code);
    QString language() const { return m_language; }
    // Codes of dictionaries, for a menu; see dictionaryTitle(). Known a moment after it was enabled.
    QStringList dictionaries() const;
    // A sentence, "There is no dictionary for …"; empty: all is well, or not known yet.
    QString missing() const;
    // Further paragraphs that are not the person's own words: quotes and signatures of rich text.
    void setPassedOver(const std::function<bool(const QTextBlock &)> &isPassedOver);

    struct Misspelt {
        int position = 0; // in the document
        QString word;
        QString language; // of the dictionary
    };
    std::optional<Misspelt> misspeltAt(int position) const;
    // Waits for the dictionary: a tenth of a second at most.
    QStringList suggestions(const Misspelt &found) const;
    void replace(const Misspelt &found, const QString &word);
    void ignore(const Misspelt &found); // until the program ends
    void learn(const Misspelt &found);
    // Puts what can be done about the word at that place (of the editor's viewport) before everything else in
    // the menu. False: it is not misspelt; nothing was added.
    bool addActionsTo(QMenu *menu, const QPoint &at);

Q_SIGNALS:
    void stateChanged(); // the dictionaries are known, or missing() says something else
    void settled(); // all that is there has been checked

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void contentsChanged(int position, int removed, int added);
    void cursorMoved();
    void endTyping();
    void enqueue(const QTextBlock &block);
    void startOver();
    void work();
    bool workOne();
    void check(const QTextBlock &block);
    void answered(const QTextBlock &block, const QString &text, const SpellAnswer &answer);
    bool isOwnWords(const QTextBlock &block) const;
    bool isBelowSignatureLine(const QTextBlock &block) const;
    bool isBeingTyped(const QTextBlock &block, const SpellWord &word) const;
    QString usualLanguage() const;

    QTextEdit *m_editor;
    std::shared_ptr<SpellService> m_service; // while it is enabled
    std::function<bool(const QTextBlock &)> m_isPassedOver;
    QTimer m_timer;
    QList<QTextBlock> m_changed;
    QTextBlock m_walk; // from here on everything is to be looked at; invalid: nothing
    QTextBlock m_typedIn; // has a word that is left out because it is being typed
    QString m_language;
    QString m_guessed; // the last paragraph's, for short ones
    int m_asked = 0; // tasks without an answer yet
    bool m_enabled = false;
    bool m_typing = false; // the last change was a key or two
};

} // namespace kw
