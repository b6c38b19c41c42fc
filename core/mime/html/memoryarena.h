#pragma once

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <vector>

namespace kw {

// Memory for a C library that has no limits of its own: handed out from blocks, given back all at once. When
// more than `maxBytes` is asked for, or the thread has worked longer than `maxMs` (its processor time), the
// library's call is left by a jump: no C++ frame may lie between.
//
//     if (setjmp(arena.wayOut()) == 0)
//         out = library(&MemoryArena::allocate, &MemoryArena::release, &arena, …);
class MemoryArena
{
public:
    void start(size_t maxBytes, int maxMs); // frees what was handed out
    std::jmp_buf &wayOut() { return m_wayOut; }

    static void *allocate(void *arena, size_t bytes);
    static void release(void *, void *) { }

private:
    void *take(size_t bytes);

    std::jmp_buf m_wayOut{};
    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte *m_next = nullptr;
    size_t m_left = 0; // in the newest block
    size_t m_budget = 0;
    long long m_deadline = 0;
    unsigned m_calls = 0;
};

} // namespace kw
