#include "ui/finder/finder.h"

#include "ui/finder/fuzzymatch.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int Width = 520;
constexpr int Lines = 12;
constexpr qsizetype MostShown = 200;
constexpr int EntryRole = Qt::UserRole + 1;
constexpr qsizetype LastEntry = -1;
} // namespace

Finder::Finder(const QString &title, const QString &hint, const QList<FinderEntry> &entries, QWidget *window)
    : QDialog(window, Qt::Popup)
    , m_entries(entries)
    , m_text(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build(title, hint);
    connect(m_text, &QLineEdit::textChanged, this, &Finder::narrow);
    connect(m_list, &QTreeWidget::itemClicked, this, &Finder::runCurrent);
    m_text->installEventFilter(this);
    QPixmap nothing(16, 16); // texts begin below each other with and without an icon
    nothing.fill(Qt::transparent);
    m_noIcon = QIcon(nothing);
    m_lineHeight = qMax(fontMetrics().height() + 10, 26);
    narrow();
    place();
}

void Finder::build(const QString &title, const QString &hint)
{
    setNames(this, "finder"_L1, title);
    setNames(m_text, "finderText"_L1, title);
    m_text->setPlaceholderText(hint);
    m_text->setClearButtonEnabled(true);
    setNames(m_list, "finderList"_L1, title);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize(QSize(16, 16));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
}

void Finder::place()
{
    const QWidget *window = parentWidget();
    const QSize size(qMin(Width, window->width() - 24),
                     qMin(m_lineHeight * Lines + m_text->sizeHint().height() + 28, window->height() - 24));
    resize(size);
    move(window->mapToGlobal(
        QPoint((window->width() - size.width()) / 2, qMin(96, (window->height() - size.height()) / 2))));
    m_text->setFocus(Qt::PopupFocusReason);
}

void Finder::narrow()
{
    struct Hit {
        int score;
        qsizetype entry;
    };
    QList<Hit> hits;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const FinderEntry &entry = m_entries.at(i);
        if (const int score = fuzzyScore(m_text->text(), entry.text); score >= 0)
            hits.append({score, i});
    }
    std::ranges::stable_sort(hits, std::ranges::greater(), &Hit::score);
    m_list->clear();
    for (const Hit &hit : hits.mid(0, MostShown))
        add(m_entries.at(hit.entry), hit.entry);
    if (const QString typed = m_text->text().trimmed(); m_last && !typed.isEmpty()) {
        m_lastEntry = m_last(typed);
        add(m_lastEntry, LastEntry);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void Finder::add(const FinderEntry &entry, qsizetype place)
{
    auto *item = new QTreeWidgetItem(m_list, {entry.text, entry.detail});
    item->setIcon(0, entry.icon.isNull() ? m_noIcon : entry.icon);
    item->setSizeHint(0, QSize(0, m_lineHeight));
    item->setData(0, EntryRole, place);
    item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
    item->setForeground(1, quietText(palette()));
}

QStringList Finder::shown() const
{
    QStringList texts;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        texts.append(m_list->topLevelItem(i)->text(0));
    return texts;
}

void Finder::runCurrent()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    // When this is closed and the event that led here is over: what runs may open windows of its own.
    const qsizetype place = item->data(0, EntryRole).toLongLong();
    QTimer::singleShot(0, parentWidget(), place == LastEntry ? m_lastEntry.run : m_entries.at(place).run);
    close();
}

bool Finder::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(object, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, key);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return QDialog::eventFilter(object, event);
    }
}

} // namespace kw
