#include "core/smtp/smtpline.h"

#include <QCoroTask>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using Outcome = Submission::Outcome;

namespace {

constexpr int SmallBuffer = 4096; // octets that the system may hold on the way

// Consents to everything, and can stop reading.
class NarrowServer : public QTcpServer
{
public:
    NarrowServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            m_peer = nextPendingConnection();
            m_peer->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, SmallBuffer);
            connect(m_peer, &QTcpSocket::readyRead, this, &NarrowServer::read);
        });
    }
    bool reads = true;
    QByteArray message;

private:
    void read()
    {
        if (m_inMessage) {
            if (reads)
                message += m_peer->readAll();
            if (message.endsWith("\r\n.\r\n"))
                m_peer->write("250 ok\r\n");
            return;
        }
        m_inMessage = m_peer->readAll().startsWith("DATA");
        if (m_inMessage && !reads)
            m_peer->setReadBufferSize(1);
        m_peer->write(m_inMessage ? "354 go\r\n" : "250 ok\r\n");
    }

    QTcpSocket *m_peer = nullptr;
    bool m_inMessage = false;
};

} // namespace

// The connection that carries the dialogue.
class LineTest : public QObject
{
    Q_OBJECT

    static std::unique_ptr<SmtpLine> lineTo(const NarrowServer &server)
    {
        auto socket = std::make_unique<QSslSocket>();
        socket->connectToHost(u"127.0.0.1"_s, server.serverPort());
        if (!socket->waitForConnected(3000))
            return nullptr;
        socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, SmallBuffer);
        SmtpSettings settings;
        settings.host = u"127.0.0.1"_s;
        return std::make_unique<SmtpLine>(settings, SmtpFeatures(), std::move(socket));
    }
    static SmtpEnvelope envelope()
    {
        SmtpEnvelope envelope;
        envelope.recipients = {{u"bea@example.org"_s, {}}};
        return envelope;
    }

private Q_SLOTS:
    void the_final_dot_waits_until_all_before_it_has_left_data()
    {
        QTest::addColumn<bool>("reads");
        QTest::newRow("nobody reads the message") << false;
        QTest::newRow("somebody does") << true;
    }
    void the_final_dot_waits_until_all_before_it_has_left()
    {
        QFETCH(bool, reads);
        NarrowServer server;
        server.reads = reads;
        const std::shared_ptr<SmtpLine> line = lineTo(server);
        QVERIFY(line);
        // More than the system holds on the way, less than we do.
        const QByteArray message = QByteArray("0123456789 0123456789\r\n").repeated(10'000);
        qint64 given = 0;
        std::optional<Result<Submission>> ended;
        auto task = line->submit(envelope(), message, [&given](qint64 now, qint64) { given = now; });
        task.then([&ended](const Result<Submission> &result) { ended = result; });
        QTRY_COMPARE(given, message.size());
        if (reads)
            QTRY_VERIFY(ended);
        for (int turn = 0; turn < 20; ++turn) // all that can still happen
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCOMPARE(ended.has_value(), reads);
        line->close();
        QTRY_VERIFY(ended);
        QVERIFY(*ended);
        QCOMPARE((*ended)->outcome, reads ? Outcome::Accepted : Outcome::NotSent);
        QCOMPARE(server.message, reads ? message + ".\r\n" : QByteArray());
    }
};

QTEST_GUILESS_MAIN(LineTest)
#include "line_test.moc"
