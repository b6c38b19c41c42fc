#include "tests/mime/htmlattacks.h"

namespace kw {

QList<const char *> htmlAttacks()
{
    return {
        // script in every disguise
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script/src=//e.example>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script\n>alert(1)</script\n>", "<script",
        "<script>alert(1)", "<<script>alert(1)//<</script>", "</script><script>alert(1)</script>",
        "<script\t/x>1</script/x>", "<!--<script>--><script>1</script>",
        "<script><!--<script></script>-->alert(1)</script>", "<style><script>1</script></style>",
        "<title><script>1</script></title>", "<textarea><script>1</script>",
        "<noscript><p title=\"</noscript><img src=x onerror=1>\">", "<xmp><script>1</script></xmp>",
        "<plaintext><script>1</script>", "<noembed><script>1</script></noembed>",
        "<template><script>1</script></template>",
        // handlers
        "<img src=x onerror=alert(1)>", "<img/src=\"cid:x\"/onerror=alert(1)>",
        "<img src=cid:x ONLOAD=alert(1)>", "<body onload=alert(1)>", "<p onclick = 'x'>",
        "<p title=\"a\"onclick=\"x\">", "<p title='\" onclick=\"x'>", "<p title=`onclick=x`>",
        "<div onmouseover\n=\nx>", "<a href=http://a/ onfocus=x autofocus>", "<details open ontoggle=x>",
        "<p =onclick=x>", "<p \"onclick=x\">", "<p a=\"b\" \x01onclick=x>",
        // other vocabularies
        "<svg onload=alert(1)>", "<svg><script>1</script></svg>",
        "<svg><a xlink:href=javascript:1><text>x</text></a></svg>",
        "<svg><style><img src=x onerror=1></style></svg>", "<svg/onload=1",
        "<svg><foreignObject><iframe src=//x></svg>", "<math><mi xlink:href='javascript:1'>x</mi></math>",
        "<math><annotation-xml encoding=text/html><script>1</script>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
        "onerror=1&gt;\">",
        "<svg></p><style><a id=\"</style><img src=1 onerror=1>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=1>",
        // addresses
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:1\">x</a>", "<a href=\"java\nscript:1\">x</a>",
        "<a href=\"java&#9;script:1\">x</a>", "<a href=\"java&Tab;script:1\">x</a>",
        "<a href=\"java&NewLine;script&colon;1\">x</a>", "<a href=\"&#106;avascript:1\">x</a>",
        "<a href=\"&#x6Aavascript:1\">x</a>", "<a href=\"&#0000106avascript:1\">x</a>",
        "<a href=\"\x01javascript:1\">x</a>", "<a href=\"javascript&#58;1\">x</a>",
        "<a href=\"data:text/html,<script>1</script>\">x</a>", "<a href=\"vbscript:1\">x</a>",
        "<a href=\"file:///etc/passwd\">x</a>", "<a href=\"//evil.example/\">x</a>",
        "<a href=\"blob:x\">x</a>", "<a href=\"view-source:http://x\">x</a>",
        "<a href='https://ok/\"onclick=\"x'>x</a>", "<a href=http://ok/ href=javascript:1>x</a>",
        "<a href=javascript:1 href=http://ok/>x</a>", "<area href=javascript:1>",
        "<a ping=http://x/ href=http://y/>x</a>", "<q cite=http://x/>x</q>",
        // loads
        "<img src=http://x/a.png>", "<img src=//x/a.png>", "<img src='\nhttp://x/a.png'>",
        "<img srcset='http://x/a 2x'>", "<img src=cid:a srcset='http://x/a 2x'>",
        "<img src=cid:a lowsrc=http://x dynsrc=http://x>", "<img src=data:image/svg+xml,<svg/onload=1>>",
        "<img src='data:image/png;base64,AA\" onerror=\"x'>", "<img src='data:text/html;base64,AA'>",
        "<picture><source srcset=http://x></picture>", "<table background=http://x>",
        "<td background='http://x'>", "<body background=http://x>", "<input type=image src=http://x>",
        "<video src=http://x poster=http://x></video>", "<audio src=http://x>", "<embed src=http://x>",
        "<object data=http://x></object>", "<iframe src=http://x></iframe>",
        "<iframe srcdoc='<script>1</script>'>", "<frameset><frame src=http://x></frameset>",
        "<applet code=x>", "<link rel=stylesheet href=http://x>", "<link rel=prefetch href=http://x>",
        "<meta http-equiv=refresh content='0;url=http://x'>", "<base href=http://x>",
        "<bgsound src=http://x>", "<image src=http://x>", "<isindex action=http://x>",
        "<ilayer src=http://x>", "<form action=http://x><button formaction=javascript:1>x</button></form>",
        "<portal src=http://x>", "<track src=http://x>",
        // style
        "<p style=\"background:url(http://x)\">", "<p style=\"background:u\\72l(http://x)\">",
        "<p style=\"background:url/**/(http://x)\">", "<p style=\"background:&#117;rl(http://x)\">",
        "<p style=\"background-image:image-set('http://x' 1x)\">", "<p style=\"width:expression(alert(1))\">",
        "<p style=\"width:exp/**/ression(alert(1))\">", "<p style=\"behavior:url(x.htc)\">",
        "<p style=\"-moz-binding:url(x)\">", "<p style=\"position:fixed;top:0\">",
        "<p style=\"position:absolute\">", "<p style=\"pos\\69tion:fixed\">",
        "<p style=\"color:red;}body{background:url(http://x)\">", "<p style=\"list-style:url(http://x)\">",
        "<p style=\"font:12px 'a\\\");x:url(http://x)'\">", "<p style=\"content:url(http://x)\">",
        "<p style='color:red\"onclick=\"x'>", "<p style=\"border-image:url(http://x)\">",
        "<p style=\"@import 'http://x'\">", "<style>@import 'http://x';</style>",
        "<style>p{background:url(http://x)}", "<style></style><script>1</script>",
        // what a parser may misread
        "<!-- unclosed <script>1</script>", "<!--><script>1</script>", "<!---><script>1</script>",
        "<!--x--!><script>1</script>", "<![CDATA[<script>1</script>]]>", "<?xml <script>1</script> ?>",
        "<!DOCTYPE x [<!ENTITY a '<script>'>]>&a;", "</ <script>1</script>", "<a href='x",
        "<a href=\"http://x/><script>1</script>", "<p title=\"</p><script>1</script>",
        "&lt;script&gt;1&lt;/script&gt;", "&amp;lt;script&amp;gt;", "&#60;script&#62;1", "&#x3c;script",
        "&ltscript&gt", "\xc2\xa0<script>1</script>", "<table><script>1</script></table>",
        "<select><script>1</script></select>", "<option><style></option></select><script>1</script>",
        "<p><p><a><table></a><script>1</script>", "<b><i></b></i><script>1</script>", "<a<script>1</script>",
        "<im\x01g src=x onerror=1>", "<xss:script>1</xss:script>", "<o:p><script>1</script></o:p>",
        "<custom-tag onclick=x style='position:fixed'>x</custom-tag>"};
}

} // namespace kw
