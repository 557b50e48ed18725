// Customers of the server of the tests.
#include "tests/client/support/fake_memory.h"

#include <algorithm>

#include "common/status_codec.h"

namespace banhang::test {

namespace {

constexpr int kDefaultPage = 100;

class FakeCustomers final : public v1::CustomersService::Service
{
public:
    explicit FakeCustomers(FakeMemory& memory) : m_memory(memory) {}

    grpc::Status GetCustomer(grpc::ServerContext* context, const v1::GetCustomerRequest* request,
                             v1::Customer* reply) override
    {
        if (auto status = m_memory.calls.enter("GetCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        const auto survivor = m_memory.survivors.find(request->customer_id());
        const auto found =
            m_memory.customers.find(survivor == m_memory.survivors.end() ? request->customer_id() : survivor->second);
        if (found == m_memory.customers.end())
            return toStatus(AppError(ErrorCode::NotFound, "customer.not_found"));
        *reply = found->second;
        return grpc::Status::OK;
    }

    grpc::Status BatchGetCustomers(grpc::ServerContext* context, const v1::BatchGetCustomersRequest* request,
                                   v1::BatchGetCustomersResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("BatchGetCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        m_memory.batchSizes.push_back(request->customer_ids_size());
        for (const auto id : request->customer_ids()) {
            const auto found = m_memory.customers.find(id);
            if (found != m_memory.customers.end())
                *reply->add_customers() = found->second;
        }
        return grpc::Status::OK;
    }

    grpc::Status BatchGetCustomerCounts(grpc::ServerContext* context, const v1::BatchGetCustomerCountsRequest*,
                                        v1::BatchGetCustomerCountsResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("BatchGetCustomerCounts", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = m_memory.counts;
        return grpc::Status::OK;
    }

    grpc::Status ListCustomers(grpc::ServerContext* context, const v1::ListCustomersRequest* request,
                               v1::ListCustomersResponse* reply) override
    {
        bool isKnown = true; // whom the list is asked for around
        {
            const std::lock_guard lock(m_memory.mutex);
            m_memory.lastList = *request;
            const auto around = request->around_customer_id();
            isKnown = around == 0 || m_memory.customers.contains(around);
            readPage(*request, *reply);
        }
        if (auto status = m_memory.calls.enter("ListCustomers", context); !status.ok())
            return status;
        return isKnown ? grpc::Status::OK : toStatus(AppError(ErrorCode::NotFound, "customer.not_found"));
    }

    /// Read before the answer is held: what is stored while it is on its way is not in it.
    void readPage(const v1::ListCustomersRequest& request, v1::ListCustomersResponse& reply) const
    {
        std::vector<const v1::Customer*> all;
        for (const auto& entry : m_memory.customers) {
            if (entry.second.has_delete_time() == request.filter().deleted())
                all.push_back(&entry.second);
        }
        const int count = static_cast<int>(all.size());
        const int page = request.page_size() ? request.page_size() : kDefaultPage;
        int first = 0;
        if (!request.page_token().empty())
            first = std::stoi(request.page_token());
        else if (request.around_customer_id())
            // From its place on, as the server does, whether it is in this list or not.
            first = static_cast<int>(std::ranges::count_if(
                all, [&request](const v1::Customer* one) { return one->id() < request.around_customer_id(); }));
        const int end = std::min(count, first + page);
        for (int i = first; i < end; ++i)
            *reply.add_customers() = *all[static_cast<size_t>(i)];
        if (end < count)
            reply.set_next_page_token(std::to_string(end));
        if (first > 0)
            reply.set_previous_page_token(std::to_string(std::max(0, first - page)));
        if (request.with_count())
            reply.set_capped_count(std::min(count, 1001));
    }

    grpc::Status SearchCustomers(grpc::ServerContext* context, const v1::SearchCustomersRequest* request,
                                 v1::SearchCustomersResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("SearchCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        for (const auto& entry : m_memory.customers) {
            if (entry.second.name().find(request->query()) != std::string::npos)
                *reply->add_customers() = entry.second;
        }
        return grpc::Status::OK;
    }

    /// One customer of the office is in nobody's list.
    grpc::Status FindPublicCards(grpc::ServerContext* context, const v1::FindPublicCardsRequest* request,
                                 v1::FindPublicCardsResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("FindPublicCards", context); !status.ok())
            return status;
        v1::PublicCard card;
        card.set_name("Công ty TNHH Phương Xa");
        card.set_owner_user_id(2);
        card.set_do_not_call(true);
        if (card.name().find(request->query()) != std::string::npos)
            *reply->add_cards() = card;
        return grpc::Status::OK;
    }

    grpc::Status CheckCustomer(grpc::ServerContext* context, const v1::CheckCustomerRequest*,
                               v1::CheckCustomerResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("CheckCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = m_memory.check;
        return grpc::Status::OK;
    }

    grpc::Status CreateCustomer(grpc::ServerContext* context, const v1::CreateCustomerRequest* request,
                                v1::CustomerChangeResponse* reply) override
    {
        {
            const std::lock_guard lock(m_memory.mutex);
            m_memory.requestIds.push_back(request->request_id());
            m_memory.lastCreate = *request;
        }
        if (auto status = m_memory.calls.enter("CreateCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        auto customer = request->customer();
        customer.set_id(m_memory.customers.empty() ? 1 : m_memory.customers.rbegin()->first + 1);
        customer.set_version(1);
        customer.set_code("KH" + std::to_string(customer.id()));
        m_memory.customers[customer.id()] = customer;
        *reply->mutable_customer() = customer;
        return grpc::Status::OK;
    }

    grpc::Status UpdateCustomer(grpc::ServerContext* context, const v1::UpdateCustomerRequest* request,
                                v1::CustomerChangeResponse* reply) override
    {
        {
            const std::lock_guard lock(m_memory.mutex);
            m_memory.requestIds.push_back(request->request_id());
            m_memory.lastUpdate = *request;
        }
        if (auto status = m_memory.calls.enter("UpdateCustomer", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        auto customer = request->customer();
        customer.set_version(m_memory.customers[customer.id()].version() + 1);
        m_memory.customers[customer.id()] = customer;
        *reply->mutable_customer() = customer;
        return grpc::Status::OK;
    }

    grpc::Status DeleteCustomer(grpc::ServerContext* context, const v1::DeleteCustomerRequest* request,
                                v1::Customer* reply) override
    {
        return setBin(context, "DeleteCustomer", request->customer_id(), true, reply);
    }

    grpc::Status UndeleteCustomer(grpc::ServerContext* context, const v1::UndeleteCustomerRequest* request,
                                  v1::Customer* reply) override
    {
        return setBin(context, "UndeleteCustomer", request->customer_id(), false, reply);
    }

    grpc::Status AssignCustomers(grpc::ServerContext* context, const v1::AssignCustomersRequest* request,
                                 v1::AssignCustomersResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("AssignCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        for (const auto id : request->customer_ids()) {
            auto& customer = m_memory.customers.at(id);
            customer.set_owner_user_id(request->owner_user_id());
            customer.set_version(customer.version() + 1);
            *reply->add_customers() = customer;
        }
        return grpc::Status::OK;
    }

    grpc::Status CheckCustomerBatch(grpc::ServerContext* context, const v1::CheckCustomerBatchRequest* request,
                                    v1::CheckCustomerBatchResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("CheckCustomerBatch", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        for (const auto id : request->customer_ids()) {
            if (m_memory.denied.contains(id)) {
                skip(*reply->add_skipped(), id, "call.denied");
                continue;
            }
            auto* allowed = reply->add_allowed();
            allowed->set_customer_id(id);
            allowed->set_version(m_memory.customers.at(id).version());
        }
        return grpc::Status::OK;
    }

    grpc::Status TagCustomers(grpc::ServerContext* context, const v1::TagCustomersRequest* request,
                              v1::TagCustomersResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("TagCustomers", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        for (const auto id : request->customer_ids()) {
            auto& customer = m_memory.customers.at(id);
            auto& keys = *customer.mutable_tag_keys();
            v1::TaggedCustomer tagged;
            tagged.set_customer_id(id);
            for (const auto& key : request->add_tag_keys()) {
                if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                    *keys.Add() = key;
                    tagged.add_added_tag_keys(key);
                }
            }
            for (const auto& key : request->remove_tag_keys()) {
                const auto found = std::find(keys.begin(), keys.end(), key);
                if (found != keys.end()) {
                    keys.erase(found);
                    tagged.add_removed_tag_keys(key);
                }
            }
            if (tagged.added_tag_keys().empty() && tagged.removed_tag_keys().empty())
                continue;
            customer.set_version(customer.version() + 1);
            *reply->add_tagged() = tagged;
            *reply->add_customers() = customer;
        }
        return grpc::Status::OK;
    }

    grpc::Status BatchDeleteCustomers(grpc::ServerContext* context, const v1::BatchDeleteCustomersRequest* request,
                                      v1::BatchDeleteCustomersResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("BatchDeleteCustomers", context); !status.ok())
            return status;
        for (const auto& wanted : request->customers()) {
            v1::Customer customer;
            if (stored(wanted.customer_id()).version() != wanted.version()) {
                skip(*reply->add_skipped(), wanted.customer_id(), "customer.edit_conflict");
                continue;
            }
            setBin(context, "DeleteCustomer", wanted.customer_id(), true, &customer);
            auto* deleted = reply->add_deleted();
            deleted->set_customer_id(customer.id());
            deleted->set_version(customer.version());
        }
        return grpc::Status::OK;
    }

    grpc::Status BatchUndeleteCustomers(grpc::ServerContext* context, const v1::BatchUndeleteCustomersRequest* request,
                                        v1::BatchUndeleteCustomersResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("BatchUndeleteCustomers", context); !status.ok())
            return status;
        for (const auto id : request->customer_ids())
            setBin(context, "UndeleteCustomer", id, false, reply->add_customers());
        return grpc::Status::OK;
    }

    grpc::Status ListCustomerHistory(grpc::ServerContext* context, const v1::ListCustomerHistoryRequest*,
                                     v1::ListCustomerHistoryResponse* reply) override
    {
        if (auto status = m_memory.calls.enter("ListCustomerHistory", context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        *reply = m_memory.history;
        return grpc::Status::OK;
    }

private:
    static void skip(v1::SkippedCustomer& skipped, std::int64_t id, const char* key)
    {
        skipped.set_customer_id(id);
        skipped.set_key(key);
    }

    v1::Customer stored(std::int64_t id)
    {
        const std::lock_guard lock(m_memory.mutex);
        return m_memory.customers.at(id);
    }

    grpc::Status setBin(grpc::ServerContext* context, const char* method, std::int64_t id, bool isBinned,
                        v1::Customer* reply)
    {
        if (auto status = m_memory.calls.enter(method, context); !status.ok())
            return status;
        const std::lock_guard lock(m_memory.mutex);
        auto& customer = m_memory.customers.at(id);
        customer.set_version(customer.version() + 1);
        if (isBinned)
            customer.mutable_delete_time()->set_seconds(1'700'000'000);
        else
            customer.clear_delete_time();
        *reply = customer;
        return grpc::Status::OK;
    }

    FakeMemory& m_memory;
};

} // namespace

std::unique_ptr<grpc::Service> makeFakeCustomers(FakeMemory& memory)
{
    return std::make_unique<FakeCustomers>(memory);
}

} // namespace banhang::test
