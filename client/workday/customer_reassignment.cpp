#include "client/workday/customer_reassignment.h"

#include <QMenu>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/customers/batch/batch_bar.h"

namespace banhang::client {

namespace {

constexpr int kPage = 500;
/// More at a time nobody looks over.
constexpr int kMaxCustomers = 5000;

} // namespace

CustomerReassignment::CustomerReassignment(const Workplace& workplace, QObject* parent)
    : QObject(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_days(workplace.rpc),
      m_bar(new BatchBar(workplace, m_api))
{
    connect(m_bar, &BatchBar::undoOffered, this, &CustomerReassignment::undoOffered);
    connect(m_bar, &BatchBar::newsHappened, this, &CustomerReassignment::newsHappened);
    connect(m_bar, &BatchBar::failed, this, &CustomerReassignment::failed);
}

bool CustomerReassignment::isAllowed() const
{
    return m_workplace.session.scopeOf(v1::RESOURCE_CUSTOMER, v1::ACTION_ASSIGN) > v1::SCOPE_OWN;
}

void CustomerReassignment::fill(QMenu* menu, qint64 userId, const QList<qint64>& colleagues)
{
    m_userId = userId;
    m_colleagues = colleagues;
    m_days.reload();
    menu->addSection(tr("Customers of %1").arg(m_workplace.directory.givenName(userId)));
    for (const auto list : {WorkList::Overlooked, WorkList::Untouched, WorkList::CallBack, WorkList::Silent})
        addChoice(menu, workListTitle(list), workListSetup(list, m_days.settings()).filter);
    addChoice(menu, tr("All customers"), {});
}

void CustomerReassignment::addChoice(QMenu* menu, const QString& text, const v1::CustomerFilter& filter)
{
    auto* people = menu->addMenu(text);
    for (const qint64 colleague : std::as_const(m_colleagues))
        connect(people->addAction(m_workplace.directory.fullName(colleague)), &QAction::triggered, this,
                [this, filter, userId = m_userId, colleague] { offer(filter, userId, colleague); });
    people->menuAction()->setVisible(!m_colleagues.isEmpty());
}

void CustomerReassignment::offer(const v1::CustomerFilter& filter, qint64 userId, qint64 toUserId)
{
    m_userId = userId;
    m_taker = toUserId;
    m_customers.clear();
    v1::ListCustomersRequest request;
    *request.mutable_filter() = filter;
    request.mutable_filter()->clear_owner_user_ids();
    request.mutable_filter()->add_owner_user_ids(userId);
    request.set_page_size(kPage);
    read(request);
}

void CustomerReassignment::read(const v1::ListCustomersRequest& request)
{
    m_call = m_api.list(request, this, [this, request](const Outcome<v1::ListCustomersResponse>& outcome) {
        if (!outcome) {
            emit failed(tr("Nothing was handed over."), outcome.error());
            return;
        }
        for (const auto& customer : outcome->customers())
            m_customers.append(customer.id());
        if (outcome->next_page_token().empty() || m_customers.size() >= kMaxCustomers) {
            ask();
            return;
        }
        v1::ListCustomersRequest next = request;
        next.set_page_token(outcome->next_page_token());
        read(next);
    });
}

void CustomerReassignment::ask()
{
    const QString from = m_workplace.directory.givenName(m_userId);
    if (m_customers.isEmpty()) {
        emit newsHappened(tr("%1 has no such customers").arg(from));
        return;
    }
    const QString to = m_workplace.directory.givenName(m_taker);
    QHash<qint64, qint64> ownersBefore; // who has left gets nothing back
    if (const auto* owner = m_workplace.directory.person(m_userId); owner && owner->active())
        for (const qint64 id : std::as_const(m_customers))
            ownersBefore.insert(id, m_userId);
    BatchWish wish;
    wish.right = v1::BATCH_ACT_ASSIGN;
    wish.question = [from, to](int count) {
        return tr("Assign %Ln customers of %1 to %2?", nullptr, count).arg(from, to);
    };
    wish.verb = tr("Assign");
    wish.doneText = [from, to](int count) {
        return tr("Assigned %Ln customers of %1 to %2", nullptr, count).arg(from, to);
    };
    wish.steps = [this, taker = m_taker, ownersBefore](const VersionList& customers) {
        return assignSteps(m_api, customers, taker, ownersBefore);
    };
    m_bar->begin(wish, m_customers);
}

} // namespace banhang::client
