#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace kw {

struct SettingText;

// One line of a settings page: label, control, a sentence of help. Marked while a search finds it. GUI
// thread.
class SettingRow : public QWidget
{
    Q_OBJECT
public:
    // `control` may stand for the label as well (a tick). `words` are further words that find it.
    SettingRow(const SettingText &text, QWidget *control, const QString &words, QWidget *parent);

    QString key() const { return m_key; }
    QString label() const { return m_label; }
    QWidget *control() const { return m_control; }
    int labelWidth() const;
    void setLabelWidth(int width); // so that the controls of a page stand in one line

    bool matches(const QStringList &words) const; // folded, as foldedWords() gives them
    void setMarked(bool on);
    bool isMarked() const { return m_marked; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
    QString m_label;
    QString m_words;
    QWidget *m_control;
    QLabel *m_title = nullptr;
    QGridLayout *m_layout;
    bool m_marked = false;
};

// Lower case and without accents, word by word.
QStringList foldedWords(const QString &text);
// Each of the words begins a word of the text, or stands in one if it is longer than two letters.
bool wordsMatch(const QStringList &words, const QStringList &text);

} // namespace kw
