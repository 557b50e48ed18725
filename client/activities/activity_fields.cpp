#include "client/activities/activity_fields.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include "client/activities/activity_text.h"
#include "client/activities/customer_box.h"
#include "client/activities/lead_edit.h"
#include "client/activities/next_step_edit.h"
#include "client/activities/people_edit.h"
#include "client/activities/when_edit.h"
#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/customers/colleague_page.h"
#include "client/customers/customer_text.h"
#include "client/ui/form/edit_watch.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/segmented.h"

namespace banhang::client {

namespace {

constexpr int kLabelWidth = 84;
constexpr int kMostTitle = 200;
constexpr int kMostPlace = 300;

void addEnum(QComboBox* box, const QString& text, int value)
{
    box->addItem(text, value);
}

void choose(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

ActivityFields::ActivityFields(const Workplace& workplace, QWidget* host, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_grid(new QGridLayout(this)),
      m_customer(new CustomerBox(workplace, host)),
      m_title(new QLineEdit),
      m_state(new Segmented),
      m_when(new WhenEdit),
      m_place(new QLineEdit),
      m_owner(new QComboBox),
      m_people(new PeopleEdit(workplace)),
      m_leads(new LeadEdit),
      m_priority(new QComboBox),
      m_preparation(new GrowingText(tr("What to find out, what to bring, what to say"), 2)),
      m_course(new GrowingText(tr("What was said"), 3)),
      m_result(new GrowingText(tr("What came out of it, what was agreed"), 2)),
      m_goal(new GrowingText(tr("What the next approach is to reach"), 1)),
      m_next(new NextStepEdit(workplace))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
    m_title->setMaxLength(kMostTitle);
    m_place->setMaxLength(kMostPlace);
    m_state->addChoice(v1::ACTIVITY_STATE_DONE, QStringLiteral("check"), tr("Done"));
    m_state->addChoice(v1::ACTIVITY_STATE_MISSED, QStringLiteral("phone-off"), tr("Not reached"));
    m_state->addChoice(v1::ACTIVITY_STATE_CANCELLED, QStringLiteral("x"), tr("Cancelled"));
    addEnum(m_priority, priorityWord(v1::PRIORITY_NORMAL), v1::PRIORITY_NORMAL);
    addEnum(m_priority, priorityWord(v1::PRIORITY_HIGH), v1::PRIORITY_HIGH);
    addEnum(m_priority, priorityWord(v1::PRIORITY_LOW), v1::PRIORITY_LOW);
    makeRows();
    connect(m_customer, &CustomerBox::customerChanged, this, [this] {
        if (m_isFilling)
            return;
        if (m_customer->customer())
            emit customerPicked(*m_customer->customer());
        emit edited();
    });
    connect(m_state, &Segmented::chosen, this, &ActivityFields::onStateChosen);
    connect(m_when, &WhenEdit::changed, this, &ActivityFields::edited);
    connect(m_when, &WhenEdit::changed, this, &ActivityFields::settled);
    connect(m_people, &PeopleEdit::changed, this, &ActivityFields::edited);
    connect(m_people, &PeopleEdit::changed, this, &ActivityFields::settled);
    connect(m_leads, &LeadEdit::changed, this, &ActivityFields::edited);
    connect(m_leads, &LeadEdit::changed, this, &ActivityFields::leadsTouched);
    connect(m_next, &NextStepEdit::changed, this, &ActivityFields::edited);
}

void ActivityFields::makeRows()
{
    addRow(QStringLiteral("customer_id"), tr("Customer"), m_customer);
    addRow(QStringLiteral("title"), tr("What"), m_title);
    addRow(QStringLiteral("state"), tr("Outcome"), m_state);
    addRow(QStringLiteral("channel_key"), tr("How"), makeHow());
    addRow(QStringLiteral("start_time"), tr("When"), m_when);
    addRow(QStringLiteral("place"), tr("Where"), m_place);
    addRow(QStringLiteral("owner_user_id"), tr("Who"), m_owner);
    addRow(QStringLiteral("participant_user_ids"), tr("With"), m_people);
    addRow(QStringLiteral("reminder_lead_minutes"), tr("Remind"), m_leads);
    addRow(QStringLiteral("priority"), tr("Priority"), m_priority);
    addRow(QStringLiteral("preparation"), tr("Preparation"), m_preparation);
    addRow(QStringLiteral("course"), tr("Course"), m_course);
    addRow(QStringLiteral("result"), tr("Result"), m_result);
    addRow(QStringLiteral("goal"), tr("Next goal"), m_goal);
    addRow(QStringLiteral("potential"), tr("Judged"), makeJudgement());
    addRow(QStringLiteral("next_step"), tr("Next step"), m_next);
    for (QWidget* editor :
         std::initializer_list<QWidget*>{m_title, m_channel, m_direction, m_contact, m_place, m_owner, m_priority,
                                         m_preparation, m_course, m_result, m_goal, m_potential, m_pursuit})
        watch(editor);
}

QWidget* ActivityFields::addRow(const QString& name, const QString& label, QWidget* editor)
{
    const int row = m_grid->rowCount();
    auto* words = new Label(label, TextSize::Body, TextWeight::Regular, Tone::Quiet);
    words->setAlignment(Qt::AlignRight | Qt::AlignTop);
    words->setContentsMargins(0, scaled(5), 0, 0);
    words->setFixedWidth(scaled(kLabelWidth));
    words->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    m_grid->addWidget(words, row, 0, Qt::AlignTop);
    m_grid->addWidget(editor, row, 1);
    m_rows.insert(name, {words, editor});
    return editor;
}

QWidget* ActivityFields::makeHow()
{
    auto* how = new QWidget;
    auto* row = new QHBoxLayout(how);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_channel = new QComboBox;
    m_channel->setAccessibleName(tr("Channel"));
    m_direction = new QComboBox;
    m_direction->setAccessibleName(tr("Who began"));
    addEnum(m_direction, tr("by us"), v1::TALK_DIRECTION_OUT);
    addEnum(m_direction, tr("by the customer"), v1::TALK_DIRECTION_IN);
    m_contact = new QComboBox;
    m_contact->setAccessibleName(tr("Contact person"));
    m_contact->setMinimumContentsLength(10);
    m_contact->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_channel, 1);
    row->addWidget(m_direction, 1);
    row->addWidget(m_contact, 1);
    how->setFocusProxy(m_channel);
    return how;
}

QWidget* ActivityFields::makeJudgement()
{
    auto* judgement = new QWidget;
    auto* row = new QHBoxLayout(judgement);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_potential = new QComboBox;
    m_potential->setAccessibleName(tr("Potential"));
    for (const auto value :
         {v1::POTENTIAL_UNSPECIFIED, v1::POTENTIAL_PROMISING, v1::POTENTIAL_UNCLEAR, v1::POTENTIAL_NONE})
        addEnum(m_potential, value == v1::POTENTIAL_UNSPECIFIED ? tr("potential as before") : potentialWord(value),
                value);
    m_pursuit = new QComboBox;
    m_pursuit->setAccessibleName(tr("Pursuit"));
    for (const auto value : {v1::PURSUIT_UNSPECIFIED, v1::PURSUIT_GO_ON, v1::PURSUIT_STOP})
        addEnum(m_pursuit, value == v1::PURSUIT_UNSPECIFIED ? tr("pursuit as before") : pursuitWord(value), value);
    row->addWidget(m_potential, 1);
    row->addWidget(m_pursuit, 1);
    judgement->setFocusProxy(m_potential);
    return judgement;
}

void ActivityFields::watch(QWidget* editor)
{
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        connect(box, &QComboBox::activated, this, &ActivityFields::edited);
        connect(box, &QComboBox::activated, this, &ActivityFields::settled);
        return;
    }
    auto* watched = new EditWatch(editor);
    connect(watched, &EditWatch::edited, this, [this, editor] {
        if (m_isFilling)
            return;
        setFieldState(editor, FieldState::Normal);
        emit edited();
    });
}

void ActivityFields::showActivity(const v1::Activity& activity, Writing writing,
                                  const std::optional<v1::Activity>& nextStep)
{
    m_isFilling = true;
    m_shown = activity;
    m_writing = writing;
    m_channel->clear();
    for (const auto* item : m_workplace.picklists.choices(QStringLiteral("channel")))
        m_channel->addItem(Icon::named(channelIcon(item->key())), PicklistCache::labelOf(*item),
                           QString::fromStdString(item->key()));
    if (activity.kind() == v1::ACTIVITY_KIND_APPOINTMENT)
        m_channel->insertItem(0, tr("no channel"), QString());
    choose(m_channel, QString::fromStdString(activity.channel_key()));
    choose(m_direction, static_cast<int>(activity.direction()));
    m_title->setText(QString::fromStdString(activity.title()));
    m_title->setPlaceholderText(activity.kind() == v1::ACTIVITY_KIND_TALK ? tr("What about (may be empty)")
                                                                          : QString());
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
    fillContacts({});
    showRows();
    m_when->setValues(activity);
    m_isFilling = false;
}

void ActivityFields::showRow(const QString& name, bool isShown)
{
    const auto& row = m_rows[name];
    row.label->setVisible(isShown);
    row.editor->setVisible(isShown);
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

void ActivityFields::fillContacts(const v1::Customer& customer)
{
    const qint64 before = m_contact->count() ? m_contact->currentData().toLongLong() : 0;
    const qint64 wanted = before ? before : m_shown.contact_id();
    m_contact->clear();
    m_contact->addItem(tr("no contact person"), qlonglong(0));
    if (customer.contacts().empty() && m_shown.contact_id())
        m_contact->addItem(QString::fromStdString(m_shown.contact_name()), qlonglong(m_shown.contact_id()));
    for (const auto& contact : customer.contacts())
        m_contact->addItem(addressedName(contact.honorific(), contact.name()), qlonglong(contact.id()));
    choose(m_contact, qlonglong(wanted));
    m_contact->setVisible(m_contact->count() > 1);
}

void ActivityFields::setCustomer(const v1::Customer& customer)
{
    fillContacts(customer);
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
    const auto isShown = [this](const char* name) { return !m_rows[QString::fromLatin1(name)].editor->isHidden(); };
    const bool isTalk = activity.kind() == v1::ACTIVITY_KIND_TALK;
    if (isShown("title"))
        activity.set_title(m_title->text().trimmed().toStdString());
    if (isShown("channel_key")) {
        activity.set_channel_key(m_channel->currentData().toString().toStdString());
        if (m_contact->count())
            activity.set_contact_id(m_contact->currentData().toLongLong());
    }
    if (isTalk)
        activity.set_direction(static_cast<v1::TalkDirection>(m_direction->currentData().toInt()));
    if (isShown("start_time"))
        m_when->read(activity);
    if (isShown("place"))
        activity.set_place(m_place->text().trimmed().toStdString());
    if (isShown("owner_user_id"))
        activity.set_owner_user_id(m_owner->currentData().toLongLong());
    if (isShown("participant_user_ids")) {
        const auto people = m_people->people();
        activity.mutable_participant_user_ids()->Assign(people.begin(), people.end());
    }
    if (isShown("reminder_lead_minutes")) {
        const auto leads = activityDay(activity).isValid() ? m_leads->leads() : QList<int>();
        activity.mutable_reminder_lead_minutes()->Assign(leads.begin(), leads.end());
    }
    if (isShown("priority"))
        activity.set_priority(static_cast<v1::Priority>(m_priority->currentData().toInt()));
    if (isShown("preparation"))
        activity.set_preparation(m_preparation->text());
}

void ActivityFields::readOutcome(v1::Activity& activity) const
{
    const auto isShown = [this](const char* name) { return !m_rows[QString::fromLatin1(name)].editor->isHidden(); };
    if (isShown("state"))
        activity.set_state(static_cast<v1::ActivityState>(m_state->current()));
    else if (m_writing == Writing::Outcome && isPlanned(activity))
        activity.set_state(v1::ACTIVITY_STATE_DONE);
    if (isShown("course"))
        activity.set_course(m_course->text());
    if (isShown("result"))
        activity.set_result(m_result->text());
    if (isShown("goal"))
        activity.set_goal(m_goal->text());
    if (isShown("potential")) {
        activity.set_potential(static_cast<v1::Potential>(m_potential->currentData().toInt()));
        activity.set_pursuit(static_cast<v1::Pursuit>(m_pursuit->currentData().toInt()));
    }
}

std::optional<v1::Activity> ActivityFields::nextStep() const
{
    return m_rows[QStringLiteral("next_step")].editor->isHidden() ? std::nullopt : m_next->step();
}

QWidget* ActivityFields::wrongField() const
{
    const auto activity = read();
    if (activity.kind() == v1::ACTIVITY_KIND_TALK && activity.customer_id() == 0)
        return m_customer;
    if (!m_rows[QStringLiteral("title")].editor->isHidden() && activity.title().empty() &&
        activity.kind() != v1::ACTIVITY_KIND_TALK)
        return m_title;
    if (!m_when->isHidden()) {
        if (auto* wrong = m_when->wrongField())
            return wrong;
        if (activity.kind() == v1::ACTIVITY_KIND_TALK && !activityDay(activity).isValid())
            return m_when;
    }
    return m_next->isHidden() ? nullptr : m_next->wrongField();
}

bool ActivityFields::focusWrongField()
{
    auto* wrong = wrongField();
    if (!wrong)
        return false;
    setFieldState(wrong, FieldState::Error);
    wrong->setFocus();
    return true;
}

QWidget* ActivityFields::markIssue(const v1::FieldIssue& issue)
{
    QString name = QString::fromStdString(issue.path().substr(0, issue.path().find_first_of(".[")));
    if (name == QLatin1String("day") || name == QLatin1String("end_time") || name == QLatin1String("last_day"))
        name = QStringLiteral("start_time");
    const auto row = m_rows.constFind(name);
    if (row == m_rows.constEnd() || row->editor->isHidden())
        return nullptr;
    QWidget* editor = row->editor->focusProxy() ? row->editor->focusProxy() : row->editor;
    setFieldState(editor, issue.severity() == v1::SEVERITY_ERROR ? FieldState::Error : FieldState::Warn);
    editor->setAccessibleDescription(QString::fromStdString(issue.key()));
    return editor;
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
