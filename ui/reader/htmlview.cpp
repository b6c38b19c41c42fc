#include "ui/reader/htmlview.h"

namespace kw {

HtmlView *loadHtmlView(QWidget *)
{
    return nullptr;
}

} // namespace kw
