// The product's own rules over facts that were bent to what a mistake in them amounts to.
#pragma once

#include <functional>

#include "server/identity/caller_loader.h"
#include "server/identity/rights_store.h"

namespace banhang::test {

class FaultyCallers final : public server::CallerSource
{
public:
    using Distort = std::function<void(server::CallerFacts&)>;

    FaultyCallers(server::DatabasePool& app, Distort distort) : m_real(app, {}), m_distort(std::move(distort)) {}

    Signed remembered(std::string_view, server::CalledBy) override { return {}; }
    Signed verify(server::Tx& tx, std::string_view token, const Signed&) override
    {
        Signed found = m_real.verify(tx, token, {});
        found.caller = load(tx, found.caller->userId);
        return found;
    }
    void forget(std::string_view token) override { m_real.forget(token); }
    std::shared_ptr<const server::Caller> load(server::Tx& tx, std::int64_t userId) override
    {
        auto facts = server::RightsStore::facts(tx, userId);
        if (!facts)
            return nullptr;
        m_distort(*facts);
        return server::callerOf(*facts);
    }

private:
    server::CallerLoader m_real;
    const Distort m_distort;
};

} // namespace banhang::test
