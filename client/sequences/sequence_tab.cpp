#include "client/sequences/sequence_tab.h"

#include "client/sequences/sequence_pane.h"

namespace banhang::client {

SequenceTab::SequenceTab(const Workplace& workplace, QObject* parent) : DetailPart(parent), m_workplace(workplace) {}

QWidget* SequenceTab::tab()
{
    m_pane = new SequencePane(m_workplace);
    connect(m_pane, &SequencePane::failed, this, &SequenceTab::failed);
    connect(m_pane, &SequencePane::countChanged, this, &SequenceTab::countChanged);
    connect(m_pane, &SequencePane::activityRequested, this, &SequenceTab::activityRequested);
    return m_pane;
}

QString SequenceTab::tabTitle() const
{
    return tr("Sequences");
}

void SequenceTab::showCustomer(const v1::Customer& customer)
{
    // Each step that is made or closed is a change of the customer, so this is all that has to be listened to.
    m_pane->load(customer.id());
}

} // namespace banhang::client
