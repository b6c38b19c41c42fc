#pragma once

#include "core/setup/found.h"
#include "ui/look/theme.h"

#include <QUrl>

#include <functional>

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
        QUrl page; // that the browser should show now; empty: none
    };
    // What the person asks for with the buttons.
    struct Answers {
        std::function<void(const QString &)> useAddress; // the suggested one
        std::function<void()> openPage; // once more
    };

    // `banners` is not owned.
    AccountNotes(BannerStack *banners, Answers answers);
    void show(const Matter &matter);

private:
    void suggest(const QString &meant);
    void showPage(const QUrl &page);
    void set(const QString &name, Tone tone, const QString &text);
    static QString warning(const Matter &matter);

    BannerStack *m_banners;
    Answers m_answers;
};

} // namespace kw
