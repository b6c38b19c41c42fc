#include "ui/compose/outboxdialog.h"

#include "core/sync/engine.h"
#include "core/sync/facade/letters.h"
#include "ui/compose/letterwords.h"
#include "ui/look/widgets.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

enum Column { SubjectColumn, RecipientsColumn, StateColumn };
constexpr int IdRole = Qt::UserRole + 1;

} // namespace

OutboxDialog::OutboxDialog(Engine *engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_letters(engine->letters())
    , m_list(new QTreeWidget(this))
    , m_why(plainLabel({}, "outboxWhy"_L1, this))
    , m_send(button("outboxSend"_L1, tr("&Send Now")))
    , m_edit(button("outboxEdit"_L1, tr("&Edit")))
    , m_confirm(button("outboxConfirm"_L1, tr("It &Was Sent")))
    , m_drop(button("outboxDrop"_L1, tr("&Delete…")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "outboxDialog"_L1, tr("Outbox"));
    setWindowTitle(tr("Outbox"));
    build();
    connect(m_letters, &Letters::changed, this, &OutboxDialog::renew);
    connect(m_letters, &Letters::progress, this, &OutboxDialog::showProgress);
    connect(m_engine, &Engine::onlineChanged, this, &OutboxDialog::renew);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OutboxDialog::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, m_edit, &QPushButton::click);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (const Letter *letter = current())
            m_letters->sendNow(letter->messageId);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const Letter *letter = current())
            Q_EMIT editWanted(letter->messageId, letter->state == LetterState::Writing);
    });
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        if (const Letter *letter = current())
            m_letters->confirm(letter->messageId);
    });
    connect(m_drop, &QPushButton::clicked, this, &OutboxDialog::drop);
    renew();
}

QPushButton *OutboxDialog::button(QLatin1StringView name, const QString &text)
{
    auto *made = new QPushButton(text, this);
    setNames(made, name, QString(text).remove(u'&'));
    made->setAutoDefault(false);
    return made;
}

void OutboxDialog::build()
{
    setNames(m_list, "outboxList"_L1, tr("Messages that wait to be sent"));
    m_list->setHeaderLabels({tr("Subject"), tr("To"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(SubjectColumn, QHeaderView::Stretch);
    m_list->header()->resizeSection(RecipientsColumn, 200);
    m_list->header()->resizeSection(StateColumn, 220);
    m_list->header()->setStretchLastSection(false);
    m_why->setWordWrap(true);
    m_why->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_why->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto *row = new QHBoxLayout;
    for (QPushButton *one : {m_send, m_edit, m_confirm, m_drop})
        row->addWidget(one);
    row->addStretch();
    auto *close = button("outboxClose"_L1, tr("&Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_why);
    layout->addLayout(row);
    resize(760, 380);
}

void OutboxDialog::renew()
{
    const Letter *was = current();
    const QString kept = was ? was->messageId : QString();
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_shown = m_letters->outgoing() + draftsHereOnly(*m_letters);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const Letter &letter : std::as_const(m_shown)) {
        QString state = letterState(letter, m_engine->isOnline(), now);
        if (letter.state == LetterState::HandingOver && m_percent.contains(letter.messageId))
            state = tr("Is being sent (%1 %)").arg(m_percent.value(letter.messageId));
        auto *item
            = new QTreeWidgetItem(m_list, {letterTitle(letter), letter.recipients.simplified(), state});
        item->setData(SubjectColumn, IdRole, letter.messageId);
        item->setToolTip(RecipientsColumn, letter.recipients.toHtmlEscaped());
        if (letter.messageId == kept)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && !m_shown.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, int(m_shown.size()) - 1)));
    showCurrent();
}

const Letter *OutboxDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(SubjectColumn, IdRole).toString() : QString();
    const auto found = std::ranges::find(m_shown, id, &Letter::messageId);
    return found == m_shown.cend() ? nullptr : &*found;
}

void OutboxDialog::showCurrent()
{
    const Letter *letter = current();
    const auto state = letter ? letter->state : LetterState::Delivered;
    m_why->setText(letter ? letter->error : m_shown.isEmpty() ? tr("Nothing waits to be sent.") : QString());
    const bool waits = state == LetterState::Waiting || state == LetterState::Refused;
    m_send->setEnabled(letter && (waits || state == LetterState::Uncertain));
    m_send->setText(state == LetterState::Uncertain ? tr("&Send Again") : tr("&Send Now"));
    m_send->setAccessibleName(m_send->text().remove(u'&'));
    m_edit->setEnabled(letter && (waits || state == LetterState::Writing));
    const bool isDone = state == LetterState::Done;
    m_confirm->setEnabled(letter && (state == LetterState::Uncertain || isDone));
    m_confirm->setText(isDone ? tr("All &Right") : tr("It &Was Sent"));
    m_confirm->setAccessibleName(m_confirm->text().remove(u'&'));
    m_drop->setEnabled(letter && (waits || state == LetterState::Uncertain || state == LetterState::Writing));
}

void OutboxDialog::showProgress(const QString &messageId, qint64 given, qint64 total)
{
    const int percent = total > 0 ? int(given * 100 / total) : 0;
    if (m_percent.value(messageId, -1) == percent)
        return;
    m_percent.insert(messageId, percent);
    renew();
}

void OutboxDialog::drop()
{
    const Letter *letter = current();
    if (!letter)
        return;
    const QString id = letter->messageId;
    QMessageBox ask(QMessageBox::Question, tr("Delete"),
                    tr("Delete the message “%1”? It will not be sent, and it is kept nowhere else.")
                        .arg(letterTitle(*letter)),
                    QMessageBox::Cancel, this);
    ask.setObjectName("outboxDropQuestion"_L1);
    QPushButton *yes = ask.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    ask.setTextFormat(Qt::PlainText);
    ask.exec();
    if (ask.clickedButton() == yes)
        m_letters->discard(id);
}

} // namespace kw
