#include "server/identity/common_passwords.h"

#include <algorithm>
#include <vector>

#include "server/identity/data.h"

namespace banhang::server {

namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

} // namespace

bool isCommonPassword(std::string_view password)
{
    // One a line, sorted by bytes.
    static const std::vector<std::string_view> common = linesOf(data::commonPasswords());
    return std::binary_search(common.begin(), common.end(), password);
}

} // namespace banhang::server
