// The list of care requests, kept fresh: those of everybody in sight, or those of one customer.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "client/care/care_api.h"
#include "client/core/live_list_model.h"
#include "client/core/workplace.h"

namespace banhang::client {

/// What of them is listed, in which order.
struct CareQuery
{
    v1::CareFilter filter{};
    v1::CareOrder order = v1::CARE_ORDER_PROMISED;
    bool isDescending = false;
};

class CareModel final : public LiveListModel
{
    Q_OBJECT
public:
    enum Column { Subject, Customer, Kind, Severity, State, Owner, Promised, ColumnCount };

    CareModel(const Workplace& workplace, CareApi& api, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const CareQuery& query() const { return m_query; }
    /// Loads it anew.
    void setQuery(const CareQuery& query);
    /// Null for placeholder rows.
    const v1::CareRequest* requestAt(int row) const;
    void apply(const v1::CareRequest& request);
    /// Late ones become later without any news.
    void tick() { touchAll(); }

protected:
    CallHandle fetchPage(const PageQuery& query, PageHandler handler) override;
    CallHandle fetchRecords(const std::vector<qint64>& ids, RecordsHandler handler) override;
    QVariant cellData(const LiveRow& row, int column, int role) const override;
    QString entity() const override;
    qint64 idOf(const google::protobuf::Message& record) const override;
    qint64 versionOf(const google::protobuf::Message& record) const override;
    bool belongs(const google::protobuf::Message& record) const override;
    bool hasSamePlace(const google::protobuf::Message& before, const google::protobuf::Message& after) const override;
    QString leavingReason(const google::protobuf::Message& record) const override;

private:
    QString textAt(const v1::CareRequest& request, int column) const;
    CellTone toneAt(const v1::CareRequest& request, int column) const;

    Workplace m_workplace;
    CareApi& m_api;
    CareQuery m_query;
};

} // namespace banhang::client
