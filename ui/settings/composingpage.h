#pragma once

#include "ui/settings/settingspage.h"

#include <memory>

class QComboBox;

namespace kw {

class SpellService;

// How mail is written, answered and sent. Names, addresses and signatures are the accounts'. GUI thread.
class ComposingPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit ComposingPage(QWidget *parent = nullptr);
    ~ComposingPage() override;

private:
    void addWriting();
    void addAnswering();
    void addSpelling();
    void addSending();
    void showDictionaries();

    std::shared_ptr<SpellService> m_service;
    QComboBox *m_languages = nullptr;
};

} // namespace kw
