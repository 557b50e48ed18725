// Records with known duplicates, read from files, to measure the duplicate engine by.
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "common/match/record.h"

namespace banhang::server {

/// The files or the mapping cannot be used; the text is for the operator.
class EvaluationError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Places in the list of records, the smaller one first.
using RecordPair = std::pair<std::size_t, std::size_t>;

struct EvaluationSet
{
    std::vector<std::string> ids; ///< as in the file
    std::vector<match::Record> records;
    bool hasLabels = false;
    std::set<RecordPair> truth;
};

/// Reads records.csv and, if there is one, pairs.csv (two columns of ids, each pair of one customer).
/// `mappings` are "FIELD=COLUMN[+COLUMN...]" for the fields id, name, given_name, family_name, company, phone, email,
/// tax_code, national_id, birthday, address, province and kind; a field that none names takes the column of its own
/// name (phones for phone, surname for family_name). All other columns are ignored. Without an id the first column is
/// it. Throws: EvaluationError.
EvaluationSet readEvaluationSet(const std::filesystem::path& directory, const std::vector<std::string>& mappings);

/// How a country writes 12/06/1975. A set is read by what most of its days can only be.
enum class DayOrder { DayFirst, MonthFirst };

/// A day as such files write it: 19750612, 1975-06-12, 12/06/1975, 12.6.75, 6/1975, 1975; unknown parts are 0.
vn::Date readDay(const std::string& text, DayOrder order = DayOrder::DayFirst);

} // namespace banhang::server
