#include "client/sequences/step_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/channel_choice.h"
#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/sequences/sequence_text.h"
#include "client/ui/form/choice.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/field_state.h"

namespace banhang::client {

namespace {

constexpr int kMaxOffsetDays = 1095;
constexpr int kMaxOccasionOffsetDays = 60;
constexpr int kMaxAheadDays = 60;
constexpr int kFirstHour = 7;
constexpr int kLastHour = 20;
constexpr int kMinutesPerHour = 60;
constexpr int kTextLines = 5;
constexpr int kBoxLetters = 12;
constexpr FieldSpec kPlain{.reservesMessage = false};
constexpr FieldSpec kHalf{.isHalf = true, .reservesMessage = false};
/// Groups and people stand in one box: those below 0 are groups.
constexpr qlonglong kOwner = 0;

} // namespace

StepForm::StepForm(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_grid(new FormGrid),
      m_kind(new QComboBox),
      m_channel(new QComboBox),
      m_title(new QLineEdit),
      m_base(new QComboBox),
      m_days(new QSpinBox),
      m_yearly(new QCheckBox(tr("Repeats every year"))),
      m_ahead(new QSpinBox),
      m_time(new QComboBox),
      m_who(new QComboBox),
      m_lead(new QComboBox),
      m_text(new QPlainTextEdit)
{
    for (int kind = v1::CARE_STEP_KIND_CALL; kind <= v1::CARE_STEP_KIND_GREETING; ++kind)
        m_kind->addItem(stepKindWord(static_cast<v1::CareStepKind>(kind)), kind);
    m_base->addItem(tr("From the first day"), int(v1::CARE_STEP_BASE_START));
    m_base->addItem(tr("After the previous step is closed"), int(v1::CARE_STEP_BASE_PREVIOUS));
    m_base->addItem(tr("From Tết"), int(v1::CARE_STEP_BASE_TET));
    m_base->addItem(tr("From the birthday"), int(v1::CARE_STEP_BASE_BIRTHDAY));
    m_base->addItem(tr("From the customer anniversary"), int(v1::CARE_STEP_BASE_ANNIVERSARY));
    m_ahead->setRange(0, kMaxAheadDays);
    m_ahead->setSuffix(tr(" d"));
    m_time->addItem(tr("Any time of the day"), 0);
    for (int half = kFirstHour * 2; half <= kLastHour * 2; ++half)
        m_time->addItem(QStringLiteral("%1:%2").arg(half / 2).arg(half % 2 * 30, 2, 10, QLatin1Char('0')),
                        half * kMinutesPerHour / 2);
    const std::pair<int, QString> leads[] = {{-1, tr("No reminder")},
                                             {0, tr("At its time")},
                                             {15, tr("15 minutes before")},
                                             {60, tr("1 hour before")},
                                             {1440, tr("The day before")}};
    for (const auto& [minutes, text] : leads)
        m_lead->addItem(text, minutes);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * kTextLines);
    m_fields.insert(QStringLiteral("kind"), m_grid->addField(tr("What"), m_kind, kHalf));
    m_channelField = m_grid->addField(tr("By"), m_channel, kHalf);
    m_fields.insert(QStringLiteral("channel_key"), m_channelField);
    m_fields.insert(QStringLiteral("title"), m_grid->addField(tr("About"), m_title, kPlain));
    m_fields.insert(QStringLiteral("base"), m_grid->addField(tr("Counted"), m_base, kHalf));
    m_fields.insert(QStringLiteral("offset_days"), m_grid->addField(tr("Days"), m_days, kHalf));
    m_grid->addWide(m_yearly);
    m_fields.insert(QStringLiteral("user_id"), m_grid->addField(tr("Who"), m_who, kHalf));
    m_fields.insert(QStringLiteral("start_minute"), m_grid->addField(tr("Time of day"), m_time, kHalf));
    m_fields.insert(QStringLiteral("ahead_days"), m_grid->addField(tr("Days ahead"), m_ahead, kHalf));
    m_fields.insert(QStringLiteral("reminder_lead_minutes"), m_grid->addField(tr("Reminder"), m_lead, kHalf));
    m_fields.insert(QStringLiteral("preparation"), m_grid->addField(tr("Prepared text"), m_text, kPlain));
    m_fields.insert(QStringLiteral("group_id"), m_fields.value(QStringLiteral("user_id")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    const auto tell = [this] {
        if (m_isFilling)
            return;
        applyKind();
        emit edited();
    };
    for (QComboBox* box : {m_kind, m_channel, m_base, m_time, m_who, m_lead}) {
        // Long entries are read when the box is open; the form is to fit beside the list.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kBoxLetters);
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    }
    for (QSpinBox* box : {m_days, m_ahead})
        connect(box, &QSpinBox::valueChanged, this, tell);
    connect(m_yearly, &QCheckBox::toggled, this, tell);
    connect(m_title, &QLineEdit::textEdited, this, tell);
    connect(m_text, &QPlainTextEdit::textChanged, this, tell);
    setFocusProxy(m_kind);
}

void StepForm::setGroups(const google::protobuf::RepeatedPtrField<v1::SequenceGroup>& groups)
{
    m_groups = groups;
}

void StepForm::fillWho()
{
    m_who->clear();
    m_who->addItem(tr("Owner of the customer"), kOwner);
    for (const auto& group : m_groups)
        m_who->addItem(tr("Closest to the owner in “%1”").arg(QString::fromStdString(group.name())),
                       -qlonglong(group.id()));
    for (const auto* person : m_workplace.directory.activePeople())
        m_who->addItem(QString::fromStdString(person->full_name()), qlonglong(person->user_id()));
}

void StepForm::setStep(const v1::SequenceStep& step)
{
    m_isFilling = true;
    m_step = step;
    fillWho();
    fillChannels(m_channel, m_workplace.picklists);
    choose(m_channel, QString::fromStdString(step.channel_key()));
    choose(m_kind, qlonglong(step.kind()));
    m_title->setText(QString::fromStdString(step.title()));
    choose(m_base, qlonglong(step.base()));
    applyKind();
    m_days->setValue(step.offset_days());
    m_yearly->setChecked(step.is_yearly());
    m_ahead->setValue(step.ahead_days());
    if (m_time->findData(step.start_minute()) < 0)
        m_time->addItem(QStringLiteral("%1:%2")
                            .arg(step.start_minute() / kMinutesPerHour)
                            .arg(step.start_minute() % kMinutesPerHour, 2, 10, QLatin1Char('0')),
                        step.start_minute());
    choose(m_time, qlonglong(step.start_minute()));
    choose(m_who, qlonglong(step.who() == v1::CARE_STEP_WHO_GROUP ? -step.group_id() : step.user_id()));
    choose(m_lead, qlonglong(step.reminder_lead_minutes().empty() ? -1 : step.reminder_lead_minutes(0)));
    m_text->setPlainText(QString::fromStdString(step.preparation()));
    m_isFilling = false;
}

v1::SequenceStep StepForm::step() const
{
    v1::SequenceStep step = m_step;
    step.set_kind(static_cast<v1::CareStepKind>(m_kind->currentData().toInt()));
    step.set_channel_key(m_channel->isHidden() ? std::string() : m_channel->currentData().toString().toStdString());
    step.set_title(m_title->text().toStdString());
    step.set_base(static_cast<v1::CareStepBase>(m_base->currentData().toInt()));
    step.set_offset_days(m_days->value());
    step.set_is_yearly(!m_yearly->isHidden() && m_yearly->isChecked());
    step.set_ahead_days(m_ahead->value());
    step.set_start_minute(m_time->currentData().toInt());
    const qlonglong who = m_who->currentData().toLongLong();
    step.set_who(who == kOwner ? v1::CARE_STEP_WHO_OWNER
                 : who < 0     ? v1::CARE_STEP_WHO_GROUP
                               : v1::CARE_STEP_WHO_PERSON);
    step.set_user_id(std::max(who, kOwner));
    step.set_group_id(std::max(-who, kOwner));
    step.clear_reminder_lead_minutes();
    if (m_lead->currentData().toInt() >= 0)
        step.add_reminder_lead_minutes(m_lead->currentData().toInt());
    step.set_preparation(m_text->toPlainText().toStdString());
    return step;
}

void StepForm::applyKind()
{
    const auto kind = static_cast<v1::CareStepKind>(m_kind->currentData().toInt());
    m_channelField->setVisible(kind == v1::CARE_STEP_KIND_MESSAGE || kind == v1::CARE_STEP_KIND_GREETING);
    const bool onOccasion = isOccasion(static_cast<v1::CareStepBase>(m_base->currentData().toInt()));
    m_yearly->setVisible(onOccasion);
    m_days->setRange(onOccasion ? -kMaxOccasionOffsetDays : 0, onOccasion ? kMaxOccasionOffsetDays : kMaxOffsetDays);
    m_days->setToolTip(onOccasion ? tr("Below 0: that many days before it") : QString());
}

void StepForm::setReadOnly(bool isReadOnly)
{
    for (FormField* field : m_grid->fields())
        field->setReadOnly(isReadOnly);
    client::setReadOnly(m_yearly, isReadOnly);
}

bool StepForm::showIssue(const QString& field, const QString& sentence)
{
    FormField* found = m_fields.value(field);
    if (found == nullptr)
        return false;
    found->setError(sentence);
    return true;
}

void StepForm::clearIssues()
{
    for (FormField* field : m_grid->fields())
        field->clearMessage();
}

} // namespace banhang::client
