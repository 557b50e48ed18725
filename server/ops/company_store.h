// The one row about the office itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace banhang::server {

class Tx;

struct CompanyFacts
{
    std::string name;                    ///< empty before set-up
    std::int64_t databaseTimeMicros = 0; ///< since 1970 UTC
    bool sharesPublicCards = false;
};

/// All SQL on the company's name, key and settings.
class CompanyStore
{
public:
    static CompanyFacts facts(Tx& tx);
    /// Signs page and feed tokens.
    static std::string tokenKey(Tx& tx);
    static void rename(Tx& tx, std::string_view name);
    /// Whether names, owners and groups of customers are for everybody.
    static void sharePublicCards(Tx& tx, bool isShared);
};

} // namespace banhang::server
