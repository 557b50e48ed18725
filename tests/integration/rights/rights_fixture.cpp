#include "tests/integration/rights/rights_fixture.h"

#include <algorithm>
#include <set>

#include "banhang/v1/changes.grpc.pb.h"
#include "server/changes/changes_service.h"
#include "server/customers/customers_service.h"

namespace banhang::test {

namespace {

using Stub = v1::CustomersService::Stub;

std::string join(const std::vector<std::int64_t>& ids)
{
    std::string text;
    for (const std::int64_t id : ids)
        text += (text.empty() ? "" : " ") + std::to_string(id);
    return text;
}

template <typename Customers>
std::vector<std::int64_t> idsOf(const Customers& customers)
{
    std::vector<std::int64_t> ids;
    for (const v1::Customer& customer : customers)
        ids.push_back(customer.id());
    return ids;
}

/// What a list and a detail both show of a customer, masked fields and their names included.
std::string listForm(const v1::Customer& customer)
{
    std::set<std::string> masked(customer.masked_fields().begin(), customer.masked_fields().end());
    std::string text = std::to_string(customer.id()) + "|" + customer.code() + "|" + customer.name() + "|" +
                       customer.tax_code() + "|" + customer.status_key() + "|" +
                       std::to_string(customer.owner_user_id()) + "|" + std::to_string(customer.unit_id());
    for (const v1::Phone& phone : customer.phones())
        text += "|" + phone.number() + (phone.number().empty() && !phone.key().empty() ? " key " + phone.key() : "");
    for (const v1::Email& email : customer.emails())
        text += "|" + email.address();
    for (const char* field : {"phones", "emails", "tax_code"})
        text += masked.count(field) != 0 ? std::string("|hidden ") + field : "";
    return text;
}

std::string fullForm(const v1::Customer& customer)
{
    std::set<std::string> masked(customer.masked_fields().begin(), customer.masked_fields().end());
    std::string text = listForm(customer) + "|" + customer.note() + "|" + customer.income_band_key() + "|" +
                       customer.finances_key() + "|" + std::to_string(customer.birthday().date().year());
    for (const v1::Contact& contact : customer.contacts()) {
        text += "|contact " + std::to_string(contact.id()) + " " + contact.name() + ", " + contact.position() + ", " +
                contact.note() + ", " + std::to_string(contact.birthday().date().year());
        for (const v1::Phone& phone : contact.phones())
            text += ", " + phone.number() + phone.key();
        for (const v1::Email& email : contact.emails())
            text += ", " + email.address();
    }
    for (const std::string& field : masked)
        text += "|hidden " + field;
    return text;
}

} // namespace

std::set<std::string> openFields(const Oracle& oracle)
{
    std::set<std::string> open{"name", "phones", "emails", "birthday", "tax_code", "income_band_key", "finances_key"};
    for (const std::string& name : oracle.hidden())
        open.erase(name);
    return open;
}

std::vector<std::unique_ptr<grpc::Service>> RightsFixture::makeServices(ServerParts& serverParts)
{
    std::vector<std::unique_ptr<grpc::Service>> services;
    m_hub = std::make_unique<server::ChangeHub>(server::ChangeHubOptions{.connect = access("banhang_system")},
                                                serverParts.callers, serverParts.signer, serverParts.metrics);
    services.push_back(std::make_unique<server::CustomersService>(serverParts.calls, serverParts.signer));
    services.push_back(
        std::make_unique<server::ChangesService>(serverParts.calls, serverParts.app, serverParts.callers, *m_hub));
    return services;
}

void RightsFixture::TearDown()
{
    if (m_hub)
        m_hub->goAway(std::chrono::milliseconds(1));
    m_customers.reset();
    stopServer();
    m_hub.reset();
}

v1::CustomersService::Stub& RightsFixture::customers()
{
    if (!m_customers)
        m_customers = stub<v1::CustomersService>();
    return *m_customers;
}

Office RightsFixture::makeOffice(int worlds)
{
    Office office(m_random, worlds);
    office.store(sql());
    return office;
}

void RightsFixture::compare(const Office& office, int usersToAsk)
{
    for (int i = 0; i < usersToAsk; ++i)
        compareUser(office, office.users[static_cast<std::size_t>(below(office.users.size()))]);
}

void RightsFixture::compareUser(const Office& office, const OfficeUser& user)
{
    const Oracle oracle(office, user);
    compareGets(office, user, oracle);
    compareBatch(office, user, oracle);
    compareList(office, user, oracle);
    compareSearch(office, user, oracle);
    compareDuplicates(office, user, oracle);
    compareWrites(office, user, oracle);
    compareWall(office, user, oracle);
}

void RightsFixture::check(const std::string& what, const std::string& expected, const std::string& found,
                          bool isRefusal)
{
    ++m_verdict.comparisons;
    m_verdict.refusals += isRefusal ? 1 : 0;
    if (expected != found)
        m_verdict.differences.push_back(what + ": expected " + expected + ", found " + found);
}

/// One of the user's neighbourhood more often than not: rows far away are refused too easily.
const OfficeCustomer& RightsFixture::anyCustomer(const Office& office, const OfficeUser& user)
{
    std::size_t near = 0;
    while (near + 1 < office.customers.size() && office.customers[near].data.unit_id() < user.leaf)
        ++near;
    const std::size_t from = near > 8 ? near - 8 : 0;
    const std::size_t span = std::min<std::size_t>(20, office.customers.size() - from);
    return below(5) == 0 ? office.customers[static_cast<std::size_t>(below(office.customers.size()))]
                         : office.customers[from + static_cast<std::size_t>(below(span))];
}

void RightsFixture::compareGets(const Office& office, const OfficeUser& user, const Oracle& oracle)
{
    const std::string gate = !user.active ? "session.ended" : oracle.may(v1::ACTION_VIEW) ? "OK" : "call.denied";
    for (int i = 0; i < 5; ++i) {
        const OfficeCustomer& customer = anyCustomer(office, user);
        const std::int64_t id = i == 0 ? 7 : customer.data.id();
        const bool seen = i != 0 && oracle.sees(customer);
        const std::string expected = gate != "OK" ? gate : seen ? "OK" : "customer.not_found";
        const std::string who = " by " + std::to_string(user.id) + " of " + std::to_string(id);

        v1::GetCustomerRequest request;
        request.set_customer_id(id);
        v1::Customer reply;
        const std::string found = ask(&Stub::GetCustomer, request, user.token, reply);
        const bool refused = expected != "OK";
        check("get" + who, refused ? expected : fullForm(oracle.shown(customer)),
              found == "OK" ? fullForm(reply) : found, refused);

        v1::ListCustomerHistoryRequest asked;
        asked.set_customer_id(id);
        v1::ListCustomerHistoryResponse history;
        std::string shown = ask(&Stub::ListCustomerHistory, asked, user.token, history);
        std::string wanted = expected;
        if (!refused)
            for (const std::string& field : oracle.history(customer))
                wanted += " " + field;
        std::set<std::string> fields;
        for (const v1::HistoryEntry& entry : history.entries())
            for (const v1::FieldChange& change : entry.changes())
                fields.insert(change.field());
        for (const std::string& field : fields)
            shown += " " + field;
        check("history" + who, wanted, shown, refused);

        v1::ListCustomerSharesRequest sharesRequest;
        sharesRequest.set_customer_id(id);
        v1::ListCustomerSharesResponse shares;
        std::string sharedWith = ask(&Stub::ListCustomerShares, sharesRequest, user.token, shares);
        std::set<std::int64_t> known, colleagues;
        for (const OfficeShare& share : office.shares)
            if (share.customerId == id &&
                (share.userId == user.id || oracle.reaches(v1::ACTION_VIEW, customer.data.unit_id())))
                known.insert(share.userId);
        for (const v1::CustomerShare& share : shares.shares())
            colleagues.insert(share.user_id());
        check("shares" + who, refused ? expected : "OK " + join({known.begin(), known.end()}),
              refused ? sharedWith : sharedWith + " " + join({colleagues.begin(), colleagues.end()}), refused);
    }
}

void RightsFixture::compareBatch(const Office& office, const OfficeUser& user, const Oracle& oracle)
{
    v1::BatchGetCustomersRequest request;
    std::string expected = !user.active ? "session.ended" : oracle.may(v1::ACTION_VIEW) ? "OK" : "call.denied";
    const bool refused = expected != "OK";
    std::set<std::int64_t> asked;
    for (int i = 0; i < 8; ++i) {
        const OfficeCustomer& customer = anyCustomer(office, user);
        if (!asked.insert(customer.data.id()).second)
            continue;
        request.add_customer_ids(customer.data.id());
        if (!refused && oracle.sees(customer) && !customer.binned)
            expected += "\n" + listForm(oracle.shown(customer));
    }
    v1::BatchGetCustomersResponse reply;
    std::string found = ask(&Stub::BatchGetCustomers, request, user.token, reply);
    for (const v1::Customer& customer : reply.customers())
        found += "\n" + listForm(customer);
    check("batch by " + std::to_string(user.id), expected, found, refused);
}

v1::ListCustomersRequest RightsFixture::anyList(const Office& office, const OfficeUser& user)
{
    v1::ListCustomersRequest request;
    request.set_sort(static_cast<v1::CustomerSort>(below(5)));
    request.set_descending(below(2) == 0);
    request.set_with_count(below(3) == 0);
    request.mutable_filter()->set_deleted(below(6) == 0);
    const OfficeCustomer& customer = anyCustomer(office, user);
    if (below(4) == 0)
        request.mutable_filter()->add_status_keys(customer.data.status_key());
    if (below(5) == 0)
        request.mutable_filter()->add_owner_user_ids(customer.data.owner_user_id());
    if (below(5) == 0)
        request.mutable_filter()->add_unit_ids(office.units[static_cast<std::size_t>(below(office.units.size()))].id);
    return request;
}

void RightsFixture::compareList(const Office& office, const OfficeUser& user, const Oracle& oracle)
{
    v1::ListCustomersRequest request = anyList(office, user);
    const std::string what = "list by " + std::to_string(user.id) + " of " + request.ShortDebugString();
    v1::ListCustomersResponse page;
    if (!user.active || !oracle.may(v1::ACTION_VIEW)) {
        const std::string expected = user.active ? "call.denied" : "session.ended";
        check(what, expected, ask(&Stub::ListCustomers, request, user.token, page), true);
        return;
    }
    const std::vector<std::int64_t> expected = oracle.list(request);
    request.set_page_size(1 + static_cast<int>(expected.size()) / 3);
    std::vector<std::int64_t> down, up;
    std::string status = ask(&Stub::ListCustomers, request, user.token, page);
    if (request.with_count())
        check("count of " + what, std::to_string(expected.size()), std::to_string(page.capped_count()), false);
    // A faulty server must not keep the test paging for ever.
    for (std::size_t pages = 0; status == "OK" && pages <= expected.size() + 2; ++pages) {
        const std::vector<std::int64_t> ids = idsOf(page.customers());
        down.insert(down.end(), ids.begin(), ids.end());
        if (page.next_page_token().empty())
            break;
        request.set_page_token(page.next_page_token());
        status = ask(&Stub::ListCustomers, request, user.token, page);
    }
    check(what, "OK " + join(expected), status + " " + join(down), false);
    for (std::size_t pages = 0; status == "OK" && pages <= expected.size() + 2; ++pages) {
        const std::vector<std::int64_t> ids = idsOf(page.customers());
        up.insert(up.begin(), ids.begin(), ids.end());
        if (page.previous_page_token().empty())
            break;
        request.set_page_token(page.previous_page_token());
        status = ask(&Stub::ListCustomers, request, user.token, page);
    }
    check("back " + what, "OK " + join(expected), status + " " + join(up), false);
    v1::ListCustomersRequest whole = request;
    whole.clear_page_token();
    whole.set_view(v1::CUSTOMER_VIEW_FULL);
    whole.set_page_size(500);
    v1::ListCustomersResponse exported;
    const std::string exporting = ask(&Stub::ListCustomers, whole, user.token, exported);
    std::vector<std::int64_t> mayLeave;
    for (const std::int64_t id : expected)
        if (oracle.reaches(v1::ACTION_EXPORT, office.customer(id)->data.unit_id()))
            mayLeave.push_back(id);
    const bool exports = oracle.may(v1::ACTION_EXPORT);
    check("export " + what, exports ? "OK " + join(mayLeave) : "call.denied",
          exports ? exporting + " " + join(idsOf(exported.customers())) : exporting, !exports);
}

void RightsFixture::compareSearch(const Office& office, const OfficeUser& user, const Oracle& oracle)
{
    const bool refused = !user.active || !oracle.may(v1::ACTION_VIEW);
    for (int kind = 0; kind < 4; ++kind) {
        const v1::Customer& data = anyCustomer(office, user).data;
        const auto& text = anyCustomer(office, user).text;
        const std::string word = kind == 0   ? text.substr(text.rfind(' ') + 1)
                                 : kind == 1 ? data.phones(0).number()
                                 : kind == 2 ? data.emails(0).address()
                                             : data.tax_code();
        v1::SearchCustomersRequest request;
        request.set_query(word);
        request.set_limit(200);
        v1::SearchCustomersResponse reply;
        const std::string found = ask(&Stub::SearchCustomers, request, user.token, reply);
        const std::vector<std::int64_t> hits = refused ? std::vector<std::int64_t>{} : oracle.search(word);
        const std::string expected = !user.active ? "session.ended" : refused ? "call.denied" : "OK " + join(hits);
        // Finding nothing under a value that exists is a refusal as well: the row, or the field, is out of sight.
        check("search by " + std::to_string(user.id) + " of " + word, expected,
              found == "OK" ? "OK " + join(idsOf(reply.customers())) : found, refused || hits.empty());
    }
}

void RightsFixture::compareDuplicates(const Office& office, const OfficeUser& user, const Oracle& oracle)
{
    const OfficeCustomer& twin = anyCustomer(office, user);
    v1::CheckCustomerRequest request;
    request.mutable_customer()->set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    request.mutable_customer()->set_name("Vương Xuân Zũng");
    request.mutable_customer()->add_phones()->set_number(twin.data.phones(0).number());
    request.mutable_customer()->add_emails()->set_address(twin.data.emails(0).address());
    v1::CheckCustomerResponse reply;
    std::string found = ask(&Stub::CheckCustomer, request, user.token, reply);
    const bool refused = !user.active || !oracle.may(v1::ACTION_VIEW);
    std::string expected = !user.active ? "session.ended" : refused ? "call.denied" : "OK";
    // Either of the two equal values is enough; what is hidden from the caller finds nothing, in sight or out of it.
    const bool mayCompare = !oracle.isMasked(v1::SENSITIVE_FIELD_PHONE) || !oracle.isMasked(v1::SENSITIVE_FIELD_EMAIL);
    const bool open = mayCompare && oracle.sees(twin);
    if (!refused && !twin.binned && mayCompare)
        expected += open ? " seen " + std::to_string(twin.data.id())
                         : " served by " + std::to_string(twin.data.owner_user_id());
    for (const v1::DuplicateHit& hit : reply.duplicates())
        found += hit.has_visible() ? " seen " + std::to_string(hit.visible().customer_id())
                                   : " served by " + std::to_string(hit.hidden().owner_user_id());
    check("duplicate by " + std::to_string(user.id) + " of " + std::to_string(twin.data.id()), expected, found,
          refused || !open);
}

/// Writes that are refused, or that would be if the row were another version: the tables must stay as they are.
void RightsFixture::compareWrites(const Office& office, const OfficeUser& user, const Oracle& oracle)
{
    for (int i = 0; i < 2; ++i) {
        const OfficeCustomer& customer = anyCustomer(office, user);
        const std::int64_t id = customer.data.id();
        const std::string who = " by " + std::to_string(user.id) + " of " + std::to_string(id);
        const auto expect = [&](const std::string& answer) {
            return user.active ? answer : std::string("session.ended");
        };
        v1::DeleteCustomerRequest removal;
        removal.set_customer_id(id);
        removal.set_version(99);
        removal.set_request_id(newRequestId());
        v1::Customer binned;
        // Where the row may be binned, the wrong version still refuses it.
        const std::string deletion = oracle.write(v1::ACTION_DELETE, id, false);
        const std::string refusal = deletion == "OK" ? "customer.edit_conflict" : deletion;
        if (deletion != "OK" || !customer.binned)
            check("delete" + who, expect(refusal), ask(&Stub::DeleteCustomer, removal, user.token, binned), true);

        v1::UndeleteCustomerRequest restoring;
        restoring.set_customer_id(id);
        restoring.set_request_id(newRequestId());
        if (deletion != "OK")
            check("undelete" + who, expect(deletion), ask(&Stub::UndeleteCustomer, restoring, user.token, binned),
                  true);

        v1::AssignCustomersRequest assignment;
        assignment.add_customer_ids(id);
        assignment.set_owner_user_id(office.users.front().id);
        assignment.set_request_id(newRequestId());
        v1::AssignCustomersResponse assigned;
        // What lies in the bin is given to nobody.
        const bool isAway = customer.binned && oracle.may(v1::ACTION_ASSIGN);
        const std::string assigning = isAway ? "customer.not_found" : oracle.write(v1::ACTION_ASSIGN, id, false);
        if (assigning != "OK")
            check("assign" + who, expect(assigning), ask(&Stub::AssignCustomers, assignment, user.token, assigned),
                  true);

        v1::UpdateCustomerRequest edit;
        edit.mutable_customer()->set_id(id);
        edit.mutable_customer()->set_version(1);
        edit.mutable_customer()->set_note("đã sửa");
        edit.mutable_customer()->add_contacts()->set_name("Người Mới");
        edit.mutable_update_mask()->add_paths(below(2) == 0 ? "note" : "contacts");
        edit.set_request_id(newRequestId());
        v1::CustomerChangeResponse edited;
        if (oracle.write(v1::ACTION_EDIT, id, true) != "OK")
            check("edit" + who, expect(oracle.write(v1::ACTION_EDIT, id, true)),
                  ask(&Stub::UpdateCustomer, edit, user.token, edited), true);

        v1::ShareCustomerRequest share;
        share.mutable_share()->set_customer_id(id);
        share.mutable_share()->set_user_id(office.users.front().id);
        share.mutable_share()->set_level(v1::SHARE_LEVEL_VIEW);
        share.set_request_id(newRequestId());
        v1::CustomerShare shared;
        if (oracle.write(v1::ACTION_EDIT, id, false) != "OK")
            check("share" + who, expect(oracle.write(v1::ACTION_EDIT, id, false)),
                  ask(&Stub::ShareCustomer, share, user.token, shared), true);
    }
}

/// The same rows by the second wall alone: the app's role, no predicate, nothing but the identity.
void RightsFixture::compareWall(const Office& office, const OfficeUser& user, const Oracle& oracle)
{
    if (!m_wall)
        m_wall = std::make_unique<SqlSession>(access("banhang_app"));
    if (!user.active || !m_looksAtWall)
        return;
    std::vector<std::int64_t> expected;
    std::vector<std::int64_t> contacts;
    for (const OfficeCustomer& customer : office.customers) {
        if (!oracle.sees(customer))
            continue;
        expected.push_back(customer.data.id());
        for (const v1::Contact& contact : customer.data.contacts())
            contacts.push_back(contact.id());
    }
    m_wall->run("BEGIN");
    m_wall->run("SELECT set_config('banhang.user_id', $1, true)", {std::to_string(user.id)});
    const std::string found =
        m_wall->text("SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '') FROM banhang.customer");
    const std::string persons =
        m_wall->text("SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '') FROM banhang.contact");
    const std::string logged = m_wall->text(
        "SELECT coalesce(string_agg(DISTINCT entity_id::text, ' '), '') FROM banhang.change_log WHERE entity_id NOT IN"
        " (SELECT id FROM banhang.customer)");
    m_wall->run("ROLLBACK");
    check("wall of " + std::to_string(user.id), join(expected), found, false);
    check("wall before the contact persons of " + std::to_string(user.id), join(contacts), persons, false);
    check("wall before the log of " + std::to_string(user.id), "", logged, false);
}

} // namespace banhang::test
