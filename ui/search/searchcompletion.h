#pragma once

#include <QLineEdit>
#include <QListView>
#include <QPointer>

#include <functional>

class QStandardItemModel;

namespace kw {

// Something that what is typed may become.
struct SearchOffer {
    enum class Kind { Word, Person, Recent, Command };

    Kind kind = Kind::Word;
    QString label; // "from:", "Anna Becker"
    QString detail; // quiet, behind it: what it finds, an address
    QString icon; // of resources/icons; of a person: empty
    QString text; // of the whole field, once it is taken
    qsizetype cursor = 0; // in `text`
    std::function<void()> run = {}; // of Command, in place of a text
};

// Offers in a list below the field, whose keyboard stays in the field. Nothing is chosen before the person
// goes into the list, so that Enter is the field's own. GUI thread.
class SearchCompletion : public QObject
{
    Q_OBJECT
public:
    explicit SearchCompletion(QLineEdit *field);
    ~SearchCompletion() override;

    using Provider = std::function<QList<SearchOffer>(const QString &text, qsizetype cursor)>;
    void setProvider(Provider provider) { m_provider = std::move(provider); }

    void suggest(); // for what stands in the field
    void show(const QList<SearchOffer> &offers);
    void close();
    bool isOpen() const;
    // True: it was meant for the list.
    bool takeKey(const QKeyEvent *event);
    QListView *list() const { return m_list; } // null before the first time

Q_SIGNALS:
    void taken(); // the field's text is another one now

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void place();
    void setCurrent(int row); // -1: none
    void takeCurrent();
    int current() const;

    QLineEdit *m_field;
    QStandardItemModel *m_model;
    QPointer<QListView> m_list;
    Provider m_provider;
    QList<SearchOffer> m_offers;
};

} // namespace kw
