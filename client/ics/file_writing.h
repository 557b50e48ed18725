// Writes calendar files (.ics) that phones, Outlook and Google read.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "banhang/v1/series.pb.h"

namespace banhang::ics {

/// How activities are put into words; without, an activity's own title and its preparation.
struct Wording
{
    std::function<std::string(const v1::Activity&)> title = [](const v1::Activity& activity) {
        return activity.title();
    };
    std::function<std::string(const v1::Activity&)> text = [](const v1::Activity& activity) {
        return activity.preparation();
    };
};

/// Gathers the entries of one file; a series that comes again on a later page goes in once.
class FileWriter
{
public:
    /// `now` in seconds since 1970 UTC: the stamp that the format wants.
    FileWriter(const std::string& name, std::int64_t now, Wording wording);
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// Each with its `ics_uid`. Activities without a time are tasks without a term.
    void add(const v1::Activity& activity);
    /// Rules by the moon have no words in these files: such a series must come as its single days.
    void add(const v1::Series& series);
    int count() const;
    /// The whole file, lines folded, ending with CRLF.
    std::string text() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace banhang::ics
