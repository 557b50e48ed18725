// How merges, findings and their parts are said in words.
#pragma once

#include <QString>

#include "banhang/v1/findings.pb.h"
#include "banhang/v1/merges.pb.h"
#include "client/merging/merge_choices.h"
#include "client/ui/table/table_roles.h"

namespace banhang::client {

/// "Gần như chắc chắn": never a number.
QString rankWord(v1::DuplicateRank rank);
/// Name of all groups of a rank: "Almost certainly the same: look and merge".
QString rankSection(v1::DuplicateRank rank);
CellTone rankTone(v1::DuplicateRank rank);
/// "Contact persons" for "contact".
QString linkName(const std::string& link);
QString linkIcon(const std::string& link);
/// Why the server proposes this; empty where all are equal.
QString reasonText(const MergeChoices::Field& field);
/// "Merge two customers", "Merge 4 customers".
QString mergeTitle(int customers);
/// Where two values differ: the stretch of `text` that is left when what both begin and end with is taken away. Empty
/// when they are the same, or have so little in common that a mark would say nothing.
struct Stretch
{
    qsizetype from = 0;
    qsizetype length = 0;
};
Stretch differingStretch(const QString& text, const QString& other);
/// "CTY TNHH TM THIEN AN (KH000436)".
QString namedCode(const std::string& name, const std::string& code);

} // namespace banhang::client
