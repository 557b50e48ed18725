// What each person of a team planned, did, missed and forgot within a stretch of days.
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "banhang/v1/activities.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

/// Sums over all days, kinds and channels.
struct TeamRow
{
    qint64 userId = 0;
    int done = 0;
    int planned = 0;
    int missed = 0;
    int forgotten = 0;
    qint64 talkSeconds = 0;

    int total() const { return done + planned + missed + forgotten; }
};

/// One row for each of `people`, in their order, also for who has nothing.
std::vector<TeamRow> teamRows(const v1::ActivityReport& report, const QList<qint64>& people);

class TeamRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Person, Bar, Done, Planned, Missed, Forgotten, TalkTime, ColumnCount };

    explicit TeamRowsModel(const Workplace& workplace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRows(std::vector<TeamRow> rows);
    const TeamRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(qint64 userId) const;
    /// Of whoever has most: the length of the longest bar.
    int largestTotal() const;
    TeamRow sum() const;

private:
    QString text(const TeamRow& row, int column) const;

    Workplace m_workplace;
    std::vector<TeamRow> m_rows;
};

} // namespace banhang::client
