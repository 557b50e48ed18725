#include "client/activities/activity_editor.h"

#include <QMetaMethod>

#include "client/activities/activity_changes.h"
#include "client/activities/activity_text.h"
#include "client/core/office_time.h"
#include "client/ui/parts/button.h"

namespace banhang::client {

namespace {

const QString kKeyPrefix = QStringLiteral("activity-");

constexpr int kSecondMs = 1000;
constexpr int kSecondsPerMinute = 60;

/// Nothing was written; whom it was with, and when, goes with a call that begins anew.
bool isBare(const ActivityDraft& draft)
{
    const v1::Activity& typed = draft.typed;
    return !draft.nextStep && typed.course().empty() && typed.result().empty() && typed.goal().empty() &&
           typed.preparation().empty();
}

} // namespace

ActivityEditor::ActivityEditor(const Workplace& workplace, ActivitiesApi& api, QWidget* parent)
    : RecordEditor(workplace, parent),
      m_api(api),
      m_notifications(workplace.rpc),
      m_clock(new Button(ButtonKind::Small, QStringLiteral("clock"), {})),
      m_files(new Button(ButtonKind::Small, QStringLiteral("paperclip"), tr("Files"))),
      m_fields(new ActivityFields(workplace, this))
{
    setFields(m_fields);
    makeClock();
    makeFiles();
    connect(m_fields, &ActivityFields::settled, this, &ActivityEditor::check);
    connect(m_fields, &ActivityFields::leadsTouched, this, [this] { m_areLeadsTouched = true; });
}

ActivityEditor::~ActivityEditor()
{
    keepTyped();
}

void ActivityEditor::makeClock()
{
    addToHead(m_clock);
    m_clock->setToolTip(tr("Stop the clock"));
    m_clock->hide();
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, &ActivityEditor::showClock);
    connect(m_clock, &Button::clicked, this, &ActivityEditor::stopClock);
}

void ActivityEditor::makeFiles()
{
    addToHead(m_files);
    connect(m_files, &Button::clicked, this, &ActivityEditor::filesRequested);
}

QString ActivityEditor::draftKey(const v1::Activity& activity)
{
    if (activity.id())
        return kKeyPrefix + QString::number(activity.id());
    return kKeyPrefix + QStringLiteral("new-%1-%2").arg(static_cast<int>(activity.kind())).arg(activity.customer_id());
}

QString ActivityEditor::title() const
{
    return activityTitle(m_base, workplace().picklists);
}

QString ActivityEditor::heading() const
{
    const bool isOutcome = m_fields->writing() == Writing::Outcome;
    if (m_base.id() == 0) {
        switch (m_base.kind()) {
        case v1::ACTIVITY_KIND_TALK:
            return isOutcome ? tr("Log a talk") : tr("Plan a talk");
        case v1::ACTIVITY_KIND_APPOINTMENT:
            return tr("New appointment");
        default:
            return tr("New task");
        }
    }
    return isOutcome ? tr("How it went: %1").arg(title()) : title();
}

QString ActivityEditor::icon() const
{
    return activityIcon(m_base);
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
    DraftStore& drafts = workplace().drafts;
    const auto kept = drafts.find(draftKey(call));
    const auto draft = kept ? activityDraft(kept->content) : std::nullopt;
    if (draft && isBare(*draft))
        drafts.remove(draftKey(call));
    begin(call);
    startClock();
}

void ActivityEditor::startClock()
{
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

void ActivityEditor::stop()
{
    stopClock();
    m_checkCall.cancel();
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
    openAnew(activity, isPlanned(activity) ? Writing::Outcome : Writing::Plan);
}

void ActivityEditor::writeUpNow(const v1::Activity& activity)
{
    if (!isPlanned(activity))
        return open(activity);
    openAnew(activity, Writing::Outcome, officeNow());
    if (activity.channel_key() == "call")
        startClock();
}

const v1::Activity* ActivityEditor::openPlan() const
{
    return isOpen() && m_base.id() && isPlanned(m_base) && m_fields->writing() == Writing::Plan ? &m_base : nullptr;
}

void ActivityEditor::openAnew(const v1::Activity& activity, Writing writing, const QDateTime& begun)
{
    keepTyped();
    const auto kept = workplace().drafts.find(draftKey(activity));
    auto draft = kept ? activityDraft(kept->content) : std::nullopt;
    if (draft) {
        draft->isOutcome = draft->isOutcome || writing == Writing::Outcome;
        take(*kept, *draft);
        return;
    }
    v1::Activity shown = activity;
    if (begun.isValid()) {
        shown.clear_day();
        shown.clear_last_day();
        *shown.mutable_start_time() = toTimestamp(begun);
    }
    showActivity(activity, shown, writing);
    start();
    check();
}

std::optional<qint64> ActivityEditor::customerOfDraft(const DraftStore& drafts, const QString& key)
{
    const auto kept = key.startsWith(kKeyPrefix) ? drafts.find(key) : std::nullopt;
    const auto draft = kept ? activityDraft(kept->content) : std::nullopt;
    return draft ? std::optional<qint64>(draft->base.customer_id()) : std::nullopt;
}

bool ActivityEditor::openDraft(const QString& key)
{
    const auto kept = key.startsWith(kKeyPrefix) ? workplace().drafts.find(key) : std::nullopt;
    const auto draft = kept ? activityDraft(kept->content) : std::nullopt;
    if (!draft)
        return false;
    keepTyped();
    take(*kept, *draft);
    return true;
}

void ActivityEditor::take(const Draft& kept, const ActivityDraft& draft)
{
    // What is planned stays so until it is saved: the fields ask for its outcome by that. What the draft was based on
    // stays known, so that a colleague's edit since is told.
    v1::Activity typed = draft.typed;
    typed.set_state(draft.base.state());
    showActivity(draft.base, typed, draft.isOutcome ? Writing::Outcome : Writing::Plan, draft.nextStep);
    start(kept.keptAt);
    check();
}

void ActivityEditor::showActivity(const v1::Activity& base, const v1::Activity& shown, Writing writing,
                                  const std::optional<v1::Activity>& nextStep)
{
    m_checkCall.cancel();
    m_settingsCall.cancel();
    m_base = base;
    m_areLeadsTouched = false;
    m_second.stop();
    m_clock->hide();
    m_files->setVisible(isSignalConnected(QMetaMethod::fromSignal(&ActivityEditor::filesRequested)));
    m_files->relabel(base.attachment_count() > 0 ? tr("Files (%1)").arg(base.attachment_count()) : tr("Files"));
    m_fields->showActivity(shown, writing, nextStep);
}

Draft ActivityEditor::typed() const
{
    const ActivityDraft draft{m_base, m_fields->read(), m_fields->nextStep(), m_fields->writing() == Writing::Outcome};
    const QString whom = activityWhom(draft.typed);
    Draft kept;
    kept.title = whom.isEmpty() ? heading() : tr("%1: %2").arg(heading(), whom);
    kept.content = toJson(draft);
    return kept;
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

} // namespace banhang::client
