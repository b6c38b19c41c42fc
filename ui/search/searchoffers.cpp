#include "ui/search/searchoffers.h"

#include "core/search/querycompletion.h"
#include "core/search/queryprinting.h"
#include "core/sync/engine.h"
#include "ui/compose/people.h"
#include "ui/folders/folderpane.h"
#include "ui/look/words.h"
#include "ui/search/offerwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

#include <QCoreApplication>

namespace kw {

namespace {

using Kind = QueryCompletion::Kind;

constexpr int MostOperators = 6; // while a word is typed that may be just a word
constexpr int MostPeople = 6;
constexpr int MostNames = 10;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::SearchOffers)
};

QString iconOf(const QueryCompletion &completion)
{
    switch (completion.kind) {
    case Kind::Person:
        return u"user"_s;
    case Kind::Folder:
        return u"folder"_s;
    case Kind::Account:
        return u"account"_s;
    case Kind::Tag:
        return u"tag"_s;
    case Kind::Date:
    case Kind::Age:
        return u"clock"_s;
    default:
        return u"search"_s;
    }
}

// Any word of it begins so.
bool beginsIn(const QString &name, const QString &prefix)
{
    if (name.startsWith(prefix, Qt::CaseInsensitive))
        return true;
    for (qsizetype at = name.indexOf(prefix, 1, Qt::CaseInsensitive); at > 0;
         at = name.indexOf(prefix, at + 1, Qt::CaseInsensitive)) {
        if (!name.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

SearchOffer offerOf(const QString &text, const QueryCompletion &completion, const QString &value,
                    const QString &label, const QString &detail)
{
    const CompletedQuery completed = completeQuery(text, completion, value);
    return {SearchOffer::Kind::Word, label, detail, iconOf(completion), completed.text, completed.cursor};
}

// A person, where a word could be one: "from:" comes with them.
SearchOffer fromPerson(const QString &text, const QueryCompletion &completion, const Address &who)
{
    const QString head = text.first(completion.start) + "from:"_L1 + queryValueText(who.email) + u' ';
    const QString rest = text.sliced(completion.start + completion.length).trimmed();
    return {SearchOffer::Kind::Person,
            who.name.isEmpty() ? who.email : who.name,
            who.name.isEmpty() ? Words::tr("Mail from this address")
                               : Words::tr("Mail from %1", "an address").arg(who.email),
            u"user"_s,
            head + rest,
            head.size()};
}

} // namespace

SearchOffers::SearchOffers(Engine *engine, FolderPane *folders, std::function<People *()> people,
                           QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_folders(folders)
    , m_people(std::move(people))
{
}

QList<SearchOffer> SearchOffers::offers(const QString &text, qsizetype cursor) const
{
    const QueryCompletion completion = queryCompletionAt(text, cursor);
    if (completion.start < 0 || completion.start + completion.length > text.size())
        return {};
    switch (completion.kind) {
    case Kind::None:
        return {};
    case Kind::Operator:
        // Between two words nobody wants to be told anything.
        return completion.prefix.isEmpty() ? QList<SearchOffer>() : operators(text, completion);
    case Kind::Person:
        return persons(text, completion);
    case Kind::Folder:
        return named(text, completion, folderNames());
    case Kind::Account:
        return named(text, completion, accountNames());
    case Kind::Tag: {
        QList<Name> names;
        for (const Tag &tag : m_tags)
            names.append({tag.name, {}});
        return named(text, completion, names);
    }
    default:
        return values(text, completion);
    }
}

QList<SearchOffer> SearchOffers::operators(const QString &text, const QueryCompletion &completion) const
{
    QList<SearchOffer> offers;
    for (const QString &name : queryOffers(completion)) {
        if (offers.size() == MostOperators)
            break;
        const auto op = queryOperatorNamed(name);
        offers.append(offerOf(text, completion, name, name + u':', op ? sentenceOf(*op) : QString()));
    }
    People *people = m_people ? m_people() : nullptr;
    if (people && completion.prefix.size() > 1) {
        for (const Suggestion &who : people->suggest(completion.prefix, {}, MostPeople))
            offers.append(fromPerson(text, completion, who.address));
    }
    return offers;
}

QList<SearchOffer> SearchOffers::persons(const QString &text, const QueryCompletion &completion) const
{
    QList<SearchOffer> offers;
    if (u"me"_s.startsWith(completion.prefix, Qt::CaseInsensitive))
        offers.append(offerOf(text, completion, u"me"_s, u"me"_s, tr("Any of your own addresses")));
    People *people = m_people ? m_people() : nullptr;
    if (!people || completion.prefix.isEmpty())
        return offers;
    for (const Suggestion &who : people->suggest(completion.prefix, {}, MostPeople)) {
        SearchOffer offer = offerOf(text, completion, who.address.email,
                                    who.address.name.isEmpty() ? who.address.email : who.address.name,
                                    who.address.name.isEmpty() ? QString() : who.address.email);
        offer.kind = SearchOffer::Kind::Person;
        offers.append(offer);
    }
    return offers;
}

QList<SearchOffer> SearchOffers::named(const QString &text, const QueryCompletion &completion,
                                       const QList<Name> &names) const
{
    QList<SearchOffer> offers;
    for (const Name &name : names) {
        if (offers.size() == MostNames)
            break;
        if (completion.prefix.isEmpty() || beginsIn(name.name, completion.prefix))
            offers.append(offerOf(text, completion, name.name, oneLine(name.name), name.detail));
    }
    return offers;
}

QList<SearchOffer> SearchOffers::values(const QString &text, const QueryCompletion &completion) const
{
    QList<SearchOffer> offers;
    for (const QString &value : queryOffers(completion)) {
        QString detail;
        if (completion.kind == Kind::Age)
            detail = ageWords(value);
        else if (completion.kind == Kind::Mark && completion.op) {
            if (const auto mark = searchMarkNamed(*completion.op, value))
                detail = sentenceOf(*mark);
        }
        offers.append(offerOf(text, completion, value, value, detail));
    }
    return offers;
}

// Roles first, as every account has them; then the folders, with their accounts where a name is not enough.
QList<SearchOffers::Name> SearchOffers::folderNames() const
{
    QList<Name> names{{u"inbox"_s, tr("Every inbox")},  {u"sent"_s, tr("Sent mail")},
                      {u"drafts"_s, tr("Drafts")},      {u"archive"_s, tr("Archived mail")},
                      {u"trash"_s, tr("Deleted mail")}, {u"junk"_s, tr("Junk")}};
    QHash<QString, int> times;
    QList<Name> folders;
    const FolderModel *model = m_folders->model();
    const std::function<void(const QModelIndex &, const QString &)> walk
        = [&](const QModelIndex &parent, const QString &account) {
              for (int row = 0; row < model->rowCount(parent); ++row) {
                  const QModelIndex index = model->index(row, 0, parent);
                  const FolderNode *line = model->line(index);
                  const bool isAccount = line->kind == FolderNode::Kind::Account;
                  if (line->kind == FolderNode::Kind::Folder && line->role == FolderRole::None
                      && model->view(index)) {
                      folders.append({line->row.path, account});
                      ++times[line->row.path.toLower()];
                  }
                  walk(index, isAccount ? line->title : account);
              }
          };
    walk({}, {});
    for (Name &folder : folders) {
        if (times.value(folder.name.toLower()) > 1)
            folder.name = folder.detail + u'/' + folder.name;
    }
    return names + folders;
}

QList<SearchOffers::Name> SearchOffers::accountNames() const
{
    QList<Name> names;
    for (const AccountSettings &account : m_engine->accounts())
        names.append({account.name.isEmpty() ? account.address : account.name,
                      account.name.isEmpty() ? QString() : account.address});
    return names;
}

// --- what was looked for lately

void SearchOffers::setRecent(const QStringList &recent)
{
    m_recent = recent.mid(0, MostRecent);
}

void SearchOffers::addRecent(const QString &query)
{
    const QString text = query.simplified();
    if (text.isEmpty())
        return;
    m_recent.removeAll(text);
    m_recent.prepend(text);
    m_recent = m_recent.mid(0, MostRecent);
}

QList<SearchOffer> SearchOffers::recentOffers()
{
    QList<SearchOffer> offers;
    for (const QString &query : std::as_const(m_recent))
        offers.append({SearchOffer::Kind::Recent, query, {}, u"clock"_s, query, query.size()});
    if (offers.isEmpty())
        return offers;
    SearchOffer clear;
    clear.kind = SearchOffer::Kind::Command;
    clear.label = tr("Forget these searches");
    clear.icon = u"close"_s;
    clear.run = [this] { m_recent.clear(); };
    offers.append(clear);
    return offers;
}

} // namespace kw
