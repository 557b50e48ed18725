#include "client/customers/views/work_lists.h"

#include <QCoreApplication>

#include "client/core/office_time.h"
#include "client/customers/filter/filter_bar.h"
#include "client/customers/list/customer_model.h"

namespace banhang::client {

namespace {

constexpr int kSoonDays = 7;

QList<ShownColumn> columnsOf(std::initializer_list<int> columns)
{
    QList<ShownColumn> shown;
    for (const int column : columns)
        shown.append({column, 0});
    return shown;
}

void wantPromising(ListSetup& setup)
{
    using M = CustomerModel;
    setup.filter.add_potentials(v1::POTENTIAL_PROMISING);
    setup.sort = v1::CUSTOMER_SORT_LAST_CONTACT;
    setup.columns = columnsOf({M::Name, M::Tier, M::PotentialOf, M::Phone, M::Owner, M::LastContact, M::NextContact});
}

} // namespace

QString workListTitle(WorkList list)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("WorkLists", text); };
    switch (list) {
    case WorkList::CallBack:
        return say(QT_TRANSLATE_NOOP("WorkLists", "To contact again"));
    case WorkList::Untouched:
        return say(QT_TRANSLATE_NOOP("WorkLists", "On the list, no business yet"));
    case WorkList::Promising:
        return say(QT_TRANSLATE_NOOP("WorkLists", "Promising customers"));
    case WorkList::Overlooked:
        return say(QT_TRANSLATE_NOOP("WorkLists", "Promising but overlooked"));
    case WorkList::Silent:
        break;
    }
    return say(QT_TRANSLATE_NOOP("WorkLists", "Clients gone silent"));
}

ListSetup workListSetup(WorkList list, const v1::WorkListSettings& days)
{
    using M = CustomerModel;
    ListSetup setup;
    setup.filter = FilterBar::usualFilter();
    switch (list) {
    case WorkList::CallBack:
        // What is overdue stands first.
        setup.filter.mutable_callback()->set_kind(v1::PERIOD_KIND_BETWEEN);
        *setup.filter.mutable_callback()->mutable_last_day() = toDate(officeNow().date().addDays(kSoonDays));
        setup.sort = v1::CUSTOMER_SORT_CALLBACK;
        setup.columns = columnsOf({M::Name, M::Tier, M::Callback, M::CallbackReason, M::Phone, M::Owner});
        break;
    case WorkList::Untouched:
        setup.filter.mutable_last_contact()->set_kind(v1::PERIOD_KIND_NEVER);
        setup.filter.mutable_next_contact()->set_kind(v1::PERIOD_KIND_NEVER);
        setup.sort = v1::CUSTOMER_SORT_CREATED;
        setup.columns = columnsOf({M::Name, M::Tier, M::Source, M::Phone, M::Owner, M::Created});
        break;
    case WorkList::Promising:
        wantPromising(setup);
        break;
    case WorkList::Overlooked:
        wantPromising(setup);
        setup.filter.mutable_last_contact()->set_kind(v1::PERIOD_KIND_OLDER_THAN_DAYS);
        setup.filter.mutable_last_contact()->set_days(days.overlooked_days());
        setup.filter.mutable_last_contact()->set_or_never(true);
        break;
    case WorkList::Silent:
        setup.filter.clear_not_status_keys();
        *setup.filter.mutable_status_keys() = days.client_status_keys();
        setup.filter.set_silent_days(days.silent_days());
        setup.sort = v1::CUSTOMER_SORT_LAST_CONTACT;
        setup.columns =
            columnsOf({M::Name, M::Tier, M::Phone, M::Owner, M::LastContact, M::TalkRhythm, M::NextContact});
        break;
    }
    return setup;
}

} // namespace banhang::client
