#include "client/care/care_editor.h"

#include "client/care/care_draft.h"
#include "client/care/care_text.h"

namespace banhang::client {

CareEditor::CareEditor(const Workplace& workplace, CareApi& api, QWidget* parent)
    : RecordEditor(workplace, parent), m_api(api), m_fields(new CareFields(workplace, this))
{
    setFields(m_fields);
}

CareEditor::~CareEditor()
{
    keepTyped();
}

QString CareEditor::draftKey() const
{
    return m_base.id() ? QStringLiteral("care-%1").arg(m_base.id())
                       : QStringLiteral("care-new-%1").arg(m_base.customer_id());
}

QString CareEditor::heading() const
{
    return m_base.id() ? careTitle(m_base) : tr("New care request");
}

QString CareEditor::icon() const
{
    return QStringLiteral("handshake");
}

Draft CareEditor::typed() const
{
    const CareDraft draft{m_base, m_fields->read()};
    Draft kept;
    kept.title = tr("Care request: %1").arg(QString::fromStdString(draft.typed.subject()));
    kept.content = toJson(draft);
    return kept;
}

void CareEditor::begin(const v1::CareRequest& seed)
{
    open(seed, v1::CARE_STATE_NEW);
}

void CareEditor::open(const v1::CareRequest& request, v1::CareState wanted)
{
    keepTyped();
    m_base = request;
    const auto kept = workplace().drafts.find(draftKey());
    const auto draft = kept ? careDraft(kept->content) : std::nullopt;
    if (!draft) {
        m_fields->showRequest(request, wanted);
        start();
        return;
    }
    // What the draft was based on stays known, so that a colleague's edit since is told.
    m_base = draft->base;
    v1::CareRequest typed = draft->typed;
    typed.set_state(m_base.state());
    m_fields->showRequest(typed, wanted == m_base.state() ? draft->typed.state() : wanted);
    start(kept->keptAt);
}

CallHandle CareEditor::send(const std::string& requestId)
{
    const auto typed = m_fields->read();
    const auto changed = changedCareFields(m_base, typed);
    const auto answer =
        answered<v1::CareRequest>([this](const v1::CareRequest& stored, const QString&) { emit saved(stored); });
    const auto fill = [&](auto& request) {
        *request.mutable_care_request() = typed;
        request.mutable_care_request()->set_version(m_base.version());
        for (const auto& field : changed)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(requestId);
    };
    if (m_base.id() == 0) {
        v1::CreateCareRequestRequest request;
        *request.mutable_care_request() = typed;
        request.set_request_id(requestId);
        return m_api.create(request, this, answer);
    }
    if (typed.state() != m_base.state()) {
        v1::MoveCareRequestRequest request;
        fill(request);
        request.set_state(typed.state());
        return m_api.move(request, this, answer);
    }
    if (changed.empty())
        return {};
    v1::UpdateCareRequestRequest request;
    fill(request);
    return m_api.update(request, this, answer);
}

CallHandle CareEditor::reload()
{
    return m_api.get(m_base.id(), this, reloaded<v1::CareRequest>([this](const v1::CareRequest& stored) {
                         open(stored, stored.state());
                     }));
}

} // namespace banhang::client
