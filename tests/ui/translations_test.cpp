#include "ui/look/words.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
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

// "context | source" of everything in a file.
QSet<QString> sources(const QString &path)
{
    QSet<QString> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            all.insert(context + " | "_L1 + xml.readElementText());
    }
    return all;
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

    void every_string_of_the_sources_is_in_the_file()
    {
        const QString kept = QStringLiteral(KW_SOURCE_DIR "/translations/kittiwake_de.ts");
        QTemporaryDir directory;
        const QString fresh = directory.filePath(u"kittiwake_de.ts"_s);
        QVERIFY(QFile::copy(kept, fresh));
        QProcess lupdate;
        const QString root = QStringLiteral(KW_SOURCE_DIR);
        lupdate.start(QStringLiteral(KW_LUPDATE),
                      {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, root,
                       root + "/ui"_L1, root + "/core"_L1, root + "/app"_L1, u"-target-language"_s, u"de"_s,
                       u"-ts"_s, fresh});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        QSet<QString> missing = sources(fresh);
        missing.subtract(sources(kept));
        const QString list = QStringList(missing.begin(), missing.end()).join(u'\n');
        QVERIFY2(missing.isEmpty(),
                 qPrintable("build the target update_translations, then translate:\n"_L1 + list));
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
