#pragma once

namespace kw {

class Database;

// The index of a cache as it is now, whole and at once; its directory is the database's. Called again it
// takes in what has changed.
void fillIndex(Database &database);

} // namespace kw
