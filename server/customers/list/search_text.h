// The texts under which a customer is found, and the words of a query that look for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/customer.pb.h"

namespace banhang::server {

/// One row of banhang.customer_search, whose columns say what each text holds.
struct SearchText
{
    std::string markedName;
    std::string head;
    std::string lead;
    std::string name;
    std::string phone;
    std::string email;
    std::string tax;

    std::string all() const { return name + phone + email + tax; }
};
SearchText searchText(const v1::Customer& customer);

/// One word that must match, and where.
struct SearchTerm
{
    /// LIKE pattern for names, e-mails and tax codes: in the middle of words for three letters or more, else at their
    /// start.
    std::string pattern;
    /// LIKE pattern for phone digits, old prefixes replaced; empty if the word is no piece of a number.
    std::string phonePattern;
};

/// A query taken apart.
struct SearchQuery
{
    std::vector<SearchTerm> terms;   ///< longest first; empty: nothing to look for
    std::vector<std::string> marked; ///< patterns of the words as typed, small letters with marks, where they have any
    std::string
        headPattern; ///< LIKE pattern of the name that begins with all of it; of a short query, with its first word
    /// Every word has one or two characters: too little for the trigram index, so the name is looked for by its
    /// beginning.
    bool isShort = false;
};
SearchQuery searchQuery(std::string_view typed);

} // namespace banhang::server
