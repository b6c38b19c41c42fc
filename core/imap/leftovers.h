#pragma once

namespace kw {

// What a link leaves behind on its thread when it is closed: connections that end on their own a little
// later, and need that thread's event loop until then.
class Leftovers
{
public:
    static void add(); // on the thread concerned
    static void remove();
    static int count();
};

} // namespace kw
