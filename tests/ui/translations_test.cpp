#include "ui/look/words.h"

#include <QFile>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

// Sources whose translation is marked unfinished or is empty.
QStringList unfinished(const QString &language)
{
    QFile file(QStringLiteral(KW_SOURCE_DIR "/translations/kittiwake_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {u"cannot read "_s + file.fileName()};
    QXmlStreamReader xml(&file);
    QStringList bad;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            const bool marked = xml.attributes().hasAttribute("type"_L1);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (marked || text.trimmed().isEmpty())
                bad.append(source);
        }
    }
    return bad;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void german_and_english_are_complete()
    {
        for (const QString &language : {u"de"_s, u"en"_s}) {
            const QStringList bad = unfinished(language);
            QVERIFY2(bad.isEmpty(), qPrintable(language + u": "_s + bad.join(u" | "_s)));
        }
    }

    void the_program_speaks_german()
    {
        QTranslator german;
        QVERIFY(german.load(u":/i18n/kittiwake_de.qm"_s));
        QCoreApplication::installTranslator(&german);
        QCOMPARE(roleTitle(FolderRole::Inbox), u"Posteingang"_s);
        QCOMPARE(QCoreApplication::translate("kw::StatusStrip", "%Ln change(s) waiting", nullptr, 1),
                 u"1 Änderung wartet"_s);
        QCoreApplication::removeTranslator(&german);
    }

    void english_counts_in_whole_words()
    {
        QTranslator english;
        QVERIFY(english.load(u":/i18n/kittiwake_en.qm"_s));
        QCoreApplication::installTranslator(&english);
        QCOMPARE(QCoreApplication::translate("kw::StatusStrip", "%Ln change(s) waiting", nullptr, 3),
                 u"3 changes waiting"_s);
        QCoreApplication::removeTranslator(&english);
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
