// Random histories of edits, merges and undos end as the plain model says.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/integration/merging/merge_model.h"
#include "tests/integration/merging/merging_fixture.h"

namespace banhang::test {
namespace {

struct Step
{
    int what;
    int first;
    int second;
};

std::ostream& operator<<(std::ostream& out, const Step& step)
{
    return out << step.what << "(" << step.first << ", " << step.second << ")";
}

const std::vector<std::string> kPhones{"0912 000 001", "0912 000 002", "0912 000 003", "0912 000 004"};

class Histories : public MergingFixture
{
protected:
    static constexpr int kCustomers = 4;
    static constexpr int kMaxSteps = 25;

    void SetUp() override
    {
        MergingFixture::SetUp();
        colleagues = {hoa, tuan};
    }

    void begin()
    {
        model = MergeModel();
        ids.clear();
        openMerges.clear();
        for (int i = 0; i < kCustomers; ++i) {
            v1::Customer customer = organisation("Công ty Thử " + std::to_string(++created));
            customer.add_phones()->set_number(kPhones[static_cast<std::size_t>(i)]);
            customer.add_contacts()->set_name("Người liên hệ " + std::to_string(created));
            if (i % 2 == 0)
                customer.set_website("trang" + std::to_string(i) + ".example");
            else
                customer.set_note("Ghi chú " + std::to_string(i));
            customer = create(lanToken, customer);
            const int id = static_cast<int>(customer.id());
            ids.push_back(id);
            model.addCustomer(id, {customer.website(), customer.note(), {customer.phones(0).number()}});
            model.addPerson(static_cast<int>(customer.contacts(0).id()), id);
        }
    }

    v1::Customer read(int id) { return get(lanToken, id); }

    void editText(int id, const Step& step)
    {
        v1::Customer edited = read(id);
        const std::string text = "Sửa " + std::to_string(step.second);
        if (step.what % 2 == 0) {
            edited.set_note(text);
            update(lanToken, edited, {"note"});
            model.setNote(id, text);
        } else {
            edited.set_website(text);
            update(lanToken, edited, {"website"});
            model.setWebsite(id, text);
        }
    }
    void editPhones(int id, const Step& step)
    {
        v1::Customer edited = read(id);
        const std::string& phone = kPhones[static_cast<std::size_t>(step.second) % kPhones.size()];
        auto& phones = *edited.mutable_phones();
        const auto has = [&](const v1::Phone& one) { return one.number() == phone; };
        if (const auto found = std::find_if(phones.begin(), phones.end(), has); found != phones.end()) {
            phones.erase(found);
            model.dropPhone(id, phone);
        } else {
            edited.add_phones()->set_number(phone);
            model.addPhone(id, phone);
        }
        v1::UpdateCustomerRequest request = change(edited, {"phones"});
        request.set_duplicate_reason("thử");
        call(*customers, &CustomersStub::UpdateCustomer, request, lanToken);
    }
    void editPersons(int id, const Step& step)
    {
        v1::Customer edited = read(id);
        if (step.second % 3 == 0) {
            edited.add_contacts()->set_name("Người mới " + std::to_string(++created));
        } else if (edited.contacts().empty()) {
            return;
        } else if (step.second % 3 == 1) {
            edited.mutable_contacts(0)->set_position("Chức vụ " + std::to_string(step.second));
            model.setPosition(static_cast<int>(edited.contacts(0).id()), edited.contacts(0).position());
        } else {
            model.removePerson(static_cast<int>(edited.contacts(0).id()));
            edited.mutable_contacts()->DeleteSubrange(0, 1);
        }
        const v1::Customer stored = update(lanToken, edited, {"contacts"});
        if (step.second % 3 == 0)
            model.addPerson(static_cast<int>(stored.contacts().rbegin()->id()), id);
    }
    void editShares(int id, const Step& step)
    {
        const std::size_t which = static_cast<std::size_t>(step.second) % colleagues.size();
        if (model.shares(id).count(static_cast<int>(which)) == 0) {
            share(lanToken, id, colleagues[which]);
            model.share(id, static_cast<int>(which));
        } else {
            unshare(lanToken, id, colleagues[which]);
            model.unshare(id, static_cast<int>(which));
        }
    }
    void mergeSome(int survivor, const Step& step)
    {
        const int loser = ids[static_cast<std::size_t>(step.second) % ids.size()];
        if (loser == survivor || !model.isAlive(loser))
            return;
        const auto merged = merge(lanToken, {read(survivor), read(loser)});
        model.merge(static_cast<int>(merged.merge_id()), survivor, loser);
        openMerges.push_back(static_cast<int>(merged.merge_id()));
    }
    void undoSome(const Step& step)
    {
        if (openMerges.empty())
            return;
        const auto at = openMerges.begin() + step.second % static_cast<std::ptrdiff_t>(openMerges.size());
        if (!model.canUndo(*at)) {
            RC_ASSERT(refusal(*merges, &MergesStub::UndoMerge, undoing(*at), lanToken).key() ==
                      "merge.survivor_merged");
            return;
        }
        undo(lanToken, *at);
        model.undo(*at);
        openMerges.erase(at);
    }

    void apply(const Step& step)
    {
        const int id = ids[static_cast<std::size_t>(step.first) % ids.size()];
        if (step.what >= 9) {
            undoSome(step);
            return;
        }
        if (!model.isAlive(id))
            return;
        if (step.what < 2)
            editText(id, step);
        else if (step.what < 4)
            editPhones(id, step);
        else if (step.what < 5)
            editPersons(id, step);
        else if (step.what < 6)
            editShares(id, step);
        else
            mergeSome(id, step);
    }

    void compare(int id)
    {
        if (!model.isAlive(id))
            return;
        const v1::Customer now = read(id);
        RC_ASSERT(now.id() == id);
        MergeModel::Fields stored{now.website(), now.note(), {}};
        for (const v1::Phone& phone : now.phones())
            stored.phones.push_back(phone.number());
        const MergeModel::Fields expected = model.fields(id);
        RC_ASSERT(stored.website == expected.website);
        RC_ASSERT(stored.note == expected.note);
        RC_ASSERT(stored.phones == expected.phones);
        std::map<int, std::string> persons;
        for (const v1::Contact& contact : now.contacts())
            persons[static_cast<int>(contact.id())] = contact.position();
        RC_ASSERT(persons == model.persons(id));
        std::set<int> shares;
        for (std::size_t i = 0; i < colleagues.size(); ++i)
            if (sql().number("SELECT count(*) FROM banhang.customer_share WHERE customer_id = $1::bigint"
                             " AND user_id = $2::bigint",
                             {std::to_string(id), std::to_string(colleagues[i].id)}) == 1)
                shares.insert(static_cast<int>(i));
        RC_ASSERT(shares == model.shares(id));
    }

    std::vector<TestUser> colleagues;
    MergeModel model;
    std::vector<int> ids;
    std::vector<int> openMerges;
    int created = 0;
};

TEST_F(Histories, endAsTheModelSays)
{
    const auto step = rc::gen::apply(
        [](int what, int first, int second) {
            return Step{what, first, second};
        },
        rc::gen::inRange(0, 12), rc::gen::inRange(0, kCustomers), rc::gen::inRange(0, 12));
    rc::check("edits, merges and undos", [&] {
        const auto history = *rc::gen::resize(kMaxSteps, rc::gen::container<std::vector<Step>>(step));
        begin();
        for (const Step& one : history)
            apply(one);
        for (const int id : ids)
            compare(id);
    });
}

TEST_F(Histories, mergeAndUndoChangeNothing)
{
    const auto step = rc::gen::apply(
        [](int what, int first, int second) {
            return Step{what, first, second};
        },
        rc::gen::inRange(0, 12), rc::gen::inRange(0, kCustomers), rc::gen::inRange(0, 12));
    rc::check("at any point of any history", [&] {
        const auto history = *rc::gen::resize(kMaxSteps, rc::gen::container<std::vector<Step>>(step));
        begin();
        for (const Step& one : history)
            apply(one);
        std::vector<v1::Customer> alive;
        for (const int id : ids)
            if (model.isAlive(id))
                alive.push_back(read(id));
        RC_PRE(alive.size() > 1U);
        const std::string before = everyByte();
        undo(lanToken, merge(lanToken, alive).merge_id());
        RC_ASSERT(everyByte() == before);
    });
}

} // namespace
} // namespace banhang::test
