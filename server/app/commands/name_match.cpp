#include "server/app/commands/name_match.h"

#include <algorithm>

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

using Names = std::vector<std::vector<std::string>>;

template <typename Form>
std::vector<std::size_t> alikeIn(const std::string& typed, const Names& names, Form form)
{
    std::vector<std::size_t> places;
    const std::string wanted = form(typed);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!wanted.empty() && std::ranges::any_of(names[i], [&](const auto& name) { return form(name) == wanted; }))
            places.push_back(i);
    return places;
}

} // namespace

std::vector<std::size_t> namesLike(const std::string& typed, const Names& names)
{
    std::vector<std::size_t> places =
        alikeIn(typed, names, [](const std::string& name) { return vn::toLower(vn::tidy(name)); });
    if (places.empty())
        places = alikeIn(typed, names, [](const std::string& name) { return vn::foldedName(name); });
    return places;
}

} // namespace banhang::server
