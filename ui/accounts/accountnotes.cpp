#include "ui/accounts/accountnotes.h"

#include "ui/reader/bannerstack.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::AccountNotes)
};

} // namespace

AccountNotes::AccountNotes(BannerStack *banners, Answers answers)
    : m_banners(banners)
    , m_answers(std::move(answers))
{
}

void AccountNotes::show(const Matter &matter)
{
    suggest(matter.suggestion);
    showPage(matter.page);
    set(u"providerHint"_s, Tone::Info, matter.hint);
    set(u"nothingFound"_s, Tone::Warning, matter.nothingFound);
    set(u"serverWarning"_s, Tone::Warning, matter.areServersShown ? warning(matter) : QString());
    set(u"clearTextWarning"_s, Tone::Bad,
        matter.areServersShown && matter.isClearText
            ? Words::tr("Without protection, everybody between you and the server can read your password and "
                        "your mail. Choose TLS if the server offers it.")
            : QString());
}

void AccountNotes::suggest(const QString &meant)
{
    const QString question = Words::tr("Did you mean %1?").arg(meant);
    const Banner *shown = m_banners->find(u"addressSuggestion"_s);
    if (meant.isEmpty())
        m_banners->remove(u"addressSuggestion"_s);
    else if (!shown || shown->text() != question)
        m_banners->add(u"addressSuggestion"_s, Tone::Warning, "info"_L1, question,
                       {{Words::tr("Use It"), [this, meant] { m_answers.useAddress(meant); }}});
}

void AccountNotes::showPage(const QUrl &page)
{
    const QString name = u"browserPage"_s;
    if (page.isEmpty())
        m_banners->remove(name);
    else if (!m_banners->find(name))
        m_banners->add(name, Tone::Info, "info"_L1,
                       Words::tr("Has no page opened in your browser? Open it once more, or copy its address "
                                 "into another browser on this computer."),
                       {{Words::tr("Open Page Again"), [this] { m_answers.openPage(); }},
                        {Words::tr("Copy Address"), [page] {
                             QGuiApplication::clipboard()->setText(page.toString(QUrl::FullyEncoded));
                         }}});
}

void AccountNotes::set(const QString &name, Tone tone, const QString &text)
{
    const Banner *shown = m_banners->find(name);
    if (text.isEmpty())
        m_banners->remove(name);
    else if (!shown || shown->text() != text)
        m_banners->add(name, tone, tone == Tone::Info ? "info"_L1 : "warning"_L1, text);
}

QString AccountNotes::warning(const Matter &matter)
{
    if (!matter.chosen)
        return {};
    for (const FoundServer *server : {&matter.chosen->imap, &matter.chosen->smtp}) {
        if (!server->exists())
            continue;
        if (server->state == ServerState::BadCertificate)
            return Words::tr("%1 No password was sent. Sign in only if you know why.").arg(server->problem);
        if (server->state == ServerState::Silent)
            return server->problem;
        if (server->state == ServerState::Verified && !server->isTrusted())
            return Words::tr(
                       "%1 is outside %2, and that it is in charge was not told in a protected way. Sign "
                       "in only if this is your provider.")
                .arg(server->server.host, matter.address.section(u'@', -1));
    }
    return {};
}

} // namespace kw
