#pragma once

#include <QObject>

namespace kw {

// Examinations of accounts (the doctor), as the window sees them. Lives on the GUI thread; owned by the Engine.
class Checkups : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
};

} // namespace kw
