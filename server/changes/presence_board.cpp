#include "server/changes/presence_board.h"

namespace banhang::server {

namespace {

constexpr const char* kCustomer = "customer";

} // namespace

PresenceBoard::PresenceBoard(std::vector<PresentPlace> places) : m_places(std::move(places))
{
    for (const PresentPlace& place : m_places) {
        m_byCustomer[place.customerId].push_back(&place);
        m_bySession[place.sessionId].push_back(&place);
    }
}

std::vector<v1::Presence> PresenceBoard::newsFor(const FeedView& view, std::int64_t sessionId, PresenceTold& told) const
{
    std::vector<v1::Presence> news;
    PresenceTold now;
    if (const auto own = m_bySession.find(sessionId); own != m_bySession.end()) {
        for (const PresentPlace* place : own->second) {
            if (now.count(place->customerId) != 0 || !view.sees({kCustomer, place->customerId}, place->unitId))
                continue;
            v1::Presence presence = peopleAt(view, place->customerId);
            std::string bytes = presence.SerializeAsString();
            const auto before = told.find(place->customerId);
            const bool isNews = before == told.end() ? presence.people_size() > 0 : before->second != bytes;
            now.emplace(place->customerId, std::move(bytes));
            if (isNews)
                news.push_back(std::move(presence));
        }
    }
    told = std::move(now);
    return news;
}

v1::Presence PresenceBoard::peopleAt(const FeedView& view, std::int64_t customerId) const
{
    std::map<std::int64_t, v1::PresentPerson> people;
    for (const PresentPlace* place : m_byCustomer.at(customerId)) {
        if (place->userId == view.caller->userId)
            continue;
        v1::PresentPerson& person = people[place->userId];
        person.set_user_id(place->userId);
        person.set_editing(person.editing() || place->editing);
        if (person.field().empty() && !isHiddenField(*view.caller, kCustomer, place->field))
            person.set_field(place->field);
    }
    v1::Presence presence;
    presence.set_entity(kCustomer);
    presence.set_id(customerId);
    for (auto& entry : people)
        *presence.add_people() = std::move(entry.second);
    return presence;
}

} // namespace banhang::server
