#pragma once

#include "core/account/persontags.h"
#include "core/store/personfacts.h"

#include <QDialog>
#include <QPointer>

#include <atomic>
#include <memory>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace kw {

class Avatar;
class ElidedLabel;
class PersonTagsEdit;
class StoreReader;

// One person: names and addresses, since when and how much one has written to each other, their attachments,
// and the tags one has given them. Opens at once and fills in what the reader thread finds. GUI thread.
class PersonCard : public QDialog
{
    Q_OBJECT
public:
    // `reader` must outlive it. `configDirectory`: where people.ini is.
    PersonCard(StoreReader *reader, const QString &configDirectory, QWidget *parent);
    ~PersonCard() override;
    void showPerson(const Address &person);
    QString email() const { return m_person.email; }

Q_SIGNALS:
    void searchRequested(const QString &query);
    void messageRequested(kw::MessageId message, kw::FolderId folder);
    void failed(const kw::Error &error); // the tags could not be kept

private:
    void build();
    QWidget *makeHead();
    void buildAttached();
    void ask();
    void showFacts(const PersonFacts &facts);
    void showOthers(const QStringList &addresses);
    void showAttached(const QList<PersonFacts::Attached> &attached);
    void readNames(int row);
    void openAttached(const QListWidgetItem *item);
    void loadTags();
    void keepTags(const QStringList &tags);

    StoreReader *m_reader;
    const QString m_tagFile;
    Address m_person;
    std::shared_ptr<std::atomic<bool>> m_stop; // of the question under way
    QList<PersonFacts::Attached> m_attachedTo;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_address;
    QLabel *m_names;
    PersonTagsEdit *m_tags;
    QLabel *m_contact;
    QLabel *m_amounts;
    QLabel *m_others;
    QLabel *m_attachedTitle;
    QListWidget *m_attached;
    QPushButton *m_allMail;
};

} // namespace kw
