#include "client/activities/activity_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_changes.h"
#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

const QString kKeyPrefix = QStringLiteral("activity-");

constexpr int kSecondMs = 1000;
constexpr int kSecondsPerMinute = 60;

QString moments(const v1::Clash& clash)
{
    const QString clock = QStringLiteral("HH:mm");
    return QStringLiteral("%1 – %2").arg(officeTime(clash.start_time()).toString(clock),
                                         officeTime(clash.end_time()).toString(clock));
}

} // namespace

ActivityEditor::ActivityEditor(const Workplace& workplace, ActivitiesApi& api, QWidget* parent)
    : Pane(Pane::Ground::Alt, parent),
      m_workplace(workplace),
      m_api(api),
      m_customers(workplace.rpc),
      m_notifications(workplace.rpc),
      m_icon(new IconLabel(QStringLiteral("square-pen"), Tone::Accent, 16)),
      m_title(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_kept(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_clock(new Button(ButtonKind::Small, QStringLiteral("clock"), {})),
      m_files(new Button(ButtonKind::Small, QStringLiteral("paperclip"), tr("Files"))),
      m_save(new Button(ButtonKind::SmallPrimary, QStringLiteral("save"), tr("Save"))),
      m_column(new QVBoxLayout(this)),
      m_fields(new ActivityFields(workplace, this))
{
    setEdges(int(Pane::Edge::Box));
    m_column->setContentsMargins(12, 8, 12, 10);
    m_column->setSpacing(8);
    makeHead();
    m_column->addWidget(new FieldScroll(m_fields));
    connect(m_fields, &ActivityFields::edited, this, [this] {
        m_isDirty = true;
        if (m_drafts)
            m_drafts->touch();
    });
    connect(m_fields, &ActivityFields::settled, this, &ActivityEditor::check);
    connect(m_fields, &ActivityFields::leadsTouched, this, [this] { m_areLeadsTouched = true; });
    connect(m_fields, &ActivityFields::customerPicked, this,
            [this](const v1::Customer& customer) { loadCustomer(customer.id()); });
    hide();
}

ActivityEditor::~ActivityEditor()
{
    if (m_drafts && m_isDirty)
        m_drafts->flush();
}

void ActivityEditor::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    m_title->setElided(true);
    m_kept->setElided(true);
    m_kept->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* cancelling = new Button(ButtonKind::Small, {}, tr("Close"));
    cancelling->setKeyHint(QStringLiteral("Esc"));
    m_save->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    head->addWidget(m_icon);
    head->addWidget(m_title);
    head->addWidget(m_kept, 1);
    head->addWidget(m_clock);
    head->addWidget(m_files);
    head->addWidget(cancelling);
    head->addWidget(m_save);
    m_column->addLayout(head);
    m_clock->setToolTip(tr("Stop the clock"));
    m_clock->hide();
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, &ActivityEditor::showClock);
    connect(m_clock, &Button::clicked, this, &ActivityEditor::stopClock);
    connect(m_files, &Button::clicked, this,
            [this] { emit filesRequested(m_base.id(), activityTitle(m_base, m_workplace.picklists)); });
    connect(cancelling, &Button::clicked, this, &ActivityEditor::cancel);
    connect(m_save, &Button::clicked, this, &ActivityEditor::save);
    for (const auto key : {Qt::Key_S, Qt::Key_Return}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ActivityEditor::save);
    }
}

QString ActivityEditor::draftKey(const v1::Activity& activity)
{
    if (activity.id())
        return kKeyPrefix + QString::number(activity.id());
    return kKeyPrefix + QStringLiteral("new-%1-%2").arg(static_cast<int>(activity.kind())).arg(activity.customer_id());
}

QString ActivityEditor::heading() const
{
    const bool isOutcome = m_fields->writing() == Writing::Outcome;
    if (m_base.id() == 0) {
        switch (m_base.kind()) {
        case v1::ACTIVITY_KIND_TALK:
            return isOutcome ? tr("Write up a talk") : tr("Plan a talk");
        case v1::ACTIVITY_KIND_APPOINTMENT:
            return tr("New appointment");
        default:
            return tr("New task");
        }
    }
    const QString title = activityTitle(m_base, m_workplace.picklists);
    return isOutcome ? tr("How it went: %1").arg(title) : title;
}

void ActivityEditor::begin(const v1::Activity& seed)
{
    const bool isOutcome = seed.state() == v1::ACTIVITY_STATE_DONE;
    openAnew(seed, isOutcome ? Writing::Outcome : Writing::Plan);
    if (!isOutcome && seed.reminder_lead_minutes().empty())
        loadDefaultLeads();
}

void ActivityEditor::beginCall(const v1::Activity& seed)
{
    v1::Activity call = seed;
    call.set_kind(v1::ACTIVITY_KIND_TALK);
    call.set_state(v1::ACTIVITY_STATE_DONE);
    if (call.channel_key().empty())
        call.set_channel_key("call");
    *call.mutable_start_time() = toTimestamp(officeNow());
    begin(call);
    m_sinceCall.start();
    m_second.start();
    showClock();
    m_clock->show();
}

void ActivityEditor::showClock()
{
    const qint64 seconds = m_sinceCall.elapsed() / kSecondMs;
    m_clock->relabel(QStringLiteral("%1:%2")
                         .arg(seconds / kSecondsPerMinute, 2, 10, QLatin1Char('0'))
                         .arg(seconds % kSecondsPerMinute, 2, 10, QLatin1Char('0')));
}

void ActivityEditor::stopClock()
{
    if (!m_second.isActive())
        return;
    m_second.stop();
    m_clock->hide();
    m_fields->setDuration(static_cast<int>(m_sinceCall.elapsed() / kSecondMs));
}

void ActivityEditor::open(const v1::Activity& activity)
{
    openAnew(activity, Writing::Plan);
}

void ActivityEditor::writeUp(const v1::Activity& activity)
{
    openAnew(activity, Writing::Outcome);
}

void ActivityEditor::openAnew(const v1::Activity& activity, Writing writing)
{
    if (m_isOpen && m_drafts && m_isDirty)
        m_drafts->flush();
    const auto kept = m_workplace.drafts.find(draftKey(activity));
    auto draft = kept ? activityDraft(kept->content) : std::nullopt;
    if (!draft) {
        start(activity, activity, writing);
        return;
    }
    // Fields that nobody typed into are taken as they are now; what the draft was based on stays known.
    draft->isOutcome = draft->isOutcome || writing == Writing::Outcome;
    take(*draft);
    m_kept->setText(tr("draft of %1").arg(kept->keptAt.toString(QStringLiteral("HH:mm"))));
}

std::optional<qint64> ActivityEditor::customerOfDraft(const DraftStore& drafts, const QString& key)
{
    const auto kept = key.startsWith(kKeyPrefix) ? drafts.find(key) : std::nullopt;
    const auto draft = kept ? activityDraft(kept->content) : std::nullopt;
    return draft ? std::optional<qint64>(draft->base.customer_id()) : std::nullopt;
}

bool ActivityEditor::openDraft(const QString& key)
{
    if (!key.startsWith(kKeyPrefix))
        return false;
    const auto kept = m_workplace.drafts.find(key);
    const auto draft = kept ? activityDraft(kept->content) : std::nullopt;
    if (!draft)
        return false;
    take(*draft);
    return true;
}

void ActivityEditor::take(const ActivityDraft& draft)
{
    // What is planned stays so until it is saved: the fields ask for its outcome by that.
    v1::Activity typed = draft.typed;
    typed.set_state(draft.base.state());
    start(draft.base, typed, draft.isOutcome ? Writing::Outcome : Writing::Plan, draft.nextStep);
    m_isDirty = true;
}

void ActivityEditor::start(const v1::Activity& base, const v1::Activity& shown, Writing writing,
                           const std::optional<v1::Activity>& nextStep)
{
    m_saveCall.cancel();
    m_checkCall.cancel();
    m_settingsCall.cancel();
    m_base = base;
    m_requestId.clear();
    m_isDirty = false;
    m_areLeadsTouched = false;
    m_isOpen = true;
    m_second.stop();
    m_clock->hide();
    clearNotice();
    m_save->setEnabled(true);
    const bool hasPlaceForFiles = isSignalConnected(QMetaMethod::fromSignal(&ActivityEditor::filesRequested));
    m_files->setVisible(base.id() != 0 && hasPlaceForFiles);
    m_files->relabel(base.attachment_count() > 0 ? tr("Files (%1)").arg(base.attachment_count()) : tr("Files"));
    m_kept->setText({});
    m_fields->showActivity(shown, writing, nextStep);
    m_icon->setIcon(activityIcon(m_base), Tone::Accent);
    m_title->setText(heading());
    setAccessibleName(heading());
    keepDrafts();
    if (m_base.customer_id())
        loadCustomer(m_base.customer_id());
    show();
    m_fields->focusFirst();
    check();
}

void ActivityEditor::keepDrafts()
{
    delete m_drafts;
    m_drafts = new DraftKeeper(
        m_workplace.drafts, draftKey(m_base),
        [this]() -> std::optional<Draft> {
            if (!m_isDirty)
                return std::nullopt;
            ActivityDraft draft{m_base, m_fields->read(), m_fields->nextStep(),
                                m_fields->writing() == Writing::Outcome};
            const QString whom = activityWhom(draft.typed);
            Draft kept;
            kept.title = whom.isEmpty() ? heading() : tr("%1: %2").arg(heading(), whom);
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

void ActivityEditor::loadCustomer(qint64 customerId)
{
    m_customerCall = m_customers.get(customerId, this, [this](const Outcome<v1::Customer>& outcome) {
        if (outcome)
            m_fields->setCustomer(outcome.value());
    });
}

void ActivityEditor::loadDefaultLeads()
{
    m_settingsCall = m_notifications.settings(this, [this](const Outcome<v1::NotificationSettings>& outcome) {
        if (!outcome || m_areLeadsTouched || m_base.id() || m_base.kind() == v1::ACTIVITY_KIND_TASK)
            return;
        const auto& leads =
            m_base.kind() == v1::ACTIVITY_KIND_TALK ? outcome->talk_lead_minutes() : outcome->default_lead_minutes();
        m_fields->setLeads({leads.begin(), leads.end()});
    });
}

void ActivityEditor::check()
{
    const auto activity = m_fields->read();
    if (!m_isOpen || m_fields->writing() == Writing::Outcome || !isPlanned(activity) || !activity.has_start_time()) {
        m_checkCall.cancel();
        return;
    }
    m_checkCall = m_api.check(activity, this, [this](const Outcome<v1::CheckActivityResponse>& outcome) {
        if (outcome)
            showCheck(outcome.value());
    });
}

QString ActivityEditor::clashText(const v1::CheckActivityResponse& response) const
{
    QStringList parts;
    for (const auto& clash : response.clashes()) {
        const bool isOwn = clash.user_id() == m_workplace.session.userId();
        const QString who = isOwn ? tr("you") : m_workplace.directory.givenName(clash.user_id());
        const QString what = clash.title().empty() ? tr("another appointment") : QString::fromStdString(clash.title());
        parts.append(tr("%1: %2, %3").arg(who, what, moments(clash)));
    }
    return parts.join(QStringLiteral(" · "));
}

void ActivityEditor::showCheck(const v1::CheckActivityResponse& response)
{
    clearNotice();
    for (const auto& issue : response.issues()) {
        if (issue.severity() == v1::SEVERITY_WARNING)
            m_fields->markIssue(issue);
    }
    if (response.clashes().empty())
        return;
    m_notice = new NoticeBar(Tone::Warn);
    m_notice->setTexts(tr("At the same time:"), clashText(response));
    if (response.has_free_start_time()) {
        const auto free = officeTime(response.free_start_time());
        auto* move =
            m_notice->addButton(QStringLiteral("clock"), tr("Move to %1").arg(free.toString(QStringLiteral("HH:mm"))));
        connect(move, &Button::clicked, this, [this, free] { m_fields->moveTo(free); });
    }
    m_column->insertWidget(1, m_notice);
}

void ActivityEditor::clearNotice()
{
    if (m_notice)
        m_notice->deleteLater();
    m_notice = nullptr;
}

void ActivityEditor::cancel()
{
    if (m_drafts)
        m_drafts->flush();
    finish();
}

void ActivityEditor::finish()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_saveCall.cancel();
    m_checkCall.cancel();
    hide();
    emit closed();
}

void ActivityEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        Pane::keyPressEvent(event);
}

} // namespace banhang::client
