#include "tests/integration/rights/office.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "common/match/keys.h"
#include "common/vn/sort_key.h"
#include "server/customers/list/search_text.h"
#include "server/duplicates/customer_record.h"

namespace banhang::test {

using google::protobuf::util::TimeUtil;
using nlohmann::json;

namespace {

struct Word
{
    const char* typed;
    const char* folded;
};
constexpr std::array kFamilies{Word{"Nguyễn", "nguyen"}, Word{"Trần", "tran"}, Word{"Phạm", "pham"},
                               Word{"Đặng", "dang"}};
constexpr std::array kGivens{Word{"Lan", "lan"}, Word{"Hương", "huong"}, Word{"Thảo", "thao"}, Word{"Quân", "quan"},
                             Word{"Bình", "binh"}};
constexpr std::array kStatuses{"new", "contacting", "trading"};

std::int64_t nextId()
{
    static std::int64_t last = 1000;
    return ++last;
}

/// The columns are those that the first row names; all rows name the same.
void insert(SqlSession& sql, const std::string& table, const json& rows)
{
    if (rows.empty())
        return;
    std::string columns;
    for (const auto& [column, value] : rows[0].items())
        columns += (columns.empty() ? "" : ", ") + column;
    sql.run("INSERT INTO banhang." + table + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + columns +
                " FROM jsonb_populate_recordset(NULL::banhang." + table + ", $1::jsonb)",
            {rows.dump()});
}

json textOf(const std::int64_t micros)
{
    return micros == 0 ? json() : json(TimeUtil::ToString(TimeUtil::MicrosecondsToTimestamp(micros)));
}

json contactRow(std::int64_t customerId, const v1::Contact& contact)
{
    return {{"id", contact.id()},
            {"customer_id", customerId},
            {"ordinal", 0},
            {"name", contact.name()},
            {"position", contact.position()},
            {"honorific", 0},
            {"phones", {{{"number", contact.phones(0).number()}}}},
            {"emails", {{{"address", contact.emails(0).address()}}}},
            {"birthday", {{"date", {{"year", contact.birthday().date().year()}}}}},
            {"note", contact.note()},
            {"removed", false}};
}

json customerRow(const OfficeCustomer& customer)
{
    const v1::Customer& data = customer.data;
    return {{"id", data.id()},
            {"code", data.code()},
            {"code_key", data.code()},
            {"kind", static_cast<int>(data.kind())},
            {"name", data.name()},
            {"sort_key", customer.order},
            {"birthday", {{"date", {{"year", data.birthday().date().year()}}}}},
            {"phones", {{{"number", data.phones(0).number()}}}},
            {"emails", {{{"address", data.emails(0).address()}}}},
            {"tax_code", data.tax_code()},
            {"income_band_key", data.income_band_key()},
            {"finances_key", data.finances_key()},
            {"status_key", data.status_key()},
            {"owner_id", data.owner_user_id()},
            {"unit_id", data.unit_id()},
            {"note", data.note()},
            {"created_at", textOf(customer.createdMicros)},
            {"last_contact_at", textOf(customer.contactMicros)},
            {"deleted_at", textOf(customer.binned ? customer.createdMicros : 0)}};
}

json historyRow(const OfficeCustomer& customer)
{
    json fields;
    for (const char* field : {"name", "phones", "emails", "tax_code", "birthday", "income_band_key", "finances_key"})
        fields[field] = {{"new", "secret of " + std::string(field)}};
    // What lies in the bin was put there by the last change.
    const json leaf = customer.data.unit_id();
    return {{"entity", "customer"},
            {"entity_id", customer.data.id()},
            {"version", 1},
            {"operation", customer.binned ? "delete" : "create"},
            {"fields", fields},
            {"unit_before", customer.binned ? leaf : json()},
            {"unit_after", customer.binned ? json() : leaf},
            {"actor_id", customer.data.owner_user_id()}};
}

json searchRow(const OfficeCustomer& customer)
{
    const server::SearchText text = server::searchText(customer.data);
    return {{"customer_id", customer.data.id()},
            {"unit_id", customer.data.unit_id()},
            {"sort_key", customer.order},
            {"marked_name", text.markedName},
            {"head_text", text.head},
            {"lead_text", text.lead},
            {"name_text", text.name},
            {"phone_text", text.phone},
            {"email_text", text.email},
            {"tax_text", text.tax},
            {"all_text", text.all()}};
}

} // namespace

Office::Office(std::mt19937& random, int worlds) : m_random(random)
{
    addUnit(0, v1::UNIT_KIND_COMPANY);
    for (int i = 0; i < worlds; ++i)
        addWorld();
}

void Office::addWorld()
{
    const std::size_t firstUser = users.size();
    const std::size_t firstGroup = groups.size();
    const std::size_t firstCustomer = customers.size();
    addGroups();
    const std::int64_t company = units.front().id;
    std::vector<std::int64_t> places{chance(15) ? company : addUnit(company, v1::UNIT_KIND_BRANCH)};
    for (int i = below(3); i >= 0; --i) {
        // Teams also below teams, and now and then straight below the company.
        const std::int64_t parent =
            chance(10) ? company : places[static_cast<std::size_t>(below(static_cast<int>(places.size())))];
        places.push_back(addUnit(parent, v1::UNIT_KIND_TEAM));
    }
    for (int i = 2 + below(4); i >= 0; --i)
        addUser(places[static_cast<std::size_t>(below(static_cast<int>(places.size())))], firstGroup);
    for (int i = 4 + below(5); i >= 0; --i)
        addCustomer(users[firstUser + static_cast<std::size_t>(below(static_cast<int>(users.size() - firstUser)))]);
    for (int i = below(4); i > 0; --i)
        addShare(firstUser, firstCustomer);
}

std::int64_t Office::addUnit(std::int64_t parentId, v1::UnitKind kind)
{
    units.push_back({nextId(), parentId, kind});
    return units.back().id;
}

void Office::addGroups()
{
    for (int i = 0; i < 3; ++i) {
        OfficeGroup& group = groups.emplace_back();
        group.id = nextId();
        for (const v1::Action action :
             {v1::ACTION_VIEW, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_EXPORT, v1::ACTION_ASSIGN}) {
            if (!chance(action == v1::ACTION_VIEW ? 80 : 45))
                continue;
            const int dice = below(100);
            const v1::Scope scope = dice < 45   ? v1::SCOPE_OWN
                                    : dice < 70 ? v1::SCOPE_TEAM
                                    : dice < 95 ? v1::SCOPE_BRANCH
                                                : v1::SCOPE_ALL;
            group.grants.push_back({v1::RESOURCE_CUSTOMER, action, scope});
        }
        for (int field = 1; field < v1::SensitiveField_ARRAYSIZE; ++field)
            if (chance(35))
                group.masks.push_back(static_cast<v1::SensitiveField>(field));
    }
}

void Office::addUser(std::int64_t parentId, std::size_t firstGroup)
{
    OfficeUser user;
    user.leaf = addUnit(parentId, v1::UNIT_KIND_PERSON);
    user.id = nextId();
    user.active = !chance(5);
    for (std::size_t i = firstGroup; i < groups.size(); ++i)
        if (chance(45))
            user.groups.push_back(groups[i].id);
    user.token = "token-" + std::to_string(user.id);
    users.push_back(std::move(user));
}

void Office::addCustomer(const OfficeUser& owner)
{
    OfficeCustomer customer;
    v1::Customer& data = customer.data;
    const std::int64_t id = nextId();
    const Word family = kFamilies[static_cast<std::size_t>(below(kFamilies.size()))];
    const Word given = kGivens[static_cast<std::size_t>(below(kGivens.size()))];
    data.set_id(id);
    data.set_code(fmt::format("KH{:012}", id));
    data.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    data.set_name(std::string(family.typed) + " " + given.typed);
    data.add_phones()->set_number(fmt::format("09{:08}", id * 7919 % 100000000));
    data.add_emails()->set_address(fmt::format("hop{}@vidu.vn", id));
    data.mutable_birthday()->mutable_date()->set_year(1950 + below(50));
    data.set_tax_code(fmt::format("{:010}", id * 104729));
    data.set_income_band_key("from_10m");
    data.set_finances_key(chance(50) ? "stable" : "");
    data.set_status_key(kStatuses[static_cast<std::size_t>(below(kStatuses.size()))]);
    data.set_owner_user_id(owner.id);
    data.set_unit_id(owner.leaf);
    data.set_note("ghi chú");
    if (chance(40))
        addContact(data);
    customer.order = vn::personSortKey(data.name());
    customer.text = std::string(" ") + family.folded + " " + given.folded;
    customer.createdMicros = 1700000000000000 + below(30) * 86400000000LL;
    customer.contactMicros = chance(40) ? 0 : 1720000000000000 + below(30) * 86400000000LL;
    customer.binned = chance(10);
    customers.push_back(std::move(customer));
}

void Office::addContact(v1::Customer& customer)
{
    v1::Contact& contact = *customer.add_contacts();
    contact.set_id(nextId());
    contact.set_name("Liên Hệ"); // nobody's name, so that no search for a customer finds it
    contact.set_position("Kế toán");
    contact.add_phones()->set_number(fmt::format("08{:08}", contact.id() * 7919 % 100000000));
    contact.add_emails()->set_address(fmt::format("lienhe{}@vidu.vn", contact.id()));
    contact.mutable_birthday()->mutable_date()->set_year(1950 + below(50));
    contact.set_note("gọi buổi sáng");
}

void Office::addShare(std::size_t firstUser, std::size_t firstCustomer)
{
    const OfficeShare share{
        customers[firstCustomer + static_cast<std::size_t>(below(static_cast<int>(customers.size() - firstCustomer)))]
            .data.id(),
        users[firstUser + static_cast<std::size_t>(below(static_cast<int>(users.size() - firstUser)))].id,
        chance(50) ? v1::SHARE_LEVEL_EDIT : v1::SHARE_LEVEL_VIEW};
    const auto same = [&](const OfficeShare& other) {
        return other.customerId == share.customerId && other.userId == share.userId;
    };
    if (std::none_of(shares.begin(), shares.end(), same))
        shares.push_back(share);
}

void Office::store(SqlSession& sql) const
{
    sql.run("TRUNCATE banhang.org_unit, banhang.app_user, banhang.session, banhang.user_group, banhang.group_grant,"
            " banhang.group_member, banhang.visible_unit, banhang.reach, banhang.customer, banhang.contact,"
            " banhang.customer_share, banhang.customer_search, banhang.duplicate_form, banhang.duplicate_key,"
            " banhang.change_log CASCADE");
    storeUnits(sql);
    storeGroups(sql);
    storeUsers(sql);
    storeCustomers(sql);
    sql.run("SELECT banhang.refresh_visible_units(ARRAY(SELECT id FROM banhang.app_user))");
}

void Office::storeUnits(SqlSession& sql) const
{
    json rows = json::array();
    std::map<std::int64_t, std::vector<std::int64_t>> paths;
    for (const OfficeUnit& unit : units) {
        paths[unit.id] = paths[unit.parentId];
        paths[unit.id].push_back(unit.id);
        rows.push_back({{"id", unit.id},
                        {"parent_id", unit.parentId == 0 ? json() : json(unit.parentId)},
                        {"kind", static_cast<int>(unit.kind)},
                        {"name", "đơn vị"},
                        {"path", paths[unit.id]}});
    }
    insert(sql, "org_unit", rows);
}

void Office::storeGroups(SqlSession& sql) const
{
    json rows = json::array();
    json grants = json::array();
    for (const OfficeGroup& group : groups) {
        rows.push_back(
            {{"id", group.id}, {"name", "nhóm " + std::to_string(group.id)}, {"masked_fields", group.masks}});
        for (const TestGrant& grant : group.grants)
            grants.push_back({{"group_id", group.id},
                              {"resource", static_cast<int>(grant.resource)},
                              {"action", static_cast<int>(grant.action)},
                              {"scope", static_cast<int>(grant.scope)}});
    }
    insert(sql, "user_group", rows);
    insert(sql, "group_grant", grants);
}

void Office::storeUsers(SqlSession& sql) const
{
    json rows = json::array();
    json sessions = json::array();
    json members = json::array();
    for (const OfficeUser& user : users) {
        rows.push_back({{"id", user.id},
                        {"user_name", "u" + std::to_string(user.id)},
                        {"full_name", "Người"},
                        {"unit_id", user.leaf},
                        {"password_hash", "!"},
                        {"must_change_password", false},
                        {"active", user.active}});
        sessions.push_back(
            {{"id", user.id}, {"user_id", user.id}, {"token_hash", user.token}, {"expires_at", "infinity"}});
        for (const std::int64_t group : user.groups)
            members.push_back({{"group_id", group}, {"user_id", user.id}});
    }
    insert(sql, "app_user", rows);
    insert(sql, "session", sessions);
    insert(sql, "group_member", members);
    sql.run("UPDATE banhang.session SET token_hash = sha256(token_hash)");
}

void Office::storeCustomers(SqlSession& sql) const
{
    json rows = json::array();
    json search = json::array();
    json forms = json::array();
    json keys = json::array();
    json history = json::array();
    json shared = json::array();
    json contacts = json::array();
    for (const OfficeCustomer& customer : customers) {
        rows.push_back(customerRow(customer));
        for (const v1::Contact& contact : customer.data.contacts())
            contacts.push_back(contactRow(customer.data.id(), contact));
        history.push_back(historyRow(customer));
        if (customer.binned)
            continue;
        search.push_back(searchRow(customer));
        const match::Record record = server::recordOf(customer.data);
        const std::vector<match::Key> own = match::indexKeys(record);
        forms.push_back({{"customer_id", customer.data.id()}, {"keys", own}, {"form", match::encode(record)}});
        for (const match::Key key : own)
            keys.push_back({{"key", key}, {"customer_id", customer.data.id()}});
    }
    for (const OfficeShare& share : shares)
        shared.push_back({{"customer_id", share.customerId},
                          {"user_id", share.userId},
                          {"level", static_cast<int>(share.level)},
                          {"shared_by_id", share.userId}});
    insert(sql, "customer", rows);
    insert(sql, "contact", contacts);
    insert(sql, "customer_search", search);
    insert(sql, "duplicate_form", forms);
    insert(sql, "duplicate_key", keys);
    insert(sql, "customer_share", shared);
    insert(sql, "change_log", history);
}

std::string Office::digest(SqlSession& sql)
{
    std::string all;
    for (const char* rows : {"customer t", "contact t", "customer_share t", "customer_search t", "duplicate_form t",
                             "duplicate_key t", "change_log t WHERE entity <> 'export_run'", "app_user t",
                             "user_group t", "group_grant t", "visible_unit t", "reach t", "request_seen t"})
        all += sql.text(
            std::string("SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM banhang.") + rows);
    return all;
}

const OfficeUnit& Office::unit(std::int64_t id) const
{
    return *std::find_if(units.begin(), units.end(), [id](const OfficeUnit& unit) { return unit.id == id; });
}

const OfficeGroup& Office::group(std::int64_t id) const
{
    return *std::find_if(groups.begin(), groups.end(), [id](const OfficeGroup& group) { return group.id == id; });
}

bool Office::unshare(std::int64_t customerId, std::int64_t userId)
{
    return std::erase_if(shares, [&](const OfficeShare& share) {
               return share.customerId == customerId && share.userId == userId;
           }) > 0;
}

const OfficeCustomer* Office::customer(std::int64_t id) const
{
    const auto found = std::find_if(customers.begin(), customers.end(),
                                    [id](const OfficeCustomer& one) { return one.data.id() == id; });
    return found == customers.end() ? nullptr : &*found;
}

} // namespace banhang::test
