// The 67 letters of Vietnamese with marks or stroke, small and capital, and plain forms: for tests over whole tables.
#pragma once

#include <string_view>
#include <vector>

namespace banhang::vn::test {

struct MarkedLetter
{
    std::string_view small;
    std::string_view capital;
    std::string_view plain; ///< folded
};

inline const std::vector<MarkedLetter>& markedLetters()
{
    static const std::vector<MarkedLetter> kLetters = {
        {"à", "À", "a"}, {"á", "Á", "a"}, {"ả", "Ả", "a"}, {"ã", "Ã", "a"}, {"ạ", "Ạ", "a"}, {"ă", "Ă", "a"},
        {"ằ", "Ằ", "a"}, {"ắ", "Ắ", "a"}, {"ẳ", "Ẳ", "a"}, {"ẵ", "Ẵ", "a"}, {"ặ", "Ặ", "a"}, {"â", "Â", "a"},
        {"ầ", "Ầ", "a"}, {"ấ", "Ấ", "a"}, {"ẩ", "Ẩ", "a"}, {"ẫ", "Ẫ", "a"}, {"ậ", "Ậ", "a"}, {"đ", "Đ", "d"},
        {"è", "È", "e"}, {"é", "É", "e"}, {"ẻ", "Ẻ", "e"}, {"ẽ", "Ẽ", "e"}, {"ẹ", "Ẹ", "e"}, {"ê", "Ê", "e"},
        {"ề", "Ề", "e"}, {"ế", "Ế", "e"}, {"ể", "Ể", "e"}, {"ễ", "Ễ", "e"}, {"ệ", "Ệ", "e"}, {"ì", "Ì", "i"},
        {"í", "Í", "i"}, {"ỉ", "Ỉ", "i"}, {"ĩ", "Ĩ", "i"}, {"ị", "Ị", "i"}, {"ò", "Ò", "o"}, {"ó", "Ó", "o"},
        {"ỏ", "Ỏ", "o"}, {"õ", "Õ", "o"}, {"ọ", "Ọ", "o"}, {"ô", "Ô", "o"}, {"ồ", "Ồ", "o"}, {"ố", "Ố", "o"},
        {"ổ", "Ổ", "o"}, {"ỗ", "Ỗ", "o"}, {"ộ", "Ộ", "o"}, {"ơ", "Ơ", "o"}, {"ờ", "Ờ", "o"}, {"ớ", "Ớ", "o"},
        {"ở", "Ở", "o"}, {"ỡ", "Ỡ", "o"}, {"ợ", "Ợ", "o"}, {"ù", "Ù", "u"}, {"ú", "Ú", "u"}, {"ủ", "Ủ", "u"},
        {"ũ", "Ũ", "u"}, {"ụ", "Ụ", "u"}, {"ư", "Ư", "u"}, {"ừ", "Ừ", "u"}, {"ứ", "Ứ", "u"}, {"ử", "Ử", "u"},
        {"ữ", "Ữ", "u"}, {"ự", "Ự", "u"}, {"ỳ", "Ỳ", "y"}, {"ý", "Ý", "y"}, {"ỷ", "Ỷ", "y"}, {"ỹ", "Ỹ", "y"},
        {"ỵ", "Ỵ", "y"}};
    return kLetters;
}

} // namespace banhang::vn::test
