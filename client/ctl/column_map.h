// Which column of a table fills which field of a customer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "banhang/v1/customer.pb.h"

namespace banhang::client {

/// Puts one cell into a customer. Cells are taken as typed; what is wrong with them, the server says.
struct ImportField
{
    std::string_view name; ///< as in --map: "phones"
    /// Folded headers by which the column is recognised without --map.
    std::vector<std::string_view> headers;
    void (*fill)(v1::Customer& customer, const std::string& cell);
};

/// All fields that an import can fill, in the order of the form.
const std::vector<ImportField>& importFields();

/// Fields by column number.
class ColumnMap
{
public:
    /// From `--map name=Tên,phones=Điện thoại`: each field = title of a column. Throws UsageError for unknown fields
    /// and titles.
    static ColumnMap fromSpec(const std::string& spec, const std::vector<std::string>& header);
    /// By the usual titles ("Họ tên", "ĐT", "MST"). Throws UsageError if no column looks like a name.
    static ColumnMap fromHeader(const std::vector<std::string>& header);

    /// A customer from one row; empty cells fill nothing. Without a kind column, a name with a legal form ("Công ty
    /// TNHH …") or a tax code of 10 or 13 digits makes an organisation, all else an individual.
    v1::Customer customerFrom(const std::vector<std::string>& row) const;

    /// "name=Tên khách hàng, phones=ĐT", for people and as part of derived request ids.
    std::string describe(const std::vector<std::string>& header) const;

private:
    void require(std::string_view field) const;

    std::vector<std::pair<std::size_t, const ImportField*>> m_columns;
};

} // namespace banhang::client
