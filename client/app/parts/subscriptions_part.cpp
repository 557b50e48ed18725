#include "client/app/parts/subscriptions_part.h"

#include "client/app/window/window_head.h"
#include "client/subscriptions/notification_changes_page.h"
#include "client/subscriptions/subscriptions_page.h"

namespace banhang::client {

SubscriptionsPart::SubscriptionsPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent), m_page(new SubscriptionsPage(workplace)), m_changes(new NotificationChangesPage(workplace))
{
    connect(m_page, &SubscriptionsPage::failed, this, &SubscriptionsPart::failed);
    connect(m_page, &SubscriptionsPage::newsHappened, this, &SubscriptionsPart::newsHappened);
    connect(m_page, &SubscriptionsPage::undoOffered, this, &SubscriptionsPart::undoOffered);
    connect(m_changes, &NotificationChangesPage::openRequested, this, &SubscriptionsPart::openRecord);
}

QList<QWidget*> SubscriptionsPart::pages()
{
    return {m_page, m_changes};
}

void SubscriptionsPart::addEntries(WindowHead* head)
{
    auto* entry = WindowHead::addEntry(head->toolsMenu(), QStringLiteral("eye"), tr("What you follow"));
    connect(entry, &QAction::triggered, this, [this] { open(0); });
}

void SubscriptionsPart::open(qint64 subscriptionId)
{
    m_page->begin(subscriptionId);
    emit pageRequested(m_page);
}

void SubscriptionsPart::openDraft(const QString& key)
{
    if (m_page->openDraft(key))
        emit pageRequested(m_page);
}

void SubscriptionsPart::openChanges(qint64 notificationId)
{
    m_changes->load(notificationId);
    emit pageRequested(m_changes);
}

void SubscriptionsPart::mute(qint64 subscriptionId, const QDateTime& until)
{
    m_page->mute(subscriptionId, until);
}

void SubscriptionsPart::openRecord(const QString& entity, qint64 entityId)
{
    if (entity == QLatin1String("activity"))
        emit activityRequested(entityId);
    else if (entity == QLatin1String("care_request"))
        emit careRequested(entityId);
    else
        emit customerRequested(entityId);
}

void SubscriptionsPart::refresh(QWidget* page)
{
    if (page == m_page)
        m_page->reload();
}

bool SubscriptionsPart::nextPane(QWidget* page, bool)
{
    return page == m_page && m_page->nextPane();
}

void SubscriptionsPart::end()
{
    m_page->clear();
    m_changes->clear();
}

} // namespace banhang::client
