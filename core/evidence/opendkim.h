#pragma once

// libopendkim's header is C of 1999; this is how C++ can read it.
#include <sys/types.h>

// NOLINTBEGIN(bugprone-reserved-identifier)
#define _Bool bool
extern "C" {
#include <dkim.h>
}
#undef _Bool
// NOLINTEND(bugprone-reserved-identifier)
