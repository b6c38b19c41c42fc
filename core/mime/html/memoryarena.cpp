#include "core/mime/html/memoryarena.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace kw {

namespace {

// Processor time, not the clock on the wall: a busy machine must not shorten anybody's mail.
long long threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1'000'000;
}

} // namespace

void MemoryArena::start(size_t maxBytes, int maxMs)
{
    m_blocks.clear();
    m_next = nullptr;
    m_left = 0;
    m_budget = maxBytes;
    m_deadline = threadMs() + maxMs;
    m_calls = 0;
}

void *MemoryArena::allocate(void *arena, size_t bytes)
{
    auto *self = static_cast<MemoryArena *>(arena);
    void *memory = self->take(bytes);
    if (!memory)
        std::longjmp(self->m_wayOut, 1); // the frames left are all C
    return memory;
}

void *MemoryArena::take(size_t bytes)
{
    constexpr size_t Block = size_t(256) << 10;
    constexpr unsigned CallsBetweenLooks = 32;
    bytes = (std::max<size_t>(bytes, 1) + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
    if (++m_calls % CallsBetweenLooks == 0 && threadMs() > m_deadline)
        return nullptr;
    if (bytes > m_left) {
        const size_t size = std::max(bytes, Block);
        if (size > m_budget)
            return nullptr;
        m_budget -= size;
        m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
        m_next = m_blocks.back().get();
        m_left = size;
    }
    m_left -= bytes;
    return std::exchange(m_next, m_next + bytes);
}

} // namespace kw
