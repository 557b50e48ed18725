// The files of a customer behind a tab of its detail.
#pragma once

#include "client/attachments/attachments_api.h"
#include "client/core/workplace.h"
#include "client/customers/detail/detail_part.h"

namespace banhang::client {

class FilesPane;
class UploadQueue;

/// Thread: UI.
class FilesPart final : public DetailPart
{
    Q_OBJECT
public:
    FilesPart(const Workplace& workplace, UploadQueue& uploads, QObject* parent = nullptr);

    QWidget* tab() override;
    QString tabTitle() const override;
    void showCustomer(const v1::Customer& customer) override;
    /// The files of one talk come to the front.
    void showActivity(qint64 activityId, const QString& title);

signals:
    void activityRequested(qint64 activityId);

private:
    Workplace m_workplace;
    UploadQueue& m_uploads;
    AttachmentsApi m_api;
    FilesPane* m_pane = nullptr;
    qint64 m_customerId = 0;
};

} // namespace banhang::client
