#include "ui/compose/recipientcompletion.h"

#include "ui/compose/people.h"
#include "ui/compose/recipienttext.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int MostShown = 8;
constexpr int Widest = 460; // pixels
constexpr int Gap = 8;
constexpr int NameRole = Qt::UserRole + 1;
constexpr int EmailRole = Qt::UserRole + 2;

Address addressAt(const QModelIndex &index)
{
    return {index.data(NameRole).toString(), index.data(EmailRole).toString()};
}

// A round initial, the name in bold and the address quietly behind it, as lists show people.
class PersonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, std::max(option.fontMetrics.height() + 12, 30)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QPalette &palette = option.palette;
        painter->save();
        painter->fillRect(option.rect, palette.color(current ? QPalette::Highlight : QPalette::Base));
        const Address who = addressAt(index);
        const QRect inner = option.rect.adjusted(Gap, 0, -Gap, 0);
        const int side = option.rect.height() - 8;
        const auto placed = [&option, inner](const QRect &rect) {
            return QStyle::visualRect(option.direction, inner, rect);
        };
        paintInitials(*painter, who, placed(QRect(inner.left(), inner.top() + 4, side, side)));
        QRect rest = inner.adjusted(side + Gap, 0, 0, 0);
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(palette.color(current ? QPalette::HighlightedText : QPalette::Text));
        const QString name = oneLine(displayName(who));
        const int width = std::min(QFontMetrics(bold).horizontalAdvance(name) + 2, rest.width());
        drawText(*painter, placed(QRect(rest.topLeft(), QSize(width, rest.height()))), name,
                 option.direction);
        if (!who.name.isEmpty()) {
            rest.setLeft(rest.left() + width + Gap);
            painter->setFont(option.font);
            if (!current)
                painter->setPen(quietText(palette));
            drawText(*painter, placed(rest), oneLine(who.email), option.direction);
        }
        painter->restore();
    }

private:
    static void drawText(QPainter &painter, const QRect &place, const QString &text,
                         Qt::LayoutDirection direction)
    {
        const auto side = QStyle::visualAlignment(direction, Qt::AlignLeft);
        painter.drawText(place, int(Qt::AlignVCenter) | int(Qt::TextSingleLine) | int(side),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    }

    static void paintInitials(QPainter &painter, const Address &who, const QRect &place)
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(personColor(who.email));
        painter.drawEllipse(place);
        QFont font = painter.font();
        font.setWeight(QFont::DemiBold);
        font.setPixelSize(place.height() * 2 / 5);
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(place, Qt::AlignCenter, initials(who));
    }
};

} // namespace

RecipientCompletion::RecipientCompletion(QLineEdit *line)
    : QObject(line)
    , m_line(line)
    , m_model(new QStandardItemModel(this))
{
}

RecipientCompletion::~RecipientCompletion()
{
    delete m_list;
}

void RecipientCompletion::setPeople(People *people)
{
    m_people = people;
}

void RecipientCompletion::build()
{
    m_list = new QListView(m_line->window());
    setNames(m_list, "recipientSuggestions"_L1, tr("Suggested recipients"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PersonDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::Box);
    m_list->setFrameShadow(QFrame::Plain);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) { setCurrent(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        setCurrent(index.row());
        takeCurrent();
    });
}

void RecipientCompletion::suggestFor(const QString &typed, const QList<Address> &already)
{
    const QList<Suggestion> found
        = m_people ? m_people->suggest(typed, already, MostShown) : QList<Suggestion>();
    if (found.isEmpty()) {
        close();
        return;
    }
    if (!m_list || m_list->parentWidget() != m_line->window()) {
        delete m_list;
        build();
    }
    m_model->clear();
    for (const Suggestion &suggestion : found) {
        auto *item = new QStandardItem(oneLine(spokenRecipient(suggestion.address)));
        item->setData(suggestion.address.name, NameRole);
        item->setData(suggestion.address.email, EmailRole);
        m_model->appendRow(item);
    }
    place();
    m_list->show();
    m_list->raise();
    // Whoever has typed a whole address means that one and none that begins like it.
    if (isSendable(recipientFrom(typed)))
        m_list->setCurrentIndex({});
    else
        setCurrent(0);
}

void RecipientCompletion::place()
{
    QPalette edge; // of the frame
    edge.setColor(QPalette::WindowText, lineColor(QGuiApplication::palette()));
    m_list->setPalette(edge);
    const QWidget *window = m_line->window();
    const int width = std::min(Widest, window->width() - 2 * Gap);
    const int height = m_model->rowCount() * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    const QPoint below = m_line->mapTo(window, QPoint(0, m_line->height() + 2));
    const int x = m_line->isRightToLeft() ? below.x() + m_line->width() - width : below.x();
    const int y = std::max(0, std::min(below.y(), window->height() - height));
    m_list->setGeometry(std::clamp(x, 0, std::max(0, window->width() - width - Gap)), y, width, height);
}

void RecipientCompletion::close()
{
    if (m_list)
        m_list->hide();
}

bool RecipientCompletion::isOpen() const
{
    return m_list && m_list->isVisible();
}

void RecipientCompletion::setCurrent(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    announce();
}

// The focus is elsewhere, so a screen reader has to be told.
void RecipientCompletion::announce() const
{
    if (!QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(m_line, m_list->currentIndex().data(Qt::DisplayRole).toString());
    QAccessible::updateAccessibility(&event);
}

void RecipientCompletion::takeCurrent()
{
    const Address address = addressAt(m_list->currentIndex());
    close();
    Q_EMIT taken(address);
}

bool RecipientCompletion::takeKey(const QKeyEvent *event)
{
    if (!isOpen() || (event->modifiers() & ~Qt::KeypadModifier) != 0)
        return false;
    const int row = m_list->currentIndex().row(); // -1: none
    const int rows = m_model->rowCount();
    switch (event->key()) {
    case Qt::Key_Down:
        setCurrent((row + 1) % rows);
        return true;
    case Qt::Key_Up:
        setCurrent(row <= 0 ? rows - 1 : row - 1);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0)
            return false;
        takeCurrent();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace kw
