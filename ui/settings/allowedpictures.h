#pragma once

#include "core/remote/remotechoices.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace kw {

// The senders and domains whose pictures are always loaded, and how to forget one. GUI thread.
class AllowedPictures : public QWidget
{
    Q_OBJECT
public:
    explicit AllowedPictures(const QString &configDirectory, QWidget *parent = nullptr);

private:
    void fill();
    void forget();

    RemoteChoices m_choices;
    QListWidget *m_list;
    QPushButton *m_forget;
};

} // namespace kw
