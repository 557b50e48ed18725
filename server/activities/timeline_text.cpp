#include "server/activities/timeline_text.h"

#include "common/vn/fold.h"
#include "common/vn/spelling.h"
#include "common/vn/utf8.h"

namespace banhang::server {

namespace {

/// More words than this narrow nothing further.
constexpr std::size_t kMaxWords = 8;

/// Small letters, tone marks where this house puts them ("hoà" as "hòa").
std::string markedText(std::string_view text)
{
    std::string marked;
    for (const std::string_view word : vn::splitSpaces(text))
        marked += " " + vn::houseSpelling(vn::toLower(word));
    return marked;
}

std::string pattern(std::string_view word)
{
    std::string like = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\')
            like += '\\';
        like += c;
    }
    return like + "%";
}

} // namespace

TimelineText timelineText(const v1::Activity& activity)
{
    TimelineText text;
    for (const std::string* part : {&activity.title(), &activity.preparation(), &activity.course(), &activity.result(),
                                    &activity.goal(), &activity.callback_reason(), &activity.place()})
        text.marked += markedText(*part);
    text.folded = vn::fold(text.marked);
    return text;
}

TimelineQuery timelineQuery(std::string_view typed)
{
    TimelineQuery query;
    const std::string tidied = vn::tidy(typed);
    std::size_t words = 0;
    for (const std::string_view word : vn::splitSpaces(tidied)) {
        if (++words > kMaxWords)
            break;
        const std::string folded = vn::fold(word);
        if (folded == vn::toLower(word))
            query.folded.push_back(pattern(folded));
        else
            query.marked.push_back(pattern(vn::houseSpelling(vn::toLower(word))));
    }
    return query;
}

} // namespace banhang::server
