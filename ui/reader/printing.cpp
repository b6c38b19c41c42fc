#include "ui/reader/printing.h"

#include "ui/look/words.h"

#include <QCoreApplication>
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
    const auto line = [&](const QString &label, const QString &value) {
        if (value.isEmpty())
            return;
        cursor.insertText(label + u' ', bold);
        cursor.insertText(value + u'\n', normal);
    };
    line(Printing::tr("From:"), names({view.from}));
    line(Printing::tr("To:"), names(view.to));
    line(Printing::tr("Copy:"), names(view.cc));
    line(Printing::tr("Date:"), longDate(view.date));
    cursor.insertText(u"\n"_s + view.text, normal);
}

void printMessage(const MessageView &view, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(oneLine(view.subject).left(100));
    QPrintDialog dialog(&printer, parent);
    dialog.setObjectName("printDialog"_L1);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QTextDocument document;
    fillPrintDocument(&document, view);
    document.print(&printer);
}

} // namespace kw
