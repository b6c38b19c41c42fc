// Read once for every source (precompiled.cmake). A source includes what it uses all the same: other builds go without this.
#include <QCoroTask>
#include <QtWidgets/QtWidgets>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <variant>
