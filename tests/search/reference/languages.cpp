#include "tests/search/reference/languages.h"

using namespace Qt::StringLiterals;

namespace kw::reference {

namespace {

QStringList parted(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

Language english()
{
    return {
        u"English"_s,
        parted(
            u"the meeting quarterly forecast invoice attached please review tomorrow Monday deadline project "
            u"budget team report don't e-mail re-send naïve café résumé Wi-Fi 10:30 v2.1 order #4711 thanks "
            u"regards AT&T C++ state-of-the-art https://example.org/path?q=1 coöperate 2nd 100% ½ ™ 🎉 👍🏽"_s),
        {{u"Anna Becker"_s, u"anna.becker@example.org"_s},
         {u"John O'Neil"_s, u"john@oneil.example"_s},
         {{}, u"noreply@shop.example.com"_s}},
        {u"report.pdf"_s, u"Q3_forecast-final(2).xlsx"_s, u"photo 1.jpeg"_s},
        {u"Projects"_s, u"Travel plans"_s},
        u" "_s,
        u". "_s,
        u"Re: "_s,
        u"quox"_s,
        parted(u"ba ke li mo nu pa ri so tu wy"_s)};
}

Language german()
{
    return {
        u"German"_s,
        parted(
            u"Straße Grüße Rechnung Überweisung für die größte Übung morgen Besprechung Anhang bitte prüfen "
            u"Schöne GRÜSSE Maß Käse Datenschutz-Grundverordnung Termin z.B. Fußgängerübergänge "
            u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkundenstempel äöü ẞ"_s),
        {{u"Jürgen Müller"_s, u"j.mueller@beispiel.example"_s}, {u"Zoë Weiß"_s, u"zoe@weiss.example"_s}},
        {u"Übersicht März.pdf"_s, u"Straßenkarte.png"_s},
        {u"Aufträge"_s, u"Familie & Freunde"_s},
        u" "_s,
        u". "_s,
        u"AW: "_s,
        u"Xöß"_s,
        parted(u"bä kü li mö nu pa rö su tü wy"_s)};
}

Language french()
{
    return {
        u"French"_s,
        parted(
            u"réunion élève château l'été aujourd’hui œuvre cœur français garçon naïf Noël où être facture "
            u"pièce-jointe merci d'accord qu'il déjà forêt ÉCOLE août"_s),
        {{u"Hélène Lefèvre"_s, u"helene@lefevre.example"_s},
         {u"François D’Arc"_s, u"francois@arc.example"_s}},
        {u"reçu d'août.pdf"_s},
        {u"Boîte à idées"_s},
        u" "_s,
        u" ! "_s,
        u"RE : "_s,
        u"zœx"_s,
        parted(u"bé kè lî mô nù pâ rë sï tü wy"_s)};
}

Language polish()
{
    return {
        u"Polish"_s,
        parted(
            u"Łódź zażółć gęślą jaźń spotkanie faktura załącznik proszę źródło świat dziękuję książka ŻÓŁW "
            u"późno wczoraj ulica Święta"_s),
        {{u"Łukasz Wójcik"_s, u"lukasz@wojcik.example"_s}, {u"Świętosława Żak"_s, u"zak@poczta.example"_s}},
        {u"załącznik nr 1.odt"_s},
        {u"Księgowość"_s},
        u" "_s,
        u". "_s,
        u"Odp: "_s,
        u"Źłą"_s,
        parted(u"bą kę li mó nu pą ró sę tu wy"_s)};
}

Language russian()
{
    return {
        u"Russian"_s,
        parted(
            u"встреча отчёт Москва завтра договор счёт пожалуйста ёлка Йод письмо привет СРОЧНО съезд мышь "
            u"проект-план приложение спасибо 2-й Ѳома"_s),
        {{u"Фёдор Достоевский"_s, u"fedor@pochta.example"_s}, {u"Анна Каренина"_s, u"anna@pochta.example"_s}},
        {u"Отчёт за май.docx"_s},
        {u"Работа"_s, u"Счета"_s},
        u" "_s,
        u". "_s,
        u"Ответ: "_s,
        u"щъё"_s,
        parted(u"ба кё ли мо ну пы ри со тю вэ"_s)};
}

Language greek()
{
    return {
        u"Greek"_s,
        parted(
            u"συνάντηση Αθήνα τιμολόγιο αύριο παρακαλώ Ευχαριστώ λόγος ΛΌΓΟΣ σεισμός ψυχή ημερομηνία προϊόν "
            u"φως ΐχνος ὀξύς"_s),
        {{u"Γιώργος Παπαδόπουλος"_s, u"giorgos@papadopoulos.example"_s}},
        {u"έκθεση.pdf"_s},
        {u"Έργα"_s},
        u" "_s,
        u". "_s,
        u"ΑΠ: "_s,
        u"ξψώ"_s,
        parted(u"βά κέ λί μό νύ πώ ρή σά τέ φί"_s)};
}

Language turkish()
{
    return {
        u"Turkish"_s,
        parted(u"İstanbul ışık toplantı fatura yarın lütfen çağrı şirket ağaç ILIK ilginç görüşme öğle güneş "
               u"DİYARBAKIR dosya"_s),
        {{u"Işıl Çağlar"_s, u"isil@caglar.example"_s}, {u"İbrahim Şahin"_s, u"ibrahim@sahin.example"_s}},
        {u"çizelge (ağustos).xls"_s},
        {u"İş"_s},
        u" "_s,
        u". "_s,
        u"YNT: "_s,
        u"ğışx"_s,
        parted(u"bı kü li mö nu pa rı sü tö vy"_s)};
}

Language arabic()
{
    return {
        u"Arabic"_s,
        parted(u"اجتماع فاتورة مُرَاجَعَة غداً التقرير مرفق شكراً مشروع الميزانية كتــــاب أحمد إلى آخر مدرسة ١٢٣ "
               u"می‌خواهم رسالة"_s),
        {{u"أحمد الخطيب"_s, u"ahmad@khatib.example"_s}, {u"فاطمة الزهراء"_s, u"fatima@zahra.example"_s}},
        {u"تقرير.pdf"_s},
        {u"العمل"_s},
        u" "_s,
        u"، "_s,
        u"رد: "_s,
        u"ظغ"_s,
        parted(u"با كو لي مر نس بط جق حف دل زن"_s)};
}

Language hebrew()
{
    return {u"Hebrew"_s,
            parted(u"פגישה חשבונית מחר בבקשה תודה שָׁלוֹם ירושלים פרויקט תקציב דו״ח מסמך שנה בע\"מ לְהִתְרָאוֹת"_s),
            {{u"יעל כהן"_s, u"yael@cohen.example"_s}, {u"דוד לוי"_s, u"david@levi.example"_s}},
            {u"דו״ח.pdf"_s},
            {u"עבודה"_s},
            u" "_s,
            u". "_s,
            u"תגובה: "_s,
            u"זץ"_s,
            parted(u"בא גו די המ טס לר מק נב פג שד"_s)};
}

Language hindi()
{
    return {u"Hindi"_s,
            parted(u"बैठक चालान कृपया धन्यवाद परियोजना रिपोर्ट संलग्न कल हिन्दी ज़रूरी पढ़ना विश्वविद्यालय क्या दिल्ली १२३ "
                   u"क्षमा प्रश्न"_s),
            {{u"प्रिया शर्मा"_s, u"priya@sharma.example"_s}, {u"अर्जुन सिंह"_s, u"arjun@singh.example"_s}},
            {u"रिपोर्ट.pdf"_s},
            {u"काम"_s},
            u" "_s,
            u"। "_s,
            u"Re: "_s,
            u"झ्ञौ"_s,
            parted(u"बा की लू मे नै पो रा सी तू वे"_s)};
}

Language chinese()
{
    return {u"Chinese"_s,
            parted(u"会议 发票 请 查收 附件 明天 项目 预算 报告 谢谢 北京 上海 東京 臺灣 公司 我们 的 在 和 "
                   u"2024年 iPhone手机 "
                   u"𠮷野家 ＡＢＣ 大家好"_s),
            {{u"王小明"_s, u"wang@beijing.example"_s}, {u"李娜"_s, u"lina@shanghai.example"_s}},
            {u"会议记录.docx"_s},
            {u"工作"_s},
            {},
            u"。"_s,
            u"回复："_s,
            u"鑫龘"_s,
            parted(u"甲 乙 丙 丁 戊 己 庚 辛 壬 癸"_s)};
}

Language japanese()
{
    return {u"Japanese"_s,
            parted(u"会議 請求書 お願いします 明日 東京 京都 ありがとうございます プロジェクト ﾃﾞｰﾀ データ "
                   u"パーティー コーヒー 人々 "
                   u"です と の が Windows版 田中さん ㈱山田"_s),
            {{u"田中 太郎"_s, u"tanaka@tokyo.example"_s}, {u"サトウ ハナコ"_s, u"sato@kyoto.example"_s}},
            {u"見積書（最新）.pdf"_s},
            {u"仕事"_s},
            {},
            u"。"_s,
            u"Re: "_s,
            u"ヴぇ"_s,
            parted(u"ぁ ぃ ぅ ぉ ゃ ゅ ょ ゎ ゐ ゑ"_s)};
}

Language korean()
{
    return {
        u"Korean"_s,
        parted(
            u"회의 청구서 내일 감사합니다 첨부 프로젝트 예산 보고서 서울 서울에서 안녕하세요 부산 확인 부탁드립니다 2024년"_s),
        {{u"김민준"_s, u"minjun@seoul.example"_s}, {u"이서연"_s, u"seoyeon@busan.example"_s}},
        {u"보고서.hwp"_s},
        {u"업무"_s},
        u" "_s,
        u". "_s,
        u"RE: "_s,
        u"뷁"_s,
        parted(u"가 나 다 라 마 바 사 아 자 차"_s)};
}

Language thai()
{
    return {u"Thai"_s,
            parted(u"ประชุม ใบแจ้งหนี้ พรุ่งนี้ ขอบคุณ เอกสาร กรุงเทพ โครงการ งบประมาณ รายงาน สวัสดี น้ำ ทำ ๒๕๖๗ และ ที่"_s),
            {{u"สมชาย ใจดี"_s, u"somchai@bangkok.example"_s}},
            {u"รายงาน.pdf"_s},
            {u"งาน"_s},
            {},
            u" "_s,
            u"ตอบ: "_s,
            u"ฏฒฺ"_s,
            parted(u"กุ ขู คุ งู จุ ฉู ชุ ซู ญุ ณู"_s)};
}

} // namespace

const QList<Language> &languages()
{
    static const QList<Language> all{english(), german(),   french(), polish(), russian(),
                                     greek(),   turkish(),  arabic(), hebrew(), hindi(),
                                     chinese(), japanese(), korean(), thai()};
    return all;
}

} // namespace kw::reference
