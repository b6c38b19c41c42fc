#include "core/compose/quoting.h"
#include "core/compose/reminders.h"
#include "core/mime/html/htmlsanitizer.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// Words by which people say that something is attached.
const QRegularExpression &words()
{
    static const QStringList languages{
        u"attach(?:ed|ing|ments?)?|enclosed|enclosures?"_s,
        u"anbei|anhang|anhänge[n]?|anlagen?|angehängte?[nrsm]?|angefügte?[nrsm]?|beigefügte?[nrsm]?|beiliegend"_s,
        u"ci-joint(?:e|s|es)?|ci-inclus(?:e|es)?|pièces? jointes?|piece jointe|fichiers? joints?|"
        "documents? joints?|en annexe|joint à ce"_s,
        u"adjunt(?:o|a|os|as|amos|é)|adjuntad[oa]s?|adjuntar|archivo adjunto"_s,
        u"in allegato|allegat[oaie]|allego|alleghiamo"_s,
        u"bijlagen?|bijgevoegde?|bijgaande?|bijgesloten|aangehechte?"_s,
        u"anexo|anexos|anexa|anexas|anexad[oa]s?|em anexo|anexei"_s,
        u"załącznik(?:u|i|a|iem|ów|ach|ami)?|załącz(?:am|amy|one|ony|ona|onym|onej)|w załączeniu"_s,
        u"vedhæft(?:et|ede|er|ning|ninger)|vedlagte?|vedlægger|bilag|bilaget|bilagene"_s,
        u"bifog(?:ad|at|ade|ar|as)|bilag(?:a|an|or|orna)|bilagd|bilagt"_s,
        u"vedlegg|vedlegget|vedleggene|vedlegger"_s,
    };
    static const QRegularExpression found(
        u"(?<![\\p{L}\\p{N}])(?:"_s + languages.join(u'|') + u")(?![\\p{L}\\p{N}])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return found;
}

// What the person wrote: no quotes, no line that announces them, nothing from a forwarded message on.
QString ownWords(const QString &text)
{
    const QString forwarded = QCoreApplication::translate("kw::Compose", "Forwarded message");
    QString out;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (line == u"-- " || (line.startsWith(u"-----") && line.contains(forwarded)))
            break;
        if (line.startsWith(u'>'))
            continue;
        out += line;
        out += u'\n';
    }
    return out;
}

QString wordIn(const QString &text)
{
    return words().match(text.normalized(QString::NormalizationForm_C)).captured();
}

} // namespace

QString attachmentWord(const Draft &draft)
{
    const QString text
        = draft.html.isEmpty() ? draft.text : htmlToText(withoutSignatures(sanitizeHtml(draft.html).html));
    const QString word = wordIn(ownWords(text));
    // The subject of an answer is somebody else's.
    const bool ownSubject = draft.act == DraftAct::New || draft.act == DraftAct::EditAsNew;
    return word.isEmpty() && ownSubject ? wordIn(draft.subject) : word;
}

} // namespace kw
