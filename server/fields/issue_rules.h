// Collects field issues while a record is checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace banhang::server {

using Issues = std::vector<v1::FieldIssue>;

/// More than anybody reads. One request has room for half a million things that are wrong.
constexpr std::size_t kMaxIssues = 1000;

/// "phones[1]"
inline std::string element(std::string_view list, int index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

/// The field of the record that "phones[1].number" is a part of.
inline std::string_view topField(std::string_view path)
{
    return path.substr(0, path.find_first_of(".["));
}

/// Beyond the most, an error is added where the last issue is none of the same field: an edit answers for its own
/// fields alone, so errors of one field must not keep silent what is wrong with another. No record has a thousand
/// fields; a mask may name as many that are none.
inline bool hasRoomForError(const Issues& issues, std::string_view path)
{
    if (issues.size() < kMaxIssues || issues.back().severity() != v1::SEVERITY_ERROR)
        return true;
    return issues.size() < 2 * kMaxIssues && topField(issues.back().path()) != topField(path);
}

inline void addError(Issues& issues, std::string_view path, std::string_view key, ErrorArgs args = {})
{
    if (hasRoomForError(issues, path))
        issues.push_back(fieldIssue(v1::SEVERITY_ERROR, path, key, args));
}

inline void addWarning(Issues& issues, std::string_view path, std::string_view key, ErrorArgs args = {},
                       std::string_view suggestion = {})
{
    if (issues.size() < kMaxIssues)
        issues.push_back(fieldIssue(v1::SEVERITY_WARNING, path, key, args, suggestion));
}

/// Error "list.too_long" (arg "max", in entries).
inline void checkCount(Issues& issues, std::string_view path, std::size_t count, std::size_t most)
{
    if (count > most)
        addError(issues, path, "list.too_long", {{"max", std::to_string(most)}});
}

/// As checkCount, and "field.required" for an empty list.
inline void checkSome(Issues& issues, std::string_view path, std::size_t count, std::size_t most)
{
    if (count == 0)
        addError(issues, path, "field.required");
    checkCount(issues, path, count, most);
}

/// As checkCount. Throws: AppError Invalid.
inline void refuseTooMany(std::string_view path, std::size_t count, std::size_t most)
{
    if (count > most)
        throwInvalidField(path, "list.too_long", {{"max", std::to_string(most)}});
}

/// As checkSome. Throws: AppError Invalid.
inline void demandSome(std::string_view path, std::size_t count, std::size_t most)
{
    if (count == 0)
        throwInvalidField(path, "field.required");
    refuseTooMany(path, count, most);
}

} // namespace banhang::server
