#pragma once

namespace kw {

// Begins to read the system's certificate authorities, on a thread of Qt's pool, once per process. Qt reads
// them when the first socket that may speak TLS is made, which takes some 50 ms; begun while the password is
// being fetched they cost nothing. Any thread.
void prepareAuthorities();

} // namespace kw
