#include "ui/reader/attachedmail.h"

#include "core/sync/engine.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/messagepage.h"

#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

AttachedMail::AttachedMail(const std::shared_ptr<const OpenedMessage> &message, MessagePage *from)
    : QWidget(from, Qt::Window)
    , m_page(new MessagePage(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "attachedMail"_L1, tr("Attached message"));
    const QString subject = oneLine(message->view.subject);
    setWindowTitle(subject.isEmpty() ? tr("Attached message") : subject);
    setWindowIcon(appIcon());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    resize(760, 640);
    m_page->setStandsAlone();
    if (from->parts())
        m_page->setParts(from->parts());
    m_page->showMessage(message);
    connect(m_page, &MessagePage::linkActivated, from, &MessagePage::linkActivated);
    connect(m_page, &MessagePage::linkHovered, from, &MessagePage::linkHovered);
    connect(m_page, &MessagePage::openFile, from, &MessagePage::openFile);
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
}

} // namespace kw
