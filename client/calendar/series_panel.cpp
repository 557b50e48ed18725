#include "client/calendar/series_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "client/activities/activity_text.h"
#include "client/calendar/recurrence_edit.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/segmented.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kPreviewMs = 300;
constexpr int kPreviewDays = 6;

Label* makeText(Tone tone)
{
    auto* label = new Label({}, TextSize::Body, TextWeight::Regular, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

SeriesPanel::SeriesPanel(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_title(new Label({}, TextSize::Title, TextWeight::Strong)),
      m_rule(new RecurrenceEdit),
      m_days(makeText(Tone::Quiet)),
      m_issues(makeText(Tone::Warn)),
      m_scope(new Segmented),
      m_takeOver(new QCheckBox(tr("Give them the time, text and people of this one"))),
      m_save(new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Save"))),
      m_remove(new Button(ButtonKind::Destructive, QStringLiteral("trash-2"), tr("Delete them")))
{
    m_title->setWordWrap(true);
    m_takeOver->setObjectName(QStringLiteral("takeOver"));
    m_scope->addChoice(v1::SERIES_SCOPE_FOLLOWING, {}, tr("This and the following"));
    m_scope->addChoice(v1::SERIES_SCOPE_ALL, {}, tr("All future ones"));
    m_save->setKeyHint(QStringLiteral("Ctrl+S"));
    auto* cancel = new Button(ButtonKind::Flat, {}, tr("Close"));
    cancel->setKeyHint(QStringLiteral("Esc"));
    auto* acts = new QHBoxLayout;
    acts->addWidget(m_save);
    acts->addWidget(cancel);
    acts->addStretch(1);
    acts->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    for (QWidget* each :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_rule), static_cast<QWidget*>(m_days),
          static_cast<QWidget*>(m_issues), static_cast<QWidget*>(m_scope), static_cast<QWidget*>(m_takeOver)})
        column->addWidget(each);
    column->addLayout(acts);
    column->addStretch(1);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &SeriesPanel::preview);
    connect(m_rule, &RecurrenceEdit::edited, this, [this] { m_previewTimer.start(); });
    connect(m_save, &Button::clicked, this, &SeriesPanel::save);
    connect(m_remove, &Button::clicked, this, &SeriesPanel::remove);
    connect(cancel, &Button::clicked, this, &SeriesPanel::closed);
}

void SeriesPanel::open(const v1::Activity& activity)
{
    clear();
    m_activity = activity;
    const bool isSeries = activity.series_id() != 0;
    m_title->setText(isSeries ? tr("“%1” repeats").arg(QString::fromStdString(activity.title()))
                              : tr("Repeat “%1”").arg(QString::fromStdString(activity.title())));
    for (QWidget* each :
         {static_cast<QWidget*>(m_scope), static_cast<QWidget*>(m_takeOver), static_cast<QWidget*>(m_remove)})
        each->setVisible(isSeries);
    m_takeOver->setChecked(activity.is_series_exception());
    m_rule->setRule({}, activityDay(activity));
    if (isSeries)
        m_loadCall = m_api.get(activity.series_id(), this, [this](const Outcome<v1::Series>& outcome) {
            if (outcome)
                showSeries(outcome.value());
            else
                emit failed(tr("The series cannot be shown now."), outcome.error());
        });
    else
        preview();
    m_rule->setFocus(Qt::OtherFocusReason);
}

void SeriesPanel::clear()
{
    m_loadCall.cancel();
    m_checkCall.cancel();
    m_saveCall.release();
    m_activity = {};
    m_series = {};
    m_title->setText({});
    m_rule->setRule({}, officeNow().date());
    m_previewTimer.stop();
    m_days->setText({});
    m_issues->hide();
}

void SeriesPanel::showSeries(const v1::Series& series)
{
    m_series = series;
    m_rule->setRule(series.recurrence(), activityDay(m_activity));
    preview();
}

v1::SeriesScope SeriesPanel::scope() const
{
    return static_cast<v1::SeriesScope>(m_scope->current());
}

void SeriesPanel::preview()
{
    v1::CheckSeriesRequest request;
    *request.mutable_recurrence() = m_rule->rule();
    *request.mutable_first_day() = toDate(activityDay(m_activity));
    request.set_day_count(kPreviewDays);
    m_checkCall = m_api.check(request, this, [this](const Outcome<v1::CheckSeriesResponse>& outcome) {
        if (outcome)
            showPreview(outcome.value());
    });
}

void SeriesPanel::showPreview(const v1::CheckSeriesResponse& response)
{
    const QDate today = officeNow().date();
    QStringList days;
    for (const auto& day : response.days())
        days.append(nearDay(toDay(day), today).replace(QLatin1Char(' '), QChar::Nbsp)); // "T3 29/12" in one line
    m_days->setText(days.isEmpty() ? QString() : tr("On %1").arg(days.join(QStringLiteral(", "))));
    QStringList issues;
    for (const auto& issue : response.issues())
        issues.append(issueText(issue));
    m_issues->setText(issues.join(QLatin1Char('\n')));
    m_issues->setVisible(!issues.isEmpty());
}

void SeriesPanel::save()
{
    if (m_saveCall.isActive())
        return;
    if (m_activity.series_id() == 0)
        create();
    else if (m_series.id() != 0)
        update();
}

void SeriesPanel::create()
{
    v1::CreateSeriesRequest request;
    *request.mutable_series()->mutable_pattern() = m_activity;
    *request.mutable_series()->mutable_recurrence() = m_rule->rule();
    request.set_activity_id(m_activity.id());
    m_saveCall =
        m_api.create(request, this, [this, id = m_activity.id()](const auto& outcome) { onSaved(id, outcome); });
}

void SeriesPanel::update()
{
    v1::UpdateSeriesRequest request;
    *request.mutable_series() = m_series;
    *request.mutable_series()->mutable_pattern() = m_activity;
    v1::Recurrence rule = m_rule->rule();
    // What the rule said of the day of the month stays said unless another kind of rule was chosen.
    if (rule.nth() == 0 && rule.frequency() == m_series.recurrence().frequency() &&
        rule.is_lunar() == m_series.recurrence().is_lunar() && !m_takeOver->isChecked())
        rule.set_month_day(m_series.recurrence().month_day());
    *request.mutable_series()->mutable_recurrence() = rule;
    request.set_scope(scope());
    request.set_activity_id(m_activity.id());
    request.mutable_update_mask()->add_paths("recurrence");
    if (m_takeOver->isChecked())
        for (const char* field : {"title", "place", "start_time", "end_time", "day", "last_day", "participant_user_ids",
                                  "preparation", "reminder_lead_minutes", "customer_id", "contact_id"})
            request.mutable_update_mask()->add_paths(field);
    m_saveCall =
        m_api.update(request, this, [this, id = m_activity.id()](const auto& outcome) { onSaved(id, outcome); });
}

void SeriesPanel::onSaved(qint64 activityId, const Outcome<v1::SeriesChangeResponse>& outcome)
{
    if (!outcome) {
        emit failed(tr("The series was not saved."), outcome.error());
        return;
    }
    emit newsHappened({},
                      tr("Saved the series: %1 new, %2 changed, %3 removed")
                          .arg(outcome->created())
                          .arg(outcome->changed())
                          .arg(outcome->removed()),
                      QStringLiteral("repeat"));
    emit changed();
    close(activityId);
}

void SeriesPanel::close(qint64 activityId)
{
    if (m_activity.id() == activityId)
        emit closed();
}

void SeriesPanel::remove()
{
    if (m_saveCall.isActive())
        return;
    v1::DeleteSeriesRequest request;
    request.set_series_id(m_activity.series_id());
    request.set_scope(scope());
    request.set_activity_id(m_activity.id());
    m_saveCall =
        m_api.remove(request, this, [this, id = m_activity.id()](const auto& outcome) { onRemoved(id, outcome); });
}

void SeriesPanel::onRemoved(qint64 activityId, const Outcome<v1::SeriesChangeResponse>& outcome)
{
    if (!outcome) {
        emit failed(tr("The series was not deleted."), outcome.error());
        return;
    }
    emit changed();
    close(activityId);
    emit undoOffered(tr("Deleted %1 of the series").arg(outcome->removed()),
                     [this, id = outcome->series().id()] { restore(id); });
}

void SeriesPanel::restore(qint64 seriesId)
{
    m_api
        .restore(seriesId, this,
                 [this](const auto& outcome) {
                     if (outcome)
                         emit changed();
                     else
                         emit failed(tr("The series was not restored."), outcome.error());
                 })
        .release();
}

void SeriesPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->matches(QKeySequence::Save))
        save();
    else
        QWidget::keyPressEvent(event);
}

} // namespace banhang::client
