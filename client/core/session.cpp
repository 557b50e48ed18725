#include "client/core/session.h"

#include <algorithm>

namespace banhang::client {

void Session::begin(const v1::Me& me)
{
    m_me = me;
    emit begun();
}

void Session::update(const v1::Me& me)
{
    m_me = me;
    emit updated();
}

void Session::end()
{
    if (!isSignedIn())
        return;
    m_me.Clear();
    emit ended();
}

v1::Scope Session::scopeOf(v1::Resource resource, v1::Action action) const
{
    for (const auto& right : m_me.rights()) {
        if (right.resource() == resource && right.action() == action)
            return right.scope();
    }
    return v1::SCOPE_UNSPECIFIED;
}

bool Session::may(v1::Resource resource, v1::Action action) const
{
    return scopeOf(resource, action) != v1::SCOPE_UNSPECIFIED;
}

bool Session::isMasked(v1::SensitiveField field) const
{
    return std::find(m_me.masked_fields().begin(), m_me.masked_fields().end(), field) != m_me.masked_fields().end();
}

} // namespace banhang::client
