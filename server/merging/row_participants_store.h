// Participants for tables of the usual shapes; a feature names its table and columns, and that is all.
#pragma once

#include <string>
#include <vector>

#include "server/merging/participant.h"

namespace banhang::server {

/// Rows that are told apart by the customer and one other key, as shares: of two with the same other key the survivor's
/// stays and the loser's is put aside until an undo. What is taken from the survivor after the merge is not given back
/// to the loser by an undo.
class JoinedRows final : public MergeParticipant
{
public:
    /// `afterwards`: a function of SQL that takes the merge's id, called after each change; empty for none.
    JoinedRows(std::string table, std::string customerColumn, const std::string& otherColumn,
               const std::string& afterwards = {});

    const std::string& link() const override { return m_table; }
    std::vector<std::string> keys() const override { return {m_table + "." + m_column}; }
    std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const override;
    void move(Call& call, const MergeSides& sides) const override;
    std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const override;
    void restore(Call& call, const MergeSides& sides) const override;

private:
    const std::string m_table;
    const std::string m_column;
    const std::string m_count;
    const std::string m_move;
    const std::string m_undoCounts;
    const std::string m_bringBack;
    const std::string m_takeOff;
    const std::string m_inherit;
    const std::string m_afterwards;
};

/// Rows with owners of their own, who may be colleagues: they go to the survivor wherever they stand, through functions
/// with definer's rights. The rows themselves stay as they are, but for the customer that they name: their watchers
/// learn by the news of the customers.
class OwnedRows final : public MergeParticipant
{
public:
    /// `table` is one that banhang.owned_table knows.
    explicit OwnedRows(std::string table);

    const std::string& link() const override { return m_table; }
    std::vector<std::string> keys() const override { return {m_table + ".customer_id"}; }
    std::map<std::int64_t, std::int64_t> count(Call& call, const std::vector<std::int64_t>& customerIds) const override;
    void move(Call& call, const MergeSides& sides) const override;
    std::vector<v1::UndoLink> undoCounts(Call& call, const MergeSides& sides) const override;
    void restore(Call& call, const MergeSides& sides) const override;

private:
    const std::string m_table;
};

/// Rows that stay where they are: they are derived from the customer, or tell of the past, in which the old id is the
/// right one.
class KeptRows final : public MergeParticipant
{
public:
    KeptRows(std::string table, const std::vector<std::string>& columns);

    const std::string& link() const override { return m_table; }
    std::vector<std::string> keys() const override { return m_keys; }

private:
    const std::string m_table;
    std::vector<std::string> m_keys;
};

/// Reads (customer, number) rows of a count statement.
std::map<std::int64_t, std::int64_t> readCounts(const Rows& rows);

/// Reads (customer, restored, kept) rows of an undoCounts statement.
std::vector<v1::UndoLink> readUndoCounts(const std::string& link, const Rows& rows);

} // namespace banhang::server
