#include "client/customers/batch/customer_acts.h"

#include <algorithm>
#include <map>

#include "client/customers/customers_api.h"

namespace banhang::client {

namespace {

/// So many are written in one transaction: the feed of everybody waits for it, and Stop takes effect behind it.
constexpr std::size_t kAtOnce = 100;

template <typename T, typename Make>
std::vector<ActStep> inSlices(const std::vector<T>& all, Make make)
{
    std::vector<ActStep> steps;
    for (std::size_t from = 0; from < all.size(); from += kAtOnce) {
        const std::size_t to = std::min(from + kAtOnce, all.size());
        steps.push_back(make(std::vector<T>(all.begin() + static_cast<std::ptrdiff_t>(from),
                                            all.begin() + static_cast<std::ptrdiff_t>(to))));
    }
    return steps;
}

template <typename Reply, typename Read>
std::function<void(Outcome<Reply>)> reading(std::function<void(Outcome<StepDone>)> handler, const Read& read)
{
    return [handler = std::move(handler), read](Outcome<Reply> outcome) {
        if (outcome)
            handler(read(std::move(outcome).value()));
        else
            handler(outcome.error());
    };
}

std::vector<qint64> idsOf(const VersionList& customers)
{
    std::vector<qint64> ids;
    for (const auto& customer : customers)
        ids.push_back(customer.customer_id());
    return ids;
}

v1::CustomerVersion versionOf(const v1::Customer& customer)
{
    v1::CustomerVersion version;
    version.set_customer_id(customer.id());
    version.set_version(customer.version());
    return version;
}

/// Back to those who had them; what somebody changed meanwhile stays with the new owner.
std::vector<ActStep> assignBack(CustomersApi& api, const v1::AssignCustomersResponse& reply,
                                const QHash<qint64, qint64>& ownersBefore, qint64 ownerUserId)
{
    std::map<qint64, VersionList> byOwner;
    QHash<qint64, qint64> ownersNow;
    for (const auto& customer : reply.customers()) {
        const qint64 before = ownersBefore.value(customer.id(), ownerUserId);
        if (before == ownerUserId)
            continue;
        byOwner[before].push_back(versionOf(customer));
        ownersNow.insert(customer.id(), ownerUserId);
    }
    std::vector<ActStep> steps;
    for (const auto& [owner, customers] : byOwner)
        for (auto& step : assignSteps(api, customers, owner, ownersNow))
            steps.push_back(std::move(step));
    return steps;
}

std::vector<ActStep> tagBack(CustomersApi& api, const v1::TagCustomersResponse& reply)
{
    using Keys = std::pair<std::vector<std::string>, std::vector<std::string>>;
    std::map<Keys, std::vector<qint64>> alike;
    for (const auto& tagged : reply.tagged())
        alike[{{tagged.added_tag_keys().begin(), tagged.added_tag_keys().end()},
               {tagged.removed_tag_keys().begin(), tagged.removed_tag_keys().end()}}]
            .push_back(tagged.customer_id());
    std::vector<ActStep> steps;
    for (const auto& [keys, ids] : alike)
        for (auto& step : tagSteps(api, ids, keys.second, keys.first))
            steps.push_back(std::move(step));
    return steps;
}

} // namespace

std::vector<ActStep> assignSteps(CustomersApi& api, const VersionList& customers, qint64 ownerUserId,
                                 const QHash<qint64, qint64>& ownersBefore)
{
    return inSlices(customers, [&](const VersionList& slice) {
        v1::AssignCustomersRequest request;
        for (const auto& customer : slice) {
            request.add_customer_ids(customer.customer_id());
            *request.add_expected() = customer;
        }
        request.set_owner_user_id(ownerUserId);
        return ActStep{
            static_cast<int>(slice.size()),
            [&api, request, ownersBefore](QObject* receiver, std::function<void(Outcome<StepDone>)> handler) {
                const auto read = [&api, request, ownersBefore](const v1::AssignCustomersResponse& reply) {
                    StepDone done;
                    done.changed.assign(reply.customers().begin(), reply.customers().end());
                    done.skipped = reply.skipped_size();
                    done.done = request.customer_ids_size() - done.skipped;
                    done.undo = assignBack(api, reply, ownersBefore, request.owner_user_id());
                    return done;
                };
                return api.assign(request, receiver, reading<v1::AssignCustomersResponse>(std::move(handler), read));
            }};
    });
}

std::vector<ActStep> tagSteps(CustomersApi& api, const std::vector<qint64>& ids, const std::vector<std::string>& add,
                              const std::vector<std::string>& remove)
{
    return inSlices(ids, [&](const std::vector<qint64>& slice) {
        v1::TagCustomersRequest request;
        request.mutable_customer_ids()->Add(slice.begin(), slice.end());
        request.mutable_add_tag_keys()->Add(add.begin(), add.end());
        request.mutable_remove_tag_keys()->Add(remove.begin(), remove.end());
        return ActStep{static_cast<int>(slice.size()),
                       [&api, request](QObject* receiver, std::function<void(Outcome<StepDone>)> handler) {
                           const auto read = [&api](const v1::TagCustomersResponse& reply) {
                               StepDone done;
                               done.changed.assign(reply.customers().begin(), reply.customers().end());
                               done.skipped = reply.skipped_size();
                               done.done = reply.tagged_size();
                               done.undo = tagBack(api, reply);
                               return done;
                           };
                           return api.tag(request, receiver,
                                          reading<v1::TagCustomersResponse>(std::move(handler), read));
                       }};
    });
}

std::vector<ActStep> binSteps(CustomersApi& api, const VersionList& customers)
{
    return inSlices(customers, [&](const VersionList& slice) {
        v1::BatchDeleteCustomersRequest request;
        for (const auto& customer : slice)
            *request.add_customers() = customer;
        return ActStep{static_cast<int>(slice.size()),
                       [&api, request](QObject* receiver, std::function<void(Outcome<StepDone>)> handler) {
                           const auto read = [&api](const v1::BatchDeleteCustomersResponse& reply) {
                               StepDone done;
                               const VersionList deleted(reply.deleted().begin(), reply.deleted().end());
                               for (const qint64 id : idsOf(deleted))
                                   done.gone.append(id);
                               done.skipped = reply.skipped_size();
                               done.done = reply.deleted_size();
                               done.undo = restoreSteps(api, idsOf(deleted));
                               return done;
                           };
                           return api.moveManyToBin(
                               request, receiver, reading<v1::BatchDeleteCustomersResponse>(std::move(handler), read));
                       }};
    });
}

std::vector<ActStep> restoreSteps(CustomersApi& api, const std::vector<qint64>& ids)
{
    return inSlices(ids, [&](const std::vector<qint64>& slice) {
        v1::BatchUndeleteCustomersRequest request;
        request.mutable_customer_ids()->Add(slice.begin(), slice.end());
        return ActStep{static_cast<int>(slice.size()),
                       [&api, request](QObject* receiver, std::function<void(Outcome<StepDone>)> handler) {
                           const auto read = [](const v1::BatchUndeleteCustomersResponse& reply) {
                               StepDone done;
                               done.changed.assign(reply.customers().begin(), reply.customers().end());
                               done.skipped = reply.skipped_size();
                               done.done = reply.customers_size();
                               return done;
                           };
                           return api.restoreMany(
                               request, receiver,
                               reading<v1::BatchUndeleteCustomersResponse>(std::move(handler), read));
                       }};
    });
}

void ActRun::start(std::vector<ActStep> steps)
{
    m_steps = std::move(steps);
    m_next = 0;
    m_sent = 0;
    m_total = 0;
    for (const auto& step : m_steps)
        m_total += step.size;
    m_result = {};
    m_isRunning = true;
    emit progressed(0, m_total);
    sendNext();
}

void ActRun::stop()
{
    m_result.isStopped = true;
}

void ActRun::sendNext()
{
    if (m_next >= m_steps.size() || m_result.isStopped || m_result.error) {
        end();
        return;
    }
    const auto& step = m_steps[m_next++];
    m_sent += step.size;
    m_call = step.send(this, [this](const Outcome<StepDone>& outcome) { onStep(outcome); });
}

void ActRun::onStep(const Outcome<StepDone>& outcome)
{
    if (outcome) {
        m_result.done += outcome->done;
        m_result.skipped += outcome->skipped;
        m_result.undo.insert(m_result.undo.end(), outcome->undo.begin(), outcome->undo.end());
        emit stepDone(outcome.value());
        emit progressed(m_sent, m_total);
    } else {
        m_result.error = outcome.error();
    }
    sendNext();
}

void ActRun::end()
{
    // Stopped behind the last call is not stopped.
    m_result.isStopped = m_result.isStopped && m_next < m_steps.size();
    m_isRunning = false;
    emit finished(m_result);
}

} // namespace banhang::client
