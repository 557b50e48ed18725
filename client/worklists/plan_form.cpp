#include "client/worklists/plan_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include "client/activities/channel_choice.h"
#include "client/activities/clock_edit.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/form/choice.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/form/form_field.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kMaxDays = 31;
constexpr int kMinMinutes = 5;
constexpr int kMaxMinutes = 240;
constexpr int kUsualMinutes = 15;
constexpr int kMorning = 9;
constexpr int kNoon = 11;
constexpr int kMaxTitleLength = 200;
constexpr int kMinutesPerHour = 60;
constexpr int kPreparationHeight = 72;
constexpr FieldSpec kPlain{.reservesMessage = false};

int minuteOf(const QTime& time)
{
    return time.isValid() ? time.hour() * kMinutesPerHour + time.minute() : -1;
}

} // namespace

PlanForm::PlanForm(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_grid(new FormGrid),
      m_day(new DateEdit(officeNow)),
      m_days(new QSpinBox),
      m_from(new ClockEdit),
      m_to(new ClockEdit),
      m_minutes(new QSpinBox),
      m_caller(new QComboBox),
      m_channel(new QComboBox),
      m_title(new QLineEdit),
      m_preparation(new QPlainTextEdit),
      m_alsoPlanned(new QCheckBox(tr("Also those with something planned")))
{
    m_days->setRange(1, kMaxDays);
    m_minutes->setRange(kMinMinutes, kMaxMinutes);
    m_minutes->setSingleStep(kMinMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_title->setMaxLength(kMaxTitleLength);
    m_preparation->setTabChangesFocus(true);
    m_preparation->setFixedHeight(scaled(kPreparationHeight));
    m_grid->addField(tr("First da&y"), m_day, kPlain);
    m_grid->addField(tr("&Working days"), m_days, kPlain);
    m_grid->addField(tr("&Between"), makeWindow(), kPlain);
    m_grid->addField(tr("Each ta&kes"), m_minutes, kPlain);
    m_grid->addField(tr("Who &calls"), m_caller, kPlain);
    m_grid->addField(tr("Cha&nnel"), m_channel, kPlain);
    m_grid->addField(tr("&About"), m_title, kPlain);
    m_grid->addField(tr("&Preparation"), m_preparation, kPlain);
    m_grid->addWide(m_alsoPlanned);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    setFocusProxy(m_day);
    connect(m_day, &DateEdit::dateChanged, this, &PlanForm::changed);
    connect(m_from, &ClockEdit::timeChanged, this, &PlanForm::changed);
    connect(m_to, &ClockEdit::timeChanged, this, &PlanForm::changed);
    for (auto* number : {m_days, m_minutes})
        connect(number, &QSpinBox::valueChanged, this, &PlanForm::changed);
    connect(m_caller, &QComboBox::currentIndexChanged, this, &PlanForm::changed);
    connect(m_alsoPlanned, &QCheckBox::toggled, this, &PlanForm::changed);
}

QWidget* PlanForm::makeWindow()
{
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    m_from->setAccessibleName(tr("Not before"));
    m_to->setAccessibleName(tr("Not after"));
    row->addWidget(m_from);
    row->addWidget(new Label(QStringLiteral("–"), TextSize::Body, TextWeight::Regular, Tone::Quiet));
    row->addWidget(m_to);
    row->addStretch(1);
    both->setFocusProxy(m_from);
    return both;
}

void PlanForm::fillCallers()
{
    m_caller->clear();
    m_caller->addItem(tr("Each customer's owner"), qlonglong(0));
    const auto& session = m_workplace.session;
    const bool mayAssign = session.scopeOf(v1::RESOURCE_ACTIVITY, v1::ACTION_ASSIGN) > v1::SCOPE_OWN;
    for (const auto* person : m_workplace.directory.activePeople())
        if (mayAssign || person->user_id() == session.userId())
            m_caller->addItem(QString::fromStdString(person->full_name()), qlonglong(person->user_id()));
}

void PlanForm::reset()
{
    const QSignalBlocker quiet(this);
    fillCallers();
    fillChannels(m_channel, m_workplace.picklists);
    choose(m_channel, QStringLiteral("call"));
    m_day->setDate(officeNow().date().addDays(1));
    m_days->setValue(1);
    m_from->setTime(QTime(kMorning, 0));
    m_to->setTime(QTime(kNoon, 0));
    m_minutes->setValue(kUsualMinutes);
    m_title->clear();
    m_preparation->clear();
    m_alsoPlanned->setChecked(false);
    showIssues({});
}

v1::CheckTalkPlanRequest PlanForm::when() const
{
    v1::CheckTalkPlanRequest request;
    if (const auto day = m_day->date())
        *request.mutable_first_day() = toDate(*day);
    request.set_day_count(m_days->value());
    request.set_from_minute(minuteOf(m_from->time()));
    request.set_to_minute(minuteOf(m_to->time()));
    request.set_minutes_each(m_minutes->value());
    request.set_owner_user_id(m_caller->currentData().toLongLong());
    request.set_also_planned(m_alsoPlanned->isChecked());
    return request;
}

v1::PlanTalksRequest PlanForm::what() const
{
    v1::PlanTalksRequest request;
    request.set_channel_key(m_channel->currentData().toString().toStdString());
    request.set_minutes_each(m_minutes->value());
    request.set_title(m_title->text().trimmed().toStdString());
    request.set_preparation(m_preparation->toPlainText().trimmed().toStdString());
    return request;
}

void PlanForm::showIssues(const google::protobuf::RepeatedPtrField<v1::FieldIssue>& issues)
{
    const QStringList places{QStringLiteral("first_day"), QStringLiteral("day_count"), QStringLiteral("to_minute"),
                             QStringLiteral("minutes_each")};
    for (int i = 0; i < places.size(); ++i)
        m_grid->fields()[i]->clearMessage();
    for (const auto& issue : issues)
        if (const auto place = places.indexOf(QString::fromStdString(issue.path())); place >= 0)
            m_grid->fields()[place]->setError(issueText(issue));
}

} // namespace banhang::client
