#pragma once

#include "core/mime/messageview.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace kw {

class Avatar;
class ElidedLabel;
struct SenderReport;

// Who wrote to whom and when. Recipients are one line ("to me, Lars +2") until unfolded.
class HeaderCard : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderCard(QWidget *parent = nullptr);
    // `own`: the person's addresses, lower case; they read as "me".
    void setMessage(const MessageView &view, const QStringList &own);
    void setStarred(bool on);
    void setStarVisible(bool on);
    // One quiet line where the sender is proven, or is new; what is wrong is told elsewhere.
    void setEvidence(const SenderReport &report);
    QToolButton *moreButton() const { return m_more; }
    // "to me, Lars +2"
    static QString recipientLine(const MessageView &view, const QStringList &own);

Q_SIGNALS:
    void starClicked();
    void senderClicked(); // the name or the picture

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void unfold(bool on);
    QString allRecipients() const;
    void layOut();
    void setNarrow(bool on);

    MessageView m_view;
    bool m_starred = false;
    bool m_narrow = false;
    QBoxLayout *m_who = nullptr; // name and address
    QBoxLayout *m_first = nullptr; // who, date, buttons
    QBoxLayout *m_to = nullptr; // recipients
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_address;
    ElidedLabel *m_recipients;
    QLabel *m_all;
    QLabel *m_evidence;
    QToolButton *m_unfold;
    QLabel *m_date;
    QToolButton *m_star;
    QToolButton *m_more;
};

} // namespace kw
