#include "layerrules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

const LayerRule *ruleFor(const QString &path)
{
    const LayerRule *best = nullptr;
    for (const auto &rule : layerRules()) {
        if (path.startsWith(rule.room + u'/') && (!best || rule.room.size() > best->room.size()))
            best = &rule;
    }
    return best;
}

bool isStandardHeader(const QString &include)
{
    static const QStringList posix{u"unistd.h"_s, u"fcntl.h"_s, u"signal.h"_s,  u"malloc.h"_s, u"pwd.h"_s,
                                   u"grp.h"_s,    u"poll.h"_s,  u"termios.h"_s, u"sys/"_s,     u"linux/"_s};
    static const QRegularExpression plain(u"^[a-z_]+$"_s);
    return plain.match(include).hasMatch()
        || std::any_of(posix.cbegin(), posix.cend(), [&include](const QString &p) {
               return p.endsWith(u'/') ? include.startsWith(p) : include == p;
           });
}

} // namespace

const QList<LayerRule> &layerRules()
{
    static const QStringList core{u"QtCore"_s};
    static const QStringList coreNet{u"QtCore"_s, u"QtNetwork"_s};
    static const QStringList widgets{u"QtCore"_s, u"QtGui"_s,          u"QtWidgets"_s,
                                     u"QtSvg"_s,  u"QtPrintSupport"_s, u"QtNetwork"_s};
    static const QString digest = u"core/mime/headerdigest.h"_s;
    static const QStringList shownToUi{
        u"ui/"_s,
        u"core/base/"_s,
        u"core/account/accountsettings.h"_s,
        u"core/account/accountrules.h"_s,
        u"core/account/identities.h"_s,
        u"core/account/signatures.h"_s,
        u"core/account/persontags.h"_s,
        u"core/store/accountfacts.h"_s,
        u"core/store/pages.h"_s,
        u"core/store/conversationsize.h"_s,
        u"core/store/people.h"_s,
        u"core/store/personfacts.h"_s,
        u"core/store/sharedfolders.h"_s,
        u"core/store/changes.h"_s,
        u"core/store/journalpages.h"_s,
        u"core/store/operation.h"_s,
        u"core/store/vanishedrow.h"_s,
        u"core/store/rows.h"_s,
        u"core/store/database.h"_s,
        u"core/store/quota.h"_s,
        u"core/store/search/searcher.h"_s,
        u"core/store/textfilter.h"_s,
        u"core/search/"_s,
        u"core/store/storagepages.h"_s,
        u"core/store/mailinventory.h"_s,
        u"core/store/inventoryreader.h"_s,
        u"core/store/cleanupfinder.h"_s,
        u"core/mime/leftout.h"_s,
        u"core/mime/messageview.h"_s,
        u"core/mime/messageparser.h"_s,
        u"core/mime/partfacts.h"_s,
        u"core/mime/seal.h"_s,
        u"core/evidence/"_s,
        u"core/remote/"_s,
        u"core/setup/discovery.h"_s,
        u"core/setup/found.h"_s,
        u"core/setup/mailaddress.h"_s,
        u"core/setup/providers.h"_s,
        u"core/setup/serverguess.h"_s,
        u"core/sync/engine.h"_s,
        u"core/sync/facade/"_s,
        u"core/sync/folder/detectedroles.h"_s,
        u"core/compose/addressbook.h"_s,
        u"core/compose/draft.h"_s,
        u"core/compose/mailto.h"_s,
        u"core/compose/reminders.h"_s,
        u"core/compose/sendableaddress.h"_s,
        u"core/compose/signatureblock.h"_s,
        u"core/compose/templates.h"_s,
        u"core/store/letter.h"_s,
        u"core/account/secretstore.h"_s,
        u"core/tls/showncertificate.h"_s,
        u"core/tls/tlstarget.h"_s,
        u"core/sync/syncsettings.h"_s,
        u"core/doctor/finding.h"_s,
        u"core/sync/facade/checkups.h"_s,
        u"core/sync/syncvalues.h"_s,
        u"core/settings/"_s,
    };
    static const QList<LayerRule> rules{
        {u"core/base"_s, {u"core/base/"_s}, core, {u"QCoro"_s}},
        {u"core/search"_s, {u"core/search/"_s, u"core/base/"_s}, core, {}},
        {u"core/store"_s,
         {u"core/store/"_s, u"core/base/"_s, u"core/search/"_s, digest},
         core,
         {u"sqlite3"_s}},
        {u"core/mime"_s,
         {u"core/mime/"_s, u"core/base/"_s},
         core,
         {u"KCodecs"_s, u"KEncodingProber"_s, u"gumbo"_s}},
        {u"core/compose"_s,
         {u"core/compose/"_s, u"core/mime/"_s, u"core/account/identities.h"_s, u"core/account/signatures.h"_s,
          u"core/account/accountsettings.h"_s, u"core/base/"_s},
         core,
         {}},
        {u"core/parts"_s,
         {u"core/parts/"_s, u"core/mime/partfacts.h"_s, u"core/mime/formats/partfindings.h"_s,
          u"core/base/"_s},
         core,
         {u"KCalendarCore"_s, u"KContacts"_s}},
        {u"core/crypto"_s,
         {u"core/crypto/"_s, u"core/mime/"_s, u"core/base/"_s},
         core,
         {u"gpgme++"_s, u"gpg-error.h"_s}},
        {u"core/evidence"_s,
         {u"core/evidence/"_s, u"core/mime/"_s, u"core/base/"_s},
         core,
         {u"dkim.h"_s, u"libpsl.h"_s}},
        {u"core/remote"_s, {u"core/remote/"_s, u"core/base/"_s}, coreNet, {}},
        {u"core/tls"_s, {u"core/tls/"_s, u"core/base/"_s}, coreNet, {u"QCoro"_s}},
        {u"core/imap"_s, {u"core/imap/"_s, u"core/tls/"_s, u"core/base/"_s, digest}, coreNet, {u"QCoro"_s}},
        {u"core/imap/kimap"_s,
         {u"core/imap/"_s, u"core/tls/"_s, u"core/base/"_s, digest},
         coreNet,
         {u"QCoro"_s, u"KIMAP"_s, u"KJob"_s, u"KIO"_s, u"KMime"_s}},
        {u"core/imap/stream"_s,
         {u"core/imap/stream/"_s, u"core/imap/imaplink.h"_s, u"core/imap/certificateprobe.h"_s,
          u"core/imap/linkerrors.h"_s, u"core/tls/"_s, u"core/base/"_s},
         coreNet,
         {u"QCoro"_s}},
        {u"core/smtp"_s, {u"core/smtp/"_s, u"core/tls/"_s, u"core/base/"_s}, coreNet, {u"QCoro"_s}},
        {u"core/smtp/ksmtp"_s,
         {u"core/smtp/"_s, u"core/base/"_s},
         coreNet,
         {u"QCoro"_s, u"KSMTP"_s, u"KJob"_s}},
        {u"core/account"_s,
         {u"core/account/"_s, u"core/base/"_s},
         coreNet,
         {u"QCoro"_s, u"qt6keychain"_s, u"sodium.h"_s}},
        {u"core/setup"_s, {u"core/setup/"_s, u"core/account/"_s, u"core/base/"_s}, coreNet, {u"QCoro"_s}},
        {u"core/account/oauth"_s,
         {u"core/account/"_s, u"core/base/"_s},
         coreNet + QStringList{u"QtNetworkAuth"_s},
         {u"QCoro"_s}},
        {u"core/doctor"_s,
         {u"core/doctor/"_s, u"core/base/"_s, u"core/account/accountsettings.h"_s,
          u"core/account/accountrules.h"_s, u"core/imap/imaplink.h"_s, u"core/mime/headerdate.h"_s,
          u"core/tls/certificatejudge.h"_s},
         coreNet,
         {u"QCoro"_s}},
        {u"core/settings"_s, {u"core/settings/"_s, u"core/account/"_s, u"core/base/"_s}, coreNet, {}},
        {u"core/sync"_s, {u"core/"_s}, coreNet, {u"QCoro"_s}},
        {u"ui"_s, shownToUi, widgets, {}},
        {u"ui/compose"_s,
         shownToUi
             + QStringList{u"core/compose/quoting.h"_s, u"core/compose/templates.h"_s,
                           u"core/mime/contentid.h"_s, u"core/mime/html/htmlrules.h"_s,
                           u"core/mime/html/htmlsanitizer.h"_s},
         widgets,
         {u"Sonnet"_s}},
        // Chromium stays behind one room's door, so that starting up never pays for it.
        {u"ui/reader"_s, shownToUi, widgets + QStringList{u"QtWebEngineCore"_s, u"QtWebEngineWidgets"_s}, {}},
        {u"app"_s, {u"app/"_s, u"ui/"_s, u"core/"_s}, widgets, {u"QCoro"_s}},
        {u"app/preview"_s, {}, QStringList{u"QtCore"_s, u"QtGui"_s, u"QtPdf"_s}, {}},
    };
    return rules;
}

LayerCheck::LayerCheck(const QString &qtIncludeDirectory)
{
    const QDir root(qtIncludeDirectory);
    for (const auto &module : root.entryList({u"Qt*"_s}, QDir::Dirs)) {
        m_moduleOf.insert(module, module); // <QtCore>
        for (const auto &header : QDir(root.filePath(module)).entryList(QDir::Files)) {
            // QtQmlJSDebugger and friends forward some headers of the basic modules.
            if (!m_moduleOf.contains(header))
                m_moduleOf.insert(header, module);
        }
    }
}

QStringList LayerCheck::breaksOf(const QString &path, const QByteArray &text) const
{
    static const QRegularExpression directive(u"^\\s*#\\s*include(_next)?\\b(.*)$"_s);
    static const QRegularExpression target(u"^\\s*([<\"])([^>\"]+)[>\"]"_s);
    const auto *rule = ruleFor(path);
    if (!rule)
        return {
            u"%1:1: no rule for this folder; add it to docs/architecture.md and tests/layers"_s.arg(path)};
    QStringList breaks;
    int number = 0;
    for (const auto &line : text.split('\n')) {
        ++number;
        const auto found = directive.match(QString::fromUtf8(line));
        if (!found.hasMatch())
            continue;
        const auto what = target.match(found.captured(2));
        const auto reason = what.hasMatch() ? verdict(*rule, what.captured(2), what.captured(1) == u'"')
                                            : u"includes a macro, which this test cannot follow"_s;
        if (!reason.isEmpty())
            breaks.append(u"%1:%2: %3"_s.arg(path, QString::number(number), reason));
    }
    return breaks;
}

// Empty: allowed.
QString LayerCheck::verdict(const LayerRule &rule, const QString &include, bool quoted) const
{
    if (!quoted)
        return systemVerdict(rule, include);
    if (include.endsWith(".moc"_L1))
        return {};
    if (include.contains("/../"_L1) || include.startsWith("../"_L1))
        return u"write the path of %1 from the project's root"_s.arg(include);
    const bool allowed = std::any_of(rule.ours.cbegin(), rule.ours.cend(), [&include](const QString &ours) {
        return ours.endsWith(u'/') ? include.startsWith(ours) : include == ours;
    });
    return allowed ? QString() : u"%1 may not include %2"_s.arg(rule.room, include);
}

QString LayerCheck::systemVerdict(const LayerRule &rule, const QString &include) const
{
    const auto first = include.section(u'/', 0, 0);
    // <QtGui/QFont> names its module, <QFont> is looked up.
    const auto module = include.contains(u'/') ? (m_moduleOf.contains(first) ? first : QString())
                                               : m_moduleOf.value(include);
    if (!module.isEmpty())
        return rule.modules.contains(module) ? QString()
                                             : u"%1 may not use %2 (%3)"_s.arg(rule.room, module, include);
    if (isStandardHeader(include))
        return {};
    const bool allowed
        = std::any_of(rule.libraries.cbegin(), rule.libraries.cend(),
                      [&include](const QString &library) { return include.startsWith(library); });
    return allowed ? QString() : u"%1 may not use the library of <%2>"_s.arg(rule.room, include);
}

QStringList LayerCheck::breaksBelow(const QString &projectDirectory, int *filesRead) const
{
    const QDir project(projectDirectory);
    QStringList breaks;
    for (const auto *top : {"core", "ui", "app"}) {
        QDirIterator it(project.filePath(QLatin1StringView(top)),
                        {u"*.h"_s, u"*.cpp"_s, u"*.hpp"_s, u"*.cc"_s, u"*.inc"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            const auto path = project.relativeFilePath(file.fileName());
            if (!file.open(QIODevice::ReadOnly)) {
                breaks.append(u"%1:0: cannot be read"_s.arg(path));
                continue;
            }
            breaks += breaksOf(path, file.readAll());
            if (filesRead)
                ++*filesRead;
        }
    }
    breaks.sort();
    return breaks;
}

} // namespace kw
