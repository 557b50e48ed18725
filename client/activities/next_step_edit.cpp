#include "client/activities/next_step_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/activities/activity_text.h"
#include "client/activities/when_edit.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/ui/look/icon.h"

namespace banhang::client {

namespace {

constexpr int kNothing = 0;
constexpr int kTalk = 1;
constexpr int kAppointment = 2;
constexpr int kTask = 3;
constexpr int kChannelRole = Qt::UserRole + 1;
constexpr int kNineOClock = 9;

} // namespace

NextStepEdit::NextStepEdit(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_what(new QComboBox),
      m_when(new WhenEdit),
      m_title(new QLineEdit),
      m_callback(new QCheckBox(tr("The customer asks to be contacted again"))),
      m_reason(new QLineEdit)
{
    m_what->setAccessibleName(tr("Next step"));
    m_title->setPlaceholderText(tr("About"));
    m_title->setAccessibleName(tr("About"));
    m_reason->setPlaceholderText(tr("Reason, in the customer's words"));
    m_reason->setAccessibleName(tr("Callback reason"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_what);
    first->addWidget(m_when, 1);
    column->addLayout(first);
    column->addWidget(m_title);
    auto* third = new QHBoxLayout;
    third->setSpacing(6);
    third->addWidget(m_callback);
    third->addWidget(m_reason, 1);
    column->addLayout(third);
    setFocusProxy(m_what);
    connect(m_what, &QComboBox::activated, this, [this] {
        apply();
        emit changed();
    });
    connect(m_callback, &QCheckBox::clicked, this, [this] {
        apply();
        emit changed();
    });
    connect(m_when, &WhenEdit::changed, this, &NextStepEdit::changed);
    connect(m_title, &QLineEdit::textEdited, this, &NextStepEdit::changed);
    connect(m_reason, &QLineEdit::textEdited, this, &NextStepEdit::changed);
    setStep({});
}

/// The list of channels comes after signing in, and may change.
void NextStepEdit::fillWhat()
{
    m_what->clear();
    m_what->addItem(tr("Nothing agreed"), kNothing);
    for (const auto* item : m_workplace.picklists.choices(QStringLiteral("channel"))) {
        m_what->addItem(Icon::named(channelIcon(item->key())), PicklistCache::labelOf(*item), kTalk);
        m_what->setItemData(m_what->count() - 1, QString::fromStdString(item->key()), kChannelRole);
    }
    m_what->addItem(Icon::named(QStringLiteral("calendar")), tr("Appointment"), kAppointment);
    m_what->addItem(Icon::named(QStringLiteral("file-text")), tr("Task"), kTask);
}

void NextStepEdit::apply()
{
    const int what = m_what->currentData().toInt();
    m_when->setVisible(what != kNothing);
    m_when->setShape(what == kAppointment ? WhenEdit::Shape::Stretch : WhenEdit::Shape::Term);
    m_title->setVisible(what != kNothing);
    m_callback->setVisible(what == kTalk);
    m_reason->setVisible(what == kTalk && m_callback->isChecked());
    v1::Activity shown;
    m_when->read(shown);
    if (what == kNothing || activityDay(shown).isValid())
        return;
    const QDate tomorrow = officeNow().date().addDays(1);
    *shown.mutable_start_time() = toTimestamp(officeTime(tomorrow, QTime(kNineOClock, 0)));
    if (what == kAppointment)
        *shown.mutable_end_time() = toTimestamp(officeTime(tomorrow, QTime(kNineOClock + 1, 0)));
    m_when->setValues(shown);
}

void NextStepEdit::setStep(const std::optional<v1::Activity>& step)
{
    int row = 0;
    fillWhat();
    if (step) {
        for (int i = 0; i < m_what->count(); ++i) {
            const bool isKind = m_what->itemData(i).toInt() == static_cast<int>(step->kind());
            const bool isChannel = m_what->itemData(i, kChannelRole).toString().toStdString() == step->channel_key();
            if (isKind && (isChannel || step->kind() != v1::ACTIVITY_KIND_TALK))
                row = i;
        }
        m_when->setValues(*step);
    } else {
        m_when->setValues({});
    }
    m_what->setCurrentIndex(row);
    m_title->setText(step ? QString::fromStdString(step->title()) : QString());
    m_callback->setChecked(step && step->is_callback());
    m_reason->setText(step ? QString::fromStdString(step->callback_reason()) : QString());
    apply();
}

std::optional<v1::Activity> NextStepEdit::step() const
{
    const int what = m_what->currentData().toInt();
    if (what == kNothing)
        return std::nullopt;
    v1::Activity step;
    step.set_kind(static_cast<v1::ActivityKind>(what));
    step.set_state(v1::ACTIVITY_STATE_PLANNED);
    step.set_channel_key(m_what->currentData(kChannelRole).toString().toStdString());
    step.set_title(m_title->text().trimmed().toStdString());
    m_when->read(step);
    if (what == kTalk && m_callback->isChecked()) {
        step.set_is_callback(true);
        step.set_callback_reason(m_reason->text().trimmed().toStdString());
    }
    return step;
}

void NextStepEdit::proposeCallback()
{
    if (m_what->currentData().toInt() == kNothing)
        m_what->setCurrentIndex(std::max(0, m_what->findData(QStringLiteral("call"), kChannelRole)));
    apply();
}

QWidget* NextStepEdit::wrongField() const
{
    const auto wanted = step();
    if (!wanted)
        return nullptr;
    if (wanted->kind() != v1::ACTIVITY_KIND_TALK && wanted->title().empty())
        return m_title;
    if (wanted->kind() != v1::ACTIVITY_KIND_TASK && !activityDay(*wanted).isValid())
        return m_when;
    return m_when->wrongField();
}

} // namespace banhang::client
