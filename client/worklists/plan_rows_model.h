// What a plan of calls would do, customer by customer: who calls and when, or why there is no call.
#pragma once

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

#include "banhang/v1/work_lists.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

class PlanRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Customer, Caller, When, ColumnCount };

    explicit PlanRowsModel(const Workplace& workplace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setNames(const QHash<qint64, QString>& names);
    void setPlan(const v1::CheckTalkPlanResponse& plan);
    const std::vector<v1::TalkSlot>& slotsOf() const { return m_slots; }
    int skippedCount() const { return static_cast<int>(m_skipped.size()); }

private:
    QVariant slotData(const v1::TalkSlot& slot, int column, int role) const;
    QVariant skippedData(const v1::SkippedCustomer& skipped, int column, int role) const;
    QString nameOf(qint64 customerId) const;

    Workplace m_workplace;
    QHash<qint64, QString> m_names;
    std::vector<v1::TalkSlot> m_slots;
    std::vector<v1::SkippedCustomer> m_skipped;
};

} // namespace banhang::client
