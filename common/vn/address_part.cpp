#include "common/vn/address_part.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"
#include "common/vn/ward_index.h"

#include <algorithm>
#include <array>

namespace banhang::vn {

namespace {

struct Prefix
{
    std::string_view words; ///< folded
    PartKind kind;
};

constexpr std::array<Prefix, 16> kPrefixes = {{{"thi tran", PartKind::Ward},
                                               {"dac khu", PartKind::Ward},
                                               {"phuong", PartKind::Ward},
                                               {"xa", PartKind::Ward},
                                               {"tt", PartKind::Ward},
                                               {"dk", PartKind::Ward},
                                               {"p", PartKind::Ward},
                                               {"f", PartKind::Ward},
                                               {"x", PartKind::Ward},
                                               {"thanh pho", PartKind::District},
                                               {"thi xa", PartKind::District},
                                               {"quan", PartKind::District},
                                               {"huyen", PartKind::District},
                                               {"tx", PartKind::District},
                                               {"tp", PartKind::District},
                                               {"q", PartKind::District}}};

/// "Q1", "P15": the letter and the number apart.
void splitNumbered(std::vector<std::string>& words)
{
    std::string& first = words.front();
    if (first.size() > 1 && (first[0] == 'p' || first[0] == 'q' || first[0] == 'f') &&
        std::all_of(first.begin() + 1, first.end(), isAsciiDigit)) {
        words.insert(words.begin() + 1, first.substr(1));
        words.front().resize(1);
    }
}

} // namespace

std::vector<std::string> splitAddress(std::string_view text)
{
    std::string marked = toNfc(text);
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const bool hyphen =
            marked[i] == '-' && i > 0 && i + 1 < marked.size() && marked[i - 1] == ' ' && marked[i + 1] == ' ';
        if (hyphen || marked[i] == ';' || marked[i] == '\n' || marked[i] == ',') {
            marked[i] = '\n';
        }
    }
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= marked.size();) {
        const auto end = std::min(marked.find('\n', begin), marked.size());
        if (std::string part = tidy(std::string_view(marked).substr(begin, end - begin)); !part.empty()) {
            parts.push_back(std::move(part));
        }
        begin = end + 1;
    }
    return parts;
}

Part readPart(const std::string& text)
{
    std::vector<std::string> words = foldWords(text);
    if (words.empty()) {
        return {text, PartKind::Bare, {}};
    }
    splitNumbered(words);
    // A single "h" also begins streets ("H. 12"); it counts with its dot only.
    if (words.size() > 1 && words[0] == "h" && text.size() > 1 && text[1] == '.') {
        return {text, PartKind::District, wardNameKey(join({words.begin() + 1, words.end()}, " "))};
    }
    const std::string folded = join(words, " ") + " ";
    for (const Prefix& prefix : kPrefixes) {
        const std::string head = std::string(prefix.words) + " ";
        if (folded.starts_with(head) && folded.size() > head.size()) {
            return {text, prefix.kind, wardNameKey(std::string_view(folded).substr(head.size()))};
        }
    }
    return {text, PartKind::Bare, wardNameKey(folded)};
}

} // namespace banhang::vn
