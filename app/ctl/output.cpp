#include "app/ctl/output.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <cwchar>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

bool isUnfit(QChar c)
{
    const auto code = c.unicode();
    const bool turnsDirection = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)
        || code == 0x061C || code == 0x200E || code == 0x200F;
    return turnsDirection || c.category() == QChar::Other_Control || code == 0x2028 || code == 0x2029;
}

int columns(char32_t c)
{
    const int width = ::wcwidth(wchar_t(c));
    return width < 0 ? 1 : width;
}

int columns(const QString &text)
{
    int sum = 0;
    for (const char32_t c : text.toUcs4())
        sum += columns(c);
    return sum;
}

QString padded(const QString &text, int width, bool right)
{
    const QString blanks(std::max(0, width - columns(text)), u' ');
    return right ? blanks + text : text + blanks;
}

} // namespace

QString printable(const QString &text, bool lines)
{
    QString out = text;
    for (QChar &c : out) {
        if (isUnfit(c) && !(lines && (c == u'\n' || c == u'\t')))
            c = c == u'\n' || c == u'\r' || c == u'\t' ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
    }
    return out;
}

QString elided(const QString &text, int width)
{
    if (columns(text) <= width)
        return text;
    QString out;
    int used = 0;
    for (const char32_t c : text.toUcs4()) {
        if (used + columns(c) > width - 1)
            break;
        used += columns(c);
        out += QString::fromUcs4(&c, 1);
    }
    return out + u'…';
}

void Output::json(const QJsonObject &object)
{
    write(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Output::text(const QString &text)
{
    write(text.toUtf8());
}

void Output::table(const QStringList &head, const QList<QStringList> &rows, const QList<int> &right)
{
    QList<int> widths;
    for (qsizetype column = 0; column < head.size(); ++column) {
        int width = columns(head.at(column));
        for (const auto &row : rows)
            width = std::max(width, columns(row.value(column)));
        widths.append(width);
    }
    QString text;
    const auto append = [&](const QStringList &row) {
        QString line;
        for (qsizetype column = 0; column < head.size(); ++column) {
            const bool last = column == head.size() - 1;
            const bool toRight = right.contains(int(column));
            line += last && !toRight ? row.value(column)
                                     : padded(row.value(column), widths.at(column), toRight);
            if (!last)
                line += "  "_L1;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    };
    append(head);
    for (const auto &row : rows)
        append(row);
    this->text(text);
}

void Output::error(const QString &sentence)
{
    const auto bytes = ("kittiwakectl: "_L1 + printable(sentence)).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

void Output::write(const QByteArray &bytes)
{
    const bool written
        = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
    m_good = m_good && written && std::fflush(stdout) == 0;
}

} // namespace kw::ctl
