// Fills an answer with records until it is as heavy as one may be.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <google/protobuf/repeated_ptr_field.h>

namespace banhang::server {

/// Of one answer: clients take twice as much.
constexpr std::size_t kMaxAnswerBytes = 2UL * 1024 * 1024;

/// Adds the records of `ids`, in that order, until the answer is full; at least one. `read` is asked for `slice` ids at
/// once and leaves out what is not to be seen. Returns how many of the ids are dealt with.
template <typename Record, typename Read>
std::size_t fillAnswer(const std::vector<std::int64_t>& ids, std::size_t slice,
                       google::protobuf::RepeatedPtrField<Record>& answer, Read read)
{
    std::size_t bytes = 0;
    for (std::size_t from = 0; from < ids.size(); from += slice) {
        const std::size_t to = std::min(from + slice, ids.size());
        std::vector<Record> records = read(std::vector<std::int64_t>(&ids[from], &ids[from] + (to - from)));
        for (Record& record : records) {
            bytes += record.ByteSizeLong();
            if (bytes > kMaxAnswerBytes && !answer.empty())
                return static_cast<std::size_t>(std::ranges::find(ids, record.id()) - ids.begin());
            *answer.Add() = std::move(record);
        }
    }
    return ids.size();
}

} // namespace banhang::server
