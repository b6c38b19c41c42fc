#include "ui/compose/composerhead.h"

#include "core/account/identities.h"
#include "ui/compose/identitybox.h"
#include "ui/compose/recipientsedit.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int Side = 12; // pixels, as in the editor below
constexpr qsizetype LongestSubject = 2000;
} // namespace

ComposerHead::ComposerHead(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_from(new IdentityBox(this))
    , m_onlyFrom(new ElidedLabel(this))
    , m_subject(new QLineEdit(this))
{
    setNames(this, "composerHead"_L1, tr("Recipients and subject"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_grid->setContentsMargins(Side, 2, Side, 1);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(1); // the lines
    m_grid->setColumnStretch(1, 1);
    m_onlyFrom->setObjectName("composeOnlyFrom"_L1);
    setQuiet(m_onlyFrom);
    auto *from = new QWidget(this);
    setNames(from, "composeFromRow"_L1, tr("From"));
    auto *fromRow = new QHBoxLayout(from);
    fromRow->setContentsMargins(0, 0, 0, 0);
    fromRow->addWidget(m_from);
    fromRow->addWidget(m_onlyFrom, 1);
    fromRow->addStretch(0);
    addRow(tr("Fro&m"), "composeFromLabel"_L1, from);
    m_rows.last().label->setBuddy(m_from);
    m_to = addRecipients("composeTo"_L1, tr("&To"));
    m_cc = addRecipients("composeCc"_L1, tr("&Cc"));
    m_bcc = addRecipients("composeBcc"_L1, tr("&Bcc"));
    m_replyTo = addRecipients("composeReplyTo"_L1, tr("Reply-T&o"));
    m_grid->addWidget(makeButtons(), 1, 2, Qt::AlignTop);
    setNames(m_subject, "composeSubject"_L1, tr("Subject"));
    m_subject->setFrame(false);
    m_subject->setMaxLength(LongestSubject);
    addRow(tr("&Subject"), "composeSubjectLabel"_L1, m_subject);
    for (RecipientsEdit *row : {m_cc, m_bcc, m_replyTo})
        setRowVisible(row, false);
    connect(m_from, &IdentityBox::chosen, this, &ComposerHead::changed);
    connect(m_subject, &QLineEdit::textChanged, this, [this](const QString &text) {
        Q_EMIT subjectChanged(text);
        Q_EMIT changed();
    });
}

RecipientsEdit *ComposerHead::addRecipients(QLatin1StringView name, const QString &label)
{
    auto *edit = new RecipientsEdit(name, QString(label).remove(u'&'), this);
    addRow(label, name, edit);
    connect(edit, &RecipientsEdit::changed, this, &ComposerHead::changed);
    return edit;
}

void ComposerHead::addRow(const QString &label, QLatin1StringView name, QWidget *field, QWidget *besides)
{
    const int row = int(m_rows.size());
    auto *words = plainLabel(label, name, this);
    words->setObjectName(field->objectName() + "Label"_L1);
    setQuiet(words);
    words->setBuddy(field);
    const int height = fontMetrics().height() + 14;
    m_grid->setRowMinimumHeight(row, 0);
    field->setMinimumHeight(height);
    words->setMinimumHeight(height);
    m_grid->addWidget(words, row, 0, Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(field, row, 1, 1, besides || field->objectName() == "composeTo"_L1 ? 1 : 2);
    m_rows.append({words, field});
}

QWidget *ComposerHead::makeButtons()
{
    auto *buttons = new QWidget(this);
    setNames(buttons, "moreRecipients"_L1, tr("More recipients"));
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    for (RecipientsEdit *row : {m_cc, m_bcc, m_replyTo}) {
        auto *button = new QToolButton(buttons);
        button->setText(labelOf(row)); // with its key, as the row has it
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        setNames(button, "revealRow"_L1, tr("Add %1", "Cc, Bcc or Reply-To").arg(row->accessibleName()));
        button->setObjectName("reveal_"_L1 + row->objectName());
        connect(button, &QToolButton::clicked, this, [this, row] { reveal(row); });
        layout->addWidget(button);
        m_revealers.insert(row, button);
    }
    return buttons;
}

QString ComposerHead::labelOf(const QWidget *field) const
{
    for (const Row &row : m_rows) {
        if (row.field == field)
            return row.label->text();
    }
    return {};
}

void ComposerHead::setRowVisible(QWidget *field, bool on)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field != field)
            continue;
        row.label->setVisible(on);
        row.field->setVisible(on);
    }
    if (QToolButton *button = m_revealers.value(field))
        button->setVisible(!on);
    update();
}

bool ComposerHead::isRowVisible(QWidget *field) const
{
    return !field->isHidden();
}

void ComposerHead::reveal(RecipientsEdit *row)
{
    setRowVisible(row, true);
    row->setFocus();
}

void ComposerHead::setAccounts(const QList<AccountSettings> &accounts)
{
    m_from->setAccounts(accounts);
    showFrom();
}

// Where there is no choice, it is only said.
void ComposerHead::showFrom()
{
    const bool choice = m_from->count() > 1;
    m_from->setVisible(choice);
    m_onlyFrom->setVisible(!choice);
    m_onlyFrom->setFullText(m_from->currentText());
}

void ComposerHead::showDraft(const QString &accountKey, const Draft &draft)
{
    const QSignalBlocker quiet(this);
    m_from->choose(accountKey, draft.from);
    showFrom();
    m_to->setAddresses(draft.to);
    m_cc->setAddresses(draft.cc);
    m_bcc->setAddresses(draft.bcc);
    m_replyTo->setAddresses(draft.replyTo);
    m_subject->setText(draft.subject);
    for (RecipientsEdit *row : {m_cc, m_bcc, m_replyTo})
        setRowVisible(row, !row->isEmpty());
}

void ComposerHead::writeTo(Draft &draft) const
{
    draft.from = m_from->from();
    draft.to = m_to->addresses();
    draft.cc = m_cc->addresses();
    draft.bcc = m_bcc->addresses();
    draft.replyTo = m_replyTo->addresses();
    draft.subject = m_subject->text();
}

void ComposerHead::setPeople(People *people)
{
    for (RecipientsEdit *row : {m_to, m_cc, m_bcc, m_replyTo})
        row->setPeople(people);
}

void ComposerHead::setReadOnly(bool on)
{
    setEnabled(!on);
}

std::pair<RecipientsEdit *, QString> ComposerHead::firstInvalid() const
{
    for (RecipientsEdit *row : {m_to, m_cc, m_bcc, m_replyTo}) {
        if (const QStringList wrong = row->invalid(); !wrong.isEmpty())
            return {row, wrong.first()};
    }
    return {nullptr, {}};
}

QList<QWidget *> ComposerHead::tabOrder() const
{
    return {m_from, m_to, m_cc, m_bcc, m_replyTo, m_subject};
}

QList<QWidget *> ComposerHead::revealers() const
{
    return {m_revealers.value(m_cc), m_revealers.value(m_bcc), m_revealers.value(m_replyTo)};
}

// A thin line below each row.
void ComposerHead::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setPen(lineColor(palette()));
    for (const Row &row : std::as_const(m_rows)) {
        if (!isRowVisible(row.field))
            continue;
        const int y = row.field->geometry().bottom() + 1;
        painter.drawLine(Side, y, width() - Side, y);
    }
}

} // namespace kw
