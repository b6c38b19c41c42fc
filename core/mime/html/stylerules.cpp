#include "core/mime/html/stylerules.h"

#include "core/mime/html/htmlrules.h"

#include <gumbo.h>

#include <QRegularExpression>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostRules = 4000;
constexpr qsizetype MostCompounds = 8;
constexpr qsizetype LongestSheet = 500'000;
constexpr int DeepestMedia = 4;

QString withoutComments(const QString &css)
{
    QString out;
    for (qsizetype at = 0; at < css.size();) {
        const qsizetype begin = css.indexOf("/*"_L1, at);
        if (begin < 0) {
            out += QStringView(css).sliced(at);
            break;
        }
        out += QStringView(css).sliced(at, begin - at);
        out += u' ';
        const qsizetype end = css.indexOf("*/"_L1, begin + 2);
        at = end < 0 ? css.size() : end + 2;
    }
    return out;
}

// The place of the first of `stops` that is in no string and no bracket; the size where there is none.
qsizetype findOutside(QStringView css, qsizetype from, QStringView stops)
{
    QChar quote;
    int brackets = 0;
    for (qsizetype at = from; at < css.size(); ++at) {
        const QChar c = css[at];
        if (c == u'\\') {
            ++at;
        } else if (!quote.isNull()) {
            if (c == quote || c == u'\n')
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (brackets == 0 && stops.contains(c)) {
            return at;
        } else if (c == u'(') {
            ++brackets;
        } else if (c == u')') {
            brackets = std::max(0, brackets - 1);
        }
    }
    return css.size();
}

// Behind the brace that closes the block beginning at `from`; inner ones are passed over.
qsizetype blockEnd(QStringView css, qsizetype from)
{
    int open = 1;
    for (qsizetype at = from; at < css.size(); ++at) {
        at = findOutside(css, at, u"{}");
        if (at < css.size() && css[at] == u'{')
            ++open;
        else if (--open == 0)
            return at;
    }
    return css.size();
}

// Fits a wide screen by day: what is for phones, paper or the dark is not ours to apply.
bool fits(const QString &media)
{
    static const QRegularExpression width(u"\\(\\s*min-width\\s*:\\s*(\\d+)px\\s*\\)"_s);
    QString rest = media.toLower();
    const auto found = width.match(rest);
    constexpr int WideEnough = 640;
    if (found.hasMatch() && found.captured(1).toInt() <= WideEnough)
        rest.remove(found.captured());
    return !rest.contains(u'(') && !rest.contains("print"_L1) && !rest.contains("speech"_L1)
        && !rest.contains("not"_L1);
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c.unicode() >= 0x80;
}

QByteArray takeName(QStringView &text)
{
    qsizetype size = 0;
    while (size < text.size() && isNameCharacter(text[size]))
        ++size;
    const QByteArray name = text.first(size).toUtf8();
    text = text.sliced(size);
    return name;
}

QByteArray attributeOf(const GumboNode &node, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&node.v.element.attributes, name);
    return attribute ? QByteArray::fromRawData(attribute->value, qsizetype(qstrlen(attribute->value)))
                     : QByteArray();
}

QList<QByteArray> classesOf(const GumboNode &node)
{
    QByteArray all = attributeOf(node, "class").left(2000);
    for (const char blank : {'\t', '\n', '\r', '\f'})
        all.replace(blank, ' ');
    QList<QByteArray> out = all.split(' ');
    out.removeAll(QByteArray());
    return out;
}

} // namespace

void StyleRules::add(const QString &css)
{
    QString clean = withoutComments(css.left(LongestSheet));
    clean.replace("<!--"_L1, " "_L1).replace("-->"_L1, " "_L1);
    readBlock(clean, 0);
}

void StyleRules::readBlock(QStringView css, int depth)
{
    for (qsizetype at = 0; at < css.size() && m_rules.size() < MostRules;) {
        const qsizetype stop = findOutside(css, at, u"{;}");
        if (stop >= css.size())
            return;
        const QStringView prelude = css.sliced(at, stop - at).trimmed();
        at = stop + 1;
        if (css[stop] != u'{')
            continue;
        const qsizetype end = blockEnd(css, at);
        const QStringView block = css.sliced(at, end - at);
        at = end + 1;
        if (!prelude.startsWith(u'@'))
            readRule(prelude, block.toString());
        else if (prelude.startsWith(u"@media", Qt::CaseInsensitive) && depth < DeepestMedia
                 && fits(prelude.sliced(6).toString()))
            readBlock(block, depth + 1);
    }
}

void StyleRules::readRule(QStringView selectors, const QString &declarations)
{
    if (declarations.contains(u'{'))
        return;
    Rule rule;
    rule.declarations = safeStyle(declarations);
    rule.background = backgroundOf(declarations);
    if (rule.declarations.isEmpty() && rule.background.isEmpty())
        return;
    for (const QStringView selector : selectors.tokenize(u',')) {
        Rule one = rule;
        if (m_rules.size() >= MostRules || !readSelector(selector.trimmed(), one))
            continue;
        const Compound &right = one.compounds.constFirst();
        const QByteArray key = !right.id.isEmpty() ? '#' + right.id
            : !right.classes.isEmpty()             ? '.' + right.classes.constFirst()
                                                   : right.tag;
        m_byKey[key].append(int(m_rules.size()));
        m_rules.append(one);
    }
}

bool StyleRules::readSelector(QStringView text, Rule &rule)
{
    bool parent = false;
    while (!text.isEmpty()) {
        Compound compound;
        if (rule.compounds.size() >= MostCompounds || !readCompound(text, compound, rule.specificity))
            return false;
        rule.compounds.prepend(compound);
        const bool blank = !text.isEmpty() && text.front().isSpace();
        text = text.trimmed();
        parent = text.startsWith(u'>');
        if (parent)
            text = text.sliced(1).trimmed();
        else if (!blank && !text.isEmpty())
            return false; // "+", "~" or nothing we know
        rule.compounds.first().isParent = parent;
    }
    return !rule.compounds.isEmpty() && !parent;
}

bool StyleRules::readCompound(QStringView &text, Compound &compound, int &specificity)
{
    const qsizetype before = text.size();
    if (text.startsWith(u'*')) {
        text = text.sliced(1);
    } else if (compound.tag = takeName(text).toLower(); !compound.tag.isEmpty()) {
        specificity += 1;
    }
    while (!text.isEmpty() && !text.front().isSpace() && text.front() != u'>') {
        const QChar kind = text.front();
        text = text.sliced(1);
        if (kind == u'.') {
            compound.classes.append(takeName(text));
            specificity += 1000;
            if (compound.classes.constLast().isEmpty())
                return false;
        } else if (kind == u'#') {
            compound.id = takeName(text);
            specificity += 1'000'000;
            if (compound.id.isEmpty())
                return false;
        } else if (kind == u'[') {
            const qsizetype end = text.indexOf(u']');
            if (end < 0)
                return false;
            QStringView inside = text.first(end).trimmed();
            text = text.sliced(end + 1);
            Attribute attribute{takeName(inside).toLower(), {}, inside.isEmpty()};
            if (attribute.name.isEmpty() || (!attribute.any && !inside.startsWith(u'=')))
                return false;
            if (!attribute.any)
                attribute.value = inside.sliced(1).toUtf8().replace('"', "").replace('\'', "").trimmed();
            compound.attributes.append(attribute);
            specificity += 1000;
        } else if (kind == u':') {
            const QByteArray name = takeName(text).toLower();
            if (name != "link" && name != "any-link")
                return false;
        } else {
            return false;
        }
    }
    return text.size() < before;
}

bool StyleRules::matches(const Compound &compound, const GumboNode &element)
{
    --m_steps;
    if (element.type != GUMBO_NODE_ELEMENT)
        return false;
    if (!compound.tag.isEmpty() && compound.tag != gumbo_normalized_tagname(element.v.element.tag))
        return false;
    if (!compound.id.isEmpty() && compound.id != attributeOf(element, "id"))
        return false;
    if (!compound.classes.isEmpty()) {
        const QList<QByteArray> classes = classesOf(element);
        for (const QByteArray &one : compound.classes) {
            if (!classes.contains(one))
                return false;
        }
    }
    return std::all_of(compound.attributes.begin(), compound.attributes.end(),
                       [&element](const Attribute &a) {
                           const GumboAttribute *found
                               = gumbo_get_attribute(&element.v.element.attributes, a.name.constData());
                           return found && (a.any || a.value == found->value);
                       });
}

bool StyleRules::matches(const Rule &rule, const GumboNode &element)
{
    const GumboNode *node = &element;
    if (!matches(rule.compounds.constFirst(), *node))
        return false;
    for (qsizetype i = 1; i < rule.compounds.size(); ++i) {
        const Compound &left = rule.compounds.at(i);
        node = node->parent;
        while (node && m_steps > 0 && !matches(left, *node))
            node = left.isParent ? nullptr : node->parent;
        if (!node || m_steps <= 0)
            return false;
    }
    return true;
}

StyleRules::Style StyleRules::styleFor(const GumboNode &element)
{
    QList<QByteArray> keys{QByteArray(), gumbo_normalized_tagname(element.v.element.tag)};
    for (const QByteArray &one : classesOf(element))
        keys.append('.' + one);
    if (const QByteArray id = attributeOf(element, "id"); !id.isEmpty())
        keys.append('#' + id);
    QList<int> found;
    for (const QByteArray &key : std::as_const(keys)) {
        for (const int rule : m_byKey.value(key)) {
            if (m_steps > 0 && matches(m_rules.at(rule), element))
                found.append(rule);
        }
    }
    std::sort(found.begin(), found.end(), [this](int a, int b) {
        return std::pair(m_rules.at(a).specificity, a) < std::pair(m_rules.at(b).specificity, b);
    });
    Style out;
    for (const int rule : std::as_const(found)) {
        const Rule &one = m_rules.at(rule);
        if (!one.background.isEmpty())
            out.background = one.background;
        if (one.declarations.isEmpty() || one.declarations.size() > m_characters)
            continue;
        m_characters -= one.declarations.size();
        out.declarations += (out.declarations.isEmpty() ? QString() : u"; "_s) + one.declarations;
    }
    return out;
}

} // namespace kw
