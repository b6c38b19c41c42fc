#include "ui/accounts/rolesform.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace kw {

RolesForm::RolesForm(QWidget *parent)
    : QWidget(parent)
{
    setNames(this, "rolesForm"_L1, tr("Special folders"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    addLine(FolderRole::Drafts, "draftsFolder"_L1);
    addLine(FolderRole::Sent, "sentFolder"_L1);
    addLine(FolderRole::Archive, "archiveFolder"_L1);
    addLine(FolderRole::Junk, "junkFolder"_L1);
    addLine(FolderRole::Trash, "trashFolder"_L1);
}

void RolesForm::addLine(FolderRole role, QLatin1StringView name)
{
    auto *grid = qobject_cast<QGridLayout *>(layout());
    const int row = grid->rowCount();
    auto *picture = new QLabel(this);
    picture->setObjectName(QString(name) + "Icon"_L1);
    picture->setAccessibleName(roleTitle(role));
    picture->setPixmap(icon(roleIcon(role)).pixmap(18, 18));
    auto *title = new QLabel(roleTitle(role), this);
    auto *box = new QComboBox(this);
    setNames(box, name, tr("Folder for: %1").arg(roleTitle(role)));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(18);
    auto *source = plainLabel({}, "roleSource"_L1, this);
    source->setObjectName(QString(name) + "Source"_L1);
    setQuiet(source);
    title->setBuddy(box);
    grid->addWidget(picture, row, 0);
    grid->addWidget(title, row, 1);
    grid->addWidget(box, row, 2);
    grid->addWidget(source, row, 3);
    m_lines.append({role, box, source});
    connect(box, &QComboBox::activated, this, [this, line = m_lines.last()] {
        tellSource(line);
        Q_EMIT edited();
    });
}

QString RolesForm::pathOf(FolderId id) const
{
    const auto found = std::ranges::find(m_folders, id, &FolderRow::id);
    return found == m_folders.end() ? QString() : found->path;
}

void RolesForm::setFolders(const QList<FolderRow> &folders, const QMap<FolderRole, DetectedRole> &detected,
                           const QMap<FolderRole, QString> &chosen)
{
    m_folders = folders;
    m_detected = detected;
    for (const Line &line : std::as_const(m_lines))
        fill(line, chosen);
}

void RolesForm::fill(const Line &line, const QMap<FolderRole, QString> &chosen)
{
    line.box->clear();
    const auto found = m_detected.constFind(line.role);
    const QString detected = found == m_detected.cend() ? QString() : oneLine(pathOf(found->folder));
    line.box->addItem(detected.isEmpty() ? tr("None found") : tr("%1 (found)", "folder").arg(detected),
                      QString());
    for (const FolderRow &row : std::as_const(m_folders)) {
        if (row.selectable && !row.unsupported && row.role != FolderRole::Inbox)
            line.box->addItem(oneLine(row.path), row.path);
    }
    const QString wanted = chosen.value(line.role);
    if (!wanted.isEmpty() && line.box->findData(wanted) < 0)
        line.box->addItem(oneLine(wanted), wanted); // the folder is gone, the person's word is not
    line.box->setCurrentIndex(std::max(line.box->findData(wanted), 0));
    tellSource(line);
}

void RolesForm::tellSource(const Line &line)
{
    const QString path = line.box->currentData().toString();
    const auto found = m_detected.constFind(line.role);
    QString text;
    if (!path.isEmpty())
        text = std::ranges::find(m_folders, path, &FolderRow::path) == m_folders.end()
            ? tr("your choice; it is not there")
            : tr("your choice");
    else if (found == m_detected.cend())
        text = tr("made when needed");
    else
        text = found->byServer ? tr("from the server") : tr("from its name");
    line.source->setText(text);
    line.source->setAccessibleName(text);
}

QMap<FolderRole, QString> RolesForm::chosen() const
{
    QMap<FolderRole, QString> out;
    for (const Line &line : m_lines) {
        if (const QString path = line.box->currentData().toString(); !path.isEmpty())
            out.insert(line.role, path);
    }
    return out;
}

} // namespace kw
