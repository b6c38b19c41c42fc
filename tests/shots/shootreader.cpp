// What the reader says about a message, each on a page of its own.
#include "shooter.h"

#include "core/mime/messageparser.h"
#include "core/sync/facade/senderchecks.h"
#include "ui/preview/attachmentpreview.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/messagepage.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

const QByteArray Words
    = "Dear Jonas,\r\n\r\nthe contract is attached; the second page has what we spoke about on "
      "Tuesday. Please have a look before Friday.\r\n\r\nKind regards\r\nAnna\r\n";

std::shared_ptr<OpenedMessage> mail(const QByteArray &fields, const QByteArray &body = Words)
{
    auto out = std::make_shared<OpenedMessage>();
    out->id = MessageId(1);
    out->rawHeader
        = "From: Anna Becker <anna.becker@example.org>\r\nTo: Jonas Lind <jonas@example.net>\r\nDate: Tue, "
          "20 Oct 2026 09:12:00 +0200\r\nMIME-Version: 1.0\r\n"
        + fields + "\r\n";
    out->rawBody = body;
    out->view = parseMessage(out->rawHeader, out->rawBody);
    return out;
}

Seal sealed(SealSignature::Validity validity, SealSignature::Trust trust)
{
    Seal seal;
    seal.opening = Seal::Opening::Opened;
    seal.isWhole = true;
    seal.signatures = {{.validity = validity,
                        .trust = trust,
                        .keyId = u"6A1C40D7722F0E1B9A3355D0C4419F8812ABCD34"_s,
                        .signer = u"Anna Becker"_s,
                        .addresses = {u"anna.becker@example.org"_s},
                        .issuer = {},
                        .signedAt = QDateTime::fromSecsSinceEpoch(1'792'480'320),
                        .expiredAt = {}}};
    return seal;
}

const QByteArray Calendar
    = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:boat@example.org\r\nDTSTAMP:"
      "20261019T080000Z\r\nDTSTART:20261104T090000Z\r\nDTEND:20261104T103000Z\r\nSUMMARY:Boat "
      "inspection\r\nLOCATION:Pier 4\r\nORGANIZER;CN=Anna "
      "Becker:mailto:anna.becker@example.org\r\nATTENDEE;CN=Jonas "
      "Lind;PARTSTAT=NEEDS-ACTION:mailto:jonas@example.net\r\nATTENDEE;CN=Ida "
      "Holm;PARTSTAT=ACCEPTED:mailto:ida@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

QByteArray bounce()
{
    return "--r\r\n\r\nYour message could not be delivered.\r\n--r\r\nContent-Type: "
           "message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example.org\r\n\r\nFinal-Recipient: "
           "rfc822; "
           "ida@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such "
           "user "
           "here\r\n--r--\r\n";
}

QByteArray contract()
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    QFont font = painter.font();
    font.setPointSize(22);
    painter.setFont(font);
    painter.drawText(writer.width() / 10, writer.height() / 8, u"Contract of carriage"_s);
    font.setPointSize(11);
    painter.setFont(font);
    painter.drawText(
        QRect(writer.width() / 10, writer.height() / 6, writer.width() * 8 / 10, writer.height()),
        Qt::TextWordWrap,
        u"The carrier takes the goods named below from Pier 4 to the island and back, weather permitting. "
        "The freight is due on delivery.\n\nTwo crates of instruments\nOne crate of books"_s);
    writer.newPage();
    painter.end();
    return octets;
}

SenderReport impostor()
{
    SenderReport report;
    report.message = MessageId(2);
    report.isWhole = true;
    report.evidence.origin = Evidence::Origin::Disproven;
    report.evidence.domain = u"examp1e.org"_s;
    report.acquaintance.isFirst = true;
    report.acquaintance.looksLike = u"example.org"_s;
    return report;
}

} // namespace

void Shooter::shootReader()
{
    using Validity = SealSignature::Validity;
    using Trust = SealSignature::Trust;
    MessagePage page;
    page.setStandsAlone();
    page.setOwnAddresses({u"jonas@example.net"_s});
    page.setAutoFillBackground(true);
    page.setBackgroundRole(QPalette::Base);
    page.resize(760, 560);
    page.show();
    const auto shoot = [&](const std::shared_ptr<OpenedMessage> &message, const QString &name) {
        page.showMessage(message);
        save(page, name);
    };
    const auto shootSealed = [&](const Seal &seal, const QString &name) {
        const auto message = mail("Subject: The contract\r\n");
        message->view.seals = {seal};
        if (!seal.isOpen())
            message->view.text.clear();
        shoot(message, name);
    };
    shootSealed(sealed(Validity::Good, Trust::Full), u"reader-sealed"_s);
    shootSealed(sealed(Validity::Good, Trust::Unknown), u"reader-sealed-unconfirmed"_s);
    shootSealed(sealed(Validity::Bad, Trust::Unknown), u"reader-sealed-changed"_s);
    shootSealed(Seal{.opening = Seal::Opening::Cancelled, .isWhole = true}, u"reader-sealed-locked"_s);
    shoot(mail("Subject: Boat inspection\r\nContent-Type: multipart/alternative; boundary=a\r\n",
               "--a\r\n\r\n" + Words + "--a\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + Calendar
                   + "--a--\r\n"),
          u"reader-invitation"_s);
    shoot(mail("Subject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; "
               "boundary=r\r\n",
               bounce()),
          u"reader-bounce"_s);
    const auto foreign = mail("Subject: Your account\r\nReply-To: <help@elsewhere.example>\r\n");
    foreign->id = MessageId(2);
    page.showMessage(foreign);
    page.setSender(impostor());
    save(page, u"reader-impostor"_s);

    const auto files = mail("Subject: The contract\r\nContent-Type: multipart/mixed; boundary=f\r\n",
                            "--f\r\n\r\n" + Words
                                + "--f\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
                                  "filename=Contract.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                + contract().toBase64()
                                + "\r\n--f\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; "
                                  "filename=Freight.csv\r\n\r\nitem;weight\r\ncrate;40\r\n--f--\r\n");
    shoot(files, u"reader-attachments"_s);
    const auto large = std::make_shared<OpenedMessage>(*files);
    large->isWhole = false;
    for (AttachmentInfo &info : large->view.attachments) {
        info.isHere = false;
        info.size = info.name.endsWith(".pdf"_L1) ? 24'700'000 : 3'100'000;
    }
    page.showMessage(large);
    page.findChild<AttachmentBar *>()->showProgress(0, 9'000'000, 34'000'000);
    save(page, u"reader-downloading"_s);
    AttachmentPreview preview(&page);
    preview.showAttachment(files, {0, 1}, 0);
    settle(1500); // a process starts and paints
    save(preview, u"attachment-preview"_s);
}

} // namespace kw
