#include "core/evidence/filedanger.h"

#include <QSet>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

FileDanger byName(const QString &name)
{
    static const QSet<QString> programs{
        u"exe"_s,        u"com"_s,  u"scr"_s,     u"pif"_s,      u"cpl"_s,  u"msi"_s, u"msp"_s,
        u"msix"_s,       u"appx"_s, u"dll"_s,     u"sys"_s,      u"drv"_s,  u"ocx"_s, u"lnk"_s,
        u"url"_s,        u"scf"_s,  u"desktop"_s, u"appimage"_s, u"deb"_s,  u"rpm"_s, u"flatpak"_s,
        u"flatpakref"_s, u"snap"_s, u"run"_s,     u"bin"_s,      u"elf"_s,  u"jar"_s, u"apk"_s,
        u"dmg"_s,        u"pkg"_s,  u"app"_s,     u"iso"_s,      u"img"_s,  u"vhd"_s, u"vhdx"_s,
        u"chm"_s,        u"reg"_s,  u"inf"_s,     u"gadget"_s,   u"jnlp"_s, u"xll"_s, u"application"_s,
        u"appref-ms"_s};
    static const QSet<QString> scripts{
        u"sh"_s,  u"bash"_s, u"zsh"_s,  u"fish"_s, u"csh"_s, u"ksh"_s, u"py"_s,  u"pyw"_s, u"pl"_s,  u"rb"_s,
        u"php"_s, u"js"_s,   u"jse"_s,  u"mjs"_s,  u"vbs"_s, u"vbe"_s, u"wsf"_s, u"wsh"_s, u"wsc"_s, u"bat"_s,
        u"cmd"_s, u"ps1"_s,  u"psm1"_s, u"psd1"_s, u"hta"_s, u"lua"_s, u"tcl"_s, u"awk"_s, u"sct"_s};
    static const QSet<QString> macros{u"docm"_s, u"dotm"_s, u"xlsm"_s, u"xltm"_s, u"xlam"_s,
                                      u"pptm"_s, u"potm"_s, u"ppam"_s, u"ppsm"_s, u"sldm"_s,
                                      u"one"_s,  u"slk"_s,  u"iqy"_s};
    static const QSet<QString> pages{u"html"_s, u"htm"_s, u"xhtml"_s, u"xht"_s,  u"svg"_s,
                                     u"svgz"_s, u"mht"_s, u"mhtml"_s, u"shtml"_s};
    QString trimmed = name.trimmed();
    while (trimmed.endsWith(u'.'))
        trimmed.chop(1);
    const qsizetype dot = trimmed.lastIndexOf(u'.');
    const QString ending = dot < 0 ? QString() : trimmed.sliced(dot + 1).toLower().trimmed();
    if (programs.contains(ending))
        return FileDanger::Program;
    if (scripts.contains(ending))
        return FileDanger::Script;
    if (macros.contains(ending))
        return FileDanger::Macros;
    return pages.contains(ending) ? FileDanger::WebPage : FileDanger::None;
}

FileDanger byContent(const QByteArray &octets)
{
    constexpr qsizetype Searched = 200'000;
    if (octets.startsWith("\x7f"
                          "ELF")
        || octets.startsWith("MZ") || octets.startsWith("\xca\xfe\xba\xbe")
        || octets.startsWith("\xcf\xfa\xed\xfe") || octets.startsWith("L\0\0\0\x01\x14\x02")
        || octets.startsWith("!<arch>\ndebian") || octets.startsWith("\xed\xab\xee\xdb")
        || octets.startsWith("[Desktop Entry]"))
        return FileDanger::Program;
    if (octets.startsWith("#!"))
        return FileDanger::Script;
    const QByteArray head = octets.first(std::min(octets.size(), Searched));
    if (octets.startsWith("PK\x03\x04") && head.contains("vbaProject.bin"))
        return FileDanger::Macros;
    const QByteArray start = head.left(1000).trimmed().toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<svg")
        || start.startsWith("<script"))
        return FileDanger::WebPage;
    return FileDanger::None;
}

} // namespace

FileJudgement judgeFile(const QString &name, const QByteArray &octets)
{
    const FileDanger promised = byName(name);
    const FileDanger found = byContent(octets);
    if (found == FileDanger::None)
        return {promised, false};
    const bool disguised = promised == FileDanger::None && found != FileDanger::WebPage;
    return {promised == FileDanger::None ? found : promised, disguised};
}

} // namespace kw
