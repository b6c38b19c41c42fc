#include "layerrules.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

// The layers of docs/architecture.md hold in every source; and this test would see it if they did not.
class Layers : public QObject
{
    Q_OBJECT
    const LayerCheck m_check{QStringLiteral(KW_QT_INCLUDE_DIR)};

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_check.knowsQt(), "Qt's headers are not in " KW_QT_INCLUDE_DIR); }

    void every_source_keeps_to_its_layer()
    {
        int files = 0;
        const auto breaks = m_check.breaksBelow(QStringLiteral(KW_SOURCE_DIR), &files);
        QVERIFY2(breaks.isEmpty(), qPrintable(u'\n' + breaks.join(u'\n')));
        QVERIFY2(files >= 30, "hardly any source was found");
    }

    void a_planted_break_in_a_project_is_found()
    {
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"core/store"_s));
        QFile file(dir.filePath(u"core/store/planted.cpp"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#include <QString>\n\n#include <QWidget>\n#include \"core/sync/engine.h\"\n");
        file.close();
        QCOMPARE(m_check.breaksBelow(dir.path()),
                 (QStringList{u"core/store/planted.cpp:3: core/store may not use QtWidgets (QWidget)"_s,
                              u"core/store/planted.cpp:4: core/store may not include core/sync/engine.h"_s}));
    }

    void a_forbidden_include_is_found_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("core draws nothing") << u"core/sync/x.cpp"_s << QByteArray("#include <QPixmap>");
        QTest::newRow("by module path") << u"core/mime/x.cpp"_s << QByteArray("#include <QtGui/QFont>");
        QTest::newRow("odd spacing") << u"core/base/x.h"_s << QByteArray("  #  include\t<QLabel> // why");
        QTest::newRow("no QtSql in the store") << u"core/store/x.cpp"_s << QByteArray("#include <QSqlQuery>");
        QTest::newRow("SQLite only in the store")
            << u"core/sync/x.cpp"_s << QByteArray("#include <sqlite3.h>");
        QTest::newRow("KIMAP only in kimap")
            << u"core/imap/x.cpp"_s << QByteArray("#include <KIMAP/Session>");
        QTest::newRow("the engine sees no KIMAP")
            << u"core/sync/x.cpp"_s << QByteArray("#include <KIMAP/FetchJob>");
        QTest::newRow("imap knows no store")
            << u"core/imap/kimap/x.cpp"_s << QByteArray("#include \"core/store/rows.h\"");
        QTest::newRow("imap uses the digest only")
            << u"core/imap/x.h"_s << QByteArray("#include \"core/mime/messageparser.h\"");
        QTest::newRow("base uses nothing")
            << u"core/base/x.h"_s << QByteArray("#include \"core/store/rows.h\"");
        QTest::newRow("ui writes nothing")
            << u"ui/messages/x.cpp"_s << QByteArray("#include \"core/store/messagestore.h\"");
        QTest::newRow("ui sees no imap")
            << u"ui/accounts/x.cpp"_s << QByteArray("#include \"core/imap/imaplink.h\"");
        QTest::newRow("ui sees no secrets")
            << u"ui/accounts/x.cpp"_s << QByteArray("#include \"core/account/secrets.h\"");
        QTest::newRow("ui sees only the facade")
            << u"ui/x.cpp"_s << QByteArray("#include \"core/sync/folder/folderpass.h\"");
        QTest::newRow("Chromium only in the reader")
            << u"ui/messages/x.cpp"_s << QByteArray("#include <QWebEngineView>");
        QTest::newRow("core uses no ui")
            << u"core/sync/x.cpp"_s << QByteArray("#include \"ui/look/words.h\"");
        QTest::newRow("ui uses no app") << u"ui/x.cpp"_s << QByteArray("#include \"app/options.h\"");
        QTest::newRow("unknown library") << u"core/base/x.cpp"_s << QByteArray("#include <curl/curl.h>");
        QTest::newRow("path from here")
            << u"ui/folders/x.cpp"_s << QByteArray("#include \"../messages/y.h\"");
        QTest::newRow("path by name") << u"ui/folders/x.cpp"_s << QByteArray("#include \"y.h\"");
        QTest::newRow("macro") << u"core/base/x.cpp"_s << QByteArray("#include KW_HEADER");
        QTest::newRow("unknown room") << u"core/newroom/x.cpp"_s << QByteArray("");
    }
    void a_forbidden_include_is_found()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, line);
        QCOMPARE(m_check.breaksOf(path, "// first line\n" + line + '\n').size(), 1);
    }

    void an_allowed_include_is_no_break_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("standard") << u"core/base/x.cpp"_s << QByteArray("#include <algorithm>");
        QTest::newRow("system") << u"core/store/x.cpp"_s << QByteArray("#include <sys/stat.h>");
        QTest::newRow("SQLite in the store") << u"core/store/x.cpp"_s << QByteArray("#include <sqlite3.h>");
        QTest::newRow("KIMAP in kimap")
            << u"core/imap/kimap/x.cpp"_s << QByteArray("#include <KIMAP/Session>");
        QTest::newRow("digest") << u"core/imap/x.h"_s << QByteArray("#include \"core/mime/headerdigest.h\"");
        QTest::newRow("facade") << u"ui/messages/x.cpp"_s << QByteArray("#include \"core/sync/engine.h\"");
        QTest::newRow("Chromium in the reader")
            << u"ui/reader/x.cpp"_s << QByteArray("#include <QWebEngineView>");
        QTest::newRow("moc") << u"ui/x.cpp"_s << QByteArray("#include \"x.moc\"");
        QTest::newRow("in a string") << u"core/base/x.cpp"_s
                                     << QByteArray("auto s = \"#include <QWidget>\";");
    }
    void an_allowed_include_is_no_break()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, line);
        QCOMPARE(m_check.breaksOf(path, line + '\n'), QStringList());
    }
};

QTEST_GUILESS_MAIN(Layers)
#include "layers.moc"
