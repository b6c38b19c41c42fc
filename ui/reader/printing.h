#pragma once

#include "core/mime/messageview.h"

#include <memory>

class QPrinter;
class QTextDocument;
class QWidget;

namespace kw {

class BannerStack;
class BodyStack;

// Head and text of a message as it goes to paper; black on white whatever the theme.
void fillPrintDocument(QTextDocument *document, const MessageView &view);
// The same head as HTML, escaped, for a message that is printed as it is laid out.
QString printHead(const MessageView &view);
// Asks for a printer; null when cancelled.
std::unique_ptr<QPrinter> askPrinter(const MessageView &view, QWidget *parent);

// Asks for a printer and prints what is shown; a banner says when that failed.
void printMessage(const MessageView &view, BodyStack *body, BannerStack *banners);

} // namespace kw
