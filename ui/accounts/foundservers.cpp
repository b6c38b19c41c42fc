#include "ui/accounts/foundservers.h"

#include "core/account/accountrules.h"
#include "ui/accounts/serverfields.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::FoundServers)
};

bool isSameChoice(const Candidate &a, const Candidate &b)
{
    return a.imap.server == b.imap.server && a.smtp.server == b.smtp.server;
}

QString summary(const Candidate &c)
{
    return Words::tr("%1 — %2", "server, where the answer comes from")
        .arg(serverWords(c.imap.server), c.imap.from);
}

} // namespace

QString serverWords(const ServerSettings &server)
{
    switch (server.security) {
    case ConnectionSecurity::Tls:
        return Words::tr("%1, port %2, encrypted").arg(server.host).arg(server.port);
    case ConnectionSecurity::StartTls:
        return Words::tr("%1, port %2, encrypted (STARTTLS)").arg(server.host).arg(server.port);
    case ConnectionSecurity::None:
        break;
    }
    return Words::tr("%1, port %2, not encrypted").arg(server.host).arg(server.port);
}

FoundServers::FoundServers(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QWidget(this))
    , m_reading(plainLabel({}, "readingServer"_L1, m_lines))
    , m_sending(plainLabel({}, "sendingServer"_L1, m_lines))
    , m_othersTitle(plainLabel(tr("&Other answers:"), "otherServersTitle"_L1, m_lines))
    , m_others(new QComboBox(m_lines))
    , m_edit(new QPushButton(icon("edit"_L1), tr("&Edit"), m_lines))
    , m_fields(new QWidget(this))
    , m_imap(new ServerFields(ServerFields::Kind::Imap, m_fields))
    , m_smtp(new ServerFields(ServerFields::Kind::Smtp, m_fields))
    , m_clearText(new QCheckBox(
          tr("Send my password and my mail unprotected; anyone on the way can read them"), this))
{
    setNames(this, "foundServers"_L1, tr("Servers"));
    setNames(m_lines, "serverLines"_L1, tr("Servers"));
    setNames(m_fields, "serverFields"_L1, tr("Servers"));
    setNames(m_others, "otherServers"_L1, tr("Other answers"));
    setNames(m_edit, "editServers"_L1, tr("Edit servers"));
    setNames(m_clearText, "clearTextConfirmed"_L1, m_clearText->text());
    layOut();
    connect(m_edit, &QPushButton::clicked, this, [this] {
        edit();
        Q_EMIT changed();
    });
    connect(m_others, &QComboBox::activated, this, &FoundServers::pick);
    connect(m_clearText, &QCheckBox::toggled, this, &FoundServers::changed);
    for (ServerFields *fields : {m_imap, m_smtp})
        connect(fields, &ServerFields::edited, this, [this] {
            m_clearText->setVisible(needsClearTextTick());
            Q_EMIT changed();
        });
    refresh();
}

void FoundServers::layOut()
{
    for (QLabel *label : {m_reading, m_sending}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_othersTitle->setBuddy(m_others);
    m_others->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_others->setMinimumContentsLength(24);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [this, form](const QString &text, QLatin1StringView name, QLabel *answer) {
        QLabel *title = plainLabel(text, name, m_lines);
        title->setAlignment(Qt::AlignLeading | Qt::AlignTop); // at the first line of the answer
        form->addRow(title, answer);
    };
    add(tr("Reading:"), "readingTitle"_L1, m_reading);
    add(tr("Sending:"), "sendingTitle"_L1, m_sending);
    auto *found = new QHBoxLayout;
    found->addLayout(form, 1);
    found->addWidget(m_edit, 0, Qt::AlignTop);
    auto *others = new QFormLayout;
    others->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    others->addRow(m_othersTitle, m_others);
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addLayout(found);
    lines->addLayout(others);
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->addWidget(m_imap);
    fields->addWidget(m_smtp);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_lines);
    layout->addWidget(m_fields);
    layout->addWidget(m_clearText);
}

void FoundServers::setCandidates(const QList<Candidate> &candidates)
{
    const QList<Candidate> before = std::exchange(m_candidates, candidates);
    if (m_isPicked && m_index < before.size()) {
        const auto same = std::ranges::find_if(
            m_candidates, [&](const Candidate &c) { return isSameChoice(c, before.at(m_index)); });
        m_isPicked = same != m_candidates.end();
        m_index = m_isPicked ? same - m_candidates.begin() : 0;
    } else {
        m_index = 0;
    }
    refresh();
}

void FoundServers::reset()
{
    m_candidates.clear();
    m_index = 0;
    m_isPicked = false;
    m_isEditing = false;
    m_clearText->setChecked(false);
    refresh();
}

void FoundServers::edit(const ServerSettings &imap, const ServerSettings &smtp)
{
    const Candidate *from = chosen();
    m_imap->setServer(from ? from->imap.server : imap);
    m_smtp->setServer(from && from->smtp.exists() ? from->smtp.server : smtp);
    m_isEditing = true;
    refresh();
    m_imap->findChild<QWidget *>(u"imapHost"_s)->setFocus(Qt::OtherFocusReason);
}

const Candidate *FoundServers::chosen() const
{
    return m_isEditing || m_index >= m_candidates.size() ? nullptr : &m_candidates.at(m_index);
}

void FoundServers::pick(int index)
{
    m_isPicked = true;
    m_index = index;
    m_clearText->setChecked(false);
    refresh();
    Q_EMIT changed();
}

QString FoundServers::line(const FoundServer &server) const
{
    return server.exists()
        ? tr("%1 — %2", "server, where the answer comes from").arg(serverWords(server.server), server.from)
        : tr("none was found; this account could not send");
}

void FoundServers::refresh()
{
    const Candidate *c = chosen();
    m_lines->setVisible(c);
    m_fields->setVisible(m_isEditing);
    if (c) {
        m_reading->setText(line(c->imap));
        m_sending->setText(line(c->smtp));
        const QString also
            = c->alsoFrom.isEmpty() ? QString() : tr("Also: %1").arg(c->alsoFrom.join("; "_L1));
        m_reading->setToolTip(also);
        m_others->clear();
        for (const Candidate &one : std::as_const(m_candidates))
            m_others->addItem(summary(one));
        m_others->setCurrentIndex(int(m_index));
    }
    m_othersTitle->setVisible(m_candidates.size() > 1);
    m_others->setVisible(m_candidates.size() > 1);
    m_clearText->setVisible(needsClearTextTick());
}

ServerSettings FoundServers::imap() const
{
    if (m_isEditing)
        return m_imap->server();
    const Candidate *c = chosen();
    return c ? c->imap.server : ServerSettings{};
}

ServerSettings FoundServers::smtp() const
{
    if (m_isEditing)
        return m_smtp->server();
    const Candidate *c = chosen();
    return c ? c->smtp.server : ServerSettings{};
}

void FoundServers::setUser(const QString &user)
{
    if (!m_isEditing)
        edit();
    for (ServerFields *fields : {m_imap, m_smtp}) {
        ServerSettings server = fields->server();
        server.user = user;
        fields->setServer(server);
    }
}

bool FoundServers::needsClearTextTick() const
{
    for (const ServerSettings &s : {imap(), smtp()}) {
        if (s.security == ConnectionSecurity::None && !s.host.isEmpty() && !isLoopbackHost(s.host))
            return true;
    }
    return false;
}

bool FoundServers::isClearTextConfirmed() const
{
    return m_clearText->isChecked() && needsClearTextTick();
}

QString FoundServers::problem() const
{
    if (m_isEditing) {
        for (const ServerFields *fields : {m_imap, m_smtp}) {
            if (const QString text = fields->problem(); !text.isEmpty())
                return text;
        }
    }
    if (needsClearTextTick() && !m_clearText->isChecked())
        return tr("Confirm the unprotected connection, or choose TLS.");
    return {};
}

} // namespace kw
