// Writes one care request: a new one, a changed one, or its answer.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "client/care/care_api.h"
#include "client/care/care_fields.h"
#include "client/records/record_editor.h"

namespace banhang::client {

/// Thread: UI.
class CareEditor final : public RecordEditor
{
    Q_OBJECT
public:
    CareEditor(const Workplace& workplace, CareApi& api, QWidget* parent = nullptr);
    ~CareEditor() override;

    /// A new one, from what is known of it.
    void begin(const v1::CareRequest& seed);
    /// One that is there, on its way to `wanted` (its own state: none).
    void open(const v1::CareRequest& request, v1::CareState wanted);
    CareFields* fields() const { return m_fields; }

signals:
    void saved(const banhang::v1::CareRequest& request);

protected:
    QString draftKey() const override;
    qint64 customerId() const override { return m_base.customer_id(); }
    QString heading() const override;
    QString icon() const override;
    Draft typed() const override;
    CallHandle send(const std::string& requestId) override;
    void takeVersion(qint64 version) override { m_base.set_version(version); }
    CallHandle reload() override;

private:
    CareApi& m_api;
    v1::CareRequest m_base; ///< as it was read, or as the draft was begun on
    CareFields* m_fields;
};

} // namespace banhang::client
