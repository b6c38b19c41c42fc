#include "core/settings/settingkeys.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

class DocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // docs/settings.md has a row for each key, with its usual value, and for nothing else.
    void the_document_names_every_key_and_its_usual_value()
    {
        QFile file(QStringLiteral(KW_SOURCE_DIR "/docs/settings.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression row(u"^\\| `([a-z]+/[A-Za-z]+)` \\| [^|]+ \\| `([^`]*)` \\|"_s,
                                            QRegularExpression::MultilineOption);
        SettingValues told;
        auto it = row.globalMatch(text);
        while (it.hasNext()) {
            const auto match = it.next();
            told.insert(match.captured(1), match.captured(2));
        }
        QCOMPARE(told, usualSettings());
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
