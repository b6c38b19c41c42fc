#pragma once

#include "core/mime/messageview.h"

#include <QJsonObject>

namespace kw::ctl {

// What parts of a message say to a program (core/mime/partfacts.h), as `show` prints it;
// docs/kittiwakectl.md.
QJsonValue reportJson(const MessageView &view);
QJsonValue invitationJson(const MessageView &view);
QJsonArray cardsJson(const MessageView &view);
QJsonValue unsubscribeJson(const MessageView &view);

} // namespace kw::ctl
