#include "ui/reader/sourcewindow.h"

#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Source
{
    Q_DECLARE_TR_FUNCTIONS(kw::SourceWindow)
};

constexpr qsizetype MostSource = 4 << 20; // octets shown; a text widget is no place for a 50 MB attachment

QWidget *makeWindow(const QString &title, QWidget *content, QWidget *parent)
{
    auto *window = new QWidget(parent, Qt::Window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    setNames(window, "sourceWindow"_L1, title);
    window->setWindowTitle(title);
    window->resize(820, 640);
    auto *layout = new QVBoxLayout(window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), window);
    QObject::connect(close, &QShortcut::activated, window, &QWidget::close);
    window->show();
    return window;
}

QWidget *showText(const QString &title, const QString &text, QWidget *parent)
{
    auto *edit = new QPlainTextEdit;
    setNames(edit, "sourceText"_L1, title);
    edit->setReadOnly(true);
    edit->setUndoRedoEnabled(false);
    edit->setFrameShape(QFrame::NoFrame);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setPlainText(text);
    return makeWindow(title, edit, parent);
}

} // namespace

QWidget *showSource(const QString &subject, const QByteArray &header, const QByteArray &body, QWidget *parent)
{
    QString text = QString::fromUtf8(header + body.left(MostSource));
    if (body.size() > MostSource)
        text += u"\n\n"_s
            + Source::tr("… %1 more are not shown here.").arg(byteSize(body.size() - MostSource));
    return showText(Source::tr("Source: %1").arg(oneLine(subject)), text, parent);
}

QWidget *showAllHeaders(const MessageView &view, QWidget *parent)
{
    const QString title = Source::tr("Headers: %1").arg(oneLine(view.subject));
    auto *tree = new QTreeWidget;
    setNames(tree, "headerTable"_L1, title);
    tree->setHeaderLabels({Source::tr("Field"), Source::tr("Value")});
    tree->setRootIsDecorated(false);
    tree->setAlternatingRowColors(true);
    tree->setWordWrap(true);
    tree->setFrameShape(QFrame::NoFrame);
    for (const auto &[name, value] : view.headers) {
        auto *item = new QTreeWidgetItem(tree, {oneLine(name), oneLine(value)});
        item->setTextAlignment(0, Qt::AlignTop);
        item->setToolTip(1, oneLine(value).left(2000).toHtmlEscaped());
    }
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    return makeWindow(title, tree, parent);
}

QWidget *showLongText(const MessageView &view, QWidget *parent)
{
    return showText(oneLine(view.subject), view.text, parent);
}

} // namespace kw
