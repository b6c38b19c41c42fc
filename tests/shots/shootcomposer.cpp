// Messages being written.
#include "shooter.h"

#include "ui/compose/composeeditor.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/composerwindow.h"
#include "ui/look/theme.h"
#include "ui/reader/bannerstack.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

QByteArray chart()
{
    QImage image(420, 160, QImage::Format_RGB32);
    image.fill(QColor(0xf4, 0xf6, 0xf8));
    QPainter painter(&image);
    int x = 30;
    for (const int height : {50, 72, 64, 98, 121}) {
        painter.fillRect(x, 140 - height, 48, height, QColor(0x3b, 0x82, 0xd6));
        x += 76;
    }
    painter.end();
    QByteArray out;
    QBuffer buffer(&out);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? out : QByteArray();
}

Draft plainAnswer(const Address &from)
{
    Draft draft;
    draft.messageId = u"shot-1@example.org"_s;
    draft.act = DraftAct::Reply;
    draft.from = from;
    draft.to = {{u"Anna Becker"_s, u"anna.becker@example.org"_s}};
    draft.subject = u"Re: Quarterly forecast"_s;
    draft.text = u"On 20 October 2026 at 09:12, Anna Becker wrote:\n"
                 "> Dear Jonas,\n>\n> here are the numbers we discussed. Could you look at the second\n"
                 "> quarter before Friday? I am not sure about the travel costs.\n>\n"
                 ">> We said that travel would stay below last year's figure.\n"
                 ">>> That was before the fair in Lyon.\n>\n> Kind regards\n> Anna\n"_s;
    return draft;
}

Draft richMessage(const Address &from)
{
    Draft draft;
    draft.messageId = u"shot-2@example.org"_s;
    draft.from = from;
    draft.to = {{u"Anna Becker"_s, u"anna.becker@example.org"_s}, {u"Lars Hansen"_s, u"lars@example.net"_s}};
    draft.cc = {{u"Mia Wolf"_s, u"mia@example.org"_s}};
    draft.subject = u"Forecast for the third quarter"_s;
    draft.html
        = u"<div>Dear both,</div><div><br></div><div>the forecast is attached. <b>Three things</b> have "
          "changed since <i>Tuesday</i>:</div><ul><li>travel is within the <a "
          "href=\"https://example.org/plan\">plan</a> again</li><li>the fair in Lyon is now <span "
          "style=\"color: #d14b5a\">in October</span></li><li>hardware moves to the fourth quarter</li></ul>"
          "<div><img src=\"cid:chart@shot\" alt=\"Sales by month\"></div><div><br></div><div>On Monday, Anna "
          "Becker wrote:</div><blockquote type=\"cite\"><p>Could you send me the new numbers before "
          "Friday?</p><blockquote type=\"cite\"><p>They come once the fair is settled.</p></blockquote></blockquote>"_s;
    draft.attachments = {{u"forecast-q3.xlsx"_s,
                          u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s,
                          QByteArray(84'000, 'x'),
                          {},
                          false,
                          {}},
                         {u"Minutes of the meeting on Tuesday.pdf"_s,
                          u"application/pdf"_s,
                          QByteArray(412'000, 'x'),
                          {},
                          false,
                          {}},
                         {u"chart.png"_s, u"image/png"_s, chart(), {}, true, u"chart@shot"_s}};
    return draft;
}

} // namespace

void Shooter::shootComposer(WindowFixture &fixture)
{
    applyTheme(m_theme);
    const AccountSettings account = fixture.engine().accounts().value(0);
    const Address from{account.name, account.address};
    const auto compose = [&](const Draft &draft) {
        auto *window = new ComposerWindow(&fixture.engine(), {}, account.key, draft);
        window->show();
        if (!QTest::qWaitForWindowActive(window))
            fail(u"no window to write in"_s);
        return window;
    };
    ComposerWindow *answer = compose(plainAnswer(from));
    QTest::keyClicks(answer->editor(), u"Dear Anna, the second quarter is fine. Travel is attached."_s);
    Q_EMIT fixture.engine().letters()->kept(u"shot-1@example.org"_s, QDateTime::currentMSecsSinceEpoch());
    save(*answer, u"compose-answer"_s);
    QTest::keyClick(answer->editor(), Qt::Key_Return, Qt::ControlModifier);
    save(*answer, u"compose-reminders"_s);
    delete answer;
    ComposerWindow *rich = compose(richMessage(from));
    rich->editor()->setFocus();
    settle(600); // the picture is painted by another process
    save(*rich, u"compose-rich"_s);
    delete rich;
}

} // namespace kw
