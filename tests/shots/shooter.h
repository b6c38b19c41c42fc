#pragma once

#include "tests/support/windowfixture.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QSize>

namespace kw {

class SettingsDialog;
class FakeCertificates;

// Puts the window into one state after the other and writes what it looks like: NAME-THEME-WIDTHxHEIGHT.png.
class Shooter
{
public:
    Shooter(const QDir &directory, Theme theme, QSize size);
    void shootMail(WindowFixture &fixture);
    void shootFirstRun();
    void shootComposer(WindowFixture &fixture);
    void shootSearch(WindowFixture &fixture);
    bool failed() const { return m_failed; }

private:
    std::unique_ptr<MainWindow> makeWindow(WindowFixture &fixture) const;
    void shootLists(MainWindow &window, WindowFixture &fixture);
    void shootMessages(MainWindow &window, WindowFixture &fixture);
    void shootPeople(MainWindow &window, WindowFixture &fixture);
    void shootReader();
    void shootHits(MainWindow &window, WindowFixture &fixture);
    void shootOffers(MainWindow &window);
    void shootTroubles(MainWindow &window, WindowFixture &fixture);
    void shootNewAccount(MainWindow &window, WindowFixture &fixture);
    void shootDialogs(MainWindow &window, WindowFixture &fixture);
    void shootAccountPages(MainWindow &window, WindowFixture &fixture);
    void shootDoctor(MainWindow &window, WindowFixture &fixture);
    void shootOrganizing(MainWindow &window, WindowFixture &fixture);
    void shootSettings(MainWindow &window);
    void shootImport(MainWindow &window, SettingsDialog &settings);
    void shootChanges(MainWindow &window, WindowFixture &fixture);
    void shootCleanup(MainWindow &window, WindowFixture &fixture);
    void shootSecrets(MainWindow &window, WindowFixture &fixture);
    void shootCertificates(MainWindow &window, FakeCertificates &certificates);
    void open(MainWindow &window, MessageId id);
    void save(QWidget &widget, const QString &name);
    void settle(int ms = 250);
    void fail(const QString &why);

    QDir m_directory;
    Theme m_theme;
    QSize m_size;
    bool m_failed = false;
};

} // namespace kw
