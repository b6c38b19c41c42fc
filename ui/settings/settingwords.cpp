#include "ui/settings/settingwords.h"

#include "ui/settings/appearancepage.h"
#include "ui/settings/downloadpage.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/organizingpage.h"
#include "ui/settings/privacypage.h"
#include "ui/settings/readingpage.h"

using namespace Qt::StringLiterals;

namespace kw {

SettingWords::SettingWords()
    : m_owner(std::make_unique<QWidget>())
    , m_pages{new GeneralPage(m_owner.get()),
              new AppearancePage(m_owner.get()),
              new ReadingPage(m_owner.get()),
              new OrganizingPage(m_owner.get()),
              new PrivacyPage({}, {}, nullptr, m_owner.get()),
              new DownloadPage(nullptr, m_owner.get())}
{
}

SettingWords::~SettingWords() = default;

QString SettingWords::sentence(const SettingChange &change) const
{
    const UiSettings before = uiSettingsFrom({{change.key, change.before}});
    const UiSettings after = uiSettingsFrom({{change.key, change.after}});
    for (const SettingsPage *page : m_pages) {
        const QString label = page->labelOf(change.key);
        if (!label.isEmpty())
            return u"%1: %2 → %3"_s.arg(label, page->valueText(change.key, before),
                                        page->valueText(change.key, after));
    }
    return u"%1: %2 → %3"_s.arg(change.key, change.before, change.after);
}

} // namespace kw
