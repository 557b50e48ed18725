// Where a list goes on: page tokens that are good only for the same question of the same caller.
#pragma once

#include <string>
#include <string_view>

#include <google/protobuf/message.h>
#include <nlohmann/json.hpp>

#include "server/core/call/caller.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// For one call. `wanted` is its request, which has a `page_token`; page_size and with_count may change from page to
/// page, everything else is part of the question. Owner: all parts must outlive it.
class PageTokens
{
public:
    PageTokens(const TokenSigner& signer, const Caller& caller, const google::protobuf::Message& wanted);

    /// What the previous page sealed; null for the first page. Throws: AppError Invalid "call.page_token".
    nlohmann::json open() const;

    /// `last` says where the page ended. Readable by whoever holds the token.
    std::string seal(const nlohmann::json& last) const;

private:
    const TokenSigner& m_signer;
    std::string m_token;
    std::string m_binding;
};

/// Units: entries. What a request asks for in its field `path`, within what the list allows; 0 stands for the usual
/// size. Throws: AppError Invalid "call.page_size" for less than 0.
int pageSize(int wanted, int usual, int most, std::string_view path = "page_size");

} // namespace banhang::server
