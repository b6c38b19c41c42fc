#pragma once

#include <QObject>

namespace kw {

// Signing in through a provider's page in the browser (OAuth 2.0), as the window sees it. Lives on the GUI
// thread; owned by the Engine.
class SignIns : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
};

} // namespace kw
