#pragma once

#include <QSet>
#include <QTextBrowser>

namespace kw {

// One run of lines with the same number of leading ">".
struct QuotedRun {
    int level = 0;
    QStringList lines; // without the quote marks
};
QList<QuotedRun> quotedRuns(QStringView text);

// Where http(s) addresses, "www." names and mail addresses stand in a line.
struct FoundLink {
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl url;
};
QList<FoundLink> findLinks(const QString &line);

// A plain-text message: links to click, quotes coloured by depth and folded where they are long. Shows at
// most MaxCharacters. Nothing in the text is read as markup; nothing is loaded.
class PlainTextView : public QTextBrowser
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxCharacters = 300'000;
    static constexpr qsizetype FoldFromLines = 12;

    explicit PlainTextView(QWidget *parent = nullptr);
    void setMessageText(const QString &text);
    bool isCut() const { return m_text.size() > MaxCharacters; }
    void setFixedWidth(bool on);
    void setZoom(int percent); // 50…300
    int zoom() const { return m_zoom; }

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    void linkHovered(const QString &target); // empty when left

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    QVariant loadResource(int type, const QUrl &name) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void rebuild();
    void insertRun(QTextCursor &cursor, const QuotedRun &run, int number, bool last);
    void insertLine(QTextCursor &cursor, const QString &line, const QTextCharFormat &format);
    void onAnchor(const QUrl &url);
    QColor quoteColor(int level) const;

    QString m_text;
    QSet<int> m_unfolded;
    int m_zoom = 100;
    bool m_fixed = false;
    bool m_building = false;
};

} // namespace kw
