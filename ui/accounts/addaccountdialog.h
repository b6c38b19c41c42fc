#pragma once

#include "core/setup/discovery.h"
#include "core/sync/engine.h"
#include "ui/accounts/accountnotes.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace kw {

class BannerStack;
class BrowserSignIn;
class DiscoverySteps;
class FoundServers;
class PersonFields;
class Spinner;

// A new account on one screen: name, address, password; its servers are found, shown and can be changed, then
// the connection is tried and the account saved. No password goes anywhere before the server's name is proven
// or the person has seen and confirmed it. Not modal; deletes itself when closed. GUI thread.
class AddAccountDialog : public QDialog
{
    Q_OBJECT
public:
    AddAccountDialog(Engine *engine, std::unique_ptr<Discovery> discovery, QWidget *parent = nullptr);
    ~AddAccountDialog() override;

    AccountSettings settings() const;
    BrowserSignIn *browser() const { return m_browser; }

Q_SIGNALS:
    void accountSaved(const QString &key);

private:
    enum class Stage { Typing, Searching, Choosing, InBrowser, Checking };

    void build();
    QWidget *makeButtons();
    void connectParts();
    void setStage(Stage stage);
    void updateButtons();
    void onAddressEdited();
    void onEdited();
    void goOn(); // what the main button does
    void search();
    void onFound();
    void typeServers();
    void signIn();
    void check();
    void onChecked(const AccountSettings &checked, const Error &error);
    void showFailure(const Error &error);
    void save();
    void updateNotes();
    QString problem() const; // why the main button is dead
    QString stateText() const;

    Engine *m_engine;
    std::unique_ptr<Discovery> m_discovery;
    Stage m_stage = Stage::Typing;
    bool m_mayGoOn = false; // the person pressed the button and has not been asked anything since
    AccountSettings m_asked;

    PersonFields *m_person;
    BannerStack *m_banners;
    AccountNotes m_notes;
    DiscoverySteps *m_steps;
    FoundServers *m_servers;
    BrowserSignIn *m_browser;
    Spinner *m_spinner;
    QLabel *m_state;
    QPushButton *m_manual;
    QPushButton *m_main;
};

} // namespace kw
