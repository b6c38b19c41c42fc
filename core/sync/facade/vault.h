#pragma once

#include <QObject>

namespace kw {

// Where passwords are kept, as the window sees it: choosing, unlocking, being asked. Lives on the GUI thread;
// owned by the Engine.
class Vault : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
};

} // namespace kw
