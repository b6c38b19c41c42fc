#pragma once

#include "core/account/accountsettings.h"
#include "core/store/rows.h"
#include "core/sync/folder/detectedroles.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace kw {

// Which folder is used for drafts, sent mail and so on, how that is known, and the power to say otherwise.
// GUI thread.
class RolesForm : public QWidget
{
    Q_OBJECT
public:
    explicit RolesForm(QWidget *parent = nullptr);

    void setFolders(const QList<FolderRow> &folders, const QMap<FolderRole, DetectedRole> &detected,
                    const QMap<FolderRole, QString> &chosen);
    QMap<FolderRole, QString> chosen() const; // as FolderChoices::roles

Q_SIGNALS:
    void edited();

private:
    struct Line {
        FolderRole role;
        QComboBox *box;
        QLabel *source;
    };
    void addLine(FolderRole role, QLatin1StringView name);
    void fill(const Line &line, const QMap<FolderRole, QString> &chosen);
    void tellSource(const Line &line);
    QString pathOf(FolderId id) const;

    QList<Line> m_lines;
    QList<FolderRow> m_folders;
    QMap<FolderRole, DetectedRole> m_detected;
};

} // namespace kw
