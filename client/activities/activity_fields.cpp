#include "client/activities/activity_fields.h"

#include <QComboBox>
#include <QLineEdit>

#include "client/activities/activity_text.h"
#include "client/activities/channel_choice.h"
#include "client/activities/customer_box.h"
#include "client/activities/lead_edit.h"
#include "client/activities/next_step_edit.h"
#include "client/activities/people_edit.h"
#include "client/activities/when_edit.h"
#include "client/core/session.h"
#include "client/customers/colleague_page.h"
#include "client/records/contact_box.h"
#include "client/ui/form/choice.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/parts/segmented.h"

namespace banhang::client {

namespace {

constexpr int kMaxTitleLength = 200;
constexpr int kMaxPlaceLength = 300;

} // namespace

ActivityFields::ActivityFields(const Workplace& workplace, QWidget* host, QWidget* parent)
    : RecordFields(parent),
      m_workplace(workplace),
      m_customer(new CustomerBox(workplace, host)),
      m_title(new QLineEdit),
      m_state(new Segmented),
      m_channel(new QComboBox),
      m_direction(new QComboBox),
      m_when(new WhenEdit),
      m_place(new QLineEdit),
      m_owner(new QComboBox),
      m_people(new PeopleEdit(workplace)),
      m_leads(new LeadEdit),
      m_priority(new QComboBox),
      m_preparation(new GrowingText(tr("What to find out, what to bring, what to say"), 2)),
      m_course(new GrowingText(tr("What was said"), 3)),
      m_result(new GrowingText(tr("What came out of it, what was agreed"), 2)),
      m_goal(new GrowingText(tr("What the next contact should achieve"), 1)),
      m_potential(new QComboBox),
      m_pursuit(new QComboBox),
      m_next(new NextStepEdit(workplace))
{
    m_title->setMaxLength(kMaxTitleLength);
    m_place->setMaxLength(kMaxPlaceLength);
    fillChoices();
    makeRows();
    connect(m_customer, &CustomerBox::customerChanged, this, [this] {
        if (isFilling())
            return;
        emit edited();
        if (!m_customer->customer())
            return;
        emit customerPicked(*m_customer->customer());
        focusFirst(); // whoever picked the customer by key goes on with what was said
    });
    connect(m_state, &Segmented::chosen, this, &ActivityFields::onStateChosen);
    connect(m_when, &WhenEdit::changed, this, [this] { clearIssue(QStringLiteral("start_time")); });
    connect(m_when, &WhenEdit::changed, this, &ActivityFields::edited);
    connect(m_when, &WhenEdit::changed, this, &ActivityFields::settled);
    connect(m_people, &PeopleEdit::changed, this, &ActivityFields::edited);
    connect(m_people, &PeopleEdit::changed, this, &ActivityFields::settled);
    connect(m_leads, &LeadEdit::changed, this, &ActivityFields::edited);
    connect(m_leads, &LeadEdit::changed, this, &ActivityFields::leadsTouched);
    connect(m_next, &NextStepEdit::changed, this, &ActivityFields::edited);
}

void ActivityFields::fillChoices()
{
    m_state->addChoice(v1::ACTIVITY_STATE_DONE, QStringLiteral("check"), tr("Done"));
    m_state->addChoice(v1::ACTIVITY_STATE_MISSED, QStringLiteral("phone-off"), tr("Not reached"));
    m_state->addChoice(v1::ACTIVITY_STATE_CANCELLED, QStringLiteral("x"), tr("Cancelled"));
    m_direction->addItem(tr("by us"), int(v1::TALK_DIRECTION_OUT));
    m_direction->addItem(tr("by the customer"), int(v1::TALK_DIRECTION_IN));
    for (const auto value : {v1::PRIORITY_NORMAL, v1::PRIORITY_HIGH, v1::PRIORITY_LOW})
        m_priority->addItem(priorityWord(value), int(value));
    m_potential->addItem(tr("potential unchanged"), int(v1::POTENTIAL_UNSPECIFIED));
    for (const auto value : {v1::POTENTIAL_PROMISING, v1::POTENTIAL_UNCLEAR, v1::POTENTIAL_NONE})
        m_potential->addItem(potentialWord(value), int(value));
    m_pursuit->addItem(tr("pursuit unchanged"), int(v1::PURSUIT_UNSPECIFIED));
    for (const auto value : {v1::PURSUIT_GO_ON, v1::PURSUIT_STOP})
        m_pursuit->addItem(pursuitWord(value), int(value));
}

void ActivityFields::makeRows()
{
    m_channel->setAccessibleName(tr("Channel"));
    m_direction->setAccessibleName(tr("Who made contact"));
    m_potential->setAccessibleName(tr("Potential"));
    m_pursuit->setAccessibleName(tr("Pursuit"));
    addRow(QStringLiteral("customer_id"), tr("Customer"), m_customer);
    addRow(QStringLiteral("title"), tr("What"), m_title);
    addRow(QStringLiteral("state"), tr("Outcome"), m_state);
    addRow(QStringLiteral("channel_key"), tr("How"), beside({m_channel, m_direction, contact()}));
    addRow(QStringLiteral("start_time"), tr("When"), m_when);
    addRow(QStringLiteral("place"), tr("Where"), m_place);
    addRow(QStringLiteral("owner_user_id"), tr("Who"), m_owner);
    addRow(QStringLiteral("participant_user_ids"), tr("With"), m_people);
    addRow(QStringLiteral("reminder_lead_minutes"), tr("Remind"), m_leads);
    addRow(QStringLiteral("priority"), tr("Priority"), m_priority);
    addRow(QStringLiteral("preparation"), tr("Preparation"), m_preparation);
    addRow(QStringLiteral("course"), tr("Discussion"), m_course);
    addRow(QStringLiteral("result"), tr("Result"), m_result);
    addRow(QStringLiteral("goal"), tr("Next goal"), m_goal);
    addRow(QStringLiteral("potential"), tr("Assessment"), beside({m_potential, m_pursuit}));
    addRow(QStringLiteral("next_step"), tr("Next step"), m_next);
    for (QWidget* editor :
         std::initializer_list<QWidget*>{m_title, m_channel, m_direction, contact(), m_place, m_owner, m_priority,
                                         m_preparation, m_course, m_result, m_goal, m_potential, m_pursuit})
        watch(editor);
}

void ActivityFields::showActivity(const v1::Activity& activity, Writing writing,
                                  const std::optional<v1::Activity>& nextStep)
{
    setFilling(true);
    m_shown = activity;
    m_writing = writing;
    fillChannels(m_channel, m_workplace.picklists);
    if (activity.kind() == v1::ACTIVITY_KIND_APPOINTMENT)
        m_channel->insertItem(0, tr("channel unknown"), QString());
    choose(m_channel, QString::fromStdString(activity.channel_key()));
    choose(m_direction, int(activity.direction()));
    m_title->setText(QString::fromStdString(activity.title()));
    m_title->setPlaceholderText(activity.kind() == v1::ACTIVITY_KIND_TALK ? tr("About (optional)") : QString());
    m_state->setCurrent(isPlanned(activity) ? v1::ACTIVITY_STATE_DONE : static_cast<int>(activity.state()));
    m_place->setText(QString::fromStdString(activity.place()));
    m_owner->clear();
    fillColleagues(m_owner, m_workplace, 0);
    const qint64 owner = activity.owner_user_id() ? activity.owner_user_id() : m_workplace.session.userId();
    choose(m_owner, qlonglong(owner));
    m_people->setPeople({activity.participant_user_ids().begin(), activity.participant_user_ids().end()}, owner);
    m_leads->setLeads({activity.reminder_lead_minutes().begin(), activity.reminder_lead_minutes().end()});
    choose(m_priority, static_cast<int>(activity.priority() ? activity.priority() : v1::PRIORITY_NORMAL));
    m_preparation->setPlainText(QString::fromStdString(activity.preparation()));
    m_course->setPlainText(QString::fromStdString(activity.course()));
    m_result->setPlainText(QString::fromStdString(activity.result()));
    m_goal->setPlainText(QString::fromStdString(activity.goal()));
    choose(m_potential, static_cast<int>(activity.potential()));
    choose(m_pursuit, static_cast<int>(activity.pursuit()));
    m_next->setStep(nextStep);
    contact()->setContact(activity.contact_id(), QString::fromStdString(activity.contact_name()));
    showRows();
    m_when->setValues(activity);
    setFilling(false);
}

void ActivityFields::showRows()
{
    const bool isTalk = m_shown.kind() == v1::ACTIVITY_KIND_TALK;
    const bool isTask = m_shown.kind() == v1::ACTIVITY_KIND_TASK;
    const bool isPlan = m_writing == Writing::Plan;
    const bool isNew = m_shown.id() == 0;
    const bool wasPlanned = !isNew && isPlanned(m_shown);
    const int state = m_state->current();
    const bool isDone = state == v1::ACTIVITY_STATE_DONE;
    showRow(QStringLiteral("customer_id"), isNew && m_shown.customer_id() == 0);
    showRow(QStringLiteral("title"), isPlan || (isNew && !isTalk));
    showRow(QStringLiteral("state"), !isPlan && (wasPlanned || (isNew && isTalk)));
    showRow(QStringLiteral("channel_key"), !isTask && (isPlan || isTalk));
    m_direction->setVisible(isTalk);
    showRow(QStringLiteral("start_time"), isPlan || isTalk);
    m_when->setShape(isTask              ? WhenEdit::Shape::Term
                     : isTalk && !isPlan ? WhenEdit::Shape::Past
                     : isTalk            ? WhenEdit::Shape::Term
                                         : WhenEdit::Shape::Stretch);
    showRow(QStringLiteral("place"), isPlan && m_shown.kind() == v1::ACTIVITY_KIND_APPOINTMENT);
    const bool mayAssign = m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_ASSIGN);
    showRow(QStringLiteral("owner_user_id"), isPlan && isNew && mayAssign);
    showRow(QStringLiteral("participant_user_ids"), isPlan || (isNew && isTalk));
    showRow(QStringLiteral("reminder_lead_minutes"), isPlan && (isNew || wasPlanned));
    showRow(QStringLiteral("priority"), isPlan && isTask);
    showRow(QStringLiteral("preparation"), isPlan || !isNew);
    showRow(QStringLiteral("course"), (!isPlan && isDone) || (isPlan && !isNew && isClosed(m_shown)));
    showRow(QStringLiteral("result"), !isPlan || (!isNew && isClosed(m_shown)));
    showRow(QStringLiteral("goal"), !isTask && ((!isPlan && isDone) || (isPlan && !isNew && isClosed(m_shown))));
    showRow(QStringLiteral("potential"), !isTask && ((!isPlan && isDone) || (isPlan && !isNew && isClosed(m_shown))));
    showRow(QStringLiteral("next_step"), !isPlan && (isNew || wasPlanned) && state != v1::ACTIVITY_STATE_CANCELLED);
}

void ActivityFields::onStateChosen()
{
    showRows();
    if (m_state->current() == v1::ACTIVITY_STATE_MISSED && m_shown.kind() == v1::ACTIVITY_KIND_TALK)
        m_next->proposeCallback();
    emit edited();
}

void ActivityFields::setLeads(const QList<int>& minutes)
{
    m_leads->setLeads(minutes);
}

void ActivityFields::moveTo(const QDateTime& start)
{
    m_when->moveTo(start);
    emit edited();
    emit settled();
}

void ActivityFields::setDuration(int seconds)
{
    m_when->setDuration(seconds);
}

v1::Activity ActivityFields::read() const
{
    v1::Activity activity = m_shown;
    if (const auto& customer = m_customer->customer()) {
        activity.set_customer_id(customer->id());
        activity.set_customer_name(customer->name());
    }
    readPlan(activity);
    readOutcome(activity);
    return activity;
}

void ActivityFields::readPlan(v1::Activity& activity) const
{
    const bool isTalk = activity.kind() == v1::ACTIVITY_KIND_TALK;
    if (isShown(QStringLiteral("title")))
        activity.set_title(m_title->text().trimmed().toStdString());
    if (isShown(QStringLiteral("channel_key"))) {
        activity.set_channel_key(m_channel->currentData().toString().toStdString());
        activity.set_contact_id(contact()->contactId());
    }
    if (isTalk)
        activity.set_direction(static_cast<v1::TalkDirection>(m_direction->currentData().toInt()));
    if (isShown(QStringLiteral("start_time")))
        m_when->read(activity);
    if (isShown(QStringLiteral("place")))
        activity.set_place(m_place->text().trimmed().toStdString());
    if (isShown(QStringLiteral("owner_user_id")))
        activity.set_owner_user_id(m_owner->currentData().toLongLong());
    if (isShown(QStringLiteral("participant_user_ids"))) {
        const auto people = m_people->people();
        activity.mutable_participant_user_ids()->Assign(people.begin(), people.end());
    }
    if (isShown(QStringLiteral("reminder_lead_minutes"))) {
        const auto leads = activityDay(activity).isValid() ? m_leads->leads() : QList<int>();
        activity.mutable_reminder_lead_minutes()->Assign(leads.begin(), leads.end());
    }
    if (isShown(QStringLiteral("priority")))
        activity.set_priority(static_cast<v1::Priority>(m_priority->currentData().toInt()));
    if (isShown(QStringLiteral("preparation")))
        activity.set_preparation(m_preparation->text());
}

void ActivityFields::readOutcome(v1::Activity& activity) const
{
    if (isShown(QStringLiteral("state")))
        activity.set_state(static_cast<v1::ActivityState>(m_state->current()));
    else if (m_writing == Writing::Outcome && isPlanned(activity))
        activity.set_state(v1::ACTIVITY_STATE_DONE);
    if (isShown(QStringLiteral("course")))
        activity.set_course(m_course->text());
    if (isShown(QStringLiteral("result")))
        activity.set_result(m_result->text());
    if (isShown(QStringLiteral("goal")))
        activity.set_goal(m_goal->text());
    if (isShown(QStringLiteral("potential"))) {
        activity.set_potential(static_cast<v1::Potential>(m_potential->currentData().toInt()));
        activity.set_pursuit(static_cast<v1::Pursuit>(m_pursuit->currentData().toInt()));
    }
}

std::optional<v1::Activity> ActivityFields::nextStep() const
{
    return isShown(QStringLiteral("next_step")) ? m_next->step() : std::nullopt;
}

QWidget* ActivityFields::wrongField() const
{
    const auto activity = read();
    if (activity.kind() == v1::ACTIVITY_KIND_TALK && activity.customer_id() == 0)
        return m_customer;
    if (isShown(QStringLiteral("title")) && activity.title().empty() && activity.kind() != v1::ACTIVITY_KIND_TALK)
        return m_title;
    if (!m_when->isHidden()) {
        if (auto* wrong = m_when->wrongField())
            return wrong;
        if (activity.kind() == v1::ACTIVITY_KIND_TALK && !activityDay(activity).isValid())
            return m_when;
    }
    return m_next->isHidden() ? nullptr : m_next->wrongField();
}

QString ActivityFields::rowOf(const QString& field) const
{
    const bool isTime =
        field == QLatin1String("day") || field == QLatin1String("end_time") || field == QLatin1String("last_day");
    return isTime ? QStringLiteral("start_time") : field;
}

void ActivityFields::focusFirst()
{
    if (!m_customer->isHidden() && m_customer->customerId() == 0)
        m_customer->setFocus();
    else if (m_writing == Writing::Outcome)
        (m_course->isHidden() ? m_result : m_course)->setFocus();
    else if (m_shown.kind() == v1::ACTIVITY_KIND_TALK)
        m_channel->setFocus();
    else
        m_title->setFocus();
}

} // namespace banhang::client
