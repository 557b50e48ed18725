#include "client/subscriptions/notification_changes_page.h"

#include <QListWidget>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/notifications/notifiable_fields.h"
#include "client/subscriptions/subscription_text.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/two_line_delegate.h"

namespace banhang::client {

namespace {

constexpr int kMaxChanges = 100;

} // namespace

NotificationChangesPage::NotificationChangesPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("What changed"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_list(new QListWidget),
      m_state(new StateView(StateView::Kind::Empty))
{
    m_list->setObjectName(QStringLiteral("toldChanges"));
    m_list->setAccessibleName(tr("What changed"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_state->setIcon(QStringLiteral("eye"));
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_state, 1);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { open(m_list->row(item)); });
    setFocusProxy(m_list);
    updateWithDate(this, [this] { tellTimes(); });
    showState({}, {});
}

void NotificationChangesPage::load(qint64 notificationId)
{
    clear();
    m_call = m_api.changes(notificationId, this, [=, this](const Outcome<v1::NotificationChanges>& outcome) {
        if (outcome)
            fill(outcome.value());
        else
            m_state->setFailure(tr("The changes could not be loaded."), errorText(outcome.error()),
                                [=, this] { load(notificationId); });
    });
}

void NotificationChangesPage::clear()
{
    m_call.cancel();
    m_changes.Clear();
    m_list->clear();
    setAside({});
    showState(tr("Loading…"), {});
}

void NotificationChangesPage::fill(const v1::NotificationChanges& changes)
{
    m_changes = changes;
    for (const auto& change : changes.changes())
        addRow(change);
    tellTimes();
    if (changes.changes().empty()) {
        showState(tr("Nothing left to show"), tr("What changed is gone by now, or you no longer see it."));
        return;
    }
    setAside(changes.changes_size() >= kMaxChanges ? tr("the first %1").arg(kMaxChanges) : QString());
    m_state->hide();
    m_list->show();
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::OtherFocusReason);
}

void NotificationChangesPage::addRow(const v1::NotificationChange& change)
{
    const auto entity = entityNamed(change.entity());
    const QString title = QString::fromStdString(change.title());
    const QString customer = QString::fromStdString(change.customer_name());
    QString first = title == customer || customer.isEmpty() ? title : QStringLiteral("%1 · %2").arg(title, customer);
    if (title.isEmpty())
        first = customer;
    QStringList what;
    for (const auto& field : change.changes())
        what.append(fieldChangeText(entity, field, m_workplace));
    if (change.operation() == "create")
        what.prepend(tr("new"));
    else if (change.operation() == "delete")
        what.prepend(tr("put into the bin"));
    else if (change.operation() == "undelete")
        what.prepend(tr("taken out of the bin"));
    auto* item = new QListWidgetItem(first, m_list);
    item->setData(SecondLineRole, what.join(QStringLiteral("  ·  ")));
    item->setData(RowIconRole, entityIcon(entity));
    item->setData(AsideRole, m_workplace.directory.givenName(change.actor_user_id()));
}

void NotificationChangesPage::tellTimes()
{
    for (int row = 0; row < m_list->count(); ++row) {
        auto* item = m_list->item(row);
        const QString when = longMoment(officeTime(m_changes.changes(row).time()), officeNow());
        item->setData(AsideSecondRole, when);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2, %3, %4")
                                                  .arg(item->text(), item->data(SecondLineRole).toString(),
                                                       item->data(AsideRole).toString(), when));
    }
}

void NotificationChangesPage::open(int row)
{
    if (row < 0 || row >= m_changes.changes_size())
        return;
    const auto& change = m_changes.changes(row);
    emit openRequested(QString::fromStdString(change.entity()), change.entity_id());
}

void NotificationChangesPage::showState(const QString& title, const QString& text)
{
    m_state->setTexts(title, text);
    m_state->show();
    m_list->hide();
}

} // namespace banhang::client
