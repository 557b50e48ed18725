#include "tests/integration/rights/reach.h"

namespace banhang::test {

v1::Scope Reach::scope(v1::Resource resource, v1::Action action) const
{
    v1::Scope widest = v1::SCOPE_UNSPECIFIED;
    for (const std::int64_t id : m_user.groups)
        for (const TestGrant& grant : m_office.group(id).grants)
            if (grant.resource == resource && grant.action == action && grant.scope > widest)
                widest = grant.scope;
    return widest;
}

std::int64_t Reach::above(std::int64_t leaf, v1::UnitKind kind) const
{
    for (std::int64_t id = leaf; id != 0; id = m_office.unit(id).parentId)
        if (m_office.unit(id).kind == kind)
            return id;
    return 0;
}

bool Reach::isBelow(std::int64_t leaf, std::int64_t unitId) const
{
    for (std::int64_t id = leaf; id != 0; id = m_office.unit(id).parentId)
        if (id == unitId)
            return true;
    return false;
}

bool Reach::reaches(v1::Resource resource, v1::Action action, std::int64_t leaf) const
{
    const v1::Scope wide = scope(resource, action);
    if (wide == v1::SCOPE_UNSPECIFIED)
        return false;
    if (wide == v1::SCOPE_ALL || leaf == m_user.leaf)
        return true;
    const std::int64_t branch = above(m_user.leaf, v1::UNIT_KIND_BRANCH);
    if (wide == v1::SCOPE_BRANCH && branch != 0)
        return isBelow(leaf, branch);
    const std::int64_t team = above(m_user.leaf, v1::UNIT_KIND_TEAM);
    return wide != v1::SCOPE_OWN && team != 0 && isBelow(leaf, team);
}

const OfficeShare* Reach::share(std::int64_t customerId) const
{
    for (const OfficeShare& share : m_office.shares)
        if (share.customerId == customerId && share.userId == m_user.id)
            return &share;
    return nullptr;
}

bool Reach::seesCustomer(std::int64_t customerId) const
{
    const OfficeCustomer* customer = m_office.customer(customerId);
    return customer != nullptr && may(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW) &&
           (reaches(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, customer->data.unit_id()) || share(customerId) != nullptr);
}

bool Reach::editsCustomer(std::int64_t customerId) const
{
    const OfficeShare* given = share(customerId);
    return seesCustomer(customerId) && may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT) &&
           ((given != nullptr && given->level == v1::SHARE_LEVEL_EDIT) ||
            reaches(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT, m_office.customer(customerId)->data.unit_id()));
}

} // namespace banhang::test
