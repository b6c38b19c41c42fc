#include "app/kittiwake/logfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

class LogFileTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"kittiwake.log"_s);

    QByteArray text(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void a_place_that_cannot_be_written_is_a_sentence()
    {
        const auto started = startLogging(m_dir.filePath(u"none/kittiwake.log"_s));
        QVERIFY(!started);
        QVERIFY(started.error().text.contains(u"kittiwake.log"_s));
    }

    // From here on the log is open; in the order of the functions.
    void a_message_is_one_line_with_time_and_level()
    {
        QVERIFY(startLogging(m_path));
        qWarning("two\nlines");
        const auto lines = text(m_path).split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.first().endsWith("Z warning default: two lines"), lines.first());
        QVERIFY(!(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void a_large_log_is_rotated_and_never_grows_beyond_three_pieces()
    {
        const QByteArray block(200'000, 'x');
        for (int i = 0; i < 40; ++i)
            qWarning("%d %s", i, block.constData());
        qWarning("the last line");
        QVERIFY(text(m_path).endsWith("the last line\n"));
        QVERIFY(QFileInfo::exists(m_path + u".1"_s) && QFileInfo::exists(m_path + u".2"_s));
        QVERIFY(!QFileInfo::exists(m_path + u".3"_s));
        for (const auto &piece : {u""_s, u".1"_s, u".2"_s})
            QVERIFY(QFileInfo(m_path + piece).size() < 1'500'000);
    }
};

QTEST_GUILESS_MAIN(LogFileTest)
#include "logfile_test.moc"
