#pragma once

#include "core/search/searchedwords.h"
#include "ui/messages/glyphs.h"
#include "ui/messages/listcolors.h"
#include "ui/messages/rowwords.h"

#include <QCache>
#include <QFont>
#include <QFontMetrics>

class QPainter;

namespace kw {

// What all rows of a list have in common.
struct RowContext {
    const RowWords *words = nullptr; // not owned
    AccountLooks accounts;
    QHash<FolderId, QString> folders; // names
    bool unified = false;
    bool accountColors = true; // shown where `unified`
    bool hits = false; // of a search: each row says where it lies
    QList<SearchedWords> hitWords; // marked in the texts
    ListDensity density = ListDensity::Normal;
    QFont font;
    QPalette palette;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

struct RowState {
    bool selected = false;
    bool focused = false; // wears the focus frame
    bool hovered = false;
    bool active = true; // the window is, and the list has the focus
    bool joinsAbove = false; // the row above is selected too
};

// Draws rows; keeps the elided texts of the rows drawn lately. GUI thread.
class RowPainter
{
public:
    virtual ~RowPainter() = default;

    virtual void setContext(const RowContext &context);
    const RowContext &context() const { return m_context; }
    virtual int rowHeight() const = 0;
    int headingHeight() const;
    void paint(QPainter &painter, const QRect &rect, const ListRow &row, const RowState &state);
    // A row whose text is not known yet.
    virtual void paintPlaceholder(QPainter &painter, const QRect &rect) const = 0;
    void paintHeading(QPainter &painter, const QRect &rect, const QString &title) const;
    virtual QRect starRect(const QRect &rowRect) const = 0;
    // "Inbox · work" among hits, else the account or the folder.
    QString placeOf(const ListRow &row) const;

    void forget(PageKey key) { m_texts.remove(key.id); }
    void forgetAll() { m_texts.clear(); }

protected:
    // Texts elided for the places they have.
    struct Texts {
        int width = 0;
        QString sender;
        QString subject;
        QString preview;
        QString date;
        QString count;
        QString size;
        QString place;
        QList<Tag> tags; // those there is room for
        QList<int> tagWidths;
        int dateWidth = 0;
        int countWidth = 0;
        int placeWidth = 0;
    };
    static constexpr int TagGap = 4;
    static constexpr int WidestTag = 96; // pixels
    // As many as fit into `room`; returns the width they take.
    int fitTags(Texts &texts, const ListRow &row, int room) const;
    virtual void layOut(Texts &texts, const QRect &rect, const ListRow &row) const = 0;
    virtual void paintContent(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                              const RowState &state, const ListColors &colors) const
        = 0;

    ListColors::Ground ground(const RowState &state) const;
    void paintGround(QPainter &painter, const QRect &rect, const RowState &state,
                     const ListColors &colors) const;
    void drawText(QPainter &painter, const QRect &row, const QRect &place, const QString &text,
                  Qt::Alignment side = Qt::AlignLeft) const;
    void drawSign(QPainter &painter, const QRect &row, Glyph glyph, const QRect &place,
                  const QColor &color) const;
    void drawDot(QPainter &painter, const QRect &row, const QRect &place, const QColor &color) const;
    // As the person sees it: mirrored in right-to-left layouts.
    QRect visual(const QRect &row, const QRect &logical) const;
    const QFont &font(bool strong) const { return strong ? m_bold : m_context.font; }
    const QFontMetrics &metrics(bool strong) const { return strong ? m_boldMetrics : m_metrics; }
    // The same, with the words of the search marked.
    void drawMarked(QPainter &painter, const QRect &row, const QRect &place, const QString &text,
                    const ListColors &colors) const;
    void paintTags(QPainter &painter, const Texts &texts, const ListColors &colors, QRect room,
                   bool rightToLeft) const;
    static bool has(const ListRow &row, Flag flag) { return row.message.flags & quint32(flag); }

private:
    RowContext m_context;
    QFont m_bold;
    QFontMetrics m_metrics{QFont()};
    QFontMetrics m_boldMetrics{QFont()};
    void drawMarks(QPainter &painter, const QRect &place, const QString &text, const QList<TextRange> &marks,
                   const ListColors &colors) const;

    QCache<qint64, Texts> m_texts{256};
    ListColors m_colors[4]; // by Ground
};

} // namespace kw
