// The result of a call as a value, because exceptions may not cross Qt's event loop.
#pragma once

#include <utility>
#include <variant>

#include "common/error.h"

namespace banhang::client {

/// Either the answer or the error that the server (or the way to it) gave instead.
template <typename T>
class Outcome
{
public:
    Outcome(T value) : m_state(std::move(value)) {}
    Outcome(AppError error) : m_state(std::move(error)) {}

    bool isOk() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return isOk(); }
    /// Only when `isOk`.
    const T& value() const& { return std::get<T>(m_state); }
    T&& value() && { return std::get<T>(std::move(m_state)); }
    const T* operator->() const { return &value(); }
    /// Only when not `isOk`.
    const AppError& error() const { return std::get<AppError>(m_state); }

private:
    std::variant<T, AppError> m_state;
};

} // namespace banhang::client
