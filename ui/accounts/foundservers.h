#pragma once

#include "core/setup/found.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace kw {

class ServerFields;

// The servers of an account to be: a readable line each, other answers to choose from, or the fields to type
// them. GUI thread.
class FoundServers : public QWidget
{
    Q_OBJECT
public:
    explicit FoundServers(QWidget *parent = nullptr);

    // Best first. Stays with what the person chose or typed.
    void setCandidates(const QList<Candidate> &candidates);
    // For another address: forgets what was found, chosen and typed.
    void reset();
    // The fields, filled with what is chosen, or with these servers where nothing is.
    void edit(const ServerSettings &imap = {}, const ServerSettings &smtp = {});
    bool isEditing() const { return m_isEditing; }
    // The person chose or typed; what else is found changes nothing.
    bool isTouched() const { return m_isEditing || m_isPicked; }
    // What is chosen now stays chosen, whatever else is found.
    void settle() { m_isPicked = m_isPicked || chosen(); }
    // What the servers are taken from; null while they are typed by hand, or nothing is found.
    const Candidate *chosen() const;
    bool isEmpty() const { return !m_isEditing && m_candidates.isEmpty(); }

    ServerSettings imap() const;
    ServerSettings smtp() const;
    void setUser(const QString &user); // of both
    // Something would go over the network unprotected, and the person must say that this is meant.
    bool needsClearTextTick() const;
    bool isClearTextConfirmed() const;
    QString problem() const; // what is missing, a sentence; empty when complete

Q_SIGNALS:
    void changed(); // by the person

private:
    void layOut();
    void pick(int index);
    void refresh();
    QString line(const FoundServer &server) const;

    QList<Candidate> m_candidates;
    qsizetype m_index = 0;
    bool m_isPicked = false;
    bool m_isEditing = false;

    QWidget *m_lines;
    QLabel *m_reading;
    QLabel *m_sending;
    QLabel *m_othersTitle;
    QComboBox *m_others;
    QPushButton *m_edit;
    QWidget *m_fields;
    ServerFields *m_imap;
    ServerFields *m_smtp;
    QCheckBox *m_clearText;
};

// "imap.example.org, port 993, encrypted"
QString serverWords(const ServerSettings &server);

} // namespace kw
