#include "client/care/care_tab.h"

#include "client/care/care_pane.h"
#include "client/core/session.h"

namespace banhang::client {

CareTab::CareTab(const Workplace& workplace, QObject* parent)
    : DetailPart(parent), m_workplace(workplace), m_api(workplace.rpc)
{
    const auto applyRights = [this] {
        if (m_pane)
            m_pane->applyRights();
    };
    connect(&workplace.session, &Session::begun, this, applyRights);
    connect(&workplace.session, &Session::updated, this, applyRights);
}

QWidget* CareTab::tab()
{
    m_pane = new CarePane(m_workplace, m_api, CarePane::Place::Customer);
    connect(m_pane, &CarePane::undoOffered, this, &CareTab::undoOffered);
    connect(m_pane, &CarePane::failed, this, &CareTab::failed);
    connect(m_pane, &CarePane::counted, this, [this] { emit countChanged(m_pane->model()->loadedCount()); });
    return m_pane;
}

QString CareTab::tabTitle() const
{
    return tr("Requests");
}

void CareTab::showCustomer(const v1::Customer& customer)
{
    m_pane->setCustomer(customer);
}

} // namespace banhang::client
