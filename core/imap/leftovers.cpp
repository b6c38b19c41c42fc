#include "core/imap/leftovers.h"

namespace kw {

namespace {

thread_local int here = 0;

} // namespace

void Leftovers::add()
{
    ++here;
}

void Leftovers::remove()
{
    --here;
}

int Leftovers::count()
{
    return here;
}

} // namespace kw
