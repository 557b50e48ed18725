// The customers of an export, page by page, each page in a transaction of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "banhang/v1/exports.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Reads on where the last page ended. A customer that moved between two pages comes once.
class ExportReading
{
public:
    ExportReading(const v1::ExportCustomersRequest& request, const TokenSigner& signer)
        : m_request(request), m_signer(signer)
    {
    }

    /// The next customers, within the caller's export scope, unmasked. May run again until `accept` took its answer.
    /// Throws AppError Denied, Invalid.
    v1::ListCustomersResponse next(Call& call) const;
    /// Takes the page that `next` gave, less what came before; false when it was the last one.
    bool accept(v1::ListCustomersResponse& page);

private:
    v1::ListCustomersResponse nextOfList(Call& call) const;
    v1::ListCustomersResponse nextOfIds(Call& call) const;
    std::vector<std::int64_t> idsOf(Call& call) const;
    bool isByIds() const { return !m_request.query().empty() || !m_request.customer_ids().empty(); }

    const v1::ExportCustomersRequest& m_request;
    const TokenSigner& m_signer;
    std::string m_token;
    mutable std::optional<std::vector<std::int64_t>> m_ids; ///< of a search or a selection
    std::size_t m_taken = 0;                                ///< of them
    std::unordered_set<std::int64_t> m_seen;
};

} // namespace banhang::server
