#include "core/doctor/curfew.h"

#include <utility>

namespace kw::doctor {

void Curfew::ring()
{
    if (std::exchange(m_over, true))
        return;
    const auto ends = std::exchange(m_ends, {});
    for (const auto &[number, end] : ends)
        end();
}

Curfew::Guard::Guard(std::shared_ptr<Curfew> curfew, std::function<void()> end)
    : m_curfew(std::move(curfew))
{
    if (m_curfew->m_over) {
        end();
        return;
    }
    m_number = ++m_curfew->m_last;
    m_curfew->m_ends.emplace(m_number, std::move(end));
}

Curfew::Guard::~Guard()
{
    m_curfew->m_ends.erase(m_number);
}

} // namespace kw::doctor
