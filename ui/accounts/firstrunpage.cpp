#include "ui/accounts/firstrunpage.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent)
    , m_demo(new QPushButton(icon("play"_L1), tr("Try the &Demo"), this))
    , m_demoText(plainLabel(
          tr("The demo has two made-up accounts with a few hundred messages, on this computer only. "
             "Everything is gone again when you close its window."),
          "demoText"_L1, this))
{
    setNames(this, "firstRunPage"_L1, tr("Welcome"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *picture = new QLabel(this);
    picture->setObjectName("welcomePicture"_L1);
    picture->setPixmap(appIcon().pixmap(QSize(96, 96), devicePixelRatioF()));
    auto *title = plainLabel(tr("Welcome to Kittiwake"), "welcomeTitle"_L1, this);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 2);
    big.setWeight(QFont::DemiBold);
    title->setFont(big);
    auto *text
        = plainLabel(tr("All your mail in one calm window, online and offline."), "welcomeText"_L1, this);
    setQuiet(text);
    setQuiet(m_demoText);
    m_demoText->setWordWrap(true);
    m_demoText->setFixedWidth(400);
    m_demoText->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_demoText->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto *add = new QPushButton(icon("add"_L1), tr("&Add Account…"), this);
    setNames(add, "firstRunAdd"_L1, tr("Add account"));
    add->setDefault(true);
    setNames(m_demo, "firstRunDemo"_L1, tr("Try the demo"));
    auto *help = new QPushButton(icon("document"_L1), tr("Accounts from a &File…"), this);
    setNames(help, "firstRunFileHelp"_L1, tr("How to write accounts into a file"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    for (QWidget *w :
         {static_cast<QWidget *>(picture), static_cast<QWidget *>(title), static_cast<QWidget *>(text)})
        layout->addWidget(w, 0, Qt::AlignHCenter);
    layout->addSpacing(20);
    for (QPushButton *b : {add, m_demo, help}) {
        b->setMinimumSize(260, 38);
        b->setAutoDefault(true);
        layout->addWidget(b, 0, Qt::AlignHCenter);
    }
    layout->addSpacing(6);
    layout->addWidget(m_demoText, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setFocusProxy(add);
    connect(add, &QPushButton::clicked, this, &FirstRunPage::addAccountRequested);
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::demoRequested);
    connect(help, &QPushButton::clicked, this, &FirstRunPage::fileHelpRequested);
}

void FirstRunPage::setDemoProblem(const QString &sentence)
{
    m_demo->setEnabled(sentence.isEmpty());
    if (!sentence.isEmpty())
        m_demoText->setText(sentence);
}

} // namespace kw
