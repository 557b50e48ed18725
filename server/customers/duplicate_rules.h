// How alike two customers are: field by field to a level of agreement, each level worth bits of evidence, the sum
// ranked.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/duplicates.pb.h"
#include "banhang/v1/identity.pb.h"
#include "common/vn/company_name.h"
#include "common/vn/date.h"

namespace banhang::server {

/// A customer as the comparison sees it; made once, compared with many.
struct ComparedCustomer
{
    v1::CustomerKind kind = v1::CUSTOMER_KIND_UNSPECIFIED;
    std::string name;               ///< as stored, for the reasons
    std::vector<std::string> words; ///< folded: of a person without title, of an organisation the core
    vn::CompanyPart part = vn::CompanyPart::Whole;
    std::set<std::string> phones; ///< keys, those of contact persons included
    std::set<std::string> emails; ///< keys
    std::string taxKey;
    std::string taxParent;           ///< of a branch
    bool taxDoubtful = false;        ///< the check digit is wrong: a typing error, so a difference says little
    vn::Date birthday;               ///< all zero if unknown, lunar or incomplete
    std::string province;            ///< code of today, or the folded text
    std::string ward;                ///< code of today, or the folded text
    std::vector<std::string> street; ///< folded words
};

ComparedCustomer comparedForm(const v1::Customer& customer);

/// How far two values of one field agree.
enum class Agreement {
    Unknown, ///< one side has no value: says nothing
    Same,
    Near,    ///< one word, one letter or one swap apart; a part of the other
    Related, ///< speaks of the same family of records but against the same record: branch and head office
    Different,
};

/// One compared field. The table of weights in duplicate_rules.cpp is all that a statistical engine would have to
/// replace.
struct FieldComparison
{
    std::string_view field; ///< of v1.Customer: "phones"
    Agreement agreement = Agreement::Unknown;
    std::string mine = {}; ///< the values that were decisive
    std::string theirs = {};
};
std::vector<FieldComparison> compareFields(const ComparedCustomer& mine, const ComparedCustomer& theirs);

/// Fields that take no part, by SensitiveField.
using HiddenFields = std::array<bool, v1::SensitiveField_ARRAYSIZE>;

struct DuplicateScore
{
    /// UNSPECIFIED: not a duplicate worth a word.
    v1::DuplicateRank rank = v1::DUPLICATE_RANK_UNSPECIFIED;
    double bits = 0;
    std::vector<v1::DuplicateReason> reasons; ///< strongest first
};
DuplicateScore scoreDuplicate(const ComparedCustomer& mine, const ComparedCustomer& theirs,
                              const HiddenFields& hidden = {});

} // namespace banhang::server
