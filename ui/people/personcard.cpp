#include "ui/people/personcard.h"

#include "core/mime/messageparser.h"
#include "ui/changes/storereader.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/people/persontagsedit.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int AvatarSide = 56; // pixels
constexpr qsizetype LongestName = 80; // characters

// The names of a message's files, or nothing where its text is not here.
QStringList fileNames(Database &db, MessageId message)
{
    const auto text = attachedText(db, message);
    if (!text)
        return {};
    QStringList names;
    const MessageView view = parseMessage(text->header, text->body);
    for (const AttachmentInfo &file : view.attachments) {
        if (!file.isInline)
            names.append(oneLine(leftPart(file.name, LongestName)));
    }
    return names;
}

// "24 August 2026", as the person writes dates.
QString day(qint64 secondsSinceEpoch)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(secondsSinceEpoch).date(), QLocale::LongFormat);
}

// What the search language takes for one word.
QString asTerm(const QString &email)
{
    QString plain = email;
    plain.removeIf([](QChar c) { return c == u'"' || c.isSpace() || c == u'(' || c == u')'; });
    return plain;
}

} // namespace

PersonCard::PersonCard(StoreReader *reader, const QString &configDirectory, QWidget *parent)
    : QDialog(parent)
    , m_reader(reader)
    , m_tagFile(PersonTagFile::path(configDirectory))
    , m_avatar(new Avatar(AvatarSide, this))
    , m_name(new ElidedLabel(this))
    , m_address(new ElidedLabel(this))
    , m_names(plainLabel({}, "personNames"_L1, this))
    , m_tags(new PersonTagsEdit(this))
    , m_contact(plainLabel({}, "personContact"_L1, this))
    , m_amounts(plainLabel({}, "personAmounts"_L1, this))
    , m_others(plainLabel({}, "personOthers"_L1, this))
    , m_attachedTitle(plainLabel(tr("Attachments"), "personAttachmentsTitle"_L1, this))
    , m_attached(new QListWidget(this))
    , m_allMail(new QPushButton(icon("search"_L1), tr("&All Mail"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "personCard"_L1, tr("Person"));
    setWindowTitle(tr("Person"));
    build();
    connect(m_tags, &PersonTagsEdit::changed, this, &PersonCard::keepTags);
    connect(m_allMail, &QPushButton::clicked, this, [this] {
        Q_EMIT searchRequested("from:%1 OR to:%1"_L1.arg(asTerm(m_person.email)));
        close();
    });
    resize(460, 560);
}

PersonCard::~PersonCard()
{
    if (m_stop)
        *m_stop = true;
}

void PersonCard::build()
{
    buildAttached();
    for (QLabel *line : {m_names, m_contact, m_amounts, m_others}) {
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    setQuiet(m_names);
    setNames(m_allMail, "personAllMail"_L1, tr("All mail from and to this person"));
    m_allMail->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(buttons, "personButtons"_L1, tr("Buttons"));
    setNames(buttons->button(QDialogButtonBox::Close), "closePerson"_L1, tr("Close"));
    buttons->addButton(m_allMail, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in the field adds a tag
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(makeHead());
    layout->addWidget(m_tags);
    layout->addWidget(m_contact);
    layout->addWidget(m_amounts);
    layout->addWidget(m_others);
    layout->addWidget(m_attachedTitle);
    layout->addWidget(m_attached, 1);
    layout->addStretch();
    layout->addWidget(buttons);
}

QWidget *PersonCard::makeHead()
{
    auto *head = new QWidget(this);
    setNames(head, "personHead"_L1, tr("Name and address"));
    m_avatar->setObjectName("personAvatar"_L1);
    m_name->setObjectName("personName"_L1);
    m_address->setObjectName("personAddress"_L1);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_name->setFont(large);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(m_name);
    lines->addWidget(m_address);
    lines->addWidget(m_names);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_avatar, 0, Qt::AlignTop);
    row->addLayout(lines, 1);
    return head;
}

void PersonCard::buildAttached()
{
    setNames(m_attached, "personAttachments"_L1, tr("Attachments of this person, newest first"));
    m_attached->setUniformItemSizes(true);
    m_attached->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_attached->setTextElideMode(Qt::ElideMiddle);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_attachedTitle->setFont(bold);
    m_attachedTitle->setBuddy(m_attached);
    connect(m_attached, &QListWidget::itemActivated, this, &PersonCard::openAttached);
    connect(m_attached, &QListWidget::itemClicked, this, &PersonCard::openAttached);
}

void PersonCard::showPerson(const Address &person)
{
    m_person = {oneLine(person.name), person.email.toLower()};
    m_avatar->setAddress(person);
    m_name->setFullText(displayName(m_person));
    m_address->setFullText(m_person.email);
    m_address->setVisible(!m_person.name.isEmpty());
    setWindowTitle(displayName(m_person));
    m_names->hide();
    m_others->hide();
    m_amounts->hide();
    m_contact->setText(tr("Looking through the mail…"));
    showAttached({});
    loadTags();
    ask();
}

void PersonCard::ask()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_reader->read(
        this,
        [person = m_person, stop = m_stop](Database &db) {
            return personFacts(db, person, [stop] { return stop->load(); });
        },
        [this](const std::optional<PersonFacts> &facts) {
            if (facts && facts->email == m_person.email)
                showFacts(*facts);
        });
}

void PersonCard::showFacts(const PersonFacts &facts)
{
    QStringList names;
    for (const QString &name : facts.names) {
        if (const QString line = oneLine(name); line != m_person.name && line != m_person.email)
            names.append(line);
    }
    m_names->setText(tr("Also as %1").arg(names.join(tr(", ", "between names"))));
    m_names->setVisible(!names.isEmpty());
    m_contact->setText(
        facts.first == 0 ? tr("No mail from or to this person on this computer.")
                         : tr("First contact: %1\nLast contact: %2").arg(day(facts.first), day(facts.last)));
    m_amounts->setText(tr("%Ln message(s) from this person", nullptr, int(facts.from)) + u'\n'
                       + tr("%Ln message(s) sent to this person", nullptr, int(facts.to)));
    m_amounts->setVisible(facts.first != 0);
    showOthers(facts.alsoAs);
    showAttached(facts.attached);
}

// A name is whatever its sender likes.
void PersonCard::showOthers(const QStringList &addresses)
{
    QStringList lines;
    for (const QString &address : addresses)
        lines.append(oneLine(address));
    m_others->setText(tr("Perhaps also, under the same name: %1").arg(lines.join(tr(", ", "between names"))));
    m_others->setVisible(!lines.isEmpty());
}

void PersonCard::showAttached(const QList<PersonFacts::Attached> &attached)
{
    m_attachedTo = attached;
    m_attached->clear();
    for (const PersonFacts::Attached &one : attached) {
        const QString subject = one.subject.isEmpty() ? tr("(no subject)") : oneLine(one.subject);
        auto *item = new QListWidgetItem(
            icon("attachment"_L1), tr("%1 · %2", "file or subject · date").arg(subject, shortDate(one.date)),
            m_attached);
        item->setToolTip(subject);
    }
    m_attachedTitle->setVisible(!attached.isEmpty());
    m_attached->setVisible(!attached.isEmpty());
    readNames(0);
}

// One after the other, newest first; a card that was closed asks for no more.
void PersonCard::readNames(int row)
{
    if (row >= m_attachedTo.size())
        return;
    const MessageId message = m_attachedTo.at(row).message;
    m_reader->read(
        this, [message](Database &db) { return fileNames(db, message); },
        [this, row, message](const QStringList &names) {
            if (row >= m_attachedTo.size() || m_attachedTo.at(row).message != message)
                return;
            if (!names.isEmpty())
                m_attached->item(row)->setText(
                    tr("%1 · %2", "file or subject · date")
                        .arg(names.join(tr(", ", "between names")), shortDate(m_attachedTo.at(row).date)));
            readNames(row + 1);
        });
}

void PersonCard::openAttached(const QListWidgetItem *item)
{
    const int row = m_attached->row(item);
    if (row < 0 || row >= m_attachedTo.size())
        return;
    Q_EMIT messageRequested(m_attachedTo.at(row).message, m_attachedTo.at(row).folder);
}

void PersonCard::loadTags()
{
    const auto tags = PersonTagFile::load(m_tagFile);
    if (!tags)
        Q_EMIT failed(tags.error());
    m_tags->setTags(tags ? tags->value(m_person.email) : QStringList(),
                    tags ? allPersonTags(*tags) : QStringList());
}

void PersonCard::keepTags(const QStringList &tags)
{
    if (const auto kept = PersonTagFile::save(m_tagFile, m_person.email, tags); !kept) {
        Q_EMIT failed(kept.error());
        loadTags();
    }
}

} // namespace kw
