#include "ui/reader/printing.h"

#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/bodystack.h"

#include <QCoreApplication>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Printing
{
    Q_DECLARE_TR_FUNCTIONS(kw::Printing)
};

QString names(const QList<Address> &list)
{
    QStringList parts;
    for (const Address &a : list.mid(0, 200))
        parts.append(oneLine(a.name.isEmpty() ? a.email : u"%1 <%2>"_s.arg(a.name, a.email)));
    return parts.join(u", "_s);
}

struct Line {
    QString label;
    QString value;
};

QList<Line> headLines(const MessageView &view)
{
    QList<Line> lines{{Printing::tr("From:"), names({view.from})},
                      {Printing::tr("To:"), names(view.to)},
                      {Printing::tr("Copy:"), names(view.cc)},
                      {Printing::tr("Date:"), longDate(view.date)}};
    lines.removeIf([](const Line &line) { return line.value.isEmpty(); });
    return lines;
}

} // namespace

void fillPrintDocument(QTextDocument *document, const MessageView &view)
{
    document->clear();
    QTextCursor cursor(document);
    QTextCharFormat normal;
    normal.setForeground(Qt::black);
    QTextCharFormat bold = normal;
    bold.setFontWeight(QFont::Bold);
    QTextCharFormat title = bold;
    title.setFontPointSize(document->defaultFont().pointSizeF() * 1.4);
    cursor.insertText(oneLine(view.subject) + u'\n', title);
    for (const auto &[label, value] : headLines(view)) {
        cursor.insertText(label + u' ', bold);
        cursor.insertText(value + u'\n', normal);
    }
    cursor.insertText(u"\n"_s + view.text, normal);
}

QString printHead(const MessageView &view)
{
    QString html = u"<h1>%1</h1>"_s.arg(oneLine(view.subject).toHtmlEscaped());
    for (const auto &[label, value] : headLines(view))
        html += u"<div><b>%1</b> %2</div>"_s.arg(label.toHtmlEscaped(), value.toHtmlEscaped());
    return html;
}

std::unique_ptr<QPrinter> askPrinter(const MessageView &view, QWidget *parent)
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(oneLine(view.subject).left(100));
    QPrintDialog dialog(printer.get(), parent);
    dialog.setObjectName("printDialog"_L1);
    if (dialog.exec() != QDialog::Accepted)
        return nullptr;
    return printer;
}

void printMessage(const MessageView &view, BodyStack *body, BannerStack *banners)
{
    auto printer = askPrinter(view, body);
    if (!printer)
        return;
    body->print(std::move(printer), [banners = QPointer(banners)](bool done) {
        if (!done && banners)
            banners->add(
                u"printBanner"_s, Tone::Bad, "error"_L1,
                Printing::tr("The message could not be printed. Check the printer, then try again."));
    });
}

} // namespace kw
