#include "client/activities/timeline_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "client/activities/activity_acts.h"
#include "client/activities/activity_editor.h"
#include "client/activities/activity_text.h"
#include "client/activities/timeline_model.h"
#include "client/activities/timeline_view.h"
#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/form/search_box.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 14;
constexpr int kSearchWidth = 170;

} // namespace

TimelineChips::TimelineChips(TimelineModel* model, QWidget* parent) : QWidget(parent), m_model(model)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    add(row, tr("All"), {});
    add(row, tr("Talks"), {v1::ACTIVITY_KIND_TALK});
    add(row, tr("Appointments"), {v1::ACTIVITY_KIND_APPOINTMENT});
    add(row, tr("Tasks"), {v1::ACTIVITY_KIND_TASK});
    connect(model, &TimelineModel::filterChanged, this, &TimelineChips::showFilter);
    showFilter();
}

void TimelineChips::add(QHBoxLayout* row, const QString& text, const std::vector<v1::ActivityKind>& kinds)
{
    auto* chip = new Chip(Chip::Kind::Choice, text);
    row->addWidget(chip);
    m_chips.append({chip, kinds});
    connect(chip, &QAbstractButton::clicked, this, [this, kinds] {
        auto filter = m_model->filter();
        filter.kinds = kinds;
        m_model->setFilter(filter);
        showFilter(); // a click on the chosen one leaves it chosen
    });
}

void TimelineChips::showFilter()
{
    for (const auto& [chip, kinds] : std::as_const(m_chips))
        chip->setChecked(kinds == m_model->filter().kinds);
}

TimelinePane::TimelinePane(const Workplace& workplace, ActivitiesApi& api, TimelineModel* model, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_model(model),
      m_acts(new ActivityActs(api, this)),
      m_agreed(new NoticeBar(Tone::Accent, NoticeBar::Shape::Note)),
      m_editor(new ActivityEditor(workplace, api)),
      m_person(new QComboBox),
      m_search(new SearchBox(tr("Search talks…"), QKeySequence())),
      m_view(new TimelineView(workplace, model)),
      m_nothing(new StateView(StateView::Kind::Empty)),
      m_noMatch(new StateView(StateView::Kind::NoMatch))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, scaled(10), 0, 0);
    column->setSpacing(8);
    const auto inset = [column](QWidget* widget) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(kMargin, 0, kMargin, 0);
        row->addWidget(widget);
        column->addLayout(row);
    };
    m_agreed->hide();
    inset(m_agreed);
    inset(m_editor);
    inset(makeBar());
    column->addWidget(m_view, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_noMatch, 1);
    m_noMatch->setTexts(tr("Nothing of this kind"), tr("Other words, or another filter, may find it."));
    auto* all = m_noMatch->addButton(false, {}, tr("Show all"));
    connect(all, &Button::clicked, this, [this] {
        m_search->clear();
        m_person->setCurrentIndex(0);
        m_model->setFilter({});
    });
    connect(m_model, &TimelineModel::loaded, this, &TimelinePane::showState);
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &TimelinePane::showAgreed);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TimelinePane::showState);
    connect(m_model, &TimelineModel::failed, this, &TimelinePane::onFailed);
    connect(m_editor, &ActivityEditor::saved, this, [this](const v1::ActivityChangeResponse& response) {
        m_model->reload();
        emit saved(response);
    });
    connect(m_editor, &ActivityEditor::failed, this, &TimelinePane::failed);
    connect(m_editor, &ActivityEditor::closed, m_view, [this](bool hadFocus) {
        if (hadFocus)
            m_view->setFocus();
    });
    connect(m_acts, &ActivityActs::undoOffered, this, &TimelinePane::undoOffered);
    connect(m_acts, &ActivityActs::failed, this, &TimelinePane::failed);
    connect(m_acts, &ActivityActs::changed, m_model, &TimelineModel::reload);
    connect(m_view, &TimelineView::openRequested, this, &TimelinePane::open);
    connect(m_view, &TimelineView::outcomeRequested, this, &TimelinePane::writeUp);
    connect(m_view, &TimelineView::binRequested, this, &TimelinePane::moveToBin);
    showState();
}

QWidget* TimelinePane::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new TimelineChips(m_model));
    row->addStretch(1);
    row->addWidget(m_person);
    row->addWidget(m_search);
    updateWithLook(m_search, [this] { m_search->setMaximumWidth(scaled(kSearchWidth)); });
    m_search->setAccessibleName(tr("Search the talks"));
    m_person->setAccessibleName(tr("Whose"));
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_person->setMinimumContentsLength(8);
    fillPeople();
    connect(&m_workplace.directory, &DirectoryCache::changed, this, &TimelinePane::fillPeople);
    connect(m_person, &QComboBox::activated, this, [this] {
        auto filter = m_model->filter();
        filter.userId = m_person->currentData().toLongLong();
        m_model->setFilter(filter);
    });
    connect(m_search, &SearchBox::searchRequested, this, [this](const QString& text) {
        auto filter = m_model->filter();
        filter.query = text.trimmed();
        m_model->setFilter(filter);
    });
    // Another customer begins without a filter.
    connect(m_model, &TimelineModel::filterChanged, this, [this] {
        if (m_model->filter().query.isEmpty() && !m_search->hasFocus())
            m_search->clear();
        m_person->setCurrentIndex(std::max(0, m_person->findData(qlonglong(m_model->filter().userId))));
    });
    return bar;
}

void TimelinePane::fillPeople()
{
    const QSignalBlocker quiet(m_person);
    m_person->clear();
    m_person->addItem(tr("Everybody"), qlonglong(0));
    for (const auto* person : m_workplace.directory.activePeople())
        m_person->addItem(QString::fromStdString(person->full_name()), qlonglong(person->user_id()));
    m_person->setCurrentIndex(std::max(0, m_person->findData(qlonglong(m_model->filter().userId))));
}

void TimelinePane::onFailed(const AppError& error)
{
    if (m_model->isLoaded()) {
        emit failed(tr("The timeline could not be loaded."), error);
        return;
    }
    m_nothing->setFailure(tr("The timeline could not be loaded."), errorText(error), [this] { m_model->reload(); });
    m_nothing->show();
    m_view->hide();
}

void TimelinePane::showState()
{
    m_nothing->setTexts(tr("No talk yet"), tr("Ctrl+T logs the first one."));
    const bool isEmpty = m_model->isLoaded() && m_model->rowCount() == 0;
    const bool isFiltered = !(m_model->filter() == TimelineFilter{});
    m_view->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty && !isFiltered);
    m_noMatch->setVisible(isEmpty && isFiltered);
    showAgreed();
}

void TimelinePane::showAgreed()
{
    const auto& agreed = m_model->lastAgreed();
    m_agreed->setVisible(agreed.has_value());
    if (!agreed)
        return;
    QStringList parts;
    if (!agreed->result().empty())
        parts.append(QString::fromStdString(agreed->result()));
    if (!agreed->goal().empty())
        parts.append(tr("goal: %1").arg(QString::fromStdString(agreed->goal())));
    if (const auto* next = m_model->stepAfter(agreed->id()); next && isPlanned(*next))
        parts.append(tr("%1 %2").arg(activityTitle(*next, m_workplace.picklists), whenText(*next, officeNow())));
    m_agreed->setTexts(tr("Agreed last:"), parts.join(QStringLiteral(" · ")));
    m_agreed->setToolTip(tr("%1, %2").arg(m_workplace.directory.fullName(agreed->owner_user_id()),
                                          longMoment(activityStart(*agreed), officeNow())));
}

void TimelinePane::withActivity(qint64 activityId, const std::function<void(const v1::Activity&)>& work)
{
    m_openCall = m_api.get(activityId, this, [this, work](const Outcome<v1::Activity>& outcome) {
        if (outcome)
            work(outcome.value());
        else
            emit failed(tr("This entry cannot be opened."), outcome.error());
    });
}

void TimelinePane::open(qint64 activityId)
{
    withActivity(activityId, [this](const v1::Activity& activity) { m_editor->open(activity); });
}

void TimelinePane::writeUp(qint64 activityId)
{
    withActivity(activityId, [this](const v1::Activity& activity) { m_editor->writeUp(activity); });
}

void TimelinePane::writeUpNow(qint64 activityId)
{
    withActivity(activityId, [this](const v1::Activity& activity) { m_editor->writeUpNow(activity); });
}

void TimelinePane::leave()
{
    m_openCall.cancel();
    m_editor->cancel();
}

/// Goes on by itself: what is opened next, or deleted, does not take it back.
void TimelinePane::moveToBin(qint64 activityId)
{
    m_api
        .get(activityId, this,
             [this](const Outcome<v1::Activity>& outcome) {
                 if (outcome)
                     m_acts->moveToBin(outcome.value(), activityTitle(outcome.value(), m_workplace.picklists));
                 else
                     emit failed(tr("This entry cannot be deleted."), outcome.error());
             })
        .release();
}

} // namespace banhang::client
