#include "client/care/care_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QUuid>
#include <QVBoxLayout>

#include "client/care/care_draft.h"
#include "client/care/care_text.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/texts.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

CareEditor::CareEditor(const Workplace& workplace, CareApi& api, QWidget* parent)
    : Pane(Pane::Ground::Alt, parent),
      m_workplace(workplace),
      m_api(api),
      m_customers(workplace.rpc),
      m_title(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_kept(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_save(new Button(ButtonKind::SmallPrimary, QStringLiteral("save"), tr("Save"))),
      m_column(new QVBoxLayout(this)),
      m_fields(new CareFields(workplace, this))
{
    setEdges(int(Pane::Edge::Box));
    m_column->setContentsMargins(12, 8, 12, 10);
    m_column->setSpacing(8);
    makeHead();
    m_column->addWidget(new FieldScroll(m_fields));
    connect(m_fields, &CareFields::edited, this, [this] {
        m_isDirty = true;
        if (m_drafts)
            m_drafts->touch();
    });
    connect(m_fields, &CareFields::customerPicked, this,
            [this](const v1::Customer& customer) { loadCustomer(customer.id()); });
    hide();
}

CareEditor::~CareEditor()
{
    if (m_drafts && m_isDirty)
        m_drafts->flush();
}

void CareEditor::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    m_title->setElided(true);
    m_kept->setElided(true);
    m_kept->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* cancelling = new Button(ButtonKind::Small, {}, tr("Close"));
    cancelling->setKeyHint(QStringLiteral("Esc"));
    m_save->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    head->addWidget(new IconLabel(QStringLiteral("handshake"), Tone::Accent, 16));
    head->addWidget(m_title);
    head->addWidget(m_kept, 1);
    head->addWidget(cancelling);
    head->addWidget(m_save);
    m_column->addLayout(head);
    connect(cancelling, &Button::clicked, this, &CareEditor::cancel);
    connect(m_save, &Button::clicked, this, &CareEditor::save);
    for (const auto key : {Qt::Key_S, Qt::Key_Return}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &CareEditor::save);
    }
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

void CareEditor::begin(const v1::CareRequest& seed)
{
    start(seed, seed, v1::CARE_STATE_NEW);
}

void CareEditor::open(const v1::CareRequest& request, v1::CareState wanted)
{
    start(request, request, wanted);
}

void CareEditor::start(const v1::CareRequest& base, const v1::CareRequest& shown, v1::CareState wanted)
{
    if (m_isOpen && m_drafts && m_isDirty)
        m_drafts->flush();
    m_saveCall.cancel();
    m_base = base;
    m_requestId.clear();
    m_isDirty = false;
    m_isOpen = true;
    clearNotice();
    m_save->setEnabled(true);
    m_kept->setText({});
    const auto kept = m_workplace.drafts.find(draftKey());
    const auto draft = kept ? careDraft(kept->content) : std::nullopt;
    if (draft) {
        // What the draft was based on stays known, so that a colleague's edit since is told.
        m_base = draft->base;
        m_isDirty = true;
        m_kept->setText(tr("draft of %1").arg(kept->keptAt.toString(QStringLiteral("HH:mm"))));
        v1::CareRequest typed = draft->typed;
        typed.set_state(m_base.state());
        m_fields->showRequest(typed, wanted == m_base.state() ? draft->typed.state() : wanted);
    } else {
        m_fields->showRequest(shown, wanted);
    }
    m_title->setText(heading());
    setAccessibleName(heading());
    keepDrafts();
    if (m_base.customer_id())
        loadCustomer(m_base.customer_id());
    show();
    emit opened();
    m_fields->focusFirst();
}

void CareEditor::keepDrafts()
{
    delete m_drafts;
    m_drafts = new DraftKeeper(
        m_workplace.drafts, draftKey(),
        [this]() -> std::optional<Draft> {
            if (!m_isDirty)
                return std::nullopt;
            const CareDraft draft{m_base, m_fields->read()};
            Draft kept;
            kept.title = tr("Care request: %1").arg(QString::fromStdString(draft.typed.subject()));
            kept.content = toJson(draft);
            return kept;
        },
        this);
    connect(m_drafts, &DraftKeeper::kept, this, [this](const QDateTime& at) {
        m_kept->setText(tr("kept on this machine at %1").arg(at.toString(QStringLiteral("HH:mm:ss"))));
    });
    connect(m_drafts, &DraftKeeper::failed, this,
            [this] { m_kept->setText(tr("the draft could not be kept on this machine")); });
    connect(m_drafts, &DraftKeeper::discarded, this, [this] {
        m_isDirty = false;
        finish();
    });
}

void CareEditor::loadCustomer(qint64 customerId)
{
    m_customerCall = m_customers.get(customerId, this, [this](const Outcome<v1::Customer>& outcome) {
        if (outcome)
            m_fields->setCustomer(outcome.value());
    });
}

void CareEditor::save()
{
    if (!m_isOpen || m_saveCall.isActive() || m_fields->focusWrongField())
        return;
    clearNotice();
    m_drafts->flush();
    if (m_requestId.empty())
        m_requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    send(m_fields->read());
}

void CareEditor::send(const v1::CareRequest& typed)
{
    const auto answer = [this](const Outcome<v1::CareRequest>& outcome) { onAnswer(outcome); };
    const auto changed = changedCareFields(m_base, typed);
    const auto fill = [&](auto& request) {
        *request.mutable_care_request() = typed;
        request.mutable_care_request()->set_version(m_base.version());
        for (const auto& field : changed)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(m_requestId);
    };
    if (m_base.id() == 0) {
        v1::CreateCareRequestRequest request;
        *request.mutable_care_request() = typed;
        request.set_request_id(m_requestId);
        m_saveCall = m_api.create(request, this, answer);
    } else if (typed.state() != m_base.state()) {
        v1::MoveCareRequestRequest request;
        fill(request);
        request.set_state(typed.state());
        m_saveCall = m_api.move(request, this, answer);
    } else if (!changed.empty()) {
        v1::UpdateCareRequestRequest request;
        fill(request);
        m_saveCall = m_api.update(request, this, answer);
    } else {
        m_isDirty = false;
        m_drafts->discard();
        finish();
        return;
    }
    m_save->setEnabled(false);
}

void CareEditor::onAnswer(const Outcome<v1::CareRequest>& outcome)
{
    m_save->setEnabled(true);
    if (!outcome) {
        onRefused(outcome.error());
        return;
    }
    m_isDirty = false;
    m_drafts->discard();
    // The outcome lives in the call, which ends with what is finished here.
    const v1::CareRequest stored = outcome.value(); // NOLINT(performance-unnecessary-copy-initialization)
    finish();
    emit saved(stored);
}

void CareEditor::onRefused(const AppError& error)
{
    clearNotice();
    if (error.code() == ErrorCode::Conflict) {
        onConflict(error);
        return;
    }
    // The same request goes again only when it is not known whether it arrived.
    if (error.code() != ErrorCode::Unavailable && error.code() != ErrorCode::Timeout)
        m_requestId.clear();
    QStringList sentences;
    QWidget* first = nullptr;
    for (const auto& issue : error.detail().issues()) {
        auto* field = m_fields->markIssue(issue);
        first = first ? first : field;
        sentences.append(issueText(issue));
    }
    m_notice = new NoticeBar(Tone::Error);
    m_notice->setTexts(tr("Not saved yet:"), sentences.isEmpty() ? errorText(error) : sentences.join(QLatin1Char(' ')));
    m_notice->setToolTip(technicalText(error));
    m_column->insertWidget(1, m_notice);
    if (first)
        first->setFocus();
}

void CareEditor::onConflict(const AppError& error)
{
    m_requestId.clear();
    const QString who = m_workplace.directory.givenName(error.detail().changed_by_user_id());
    m_notice = new NoticeBar(Tone::Peer);
    m_notice->setTexts(who.isEmpty() ? tr("Changed by somebody else meanwhile.")
                                     : tr("%1 has just changed it.").arg(who),
                       tr("What you typed is still here."));
    auto* mine = m_notice->addButton(QStringLiteral("save"), tr("Save mine over it"));
    auto* theirs = m_notice->addButton(QStringLiteral("refresh-cw"), tr("Take theirs"));
    connect(mine, &Button::clicked, this, [this, version = error.detail().current_version()] {
        m_base.set_version(version);
        save();
    });
    connect(theirs, &Button::clicked, this, [this] {
        m_reloadCall = m_api.get(m_base.id(), this, [this](const Outcome<v1::CareRequest>& outcome) {
            if (!outcome) {
                onRefused(outcome.error());
                return;
            }
            m_isDirty = false;
            m_drafts->discard();
            start(outcome.value(), outcome.value(), outcome->state());
        });
    });
    m_column->insertWidget(1, m_notice);
}

void CareEditor::clearNotice()
{
    if (m_notice)
        m_notice->deleteLater();
    m_notice = nullptr;
}

void CareEditor::cancel()
{
    if (m_drafts)
        m_drafts->flush();
    finish();
}

void CareEditor::finish()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_saveCall.cancel();
    hide();
    emit closed();
}

void CareEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        Pane::keyPressEvent(event);
}

} // namespace banhang::client
