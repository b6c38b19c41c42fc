#pragma once

#include "core/compose/draft.h"
#include "ui/compose/richoriginals.h"
#include "ui/compose/signatureplace.h"

#include <QKeySequence>
#include <QTextEdit>
#include <QTimer>

namespace kw {

class InlinePictures;

// Where a message is written, as plain text or with formatting.
//
// Formatted text is a QTextDocument that is written out as a small HTML of our own (richexport.h). A text
// widget cannot show all that HTML can, so a newsletter would come out of it in ruins. Therefore the HTML
// that a draft begins with is taken apart into pieces – paragraphs, tables, what stands between line breaks;
// quotes are taken apart likewise – and each piece that nobody changed leaves exactly as it came
// (RichOriginals). Only a piece that the person edits becomes what the editor understood of it: words,
// emphasis, links, lists, tables, the message's own pictures, levels of quotes.
//
// Nothing is read from a file or the network for it, whatever the HTML says: loadResource() knows the draft's
// own pictures and nothing else. Work for a key does not depend on how long the text is. GUI thread.
class ComposeEditor : public QTextEdit
{
    Q_OBJECT
public:
    explicit ComposeEditor(QWidget *parent = nullptr);

    bool isRich() const { return m_rich; }
    // Replaces everything; cannot be undone. Lines end with LF.
    void showPlain(const QString &text);
    void showRichText(const QString &html, const QList<DraftAttachment> &pictures, bool isForeign);
    QString text() const; // as plain text
    QString html() const; // empty in plain text
    QList<DraftAttachment> picturesIn(const QString &html) const; // those that it shows
    bool isBlank() const; // no words, no pictures

    // At the cursor. A template, for example; in plain text HTML becomes text.
    void insertWritten(const QString &html, const QString &text);
    // Replaces one's own signature, or puts one below the text; empty ones take it away. `html` is used in
    // rich text where there is one.
    void setSignature(const QString &html, const QString &text,
                      SignatureStands stands = SignatureStands::AboveQuote);
    // Where one writes below a quote: at the end, before a signature that stands there.
    void goBelow();
    void addPicture(const DraftAttachment &picture); // that HTML to be put in shows by its Content-ID
    void insertPicture(const QImage &image, const QString &name);
    void insertPicture(const DraftAttachment &picture); // has a Content-ID

    // Keys that are the window's, whatever a text widget does with them otherwise.
    void setWindowKeys(const QList<QKeySequence> &keys) { m_windowKeys = keys; }
    void pasteAsText();
    void setReadableColumns(int columns) { m_columns = columns; } // 0: as wide as there is room
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void edited(); // by whatever changed the text or its looks
    void filesGiven(const QList<QUrl> &files); // pasted or dropped
    void pictureGiven(const QImage &image); // likewise, into plain text

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void contentsChanged(int position, int removed, int added);
    void begin(bool rich);
    void insertHtml(QTextCursor &cursor, const QString &html);
    void colourVisibleQuotes();
    void paintQuoteBars();
    QTextBlock firstVisible() const;
    void fitColumns();
    void moveFocus(bool next);

    RichOriginals m_originals;
    InlinePictures *m_pictures;
    QList<QKeySequence> m_windowKeys;
    QTimer m_colour;
    int m_columns = 0;
    bool m_rich = false;
    bool m_loading = false;
};

// The colour of a quote's level, on the palette's base; ≥ 4.5:1.
QColor quoteColor(int level, const QPalette &palette);

} // namespace kw
