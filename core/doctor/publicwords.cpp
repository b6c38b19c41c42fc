#include "core/doctor/publicwords.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.cbegin(), list.cend()};
}

} // namespace

bool isPublicWord(const QString &word)
{
    static const QSet<QString> words
        = setOf(u"a about above abort aborted accept accepted access account accounts across action active "
                u"address after again "
                "against all allowed already also an and another answer answered any append application are "
                "as at attach "
                "attempt auth authenticate authentication authority available back backfill bad base be "
                "because been before "
                "begin being below between body both buffer busy but by bye cache called can cancel "
                "cancelled cannot capability "
                "cert certificate certificates chain change changed changes character check checked cipher "
                "client clock close "
                "closed closing code command commands commit complete completed condstore configuration "
                "connect connected "
                "connecting connection connections content copy could count create created current damaged "
                "data database date "
                "deadline debug decode default delay delete deleted denied depth device did different "
                "directory disabled disk "
                "disconnect disconnected does done down draft drop dropped due during each either empty "
                "enable enabled "
                "encrypted encryption end ended ends engine enough error errors every exceeded exchange "
                "exists expected expired "
                "expunge fail failed failure fatal fetch field file files first flag flags folder folders "
                "for format found "
                "free from full gave get gone greeting had handle handshake has have header headers held "
                "helper host how icon "
                "id idle if ignored imap in inbox info information initialize insert inside instead internal "
                "invalid io is "
                "issuer it its job jobs journal keep key keyring kind kittiwake last late later least left "
                "length less level "
                "limit line link list local lock locked login logout long lost made mailbox mailboxes main "
                "malformed many mark "
                "memory message messages method missing mode more most move must name names needs network "
                "never new newer next "
                "no none not nothing now null number object of off offline oauth ok old on once one online "
                "only open opened "
                "operation option or other out over own page parse parser part partial pass password path "
                "peer pending "
                "permission permitted pin plain plugin pool port problem process profile program protocol "
                "proxy put qresync "
                "query queue quit quota quote reached read reading reason received reconnect record refused "
                "rejected remote "
                "remove removed rename renamed reply request reset resolve resolved response result retry "
                "retries returned "
                "right root row rows run running safe save schema search second seconds secret secure "
                "security see seen select "
                "send sending sent server service session sessions set setting settings several shared shut "
                "signal signed "
                "sign signing signature size skip skipped sleep slot slow smtp so socket some something "
                "source space sqlite ssl "
                "stale start started starting starttls state status still stop stopped storage store stored "
                "stream string "
                "subscribe success sync syncing syntax system table tag tagged temporary text than that the "
                "their them then "
                "there these they thing this thread threads through time timed timeout timer tls to token "
                "too transaction "
                "trash tried tries try trying type uid uidvalidity unable unavailable unexpected unknown "
                "unless unread "
                "unsupported until untagged up update updated upload use used user using valid value version "
                "wait waited "
                "waiting wake want warning was way went were what when where which while who will window "
                "with within without "
                "work worker working would write writing written wrong xoauth2 yet "
                "qt qtcore qtnetwork qtwidgets qsslsocket qdnslookup qtimer qthread qobject kimap ksmtp kjob "
                "sasl dbus "
                "wayland xcb fontconfig opengl"_s);
    return words.contains(word);
}

bool isPublicCapability(const QString &name)
{
    static const QSet<QString> names = setOf(
        u"IMAP4 IMAP4REV1 IMAP4REV2 IDLE CONDSTORE QRESYNC ENABLE MOVE UIDPLUS SPECIAL-USE "
        u"CREATE-SPECIAL-USE QUOTA "
        "QUOTASET QUOTA=RES-STORAGE QUOTA=RES-MESSAGE STARTTLS LOGINDISABLED SASL-IR AUTH=PLAIN AUTH=LOGIN "
        "AUTH=XOAUTH2 AUTH=OAUTHBEARER AUTH=CRAM-MD5 AUTH=DIGEST-MD5 AUTH=SCRAM-SHA-1 AUTH=SCRAM-SHA-256 "
        "AUTH=EXTERNAL AUTH=GSSAPI AUTH=NTLM AUTH=PLAIN-CLIENTTOKEN LITERAL+ LITERAL- LOGIN-REFERRALS ID "
        "NAMESPACE "
        "CHILDREN UNSELECT ACL RIGHTS=KTXEI RIGHTS=TEXK LIST-EXTENDED LIST-STATUS LIST-MYRIGHTS "
        "LIST-METADATA "
        "METADATA METADATA-SERVER SORT SORT=DISPLAY SORT=MODSEQ THREAD=REFERENCES THREAD=REFS "
        "THREAD=ORDEREDSUBJECT "
        "MULTIAPPEND CATENATE URLAUTH URL-PARTIAL ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH CONTEXT=SORT "
        "I18NLEVEL=1 I18NLEVEL=2 BINARY CONVERT COMPRESS=DEFLATE NOTIFY FUZZY SEARCH=FUZZY PREVIEW "
        "PREVIEW=FUZZY "
        "SNIPPET=FUZZY STATUS=SIZE SAVEDATE OBJECTID MAILBOXID REPLACE XLIST X-GM-EXT-1 APPENDLIMIT "
        "UTF8=ACCEPT "
        "UTF8=ONLY MULTISEARCH STATUS-COUNTERS INPROGRESS UIDONLY PARTIAL JMAPACCESS LIST-CHILDREN "
        "XSNIPPET=FUZZY "
        "XAPPLEPUSHSERVICE XYMHIGHESTMODSEQ XMOVE X-REPLACE X-SIEVE-MAILBOX X-QUOTA=STORAGE STATUS=X-GUID "
        "ANNOTATE-EXPERIMENT-1 "
        "LANGUAGE DIGEST=SHA1 WITHIN"_s);
    return names.contains(name);
}

bool isPublicHost(const QString &host)
{
    static const QStringList domains{u"gmail.com"_s,
                                     u"googlemail.com"_s,
                                     u"google.com"_s,
                                     u"outlook.com"_s,
                                     u"office365.com"_s,
                                     u"hotmail.com"_s,
                                     u"live.com"_s,
                                     u"yahoo.com"_s,
                                     u"aol.com"_s,
                                     u"icloud.com"_s,
                                     u"me.com"_s,
                                     u"mac.com"_s,
                                     u"fastmail.com"_s,
                                     u"gmx.net"_s,
                                     u"gmx.de"_s,
                                     u"gmx.com"_s,
                                     u"web.de"_s,
                                     u"t-online.de"_s,
                                     u"freenet.de"_s,
                                     u"posteo.de"_s,
                                     u"mailbox.org"_s,
                                     u"zoho.com"_s,
                                     u"zoho.eu"_s,
                                     u"yandex.ru"_s,
                                     u"yandex.com"_s,
                                     u"mail.ru"_s,
                                     u"qq.com"_s,
                                     u"163.com"_s,
                                     u"126.com"_s,
                                     u"orange.fr"_s,
                                     u"free.fr"_s,
                                     u"laposte.net"_s,
                                     u"libero.it"_s,
                                     u"comcast.net"_s,
                                     u"1und1.de"_s,
                                     u"ionos.de"_s,
                                     u"ionos.com"_s,
                                     u"ovh.net"_s,
                                     u"gandi.net"_s,
                                     u"strato.de"_s,
                                     u"messagingengine.com"_s};
    static const QSet<QString> labels
        = setOf(u"imap smtp mail mx pop pop3 imap-mail smtp-mail secureimap securesmtp "
                "outlook smtp.office365 imap.mail smtp.mail export eas auth ssl0"_s);
    const QString name = host.toLower();
    return std::ranges::any_of(domains, [&name](const QString &domain) {
        return name == domain
            || (name.endsWith(u'.' + domain) && labels.contains(name.chopped(domain.size() + 1)));
    });
}

} // namespace kw::doctor
