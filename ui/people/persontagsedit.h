#pragma once

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;

namespace kw {

class FlowLayout;

// The tags of one person: a chip for each, which takes it off, and a field that adds one.
class PersonTagsEdit : public QWidget
{
    Q_OBJECT
public:
    explicit PersonTagsEdit(QWidget *parent = nullptr);
    // `known`: what other people have, for completion.
    void setTags(const QStringList &tags, const QStringList &known);
    QStringList tags() const { return m_tags; }

Q_SIGNALS:
    void changed(const QStringList &tags); // by the person

private:
    void build();
    void add();
    void take(const QString &tag);

    QStringList m_tags;
    FlowLayout *m_flow;
    QLineEdit *m_field;
    QList<QWidget *> m_chips;
};

} // namespace kw
