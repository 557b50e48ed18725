#include "common/vn/company_name.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace banhang::vn {

namespace {

/// A folded word and where it stands in the tidied name.
struct Token
{
    std::string word;
    std::size_t begin;
    std::size_t end;
};

enum class Sign {
    Company, ///< "công ty" and its short forms, which alone say nothing
    Limited,
    OneMember,
    MoreMembers,
    JointStock,
    Partnership,
    PrivateEnterprise,
    Cooperative,
    Household,
    Corporation,
    Group,
    Branch,
    RepresentativeOffice,
    BusinessPlace,
};

struct Phrase
{
    std::string_view words; ///< folded, one space between
    Sign sign;
};

// Before the name. The longer phrase stands before its own head.
constexpr Phrase kLeading[] = {
    {"tong cong ty", Sign::Corporation},
    {"tong cty", Sign::Corporation},
    {"tct", Sign::Corporation},
    {"tap doan", Sign::Group},
    {"cong ty", Sign::Company},
    {"cty", Sign::Company},
    {"c ty", Sign::Company},
    {"ct", Sign::Company},
    {"cttnhh", Sign::Limited},
    {"ctytnhh", Sign::Limited},
    {"trach nhiem huu han", Sign::Limited},
    {"tnhh", Sign::Limited},
    {"t n h h", Sign::Limited},
    {"mot thanh vien", Sign::OneMember},
    {"1 thanh vien", Sign::OneMember},
    {"mtv", Sign::OneMember},
    {"1tv", Sign::OneMember},
    {"1 tv", Sign::OneMember},
    {"hai thanh vien tro len", Sign::MoreMembers},
    {"hai thanh vien", Sign::MoreMembers},
    {"2 thanh vien", Sign::MoreMembers},
    {"2tv", Sign::MoreMembers},
    {"ctcp", Sign::JointStock},
    {"ctycp", Sign::JointStock},
    {"co phan", Sign::JointStock},
    {"cp", Sign::JointStock},
    {"hop danh", Sign::Partnership},
    {"doanh nghiep tu nhan", Sign::PrivateEnterprise},
    {"dn tu nhan", Sign::PrivateEnterprise},
    {"dntn", Sign::PrivateEnterprise},
    {"lien hiep hop tac xa", Sign::Cooperative},
    {"hop tac xa", Sign::Cooperative},
    {"htx", Sign::Cooperative},
    {"ho kinh doanh ca the", Sign::Household},
    {"ho kinh doanh", Sign::Household},
    {"ho kd", Sign::Household},
    {"hkd", Sign::Household},
    {"chi nhanh", Sign::Branch},
    {"cn", Sign::Branch},
    {"van phong dai dien", Sign::RepresentativeOffice},
    {"vpdd", Sign::RepresentativeOffice},
    {"dia diem kinh doanh", Sign::BusinessPlace},
};

// Behind the name.
constexpr Phrase kTrailing[] = {
    {"one member company limited", Sign::OneMember},
    {"one member limited liability company", Sign::OneMember},
    {"one member co ltd", Sign::OneMember},
    {"joint stock company", Sign::JointStock},
    {"joint stock co", Sign::JointStock},
    {"jsc", Sign::JointStock},
    {"j s c", Sign::JointStock},
    {"limited liability company", Sign::Limited},
    {"company limited", Sign::Limited},
    {"company ltd", Sign::Limited},
    {"co ltd", Sign::Limited},
    {"coltd", Sign::Limited},
    {"co limited", Sign::Limited},
    {"ltd co", Sign::Limited},
    {"llc", Sign::Limited},
    {"ltd", Sign::Limited},
    {"limited", Sign::Limited},
    {"cong ty tnhh mtv", Sign::OneMember},
    {"cong ty tnhh", Sign::Limited},
    {"cong ty co phan", Sign::JointStock},
    {"cong ty cp", Sign::JointStock},
    {"ctcp", Sign::JointStock},
    {"corporation", Sign::Company},
    {"corp", Sign::Company},
    {"inc", Sign::Company},
    {"company", Sign::Company},
};

std::vector<Token> tokenise(std::string_view text)
{
    std::vector<Token> tokens;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = nextCodePoint(text, at);
        const bool digit = c < 0x80 && isAsciiDigit(static_cast<char>(c));
        if (!isLetter(c) && !digit) {
            inside = false;
            continue;
        }
        if (!inside) {
            tokens.push_back({{}, begin, at});
            inside = true;
        }
        tokens.back().end = at;
    }
    for (Token& token : tokens) {
        token.word = fold(text.substr(token.begin, token.end - token.begin));
    }
    return tokens;
}

std::size_t wordCount(std::string_view phrase)
{
    return static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
}

bool matches(std::span<const Token> tokens, std::string_view phrase)
{
    for (const Token& token : tokens) {
        if (!phrase.starts_with(token.word)) {
            return false;
        }
        phrase.remove_prefix(token.word.size());
        if (phrase.starts_with(' ')) {
            phrase.remove_prefix(1);
        } else if (!phrase.empty()) {
            return false;
        }
    }
    return phrase.empty();
}

class Reader
{
public:
    explicit Reader(std::span<const Token> tokens) : m_tokens(tokens) {}

    void read()
    {
        while (const Phrase* phrase = leading()) {
            note(phrase->sign);
            m_tokens = m_tokens.subspan(wordCount(phrase->words));
        }
        while (const Phrase* phrase = trailing()) {
            note(phrase->sign);
            m_tokens = m_tokens.first(m_tokens.size() - wordCount(phrase->words));
        }
    }

    std::span<const Token> rest() const { return m_tokens; }
    bool has(Sign sign) const { return m_signs[static_cast<std::size_t>(sign)]; }

private:
    const Phrase* leading() const
    {
        for (const Phrase& phrase : kLeading) {
            const std::size_t count = wordCount(phrase.words);
            if (count <= m_tokens.size() && matches(m_tokens.first(count), phrase.words) && isAllowed(phrase)) {
                return &phrase;
            }
        }
        return nullptr;
    }

    const Phrase* trailing() const
    {
        for (const Phrase& phrase : kTrailing) {
            const std::size_t count = wordCount(phrase.words);
            if (count < m_tokens.size() && matches(m_tokens.last(count), phrase.words)) {
                return &phrase;
            }
        }
        return nullptr;
    }

    // "CP Việt Nam", "Một Thành Viên", "CT Group" and "CN Nhựa" are names of their own without a word before them that
    // makes them legal, or one of those to come.
    bool isAllowed(const Phrase& phrase) const
    {
        const bool afterCompany = has(Sign::Company) || has(Sign::Corporation) || has(Sign::Group);
        switch (phrase.sign) {
        case Sign::JointStock:
            return phrase.words.starts_with("ct") || (afterCompany && !has(Sign::JointStock));
        case Sign::Partnership:
            return afterCompany;
        case Sign::OneMember:
        case Sign::MoreMembers:
            return has(Sign::Limited);
        case Sign::Company:
            return phrase.words != "ct" || isFollowedBy({"tnhh", "cp"});
        case Sign::Branch:
            return phrase.words != "cn" || isFollowedBy({"cong", "cty", "ctcp", "tnhh", "tong", "tct", "dntn"});
        default:
            return true;
        }
    }

    bool isFollowedBy(std::initializer_list<std::string_view> words) const
    {
        return m_tokens.size() > 1 && std::ranges::find(words, m_tokens[1].word) != words.end();
    }

    void note(Sign sign) { m_signs[static_cast<std::size_t>(sign)] = true; }

    std::span<const Token> m_tokens;
    std::array<bool, 14> m_signs{};
};

LegalForm formOf(const Reader& reader)
{
    if (reader.has(Sign::OneMember)) {
        return LegalForm::LimitedOneMember;
    }
    static constexpr std::array<std::pair<Sign, LegalForm>, 6> kForms = {
        {{Sign::JointStock, LegalForm::JointStock},
         {Sign::Limited, LegalForm::Limited},
         {Sign::Partnership, LegalForm::Partnership},
         {Sign::PrivateEnterprise, LegalForm::PrivateEnterprise},
         {Sign::Cooperative, LegalForm::Cooperative},
         {Sign::Household, LegalForm::Household}}};
    const auto it = std::ranges::find_if(kForms, [&reader](const auto& row) { return reader.has(row.first); });
    return it == kForms.end() ? LegalForm::None : it->second;
}

std::string shortOf(const CompanyName& name)
{
    static constexpr std::array<std::string_view, 8> kForms = {"",   "TNHH", "TNHH MTV", "CTCP",
                                                               "HD", "DNTN", "HTX",      "HKD"};
    static constexpr std::array<std::string_view, 4> kParts = {"", "CN", "VPĐD", "ĐĐKD"};
    std::vector<std::string> parts;
    for (const std::string_view part :
         {kParts[static_cast<std::size_t>(name.part)], std::string_view(name.group ? "Tập đoàn" : ""),
          std::string_view(name.corporation ? "TCT" : ""), kForms[static_cast<std::size_t>(name.form)]}) {
        if (!part.empty()) {
            parts.emplace_back(part);
        }
    }
    return join(parts, " ");
}

/// From the first to the last of `tokens`, with the bracket that closes behind it.
std::string between(std::string_view text, std::span<const Token> tokens)
{
    std::size_t end = tokens.back().end;
    std::string_view part = text.substr(tokens.front().begin, end - tokens.front().begin);
    const bool open = part.find('(') != std::string_view::npos && part.find(')') == std::string_view::npos;
    if (open && end < text.size() && text[end] == ')') {
        part = text.substr(tokens.front().begin, end + 1 - tokens.front().begin);
    }
    return std::string(part);
}

} // namespace

CompanyName parseCompanyName(std::string_view text)
{
    const std::string clean = tidy(text);
    const std::vector<Token> tokens = tokenise(clean);
    Reader reader(tokens);
    reader.read();
    CompanyName name;
    name.form = formOf(reader);
    name.part = reader.has(Sign::Branch)                 ? CompanyPart::Branch
                : reader.has(Sign::RepresentativeOffice) ? CompanyPart::RepresentativeOffice
                : reader.has(Sign::BusinessPlace)        ? CompanyPart::BusinessPlace
                                                         : CompanyPart::Whole;
    name.corporation = reader.has(Sign::Corporation);
    name.group = reader.has(Sign::Group);
    name.legalShort = shortOf(name);
    name.distinctive = reader.rest().empty() ? clean : between(clean, reader.rest());
    name.core = companyCore(name.distinctive);
    return name;
}

} // namespace banhang::vn
