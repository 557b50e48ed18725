// What edits, merges and undos should come to, said as plainly as possible: each customer is the list of what was done
// to it, and undoing a merge is telling that list again without it.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace banhang::test {

class MergeModel
{
public:
    /// A customer's fields as far as the model knows them.
    struct Fields
    {
        std::string website; ///< one value: the survivor's, unless it has none
        std::string note;    ///< words that add up
        std::vector<std::string> phones;
        friend bool operator==(const Fields&, const Fields&) = default;
    };

    void addCustomer(int id, const Fields& fields) { m_customers[id].base = fields; }
    bool isAlive(int id) const { return m_customers.at(id).mergedInto == 0; }

    void setWebsite(int id, const std::string& text) { m_customers.at(id).done.push_back({Kind::Website, {text}}); }
    void setNote(int id, const std::string& text) { m_customers.at(id).done.push_back({Kind::Note, {text}}); }
    void addPhone(int id, const std::string& phone) { m_customers.at(id).done.push_back({Kind::AddPhones, {phone}}); }
    void dropPhone(int id, const std::string& phone) { m_customers.at(id).done.push_back({Kind::DropPhone, {phone}}); }
    void share(int id, int user) { m_customers.at(id).done.push_back({Kind::Share, {}, {user}}); }
    void unshare(int id, int user) { m_customers.at(id).done.push_back({Kind::Unshare, {}, {user}}); }

    void addPerson(int person, int customer) { m_persons[person] = {customer, ""}; }
    void setPosition(int person, const std::string& text) { m_persons.at(person).position = text; }
    void removePerson(int person) { m_persons.at(person).removed = true; }

    void merge(int mergeId, int survivor, int loser)
    {
        Customer& into = m_customers.at(survivor);
        const Fields mine = fields(survivor);
        const Fields theirs = fields(loser);
        if (mine.website.empty() && !theirs.website.empty())
            into.done.push_back({Kind::Website, {theirs.website}, {}, mergeId});
        if (!theirs.note.empty() && mine.note.find(theirs.note) == std::string::npos)
            into.done.push_back(
                {Kind::Note, {mine.note.empty() ? theirs.note : mine.note + "\n" + theirs.note}, {}, mergeId});
        if (!theirs.phones.empty())
            into.done.push_back({Kind::AddPhones, theirs.phones, {}, mergeId});
        into.done.push_back({Kind::Share, {}, shares(loser), mergeId});
        m_customers.at(loser).mergedInto = survivor;
        Merge& merge = m_merges[mergeId] = {survivor, loser, {}};
        for (auto& [id, person] : m_persons)
            if (person.customer == loser) {
                person.customer = survivor;
                merge.persons.insert(id);
            }
    }
    bool canUndo(int mergeId) const
    {
        const auto merge = m_merges.find(mergeId);
        return merge != m_merges.end() && isAlive(merge->second.survivor);
    }
    void undo(int mergeId)
    {
        const Merge merge = m_merges.at(mergeId);
        // A share that was withdrawn from the two together is not given back to one of them.
        const std::set<int> left = shares(merge.survivor);
        for (const int user : shares(merge.loser))
            if (left.count(user) == 0)
                unshare(merge.loser, user);
        auto& done = m_customers.at(merge.survivor).done;
        std::erase_if(done, [&](const Step& step) { return step.mergeId == mergeId; });
        m_customers.at(merge.loser).mergedInto = 0;
        for (const int person : merge.persons)
            if (m_persons.at(person).customer == merge.survivor)
                m_persons.at(person).customer = merge.loser;
        m_merges.erase(mergeId);
    }

    Fields fields(int id) const
    {
        Fields now = m_customers.at(id).base;
        for (const Step& step : m_customers.at(id).done) {
            if (step.kind == Kind::Website)
                now.website = step.texts.front();
            else if (step.kind == Kind::Note)
                now.note = step.texts.front();
            else if (step.kind == Kind::DropPhone)
                std::erase(now.phones, step.texts.front());
            else if (step.kind == Kind::AddPhones)
                for (const std::string& phone : step.texts)
                    if (std::ranges::count(now.phones, phone) == 0)
                        now.phones.push_back(phone);
        }
        return now;
    }
    std::set<int> shares(int id) const
    {
        std::set<int> users;
        for (const Step& step : m_customers.at(id).done)
            for (const int user : step.users)
                step.kind == Kind::Share ? void(users.insert(user)) : void(users.erase(user));
        return users;
    }
    /// Persons on the form, with what is known of each.
    std::map<int, std::string> persons(int customer) const
    {
        std::map<int, std::string> found;
        for (const auto& [id, person] : m_persons)
            if (person.customer == customer && !person.removed)
                found[id] = person.position;
        return found;
    }

private:
    enum class Kind { Website, Note, AddPhones, DropPhone, Share, Unshare };
    struct Step
    {
        Kind kind;
        std::vector<std::string> texts = {};
        std::set<int> users = {};
        int mergeId = 0; ///< of the merge that did it
    };
    struct Customer
    {
        Fields base;
        std::vector<Step> done;
        int mergedInto = 0;
    };
    struct Person
    {
        int customer = 0;
        std::string position;
        bool removed = false;
    };
    struct Merge
    {
        int survivor = 0;
        int loser = 0;
        std::set<int> persons;
    };

    std::map<int, Customer> m_customers;
    std::map<int, Person> m_persons;
    std::map<int, Merge> m_merges;
};

} // namespace banhang::test
