// How what was written goes to the server, and what becomes of it there; declared in activity_editor.h.
#include "client/activities/activity_editor.h"

#include "client/activities/activity_changes.h"
#include "client/activities/activity_text.h"

namespace banhang::client {

CallHandle ActivityEditor::send(const std::string& requestId)
{
    const auto activity = m_fields->read();
    if (m_base.id() == 0)
        return create(activity, requestId);
    return isPlanned(m_base) && isClosed(activity) ? close(activity, requestId) : update(activity, requestId);
}

CallHandle ActivityEditor::create(const v1::Activity& activity, const std::string& requestId)
{
    v1::CreateActivityRequest request;
    *request.mutable_activity() = activity;
    if (const auto next = m_fields->nextStep())
        *request.mutable_next_step() = *next;
    request.set_request_id(requestId);
    return m_api.create(request, this, whenSaved());
}

CallHandle ActivityEditor::update(const v1::Activity& activity, const std::string& requestId)
{
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = activity;
    request.mutable_activity()->set_version(m_base.version());
    for (const auto& field : changedActivityFields(m_base, activity))
        request.mutable_update_mask()->add_paths(field);
    if (request.update_mask().paths().empty())
        return {};
    request.set_request_id(requestId);
    return m_api.update(request, this, whenSaved());
}

CallHandle ActivityEditor::close(const v1::Activity& activity, const std::string& requestId)
{
    v1::CloseActivityRequest request;
    *request.mutable_activity() = activity;
    request.mutable_activity()->set_version(m_base.version());
    request.set_state(activity.state());
    for (const auto& field : changedActivityFields(m_base, activity))
        request.mutable_update_mask()->add_paths(field);
    if (const auto next = m_fields->nextStep())
        *request.mutable_next_step() = *next;
    request.set_request_id(requestId);
    return m_api.close(request, this, whenSaved());
}

std::function<void(Outcome<v1::ActivityChangeResponse>)> ActivityEditor::whenSaved()
{
    return answered<v1::ActivityChangeResponse>(
        [this](const v1::ActivityChangeResponse& response, const QString& key) { emit saved(response, key); });
}

CallHandle ActivityEditor::reload()
{
    return m_api.get(m_base.id(), this,
                     reloaded<v1::Activity>([this, writing = m_fields->writing()](const v1::Activity& stored) {
                         openAnew(stored, writing);
                     }));
}

} // namespace banhang::client
