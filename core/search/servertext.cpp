#include "core/search/serverterms.h"

#include <algorithm>

namespace kw::servers {

namespace {

using Kind = SearchNode::Kind;

class ImapWriter
{
public:
    void write(const Asked &asked)
    {
        switch (asked.kind) {
        case Kind::Term:
            m_parts.last() += asked.key;
            if (!asked.value.isNull())
                string(asked.value);
            break;
        case Kind::Not:
            m_parts.last() += "NOT ";
            write(asked.children.first());
            break;
        case Kind::All:
            m_parts.last() += '(';
            sequence(asked.children);
            m_parts.last() += ')';
            break;
        case Kind::Any:
            either(asked.children, 0, asked.children.size());
            break;
        }
    }

    void sequence(const QList<Asked> &children)
    {
        for (qsizetype i = 0; i < children.size(); ++i) {
            if (i > 0)
                m_parts.last() += ' ';
            write(children[i]);
        }
    }

    QByteArrayList parts() const { return m_parts; }

private:
    // OR takes two (RFC 3501 6.4.4); halved, so that it never nests deeply.
    void either(const QList<Asked> &children, qsizetype from, qsizetype count)
    {
        if (count == 1) {
            write(children[from]);
            return;
        }
        m_parts.last() += "OR ";
        either(children, from, count / 2);
        m_parts.last() += ' ';
        either(children, from + count / 2, count - count / 2);
    }

    // Octets beyond ASCII may only be in literals (RFC 3501 4.3).
    void string(const QByteArray &value)
    {
        m_parts.last() += ' ';
        if (!isAscii(value)) {
            m_parts.append(value);
            m_parts.append(QByteArray(""));
            return;
        }
        m_parts.last() += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\')
                m_parts.last() += '\\';
            m_parts.last() += c;
        }
        m_parts.last() += '"';
    }

    QByteArrayList m_parts{QByteArray("")};
};

QByteArray gmail(const Asked &asked)
{
    if (asked.kind == Kind::Term)
        return asked.key;
    if (asked.kind == Kind::Not)
        return '-' + gmail(asked.children.first());
    QByteArrayList children;
    for (const Asked &child : asked.children)
        children.append(gmail(child));
    return '(' + children.join(asked.kind == Kind::Any ? " OR " : " ") + ')';
}

} // namespace

Asked all(const QList<Asked> &children)
{
    QList<Asked> left;
    for (const Asked &child : children) {
        if (child.isNothing())
            return child;
        if (child.kind == Kind::All)
            left += child.children;
        else
            left.append(child);
    }
    return left.size() == 1 ? left.first() : Asked{Kind::All, left};
}

Asked any(const QList<Asked> &children)
{
    QList<Asked> left;
    for (const Asked &child : children) {
        if (child.isEverything())
            return child;
        if (child.kind == Kind::Any)
            left += child.children;
        else
            left.append(child);
    }
    return left.size() == 1 ? left.first() : Asked{Kind::Any, left};
}

Asked inverse(const Asked &child)
{
    if (child.isEverything())
        return Asked::nothing();
    if (child.isNothing())
        return Asked::everything();
    if (child.kind == Kind::Not)
        return child.children.first();
    return {Kind::Not, {child}};
}

QByteArrayList imapText(const Asked &asked)
{
    ImapWriter writer;
    if (asked.kind == Kind::All)
        writer.sequence(asked.children);
    else
        writer.write(asked);
    return writer.parts();
}

QByteArray gmailText(const Asked &asked)
{
    if (asked.kind != Kind::All)
        return gmail(asked);
    QByteArrayList children;
    for (const Asked &child : asked.children)
        children.append(gmail(child));
    return children.join(' ');
}

} // namespace kw::servers
