#include "server/identity/ready_made_groups.h"

#include <initializer_list>

namespace banhang::server {

namespace {

void grant(Group& group, v1::Resource resource, std::initializer_list<v1::Action> actions, v1::Scope scope)
{
    for (const v1::Action action : actions) {
        v1::EffectiveRight& right = group.grants.emplace_back();
        right.set_resource(resource);
        right.set_action(action);
        right.set_scope(scope);
    }
}

Group customerGroup(const char* name, std::initializer_list<v1::Action> actions, v1::Scope scope)
{
    Group group;
    group.name = name;
    grant(group, v1::RESOURCE_CUSTOMER, actions, scope);
    grant(group, v1::RESOURCE_ACTIVITY, actions, scope);
    grant(group, v1::RESOURCE_CARE_REQUEST, actions, scope);
    return group;
}

Group administratorGroup()
{
    using namespace v1;
    Group group;
    group.name = kAdministratorGroup;
    for (const Resource resource :
         {RESOURCE_CUSTOMER, RESOURCE_PICKLIST, RESOURCE_IDENTITY, RESOURCE_SERVER, RESOURCE_LIST_VIEW,
          RESOURCE_ACTIVITY, RESOURCE_CARE_REQUEST, RESOURCE_SUBSCRIPTION})
        grant(group, resource,
              {ACTION_VIEW, ACTION_CREATE, ACTION_EDIT, ACTION_DELETE, ACTION_EXPORT, ACTION_ASSIGN, ACTION_APPROVE},
              SCOPE_ALL);
    return group;
}

} // namespace

std::vector<Group> readyMadeGroups()
{
    using namespace v1;
    Group care = customerGroup(kCareGroup, {ACTION_VIEW, ACTION_EDIT}, SCOPE_BRANCH);
    care.maskedFields = {SENSITIVE_FIELD_INCOME, SENSITIVE_FIELD_TAX_CODE};
    grant(care, RESOURCE_ACTIVITY, {ACTION_CREATE, ACTION_EXPORT}, SCOPE_OWN);
    Group lead = customerGroup(kTeamLeadGroup,
                               {ACTION_VIEW, ACTION_CREATE, ACTION_EDIT, ACTION_DELETE, ACTION_ASSIGN, ACTION_APPROVE},
                               SCOPE_TEAM);
    grant(lead, RESOURCE_LIST_VIEW, {ACTION_EDIT}, SCOPE_TEAM);
    grant(lead, RESOURCE_ACTIVITY, {ACTION_EXPORT}, SCOPE_OWN);
    grant(lead, RESOURCE_SUBSCRIPTION, {ACTION_EDIT}, SCOPE_TEAM);
    Group director = customerGroup(
        kBranchDirectorGroup,
        {ACTION_VIEW, ACTION_CREATE, ACTION_EDIT, ACTION_DELETE, ACTION_EXPORT, ACTION_ASSIGN, ACTION_APPROVE},
        SCOPE_BRANCH);
    grant(director, RESOURCE_LIST_VIEW, {ACTION_EDIT}, SCOPE_BRANCH);
    grant(director, RESOURCE_SUBSCRIPTION, {ACTION_EDIT}, SCOPE_BRANCH);
    Group sales = customerGroup(kSalesGroup, {ACTION_VIEW, ACTION_CREATE, ACTION_EDIT}, SCOPE_OWN);
    // A customer leaves the list by a leader's hand; an appointment typed by mistake by one's own. One's own calendar
    // may go along on the phone.
    grant(sales, RESOURCE_ACTIVITY, {ACTION_DELETE, ACTION_EXPORT}, SCOPE_OWN);
    return {
        sales, lead, director, care, administratorGroup(),
    };
}

} // namespace banhang::server
