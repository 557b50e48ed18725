// The short forms of trades and places in company names; a table of its own because it grows.
#include "common/vn/company_name.h"
#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <map>
#include <vector>

namespace banhang::vn {

namespace {

using ShortForms = std::map<std::string, std::string_view, std::less<>>;

// Where a short form has two readings (CN: công nghệ, công nghiệp; TP: thực phẩm, thành phố) the one that is commoner
// in company names stands; both sides of a comparison are read alike.
const ShortForms& shortForms()
{
    static const ShortForms kForms = {
        {"bds", "bat dong san"},
        {"bv", "bao ve"},
        {"ck", "co khi"},
        {"cn", "cong nghe"},
        {"cntt", "cong nghe thong tin"},
        {"dl", "du lich"},
        {"dp", "duoc pham"},
        {"dt", "dau tu"},
        {"dv", "dich vu"},
        {"gd", "giao duc"},
        {"gtvt", "giao thong van tai"},
        {"hcm", "ho chi minh"},
        {"hn", "ha noi"},
        {"kd", "kinh doanh"},
        {"kt", "ky thuat"},
        {"nn", "nong nghiep"},
        {"nt", "noi that"},
        {"pt", "phat trien"},
        {"qc", "quang cao"},
        {"qt", "quoc te"},
        {"sg", "sai gon"},
        {"sx", "san xuat"},
        {"tb", "thiet bi"},
        {"tk", "thiet ke"},
        {"tm", "thuong mai"},
        {"tp", "thuc pham"},
        {"tphcm", "ho chi minh"},
        {"tv", "tu van"},
        {"vlxd", "vat lieu xay dung"},
        {"vn", "viet nam"},
        {"vt", "van tai"},
        {"vttb", "vat tu thiet bi"},
        {"xd", "xay dung"},
        {"xk", "xuat khau"},
        {"nk", "nhap khau"},
        {"xnk", "xuat nhap khau"},
        {"ttnt", "trang tri noi that"},
        {"vietnam", "viet nam"},
        {"hanoi", "ha noi"},
        {"saigon", "sai gon"},
        {"intl", "quoc te"},
        {"international", "quoc te"},
        {"ks", "khach san"},
        {"yt", "y te"},
    };
    return kForms;
}

// The parts that are written together: TMDV, SXTMDV, ĐTXD, TVTK.
constexpr std::string_view kJoinable[] = {"xnk", "tm", "dv", "sx", "xd", "dt", "tv", "tk",
                                          "kd",  "vt", "pt", "xk", "nk", "dl", "qc"};

/// "sxtmdv" gives "san xuat thuong mai dich vu"; empty if it is not made of known parts only.
std::string writtenOut(std::string_view word)
{
    const ShortForms& forms = shortForms();
    if (const auto it = forms.find(word); it != forms.end()) {
        return std::string(it->second);
    }
    std::string result;
    while (!word.empty()) {
        const auto part = std::ranges::find_if(kJoinable, [word](std::string_view p) { return word.starts_with(p); });
        if (part == std::end(kJoinable)) {
            return {};
        }
        result += (result.empty() ? "" : " ") + std::string(forms.find(*part)->second);
        word.remove_prefix(part->size());
    }
    return result;
}

} // namespace

std::string companyCore(std::string_view text)
{
    std::vector<std::string> parts;
    std::vector<std::string> words = foldWords(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "va" || words[i] == "and") {
            continue;
        }
        // "T.Mại"
        if (words[i] == "t" && i + 1 < words.size() && words[i + 1] == "mai") {
            words[i] = "thuong";
        }
        const std::string full = writtenOut(words[i]);
        parts.push_back(full.empty() ? words[i] : full);
    }
    return join(parts, " ");
}

} // namespace banhang::vn
