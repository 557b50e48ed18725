#include "client/ctl/column_spec.h"

#include <charconv>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "client/ctl/exit_code.h"
#include "common/vn/fold.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

/// -1 for what is no number of a column without a title.
int columnNumbered(std::string_view text, const ColumnMap& map)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isColumn = error == std::errc() && end == text.data() + text.size() && number >= 1 &&
                          number <= map.columnCount() && map.title(number - 1).empty();
    return isColumn ? number - 1 : -1;
}

int columnNamed(std::string_view name, const ColumnMap& map)
{
    const std::string wanted = vn::foldedName(name);
    std::vector<std::string> titles;
    for (int column = 0; column < map.columnCount(); ++column) {
        if (map.title(column).empty())
            continue;
        if (vn::foldedName(map.title(column)) == wanted)
            return column;
        titles.push_back(map.title(column));
    }
    if (const int column = columnNumbered(vn::trim(name), map); column >= 0)
        return column;
    if (titles.empty())
        throw UsageError(fmt::format("--map: no column \"{}\"; the file has no line of titles: name columns by number, "
                                     "1 to {}",
                                     name, map.columnCount()));
    throw UsageError(fmt::format("--map: no column \"{}\"; there are {}", name, vn::join(titles, ", ")));
}

} // namespace

void applyColumnSpec(const std::string& spec, ColumnMap& map)
{
    for (int column = 0; column < map.columnCount(); ++column)
        map.setField(column, {});
    std::size_t at = 0;
    while (at <= spec.size()) {
        const std::size_t comma = std::min(spec.find(',', at), spec.size());
        const std::string_view pair = std::string_view(spec).substr(at, comma - at);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos)
            throw UsageError(fmt::format("--map: \"{}\" is not field=column", pair));
        const std::string field(vn::trim(pair.substr(0, equals)));
        if (importField(field) == nullptr) {
            std::vector<std::string> names;
            for (const ImportField& known : importFields())
                names.emplace_back(known.name);
            throw UsageError(fmt::format("--map: no field \"{}\"; there are {}", field, vn::join(names, ", ")));
        }
        map.setField(columnNamed(pair.substr(equals + 1), map), field);
        at = comma + 1;
    }
}

} // namespace banhang::client
