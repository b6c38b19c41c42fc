#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

struct GumboInternalNode;

namespace kw {

// The style sheets of a message (<style>), to be written into the elements they mean: no sheet survives, so
// none can reach beyond the message, and quoting it in an answer keeps its looks. Understood: types, classes,
// ids, attributes, descendants and children; @media where it fits a wide screen. What else there is has no
// effect. Only declarations that safeStyle() lets through. Bounded: hostile sheets stop working at some
// point, nothing more. Not for several threads at once.
class StyleRules
{
public:
    struct Style {
        QString declarations; // safe; the weakest first
        QString background; // the address of a picture, as it stands there
    };

    void add(const QString &css);
    bool isEmpty() const { return m_rules.isEmpty(); }
    Style styleFor(const GumboInternalNode &element);

private:
    struct Attribute {
        QByteArray name;
        QByteArray value;
        bool any = false; // whatever its value
    };
    struct Compound {
        QByteArray tag; // empty: any
        QByteArray id;
        QList<QByteArray> classes;
        QList<Attribute> attributes;
        bool isParent = false; // of the compound to its right; else any ancestor
    };
    struct Rule {
        QList<Compound> compounds; // right to left
        int specificity = 0;
        QString declarations;
        QString background;
    };

    void readBlock(QStringView css, int depth);
    void readRule(QStringView selectors, const QString &declarations);
    static bool readSelector(QStringView text, Rule &rule);
    static bool readCompound(QStringView &text, Compound &compound, int &specificity);
    bool matches(const Rule &rule, const GumboInternalNode &element);
    bool matches(const Compound &compound, const GumboInternalNode &element);

    QList<Rule> m_rules;
    QHash<QByteArray, QList<int>> m_byKey; // "#id", ".class", "tag" or "" of the rightmost compound
    int m_steps = 3'000'000; // compounds that may still be looked at
    qint64 m_characters = 4'000'000; // that may still be written
};

} // namespace kw
