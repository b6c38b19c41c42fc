#pragma once

#include "core/setup/found.h"
#include "core/sync/facade/signins.h"
#include "ui/look/theme.h"

#include <functional>
#include <optional>

namespace kw {

class BannerStack;

// What there is to say about an address and its servers before they are used, as banners.
class AccountNotes
{
public:
    struct Matter {
        QString address;
        QString suggestion; // the address that was probably meant
        QString hint; // of the provider
        QString nothingFound;
        const Candidate *chosen = nullptr;
        bool isClearText = false;
        bool areServersShown = false;
    };

    // `banners` is not owned; `useAddress` is called when the person takes the suggestion.
    AccountNotes(BannerStack *banners, std::function<void(const QString &)> useAddress);
    void show(const Matter &matter);

private:
    void suggest(const QString &meant);
    void set(const QString &name, Tone tone, const QString &text);
    static QString warning(const Matter &matter);

    BannerStack *m_banners;
    std::function<void(const QString &)> m_useAddress;
};

} // namespace kw
