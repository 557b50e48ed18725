#include "tests/integration/rights/care/care_oracle.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace banhang::test {

constexpr v1::Resource kCare = v1::RESOURCE_CARE_REQUEST;

template <typename Ids>
static std::string textOf(const Ids& ids)
{
    std::string text;
    for (const std::int64_t id : ids)
        text += std::to_string(id) + " ";
    return text;
}

bool CareOracle::seesName(std::int64_t customerId) const
{
    return m_reach.seesCustomer(customerId) && !isBinned(customerId);
}

bool CareOracle::sees(const OfficeCareRequest& request) const
{
    return m_reach.may(kCare, v1::ACTION_VIEW) &&
           (m_reach.reaches(kCare, v1::ACTION_VIEW, request.leaf) || seesName(request.customerId));
}

/// Whoever sees the customer sees all of its requests; lists without a customer are those of the scope.
bool CareOracle::matches(const OfficeCareRequest& request, const v1::CareFilter& filter) const
{
    const bool isThere = filter.customer_id() != 0 ? request.customerId == filter.customer_id() && sees(request)
                                                   : m_reach.reaches(kCare, v1::ACTION_VIEW, request.leaf);
    const auto& owners = filter.owner_user_ids();
    return isThere && request.binned == filter.deleted() &&
           (owners.empty() || std::count(owners.begin(), owners.end(), request.ownerId) > 0) &&
           (request.isOpen || (!filter.open_only() && !filter.overdue_only())) &&
           (request.isLate || !filter.overdue_only());
}

std::string CareOracle::list(const v1::CareFilter& filter, bool descending) const
{
    std::set<std::tuple<bool, int, std::int64_t>> rows; // far ahead, hour, id
    for (const OfficeCareRequest& request : m_office.requests)
        if (matches(request, filter))
            rows.emplace(!request.isLate, request.hour, request.id);
    std::vector<std::int64_t> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows)
        ids.push_back(std::get<std::int64_t>(row));
    if (descending)
        std::ranges::reverse(ids);
    return textOf(ids);
}

std::string CareOracle::counts() const
{
    int counted[4] = {0, 0, 0, 0};
    for (const OfficeCareRequest& request : m_office.requests) {
        const bool isOwn = request.leaf == m_user.leaf;
        if (request.binned || !request.isOpen || !m_reach.reaches(kCare, v1::ACTION_VIEW, request.leaf))
            continue;
        counted[0] += isOwn ? 1 : 0;
        counted[1] += isOwn && request.isLate ? 1 : 0;
        counted[2] += 1;
        counted[3] += request.isLate ? 1 : 0;
    }
    std::string text;
    for (const int count : counted)
        text += std::to_string(std::min(count, 100)) + " ";
    return text;
}

std::string CareOracle::write(v1::Action action, const OfficeCareRequest& request) const
{
    if (!m_reach.may(kCare, action))
        return "call.denied";
    if (!sees(request))
        return "care_request.not_found";
    if (!m_reach.reaches(kCare, action, request.leaf))
        return "call.denied";
    return request.binned && action == v1::ACTION_EDIT ? "care_request.in_bin" : "OK";
}

std::string CareOracle::assign(const OfficeCareRequest& request, const OfficeUser& owner) const
{
    if (m_reach.may(kCare, v1::ACTION_ASSIGN) && !owner.active)
        return "call.invalid";
    if (!m_reach.reaches(kCare, v1::ACTION_ASSIGN, owner.leaf))
        return "call.denied";
    return request.binned ? "care_request.not_found" : write(v1::ACTION_ASSIGN, request);
}

std::string CareOracle::enrolments(std::int64_t customerId) const
{
    if (!m_reach.may(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW))
        return "call.denied";
    if (!m_reach.seesCustomer(customerId))
        return "customer.not_found";
    std::set<std::pair<bool, std::int64_t>> rows; // over, newest first
    for (const OfficeEnrolment& enrolment : m_office.enrolments)
        if (enrolment.customerId == customerId)
            rows.emplace(!enrolment.isLive, -enrolment.id);
    std::vector<std::int64_t> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows)
        ids.push_back(-row.second);
    return textOf(ids);
}

bool CareOracle::isOn(std::int64_t customerId, std::int64_t sequenceId) const
{
    return std::ranges::any_of(m_office.enrolments, [&](const OfficeEnrolment& enrolment) {
        return enrolment.customerId == customerId && enrolment.sequenceId == sequenceId && enrolment.isLive;
    });
}

std::string CareOracle::start(std::int64_t customerId, std::int64_t sequenceId) const
{
    if (!m_reach.seesCustomer(customerId))
        return "customer.not_found";
    if (!m_reach.editsCustomer(customerId))
        return "call.denied";
    if (isBinned(customerId))
        return "customer.in_bin";
    return isOn(customerId, sequenceId) ? "sequence.already_on" : "";
}

std::string CareOracle::stop(std::int64_t customerId, std::int64_t sequenceId) const
{
    if (!m_reach.seesCustomer(customerId) || !isOn(customerId, sequenceId))
        return "sequence.not_on";
    return m_reach.editsCustomer(customerId) ? "" : "call.denied";
}

std::string CareOracle::files(std::int64_t customerId, bool binned) const
{
    if (!m_reach.seesCustomer(customerId))
        return "customer.not_found";
    std::vector<std::int64_t> ids;
    for (const OfficeFile& file : m_office.files)
        if (file.customerId == customerId && file.binned == binned)
            ids.insert(ids.begin(), file.id);
    return textOf(ids);
}

std::string CareOracle::fileEdit(const OfficeFile& file) const
{
    if (!m_reach.seesCustomer(file.customerId))
        return "attachment.not_found";
    if (!m_reach.editsCustomer(file.customerId))
        return "call.denied";
    return isBinned(file.customerId) ? "customer.in_bin" : "OK";
}

std::string CareOracle::news() const
{
    std::string text;
    for (const OfficeNews& one : m_office.news) {
        const OfficeCareRequest& told = m_office.requests[static_cast<std::size_t>(one.careRequestId - 1)];
        if (one.userId == m_user.id)
            text.insert(0,
                        std::to_string(one.id) + (isWithinWall(told) ? " Hỏng " + std::to_string(told.id) : "") + "; ");
    }
    return text;
}

int CareOracle::unread() const
{
    const auto isUnread = [&](const OfficeNews& one) { return one.userId == m_user.id && !one.isRead; };
    return static_cast<int>(std::ranges::count_if(m_office.news, isUnread));
}

bool CareOracle::isWithinWall(std::int64_t customerId) const
{
    const OfficeCustomer& customer = *m_office.office.customer(customerId);
    return m_reach.reaches(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, customer.data.unit_id()) ||
           m_reach.share(customerId) != nullptr;
}

bool CareOracle::isWithinWall(const OfficeCareRequest& request) const
{
    return m_reach.may(kCare, v1::ACTION_VIEW) && (m_reach.reaches(kCare, v1::ACTION_VIEW, request.leaf) ||
                                                   (isWithinWall(request.customerId) && !isBinned(request.customerId)));
}

} // namespace banhang::test
