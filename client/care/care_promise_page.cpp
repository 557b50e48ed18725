#include "client/care/care_promise_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>

#include <google/protobuf/util/message_differencer.h>

#include "client/activities/activity_text.h"
#include "client/care/care_text.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/form/choice.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/field_state.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;
constexpr std::array kPromises{30,       kHour,    2 * kHour, 4 * kHour, 8 * kHour, kDay,
                               2 * kDay, 3 * kDay, 5 * kDay,  7 * kDay,  14 * kDay, 30 * kDay};
constexpr std::array kReminds{0, 15, 30, kHour, 2 * kHour, 4 * kHour, 8 * kHour, kDay, 2 * kDay};
constexpr std::array kSeverities{v1::CARE_SEVERITY_LOW, v1::CARE_SEVERITY_NORMAL, v1::CARE_SEVERITY_HIGH,
                                 v1::CARE_SEVERITY_URGENT};
constexpr int kMaxWidth = 720;

QString promiseLength(int minutes)
{
    constexpr int kSecondsPerMinute = 60;
    return minutes % kDay == 0 ? dayCount(minutes / kDay) : durationText(qint64{minutes} * kSecondsPerMinute);
}

QString remindLength(int minutes)
{
    return minutes == 0 ? CarePromisePage::tr("No reminder") : leadText(minutes);
}

/// What was set elsewhere, to the minute, stays what it is.
void chooseLength(QComboBox* box, int minutes, const QString& text)
{
    if (box->findData(minutes) < 0)
        box->addItem(text, minutes);
    choose(box, minutes);
}

} // namespace

CarePromisePage::CarePromisePage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Promised response times"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_notice(new NoticeBar(Tone::Error)),
      m_save(new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Save")))
{
    m_save->setKey(QKeySequence::Save);
    m_save->setObjectName(QStringLiteral("save"));
    auto* about = new Label(tr("How soon a care request must be answered, counted from when it came in. A change "
                               "applies to requests from now on. The team leader is told when one is overdue."),
                            TextSize::Body, TextWeight::Regular, Tone::Quiet);
    about->setWordWrap(true);
    auto* grid = new FormGrid;
    for (const v1::CareSeverity severity : kSeverities)
        grid->addField(careSeverityWord(severity), makeRow(severity), {.reservesMessage = false});
    auto* content = new QWidget;
    content->setMaximumWidth(scaled(kMaxWidth));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addWidget(about);
    column->addWidget(grid);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addStretch(1);
    body()->addWidget(content, 1);
    m_notice->hide();
    connect(m_save, &Button::clicked, this, &CarePromisePage::save);
    connect(&workplace.session, &Session::updated, this, &CarePromisePage::applyState);
    setFocusProxy(m_rows.at(v1::CARE_SEVERITY_LOW).promise);
    applyState();
}

QWidget* CarePromisePage::makeRow(v1::CareSeverity severity)
{
    const Row row{new QComboBox, new QComboBox};
    for (const int minutes : kPromises)
        row.promise->addItem(promiseLength(minutes), minutes);
    for (const int minutes : kReminds)
        row.remind->addItem(remindLength(minutes), minutes);
    const QString name = careSeverityWord(severity);
    row.promise->setAccessibleName(tr("%1: answered within").arg(name));
    row.remind->setAccessibleName(tr("%1: reminded").arg(name));
    for (QComboBox* box : {row.promise, row.remind})
        connect(box, &QComboBox::currentIndexChanged, this, &CarePromisePage::applyState);
    auto* both = new QWidget;
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(row.promise, 1);
    line->addWidget(new Label(tr("remind"), TextSize::Body, TextWeight::Regular, Tone::Quiet));
    line->addWidget(row.remind, 1);
    both->setFocusProxy(row.promise);
    m_rows.emplace(severity, row);
    return both;
}

void CarePromisePage::load()
{
    m_call = m_api.settings(this, [this](const Outcome<v1::CareSettings>& outcome) {
        if (outcome)
            showSettings(outcome.value());
        else
            m_notice->setFailure(tr("The times cannot be shown now."), errorText(outcome.error()), [this] { load(); });
    });
}

void CarePromisePage::showSettings(const v1::CareSettings& settings)
{
    m_notice->hide();
    m_stored = settings;
    for (const v1::CarePromise& promise : settings.promises())
        if (const auto row = m_rows.find(promise.severity()); row != m_rows.end()) {
            chooseLength(row->second.promise, promise.promise_minutes(), promiseLength(promise.promise_minutes()));
            chooseLength(row->second.remind, promise.remind_minutes(), remindLength(promise.remind_minutes()));
        }
    applyState();
}

v1::CareSettings CarePromisePage::chosen() const
{
    v1::CareSettings settings;
    settings.set_version(m_stored.version());
    for (const v1::CareSeverity severity : kSeverities) {
        const Row& row = m_rows.at(severity);
        v1::CarePromise& promise = *settings.add_promises();
        promise.set_severity(severity);
        promise.set_promise_minutes(row.promise->currentData().toInt());
        promise.set_remind_minutes(row.remind->currentData().toInt());
    }
    return settings;
}

void CarePromisePage::applyState()
{
    if (m_rows.size() < kSeverities.size())
        return;
    const bool mayEdit = m_workplace.session.may(v1::RESOURCE_PICKLIST, v1::ACTION_EDIT);
    const bool isLoaded = m_stored.version() != 0;
    for (const auto& [severity, row] : m_rows)
        for (QComboBox* box : {row.promise, row.remind})
            setReadOnly(box, !mayEdit || !isLoaded);
    m_save->setEnabled(isLoaded && !google::protobuf::util::MessageDifferencer::Equals(chosen(), m_stored));
    if (!mayEdit)
        m_save->disableByRight(tr("Only whoever manages the settings of the office can set these times."));
}

void CarePromisePage::save()
{
    if (m_call.isActive() || !m_save->isEnabled())
        return;
    v1::UpdateCareSettingsRequest request;
    *request.mutable_care_settings() = chosen();
    request.mutable_update_mask()->add_paths("promises");
    m_call = m_api.updateSettings(request, this, [this](const Outcome<v1::CareSettings>& outcome) {
        if (!outcome)
            return refuse(outcome.error());
        showSettings(outcome.value());
        emit newsHappened({}, tr("The promised times are saved"), QStringLiteral("circle-check"));
    });
}

void CarePromisePage::refuse(const AppError& error)
{
    const auto& issues = error.detail().issues();
    m_notice->setTexts(tr("Not saved."), issues.empty() ? errorText(error) : issueText(issues.Get(0)));
    m_notice->show();
}

void CarePromisePage::clear()
{
    m_call.cancel();
    m_stored.Clear();
    m_notice->hide();
    applyState();
}

} // namespace banhang::client
