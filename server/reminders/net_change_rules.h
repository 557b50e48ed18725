// What several changes of one record come to, as a notification shows it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "banhang/v1/customers.pb.h"

namespace banhang::server {

/// Collects changes in their order: of each field the value before the first and the value after the last.
class NetFieldChanges
{
public:
    void add(const std::string& field, nlohmann::json before, nlohmann::json after);

    /// At most `limit` fields that differ, by name. Values that are too long for a line, and ids of other records, are
    /// left out.
    std::vector<v1::FieldChange> shown(int limit) const;

private:
    struct Ends
    {
        nlohmann::json before;
        nlohmann::json after;
    };
    std::map<std::string, Ends> m_fields;
};

} // namespace banhang::server
