#pragma once

#include "core/compose/draft.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace kw {

class Letters;

// What a draft was at earlier moments, to be looked at and brought back. Deletes itself. GUI thread.
class RevisionsDialog : public QDialog
{
    Q_OBJECT
public:
    RevisionsDialog(Letters *letters, const QString &messageId, QWidget *parent);

Q_SIGNALS:
    void restored(const kw::Draft &draft);

private:
    void build();
    void fill();
    void ask(int row);
    void showDraft(const Draft &draft);
    void restore();

    Letters *m_letters;
    QString m_messageId;
    QListWidget *m_list;
    QPlainTextEdit *m_preview;
    QPushButton *m_restore;
    Draft m_shown;
    int m_request = 0;
};

} // namespace kw
