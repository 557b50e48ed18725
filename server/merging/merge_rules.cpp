#include "server/merging/merge_rules.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>

#include "common/vn/address.h"
#include "common/vn/fold.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"
#include "server/fields/message_json.h"
#include "server/fields/record_fields.h"
#include "server/fields/text_rules.h"
#include "server/merging/entry_identity.h"

namespace banhang::server {

using google::protobuf::FieldDescriptor;
using google::protobuf::RepeatedPtrField;
using nlohmann::json;
using Customers = std::vector<v1::Customer>;

namespace {

constexpr std::array kKeyFields{"need_keys", "habit_keys", "trait_keys", "tag_keys"};

/// A merged note longer than this is cut down to the survivor's: beyond it the rules would refuse it.
constexpr std::size_t kMaxTextLength = 4000;

bool isEmpty(const json& value)
{
    return value.is_null() || value == "" || value == 0 || value == false || (value.is_array() && value.empty()) ||
           (value.is_string() && value.get_ref<const std::string&>().ends_with("_UNSPECIFIED"));
}

/// One field in all customers, in their order.
struct Column
{
    std::string name;
    std::vector<json> values;

    bool allEqual() const
    {
        return std::ranges::all_of(values, [&](const json& value) {
            return value == values.front() || (isEmpty(value) && isEmpty(values.front()));
        });
    }
    /// The only value there is, though some have none; -1 if there are several.
    int onlyOne() const
    {
        int found = -1;
        for (int i = 0; i < static_cast<int>(values.size()); ++i) {
            if (isEmpty(values[i]))
                continue;
            if (found >= 0 && values[i] != values[found])
                return -1;
            if (found < 0)
                found = i;
        }
        return found;
    }
    /// The first that holds anything: the survivor's if it does.
    int first() const
    {
        for (int i = 0; i < static_cast<int>(values.size()); ++i)
            if (!isEmpty(values[i]))
                return i;
        return 0;
    }
};

struct Choice
{
    int index = 0;
    std::string_view reason = "merge.of_survivor";
    bool doubtful = true;
};

/// Marks, small letters and words: what was typed with care has more of them.
int fullness(const std::string& name)
{
    const std::string folded = vn::fold(name);
    const bool shouted = vn::toUpper(name) == name;
    // Each mark costs bytes that the folded form does not have.
    const int marks = static_cast<int>(name.size()) - static_cast<int>(folded.size());
    return marks * 4 + static_cast<int>(vn::foldWords(name).size()) * 2 + (shouted ? 0 : 8);
}

Choice chooseName(const Customers& customers)
{
    int best = 0;
    for (int i = 1; i < static_cast<int>(customers.size()); ++i)
        if (fullness(customers[i].name()) > fullness(customers[best].name()))
            best = i;
    const bool same = std::ranges::all_of(customers, [&](const v1::Customer& customer) {
        return vn::foldedName(customer.name()) == vn::foldedName(customers.front().name());
    });
    return {best, "merge.fuller_name", !same};
}

/// 2 = right, 1 = the zero that a spreadsheet dropped can be put back, 0 = wrong.
int trust(const std::string& typed)
{
    const vn::TaxCode code = vn::parseTaxCode(typed);
    if (code.issue == vn::TaxCodeIssue::None)
        return 2;
    return code.issue == vn::TaxCodeIssue::ZeroRestored ? 1 : 0;
}

Choice chooseTaxCode(const Customers& customers)
{
    int best = -1;
    std::set<std::string> keys;
    for (int i = 0; i < static_cast<int>(customers.size()); ++i) {
        const std::string& typed = customers[i].tax_code();
        if (typed.empty())
            continue;
        keys.insert(vn::parseTaxCode(typed).key);
        if (best < 0 || trust(typed) > trust(customers[best].tax_code()))
            best = i;
    }
    if (keys.size() == 1)
        return {best, "merge.lost_zero", true};
    return {best, trust(customers[best].tax_code()) == 2 ? "merge.valid_code" : "merge.of_survivor", true};
}

Choice chooseBirthday(const Customers& customers)
{
    int best = -1;
    const auto parts = [](const v1::Customer& customer) {
        const v1::Date& date = customer.birthday().date();
        return (date.year() != 0) + (date.month() != 0) + (date.day() != 0);
    };
    for (int i = 0; i < static_cast<int>(customers.size()); ++i)
        if (customers[i].has_birthday() && (best < 0 || parts(customers[i]) > parts(customers[best])))
            best = i;
    return {best, "merge.fuller_date", true};
}

Choice chooseSource(const Customers& customers)
{
    int best = -1;
    for (int i = 0; i < static_cast<int>(customers.size()); ++i)
        if (!customers[i].source_key().empty() &&
            (best < 0 || customers[i].create_time().seconds() < customers[best].create_time().seconds()))
            best = i;
    return {best, "merge.earlier_source", false};
}

Choice chooseParent(const Customers& customers, const Ancestors& ancestors)
{
    for (int i = 0; i < static_cast<int>(customers.size()); ++i)
        if (customers[i].parent_id() != 0 && !wouldMakeRing(customers[i].parent_id(), customers, ancestors))
            return {i, "merge.of_survivor", true};
    return {-1, "merge.parent_ring", true};
}

template <typename Entry>
json held(const Customers& customers, const RepeatedPtrField<Entry>& merged,
          const RepeatedPtrField<Entry>& (v1::Customer::*list)() const)
{
    json entries = json::array();
    for (const Entry& entry : merged) {
        const auto hasIt = [&](const v1::Customer& customer) {
            return std::ranges::any_of((customer.*list)(), [&](const Entry& one) { return isSameEntry(one, entry); });
        };
        if (std::any_of(std::next(customers.begin()), customers.end(), hasIt))
            entries.push_back(toJson(entry));
    }
    return entries;
}

json heldKeys(const Customers& customers, const v1::Customer& merged, const FieldDescriptor& field)
{
    json entries = json::array();
    for (const json& key : fieldToJson(merged, field)) {
        const auto hasIt = [&](const v1::Customer& customer) {
            const json keys = fieldToJson(customer, field);
            return std::ranges::find(keys, key) != keys.end();
        };
        if (std::any_of(std::next(customers.begin()), customers.end(), hasIt))
            entries.push_back(key);
    }
    return entries;
}

class Proposer
{
public:
    Proposer(const Customers& customers, const Ancestors& ancestors) : m_customers(customers), m_ancestors(ancestors)
    {
        m_result.proposed = customers.front();
    }

    MergeProposal run()
    {
        for (const char* field : {"name", "honorific", "gender", "birthday", "founded_date", "tax_code"})
            single(field);
        entries<v1::Phone>("phones", &v1::Customer::mutable_phones);
        entries<v1::Email>("emails", &v1::Customer::mutable_emails);
        entries<v1::Address>("addresses", &v1::Customer::mutable_addresses);
        single("website");
        single("owner_user_id");
        contacts();
        for (const char* field : {"source_key", "trade_key", "occupation_key", "income_band_key", "finances_key",
                                  "status_key", "tier_key", "group_key"})
            single(field);
        for (const char* field : kKeyFields)
            keys(field);
        for (const char* field : {"needs_text", "business_text", "note"})
            text(field);
        entries<v1::WatchPoint>("watch_points", &v1::Customer::mutable_watch_points);
        parent();
        ban();
        return std::move(m_result);
    }

private:
    Column column(std::string_view name) const
    {
        Column column{std::string(name), {}};
        for (const v1::Customer& customer : m_customers)
            column.values.push_back(fieldToJson(customer, fieldNamed(customer, name)));
        return column;
    }
    v1::MergeField& add(std::string_view name)
    {
        v1::MergeField& field = m_result.fields.emplace_back();
        field.set_field(std::string(name));
        return field;
    }
    void take(v1::MergeField& field, const Choice& choice)
    {
        field.set_reason_key(std::string(choice.reason));
        field.set_doubtful(choice.doubtful);
        if (choice.index < 0)
            return;
        const v1::Customer& source = m_customers[static_cast<std::size_t>(choice.index)];
        field.add_customer_ids(source.id());
        const FieldDescriptor& descriptor = fieldNamed(source, field.field());
        fieldFromJson(fieldToJson(source, descriptor), m_result.proposed, descriptor);
    }
    Choice choose(const Column& column) const
    {
        if (column.name == "name")
            return chooseName(m_customers);
        if (column.name == "tax_code")
            return chooseTaxCode(m_customers);
        if (column.name == "birthday")
            return chooseBirthday(m_customers);
        if (column.name == "source_key")
            return chooseSource(m_customers);
        if (column.name == "owner_user_id")
            return {0, "merge.other_owner", true};
        return {column.first()};
    }
    void single(std::string_view name)
    {
        const Column values = column(name);
        v1::MergeField& field = add(name);
        if (values.allEqual()) {
            equal(field, values);
            return;
        }
        const int only = values.onlyOne();
        take(field, only >= 0 ? Choice{only, "merge.only_value", false} : choose(values));
    }
    void equal(v1::MergeField& field, const Column& values)
    {
        field.set_equal(true);
        if (!isEmpty(values.values.front()))
            field.add_customer_ids(m_customers.front().id());
    }

    /// Entries of all, each once; the first of two alike stays, or the one that says more.
    template <typename Entry>
    void entries(std::string_view name, RepeatedPtrField<Entry>* (v1::Customer::*list)())
    {
        v1::MergeField& field = add(name);
        const Column values = column(name);
        field.set_adds_up(true);
        if (values.allEqual()) {
            equal(field, values);
            return;
        }
        RepeatedPtrField<Entry> all;
        bool alike = false;
        for (const v1::Customer& customer : m_customers) {
            bool isNeeded = false;
            v1::Customer source = customer;
            for (Entry& entry : *(source.*list)()) {
                const auto known = std::ranges::find_if(all, [&](const Entry& one) { return isSameEntry(one, entry); });
                if (known == all.end()) {
                    *all.Add() = entry;
                    isNeeded = true;
                } else {
                    alike = true;
                    isNeeded = saysMore(entry, *known) || isNeeded;
                    if (saysMore(entry, *known))
                        *known = entry;
                }
            }
            if (isNeeded)
                field.add_customer_ids(customer.id());
        }
        *(m_result.proposed.*list)() = std::move(all);
        field.set_reason_key(field.customer_ids_size() > 1 ? "merge.keep_all"
                             : alike                       ? "merge.same_entries"
                                                           : "merge.only_value");
    }
    void contacts() { entries<v1::Contact>("contacts", &v1::Customer::mutable_contacts); }
    void keys(std::string_view name)
    {
        v1::MergeField& field = add(name);
        const Column values = column(name);
        field.set_adds_up(true);
        if (values.allEqual()) {
            equal(field, values);
            return;
        }
        json all = json::array();
        for (std::size_t i = 0; i < values.values.size(); ++i) {
            bool isNeeded = false;
            for (const json& key : values.values[i])
                if (std::ranges::find(all, key) == all.end()) {
                    all.push_back(key);
                    isNeeded = true;
                }
            if (isNeeded)
                field.add_customer_ids(m_customers[i].id());
        }
        fieldFromJson(all, m_result.proposed, fieldNamed(m_result.proposed, name));
        field.set_reason_key(field.customer_ids_size() > 1 ? "merge.keep_all" : "merge.only_value");
    }
    /// Free words of all, one paragraph each.
    void text(std::string_view name)
    {
        const Column values = column(name);
        if (values.allEqual() || values.onlyOne() >= 0) {
            single(name);
            return;
        }
        v1::MergeField& field = add(name);
        std::string all;
        for (std::size_t i = 0; i < values.values.size(); ++i) {
            const std::string one = values.values[i].get<std::string>();
            if (one.empty() || all.find(one) != std::string::npos)
                continue;
            all += (all.empty() ? "" : "\n") + one;
            field.add_customer_ids(m_customers[i].id());
        }
        field.set_adds_up(true);
        field.set_reason_key("merge.keep_all");
        if (vn::characterCount(all) > kMaxTextLength) {
            field.clear_customer_ids();
            take(field, {values.first(), "merge.too_long_together", true});
            return;
        }
        fieldFromJson(all, m_result.proposed, fieldNamed(m_result.proposed, name));
    }
    void parent()
    {
        const Column values = column("parent_id");
        v1::MergeField& field = add("parent_id");
        const Choice choice = chooseParent(m_customers, m_ancestors);
        if (values.allEqual() && (choice.index >= 0 || isEmpty(values.values.front()))) {
            equal(field, values);
            return;
        }
        take(field, choice);
        if (choice.index >= 0) {
            const v1::Customer& source = m_customers[static_cast<std::size_t>(choice.index)];
            m_result.proposed.set_parent_relation(source.parent_relation());
            return;
        }
        m_result.proposed.clear_parent_id();
        m_result.proposed.clear_parent_relation();
    }
    void ban()
    {
        const Column values = column("do_not_call");
        if (values.allEqual()) {
            equal(add("do_not_call"), values);
            return;
        }
        take(add("do_not_call"), {values.first(), "merge.stricter", true});
    }

    const Customers& m_customers;
    const Ancestors& m_ancestors;
    MergeProposal m_result;
};

} // namespace

std::int64_t proposeSurvivor(const Customers& customers)
{
    const auto oldest = std::ranges::min_element(customers, [](const v1::Customer& a, const v1::Customer& b) {
        const auto key = [](const v1::Customer& customer) {
            return std::tuple(customer.create_time().seconds(), customer.create_time().nanos(), customer.id());
        };
        return key(a) < key(b);
    });
    return oldest->id();
}

MergeProposal proposeMerge(const Customers& customers, const Ancestors& ancestors)
{
    return Proposer(customers, ancestors).run();
}

json broughtEntries(const Customers& customers, const v1::Customer& merged)
{
    json brought = {{"phones", held(customers, merged.phones(), &v1::Customer::phones)},
                    {"emails", held(customers, merged.emails(), &v1::Customer::emails)},
                    {"addresses", held(customers, merged.addresses(), &v1::Customer::addresses)},
                    {"watch_points", held(customers, merged.watch_points(), &v1::Customer::watch_points)}};
    for (const char* name : kKeyFields)
        brought[name] = heldKeys(customers, merged, fieldNamed(merged, name));
    return brought;
}

bool wouldMakeRing(std::int64_t parentId, const Customers& customers, const Ancestors& ancestors)
{
    const auto isMerged = [&](std::int64_t id) {
        return std::ranges::any_of(customers, [id](const v1::Customer& customer) { return customer.id() == id; });
    };
    const auto above = ancestors.find(parentId);
    return isMerged(parentId) || (above != ancestors.end() && std::ranges::any_of(above->second, isMerged));
}

} // namespace banhang::server
