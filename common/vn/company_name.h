// Names of organisations: the legal form set apart from the part that tells them from others.
#pragma once

#include <string>
#include <string_view>

namespace banhang::vn {

enum class LegalForm {
    None, ///< none written
    Limited,
    LimitedOneMember,
    JointStock,
    Partnership,
    PrivateEnterprise,
    Cooperative,
    Household,
};

/// What the name is of: a dependent unit is a customer of its own.
enum class CompanyPart {
    Whole,
    Branch,
    RepresentativeOffice,
    BusinessPlace,
};

struct CompanyName
{
    LegalForm form = LegalForm::None;
    CompanyPart part = CompanyPart::Whole;
    bool corporation = false; ///< Tổng công ty
    bool group = false;       ///< Tập đoàn
    std::string legalShort;   ///< "TNHH", "TNHH MTV", "CTCP", "TCT", "CN CTCP"; empty if nothing was recognised
    std::string distinctive;  ///< as typed without the legal words; the whole name if nothing else would be left
    std::string core;         ///< of `distinctive`: folded, abbreviations written out; equal cores mean one name
};

/// Understands the forms in full and short, with or without marks, before the name or behind it, English ones too
/// (Co., Ltd, JSC, Joint Stock Company).
CompanyName parseCompanyName(std::string_view text);

/// The folded words of a company's name with the usual short forms written out: "TM DV" gives "thuong mai dich vu",
/// "SXTM" "san xuat thuong mai", "VN" "viet nam"; "va", "and" and "&" dropped.
std::string companyCore(std::string_view text);

} // namespace banhang::vn
