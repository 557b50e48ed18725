// The care requests of a customer, behind a tab of its detail.
#pragma once

#include "client/care/care_api.h"
#include "client/core/workplace.h"
#include "client/customers/detail/detail_part.h"

namespace banhang::client {

class CarePane;

/// Thread: UI.
class CareTab final : public DetailPart
{
    Q_OBJECT
public:
    explicit CareTab(const Workplace& workplace, QObject* parent = nullptr);

    QWidget* tab() override;
    QString tabTitle() const override;
    void showCustomer(const v1::Customer& customer) override;
    CarePane* pane() const { return m_pane; }

private:
    Workplace m_workplace;
    CareApi m_api;
    CarePane* m_pane = nullptr;
};

} // namespace banhang::client
