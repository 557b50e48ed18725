// Care sequences in the detail of a customer: a tab of their own.
#pragma once

#include "client/core/workplace.h"
#include "client/customers/detail/detail_part.h"

namespace banhang::client {

class SequencePane;

class SequenceTab final : public DetailPart
{
    Q_OBJECT
public:
    explicit SequenceTab(const Workplace& workplace, QObject* parent);

    QWidget* tab() override;
    QString tabTitle() const override;
    void showCustomer(const v1::Customer& customer) override;

signals:
    void activityRequested(qint64 activityId);

private:
    Workplace m_workplace;
    SequencePane* m_pane = nullptr;
};

} // namespace banhang::client
