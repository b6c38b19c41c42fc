#include "ui/search/searchcompletion.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int Gap = 8;
constexpr int Widest = 560;
constexpr int Narrowest = 380;
constexpr int MostLines = 12;
constexpr int IconSide = 16;
enum Role { LabelRole = Qt::UserRole + 1, DetailRole, IconRole, KindRole };

SearchOffer::Kind kindOf(const QModelIndex &index)
{
    return SearchOffer::Kind(index.data(KindRole).toInt());
}

// A sign, what it is, and quietly what it does.
class OfferDelegate final : public QStyledItemDelegate
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
        if (kindOf(index) == SearchOffer::Kind::Command && index.row() > 0)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                              lineColor(palette));
        const QColor text = palette.color(current ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = current ? text : quietText(palette);
        QRect rest = option.rect.adjusted(Gap + 2, 0, -Gap, 0);
        const auto placed = [&option](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        paintSign(*painter, index,
                  placed(QRect(rest.left(), rest.center().y() - IconSide / 2 + 1, IconSide, IconSide)),
                  quiet);
        rest.setLeft(rest.left() + IconSide + Gap);
        QFont strong = option.font;
        const bool quietLabel = kindOf(index) == SearchOffer::Kind::Command;
        strong.setWeight(kindOf(index) == SearchOffer::Kind::Word
                                 || kindOf(index) == SearchOffer::Kind::Person
                             ? QFont::DemiBold
                             : QFont::Normal);
        painter->setFont(strong);
        painter->setPen(quietLabel ? quiet : text);
        const QString label = index.data(LabelRole).toString();
        const int width = std::min(QFontMetrics(strong).horizontalAdvance(label) + 2, rest.width());
        drawText(*painter, placed(QRect(rest.topLeft(), QSize(width, rest.height()))), label,
                 option.direction);
        rest.setLeft(rest.left() + width + Gap);
        painter->setFont(option.font);
        painter->setPen(quiet);
        if (rest.width() > 0)
            drawText(*painter, placed(rest), index.data(DetailRole).toString(), option.direction);
        painter->restore();
    }

private:
    static void paintSign(QPainter &painter, const QModelIndex &index, const QRect &place,
                          const QColor &color)
    {
        const QByteArray name = index.data(IconRole).toString().toLatin1();
        if (!name.isEmpty())
            icon(QLatin1StringView(name), color).paint(&painter, place);
    }

    static void drawText(QPainter &painter, const QRect &place, const QString &text,
                         Qt::LayoutDirection direction)
    {
        const auto side = QStyle::visualAlignment(direction, Qt::AlignLeft);
        painter.drawText(place, int(Qt::AlignVCenter) | int(Qt::TextSingleLine) | int(side),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    }
};

} // namespace

SearchCompletion::SearchCompletion(QLineEdit *field)
    : QObject(field)
    , m_field(field)
    , m_model(new QStandardItemModel(this))
{
}

SearchCompletion::~SearchCompletion()
{
    delete m_list;
}

void SearchCompletion::build()
{
    QWidget *window = m_field->window();
    m_list = new QListView(window);
    setNames(m_list, "searchOffers"_L1, tr("Suggestions for the search"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::Box);
    m_list->setFrameShadow(QFrame::Plain);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    window->installEventFilter(this);
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) { setCurrent(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        setCurrent(index.row());
        takeCurrent();
    });
}

void SearchCompletion::suggest()
{
    show(m_provider ? m_provider(m_field->text(), m_field->cursorPosition()) : QList<SearchOffer>());
}

void SearchCompletion::show(const QList<SearchOffer> &offers)
{
    m_offers = offers;
    if (offers.isEmpty()) {
        close();
        return;
    }
    if (!m_list || m_list->parentWidget() != m_field->window()) {
        delete m_list;
        build();
    }
    m_model->clear();
    for (const SearchOffer &offer : offers) {
        // What a screen reader says.
        auto *item = new QStandardItem(offer.detail.isEmpty()
                                           ? oneLine(offer.label)
                                           : tr("%1, %2", "a suggestion, what it does")
                                                 .arg(oneLine(offer.label), oneLine(offer.detail)));
        item->setData(oneLine(offer.label), LabelRole);
        item->setData(oneLine(offer.detail), DetailRole);
        item->setData(offer.icon, IconRole);
        item->setData(int(offer.kind), KindRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex({});
    place();
    m_list->show();
    m_list->raise();
}

void SearchCompletion::place()
{
    QPalette edge; // of the frame
    edge.setColor(QPalette::WindowText, lineColor(QGuiApplication::palette()));
    m_list->setPalette(edge);
    const QWidget *window = m_field->window();
    const int width = std::min(std::clamp(m_field->width(), Narrowest, Widest), window->width() - 2 * Gap);
    const int rows = std::min(m_model->rowCount(), MostLines);
    const int height = rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + 2));
    const int x = m_field->isRightToLeft() ? below.x() + m_field->width() - width : below.x();
    m_list->setGeometry(std::clamp(x, Gap, std::max(Gap, window->width() - width - Gap)), below.y(), width,
                        std::min(height, window->height() - below.y() - Gap));
}

void SearchCompletion::close()
{
    if (m_list)
        m_list->hide();
}

bool SearchCompletion::isOpen() const
{
    return m_list && m_list->isVisible();
}

bool SearchCompletion::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize && isOpen())
        close(); // it would hang in the air
    return QObject::eventFilter(object, event);
}

int SearchCompletion::current() const
{
    return m_list->currentIndex().row();
}

void SearchCompletion::setCurrent(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row, 0));
    // The keyboard is elsewhere, so a screen reader has to be told.
    if (row < 0 || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(m_field, m_list->currentIndex().data(Qt::DisplayRole).toString());
    QAccessible::updateAccessibility(&event);
}

void SearchCompletion::takeCurrent()
{
    if (current() < 0)
        return;
    const SearchOffer offer = m_offers.at(current());
    close();
    if (offer.run) {
        offer.run();
        return;
    }
    m_field->setText(offer.text);
    m_field->setCursorPosition(int(offer.cursor));
    m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT taken();
}

bool SearchCompletion::takeKey(const QKeyEvent *event)
{
    if (!isOpen() || (event->modifiers() & ~Qt::KeypadModifier) != 0)
        return false;
    const int row = current();
    const int rows = m_model->rowCount();
    switch (event->key()) {
    case Qt::Key_Down:
        setCurrent(row + 1 < rows ? row + 1 : 0);
        return true;
    case Qt::Key_Up: // above the first one is the field itself
        setCurrent(row < 0 ? rows - 1 : row - 1);
        return true;
    case Qt::Key_Tab:
        if (row < 0 && m_offers.first().kind != SearchOffer::Kind::Word
            && m_offers.first().kind != SearchOffer::Kind::Person) {
            close();
            return false; // nothing that would end what was typed
        }
        setCurrent(std::max(row, 0));
        takeCurrent();
        return true;
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
