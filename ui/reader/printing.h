#pragma once

#include "core/mime/messageview.h"

class QTextDocument;
class QWidget;

namespace kw {

// Head and text of a message as it goes to paper; black on white whatever the theme.
void fillPrintDocument(QTextDocument *document, const MessageView &view);
// Asks for a printer, then prints.
void printMessage(const MessageView &view, QWidget *parent);

} // namespace kw
