#include "client/care/care_fields.h"

#include <QComboBox>
#include <QLineEdit>

#include "client/activities/channel_choice.h"
#include "client/activities/clock_edit.h"
#include "client/activities/customer_box.h"
#include "client/care/care_text.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/customers/colleague_page.h"
#include "client/records/contact_box.h"
#include "client/ui/form/choice.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/form/growing_text.h"

namespace banhang::client {

namespace {

constexpr int kMaxSubjectLength = 200;
constexpr int kBestSatisfaction = 5;
const QTime kEndOfWork(17, 0);

} // namespace

CareFields::CareFields(const Workplace& workplace, QWidget* host, QWidget* parent)
    : RecordFields(parent),
      m_workplace(workplace),
      m_customer(new CustomerBox(workplace, host)),
      m_subject(new QLineEdit),
      m_kind(new QComboBox),
      m_channel(new QComboBox),
      m_severity(new QComboBox),
      m_day(new DateEdit(officeNow)),
      m_clock(new ClockEdit),
      m_owner(new QComboBox),
      m_description(new GrowingText(tr("What the customer said"), 2)),
      m_state(new QComboBox),
      m_answer(new GrowingText(tr("What we answered, what was done"), 3)),
      m_satisfaction(new QComboBox)
{
    m_subject->setMaxLength(kMaxSubjectLength);
    for (const auto severity :
         {v1::CARE_SEVERITY_LOW, v1::CARE_SEVERITY_NORMAL, v1::CARE_SEVERITY_HIGH, v1::CARE_SEVERITY_URGENT})
        m_severity->addItem(careSeverityWord(severity), int(severity));
    m_satisfaction->addItem(tr("not asked"), 0);
    for (int stars = 1; stars <= kBestSatisfaction; ++stars)
        m_satisfaction->addItem(tr("%1 of %2").arg(stars).arg(kBestSatisfaction), stars);
    makeRows();
    connect(m_customer, &CustomerBox::customerChanged, this, [this] {
        if (isFilling())
            return;
        if (m_customer->customer())
            emit customerPicked(*m_customer->customer());
        emit edited();
    });
    connect(m_state, &QComboBox::activated, this, &CareFields::showRows);
}

void CareFields::makeRows()
{
    m_channel->setAccessibleName(tr("Channel"));
    m_clock->setAccessibleName(tr("Time of day"));
    addRow(QStringLiteral("customer_id"), tr("Customer"), m_customer);
    addRow(QStringLiteral("subject"), tr("Subject"), m_subject);
    addRow(QStringLiteral("kind_key"), tr("Kind"), beside({m_kind, m_channel, contact()}));
    addRow(QStringLiteral("severity"), tr("Severity"), m_severity);
    addRow(QStringLiteral("promised_time"), tr("Answer by"), beside({m_day, m_clock}));
    addRow(QStringLiteral("owner_user_id"), tr("Who"), m_owner);
    addRow(QStringLiteral("description"), tr("Content"), m_description);
    addRow(QStringLiteral("state"), tr("State"), m_state);
    addRow(QStringLiteral("answer"), tr("Answer"), m_answer);
    addRow(QStringLiteral("satisfaction"), tr("Satisfied"), m_satisfaction);
    for (QWidget* editor :
         std::initializer_list<QWidget*>{m_subject, m_kind, m_channel, contact(), m_severity, m_day, m_clock, m_owner,
                                         m_description, m_state, m_answer, m_satisfaction})
        watch(editor);
}

void CareFields::fillChoices()
{
    m_kind->clear();
    for (const auto* item : m_workplace.picklists.choices(QStringLiteral("care_kind")))
        m_kind->addItem(PicklistCache::labelOf(*item), QString::fromStdString(item->key()));
    fillChannels(m_channel, m_workplace.picklists);
    m_owner->clear();
    fillColleagues(m_owner, m_workplace, 0);
    m_state->clear();
    m_state->addItem(careStateWord(m_shown.state()), int(m_shown.state()));
    for (const v1::CareState step : careSteps(m_shown.state()))
        m_state->addItem(careStepWord(m_shown.state(), step), int(step));
}

void CareFields::showRequest(const v1::CareRequest& request, v1::CareState wanted)
{
    setFilling(true);
    m_shown = request;
    fillChoices();
    m_subject->setText(QString::fromStdString(request.subject()));
    choose(m_kind, QString::fromStdString(request.kind_key()));
    choose(m_channel, QString::fromStdString(request.channel_key()));
    choose(m_severity, int(request.severity() ? request.severity() : v1::CARE_SEVERITY_NORMAL));
    const QDateTime promised = officeTime(request.promised_time());
    m_day->setDate(request.has_promised_time() ? promised.date() : QDate());
    m_day->setPlaceholderText(tr("as set for the severity"));
    m_clock->setTime(request.has_promised_time() ? promised.time() : QTime());
    choose(m_owner, qlonglong(request.owner_user_id() ? request.owner_user_id() : m_workplace.session.userId()));
    m_description->setPlainText(QString::fromStdString(request.description()));
    choose(m_state, int(wanted));
    m_answer->setPlainText(QString::fromStdString(request.answer()));
    choose(m_satisfaction, request.satisfaction());
    contact()->setContact(request.contact_id(), QString::fromStdString(request.contact_name()));
    showRows();
    setFilling(false);
}

void CareFields::showRows()
{
    const bool isNew = m_shown.id() == 0;
    const int state = m_state->currentData().toInt();
    const bool isAnswered = state == v1::CARE_STATE_RESOLVED || state == v1::CARE_STATE_CLOSED;
    showRow(QStringLiteral("customer_id"), isNew && m_shown.customer_id() == 0);
    showRow(QStringLiteral("owner_user_id"),
            isNew && m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_ASSIGN));
    showRow(QStringLiteral("state"), !isNew);
    showRow(QStringLiteral("answer"), isAnswered || !m_shown.answer().empty());
    showRow(QStringLiteral("satisfaction"), isAnswered);
}

v1::CareRequest CareFields::read() const
{
    v1::CareRequest request = m_shown;
    if (const auto& customer = m_customer->customer(); customer && isShown(QStringLiteral("customer_id"))) {
        request.set_customer_id(customer->id());
        request.set_customer_name(customer->name());
    }
    request.set_subject(m_subject->text().trimmed().toStdString());
    request.set_kind_key(m_kind->currentData().toString().toStdString());
    request.set_channel_key(m_channel->currentData().toString().toStdString());
    request.set_contact_id(contact()->contactId());
    request.set_severity(static_cast<v1::CareSeverity>(m_severity->currentData().toInt()));
    if (const auto day = m_day->date()) {
        const auto promised = officeTime(*day, m_clock->time().isValid() ? m_clock->time() : kEndOfWork);
        // What nobody touched keeps the seconds that the fields do not show.
        const auto before = officeTime(m_shown.promised_time());
        const bool isSame = m_shown.has_promised_time() && before.date() == promised.date() &&
                            before.time().hour() == promised.time().hour() &&
                            before.time().minute() == promised.time().minute();
        if (!isSame)
            *request.mutable_promised_time() = toTimestamp(promised);
    } else {
        request.clear_promised_time();
    }
    if (isShown(QStringLiteral("owner_user_id")))
        request.set_owner_user_id(m_owner->currentData().toLongLong());
    request.set_description(m_description->text());
    request.set_state(static_cast<v1::CareState>(m_state->currentData().toInt()));
    if (isShown(QStringLiteral("answer")))
        request.set_answer(m_answer->text());
    if (isShown(QStringLiteral("satisfaction")))
        request.set_satisfaction(m_satisfaction->currentData().toInt());
    return request;
}

QWidget* CareFields::wrongField() const
{
    const v1::CareRequest request = read();
    if (request.customer_id() == 0)
        return m_customer;
    if (request.subject().empty())
        return m_subject;
    if (m_day->isWrong())
        return m_day;
    if (m_clock->isWrong())
        return m_clock;
    const bool isAnswered = request.state() == v1::CARE_STATE_RESOLVED || request.state() == v1::CARE_STATE_CLOSED;
    return isAnswered && request.answer().empty() ? m_answer : nullptr;
}

QString CareFields::rowOf(const QString& field) const
{
    const bool isBesideKind = field == QLatin1String("channel_key") || field == QLatin1String("contact_id");
    return isBesideKind ? QStringLiteral("kind_key") : field;
}

void CareFields::focusFirst()
{
    if (isShown(QStringLiteral("customer_id")))
        m_customer->setFocus();
    else if (isShown(QStringLiteral("answer")))
        m_answer->setFocus();
    else
        m_subject->setFocus();
}

} // namespace banhang::client
