#include "ui/changes/vanisheddialog.h"

#include "core/mime/messageparser.h"
#include "ui/changes/storereader.h"
#include "ui/changes/vanishedmodel.h"
#include "ui/look/widgets.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/placeholderpage.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int BurstMs = 300; // one look for many commits

std::optional<OpenedMessage> read(Database &db, qint64 id, MessageId message)
{
    const auto text = JournalPages(db).vanishedText(id);
    if (!text)
        return {};
    return OpenedMessage{message, parseMessage(text->header, text->body), text->header, text->body};
}

} // namespace

VanishedDialog::VanishedDialog(Engine *engine, StoreReader *reader, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_model(new VanishedModel(reader, this))
    , m_kept(plainLabel({}, "vanishedKept"_L1, this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, m_stack))
    , m_empty(new PlaceholderPage(m_stack))
    , m_list(new QTreeView(m_splitter))
    , m_readerStack(new QStackedWidget(m_splitter))
    , m_nothing(new PlaceholderPage(m_readerStack))
    , m_page(new MessagePage(m_readerStack))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "vanishedDialog"_L1, tr("Recently Vanished"));
    setWindowTitle(tr("Recently Vanished"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(BurstMs);
    buildList();
    buildReader();
    buildButtons();
    connect(&m_timer, &QTimer::timeout, m_model, &VanishedModel::refresh);
    connect(m_model, &VanishedModel::refreshed, this, &VanishedDialog::onRefreshed);
    connect(m_engine, &Engine::changed, this, [this](const ChangeSet &changes) {
        // A message that turns up in another folder has not vanished.
        if ((changes.vanishedChanged || !changes.messages.isEmpty()) && !m_timer.isActive())
            m_timer.start();
    });
    resize(860, 680);
    renew();
}

void VanishedDialog::buildList()
{
    setNames(m_stack, "vanishedStack"_L1, tr("Recently vanished"));
    setNames(m_splitter, "vanishedSplitter"_L1, tr("List and message"));
    setNames(m_list, "vanishedList"_L1, tr("Vanished messages, newest first"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(VanishedModel::Subject, QHeaderView::Stretch);
    for (const auto &[column, chars] :
         {std::pair(VanishedModel::Sender, 22), std::pair(VanishedModel::Folder, 22),
          std::pair(VanishedModel::Vanished, 14), std::pair(VanishedModel::Left, 15)})
        m_list->setColumnWidth(column, fontMetrics().averageCharWidth() * chars);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_readerStack);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({220, 400});
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &VanishedDialog::onCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VanishedDialog::renew);
}

void VanishedDialog::buildReader()
{
    setNames(m_readerStack, "vanishedReader"_L1, tr("Message"));
    m_readerStack->setAutoFillBackground(true);
    m_readerStack->setBackgroundRole(QPalette::Base);
    m_readerStack->addWidget(m_nothing);
    m_readerStack->addWidget(m_page);
    m_nothing->showText("mails"_L1, tr("No message selected"), {});
    if (auto *star = m_page->findChild<QToolButton *>("starMessage"_L1))
        star->hide(); // what is not in a folder cannot be starred
    connect(m_list, &QTreeView::activated, this, [this] { m_page->focusBody(); });
    connect(m_page, &MessagePage::linkActivated, this, &VanishedDialog::linkActivated);
    connect(m_page, &MessagePage::openFile, this, &VanishedDialog::openFile);
}

void VanishedDialog::buildButtons()
{
    const auto button = [this](QLatin1StringView name, const QString &text, auto run) {
        auto *made = new QPushButton(text, this);
        setNames(made, name, QString(text).remove(u'&').remove(u'…'));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_restore = button("restoreVanished"_L1, tr("&Restore"), [this] { restore(); });
    m_restore->setToolTip(tr("Puts the message back into its folder, on the server too"));
    m_discard = button("discardVanished"_L1, tr("&Forget…"), [this] { askToDiscard(); });
    m_discard->setToolTip(tr("Deletes the text kept on this computer"));
    auto *days = button("vanishedDaysButton"_L1, tr("C&hange…"), [this] { Q_EMIT settingsWanted(); });
    days->setAccessibleName(tr("Change how long vanished messages are kept"));
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(close, "vanishedButtons"_L1, tr("Actions"));
    setNames(close->button(QDialogButtonBox::Close), "closeVanished"_L1, tr("Close"));
    close->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_kept->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->addWidget(m_kept, 1);
    top->addWidget(days, 0, Qt::AlignTop);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_restore);
    bottom->addWidget(m_discard);
    bottom->addStretch(1);
    bottom->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addLayout(bottom);
    setTabOrder({m_list, m_page, m_restore, m_discard, days, close->button(QDialogButtonBox::Close)});
}

void VanishedDialog::setAccounts(const AccountNames &accounts)
{
    m_model->setAccounts(accounts);
}

void VanishedDialog::setDays(int days)
{
    m_days = days;
    if (days == 0)
        m_kept->setText(tr("Messages that another program deletes are not kept."));
    else
        m_kept->setText(tr("Messages that another program deleted are kept for %Ln day(s), if their text is "
                           "on this computer.",
                           nullptr, days));
    if (days == 0)
        m_empty->showText("trash"_L1, tr("Switched off"),
                          tr("Choose a number of days, and what another program deletes can be restored "
                             "for so long."));
    else
        m_empty->showText("check"_L1, tr("Nothing has vanished"),
                          tr("When another program deletes a message whose text is on this computer, it can "
                             "be restored from here."));
    m_model->setDays(days);
}

void VanishedDialog::onRefreshed()
{
    const bool any = m_model->rowCount() > 0;
    const bool hadFocus = isActiveWindow() && m_stack->isAncestorOf(focusWidget());
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_splitter) : m_empty);
    if (any && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model->index(0, 0));
        if (!hadFocus)
            m_list->setFocus();
    }
    onCurrent();
    renew();
}

void VanishedDialog::onCurrent()
{
    const VanishedRow *row = m_model->row(m_list->currentIndex());
    const qint64 id = row ? row->id : 0;
    if (id == m_shown)
        return;
    m_shown = id;
    if (!row) {
        m_nothing->showText("mails"_L1, tr("No message selected"), {});
        m_readerStack->setCurrentWidget(m_nothing);
        return;
    }
    m_reader->read(
        this, [id, message = row->message](Database &db) { return read(db, id, message); },
        [this, id](const std::optional<OpenedMessage> &message) { showText(id, message); });
}

void VanishedDialog::showText(qint64 id, const std::optional<OpenedMessage> &message)
{
    if (id != m_shown)
        return;
    if (message) {
        m_page->showMessage(std::make_shared<const OpenedMessage>(*message));
        m_readerStack->setCurrentWidget(m_page);
    } else {
        m_nothing->showText("error"_L1, tr("This text is no longer here"), {});
        m_readerStack->setCurrentWidget(m_nothing);
    }
}

QList<qint64> VanishedDialog::selected() const
{
    QList<qint64> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        if (const VanishedRow *row = m_model->row(index))
            ids.append(row->id);
    }
    return ids;
}

void VanishedDialog::renew()
{
    const bool any = m_stack->currentWidget() == m_splitter && m_list->selectionModel()->hasSelection();
    m_restore->setEnabled(any);
    m_discard->setEnabled(any);
}

void VanishedDialog::restore()
{
    if (const auto ids = selected(); !ids.isEmpty())
        m_engine->perform(Intent::restore(ids));
}

void VanishedDialog::askToDiscard()
{
    const auto ids = selected();
    if (ids.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Forget Messages"),
                                tr("Forget %Ln message(s) for good?", nullptr, int(ids.size())),
                                QMessageBox::Cancel, this);
    setNames(box, "discardQuestion"_L1, tr("Forget messages"));
    box->setInformativeText(
        tr("They are no longer on the server, and the texts kept here are all there is."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *forget = box->addButton(tr("Forget"), QMessageBox::DestructiveRole);
    setNames(forget, "discardConfirmed"_L1, tr("Forget"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(forget, &QAbstractButton::clicked, this, [this, ids] { m_engine->discardVanished(ids); });
    box->open();
}

} // namespace kw
