// What the page does when its views ask for it.
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTextEdit>

#include <algorithm>

#include "client/activities/activity_acts.h"
#include "client/activities/activity_editor.h"
#include "client/activities/activity_text.h"
#include "client/calendar/agenda_view.h"
#include "client/calendar/calendar_page.h"
#include "client/calendar/chosen_panel.h"
#include "client/calendar/files/calendar_export.h"
#include "client/calendar/mini_month.h"
#include "client/calendar/month_grid.h"
#include "client/calendar/people_panel.h"
#include "client/calendar/series_panel.h"
#include "client/calendar/side_pane.h"
#include "client/calendar/time_grid.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kHourSeconds = 3600;
constexpr int kOpening = 8;

/// Where letters are typed, Ctrl+Z belongs to the text.
bool isTyping(const QWidget* focus)
{
    return qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus) ||
           qobject_cast<const QTextEdit*>(focus);
}

bool isUndo(const QKeyEvent* event)
{
    return event->modifiers() == Qt::ControlModifier && (event->key() == Qt::Key_Z || event->key() == Qt::Key_Y);
}

} // namespace

template <typename Shown>
void CalendarPage::connectView(Shown* view)
{
    connect(view, &Shown::chosen, this, &CalendarPage::choose);
    connect(view, &Shown::opened, this, &CalendarPage::open);
    connect(view, &Shown::doneRequested, this, &CalendarPage::toggleDone);
    connect(view, &Shown::deleteRequested, this, &CalendarPage::moveToBin);
    connect(view, &Shown::periodRequested, this, &CalendarPage::turn);
}

void CalendarPage::connectGrid()
{
    connectView(m_grid);
    connectView(m_month);
    connectView(m_agenda);
    connect(m_grid, &TimeGrid::moveRequested, this, &CalendarPage::moveTo);
    connect(m_grid, &TimeGrid::dayMoveRequested, this, &CalendarPage::moveToDay);
    connect(m_grid, &TimeGrid::createRequested, this, &CalendarPage::createAt);
    connect(m_grid, &TimeGrid::taskDropped, this, &CalendarPage::place);
    connect(m_grid, &TimeGrid::dayOpened, this, &CalendarPage::showDay);
    connect(m_month, &MonthGrid::dayMoveRequested, this, &CalendarPage::moveToDay);
    connect(m_month, &MonthGrid::dayOpened, this, &CalendarPage::showDay);
    connect(m_month, &MonthGrid::createRequested, this, [this](const QDate& day) {
        const QDateTime start = officeTime(day, QTime(kOpening, 0));
        createAt(start, start.addSecs(kHourSeconds), 0);
    });
    connect(m_mini, &MiniMonth::dayChosen, this, &CalendarPage::goTo);
    connect(m_people, &PeoplePanel::shownChanged, this, &CalendarPage::applyPeople);
    connect(m_side, &SidePane::activityChosen, this, &CalendarPage::chooseAndShow);
    connect(m_side, &SidePane::placeRequested, this, [this](qint64 id) { place(id, m_grid->cursorTime()); });
    ChosenPanel* panel = m_side->chosen();
    connect(panel, &ChosenPanel::editRequested, this, &CalendarPage::open);
    connect(panel, &ChosenPanel::repeatRequested, this, &CalendarPage::openSeries);
    connect(panel, &ChosenPanel::doneRequested, this, &CalendarPage::toggleDone);
    connect(panel, &ChosenPanel::moveRequested, this, &CalendarPage::moveTo);
    connect(panel, &ChosenPanel::customerRequested, this, &CalendarPage::customerRequested);
    connect(&m_workplace.feed, &ChangeFeed::stateChanged, this, [this] {
        const bool isOffline = m_workplace.feed.state() == ChangeFeed::State::Reconnecting;
        m_grid->setOffline(isOffline);
        m_month->setOffline(isOffline);
        m_agenda->setOffline(isOffline);
    });
}

void CalendarPage::connectAct()
{
    connect(&m_model, &CalendarModel::changed, this, [this] {
        m_agenda->choose(m_chosenId); // its rows are new
        m_side->chosen()->show(m_model.find(m_chosenId));
    });
    connect(&m_model, &CalendarModel::arrived, m_failure, &QWidget::hide);
    connect(&m_model, &CalendarModel::loadFailed, this, [this](const AppError& error) {
        m_failure->setFailure(tr("The calendar cannot be shown now."), errorText(error), [this] { m_model.reload(); });
    });
    connect(&m_model, &CalendarModel::peerChanged, this, [this](qint64 id, qint64 actor) {
        m_grid->markPeerChange(id);
        const CalendarItem* item = m_model.find(id);
        if (item && isVisible())
            emit newsHappened(m_workplace.directory.givenName(actor), tr("has changed %1").arg(item->title),
                              QStringLiteral("calendar"));
    });
    connect(&m_moves, &CalendarMoves::failed, this, &CalendarPage::failed);
    connect(&m_moves, &CalendarMoves::moved, this, [this](const v1::Activity& moved, bool isBack) {
        const QString text =
            tr("%1: now %2").arg(activityTitle(moved, m_workplace.picklists), whenText(moved, officeNow()));
        if (isBack)
            emit newsHappened({}, text, QStringLiteral("undo-2"));
        else
            emit undoOffered(text, [this, depth = m_moves.depth()] {
                if (m_moves.depth() == depth) // the keyboard may have taken it back already
                    m_moves.undo();
            });
    });
    connect(m_acts, &ActivityActs::changed, &m_model, &CalendarModel::apply);
    connect(m_acts, &ActivityActs::undoOffered, this, &CalendarPage::undoOffered);
    connect(m_acts, &ActivityActs::failed, this, &CalendarPage::failed);
    connect(m_editor, &ActivityEditor::saved, this, [this](const v1::ActivityChangeResponse& response) {
        m_model.apply(response.activity());
        if (response.has_next_step())
            m_model.apply(response.next_step());
        if (!m_editor->isOpen())
            chooseAndShow(response.activity().id());
        // It may be in a week that is not shown.
        emit newsHappened({},
                          tr("Saved: %1, %2")
                              .arg(activityTitle(response.activity(), m_workplace.picklists),
                                   whenText(response.activity(), officeNow())),
                          QStringLiteral("check"));
    });
    connect(m_editor, &ActivityEditor::failed, this, &CalendarPage::failed);
    connect(m_export, &CalendarExport::failed, this, &CalendarPage::failed);
    connect(m_export, &CalendarExport::finished, this, [this](int entries, const QString& path) {
        emit newsHappened({}, tr("%Ln entries saved in %1", nullptr, entries).arg(QDir::toNativeSeparators(path)),
                          QStringLiteral("download"));
    });
    connect(m_series, &SeriesPanel::changed, &m_model, &CalendarModel::reload);
    connect(m_series, &SeriesPanel::closed, this, [this] { leaveRight(Right::Series); });
    connect(m_series, &SeriesPanel::newsHappened, this, &CalendarPage::newsHappened);
    connect(m_series, &SeriesPanel::undoOffered, this, &CalendarPage::undoOffered);
    connect(m_series, &SeriesPanel::failed, this, &CalendarPage::failed);
    connect(m_editor, &ActivityEditor::opened, this, &CalendarPage::fitWidth);
    connect(m_editor, &ActivityEditor::closed, this, [this] { leaveRight(Right::Editor); });
}

void CalendarPage::choose(qint64 id)
{
    m_chosenId = id;
    m_grid->choose(id);
    m_month->choose(id);
    m_agenda->choose(id);
    m_side->chosen()->show(m_model.find(id));
}

void CalendarPage::chooseAndShow(qint64 id)
{
    choose(id);
    m_grid->showChosen();
}

const v1::Activity* CalendarPage::activity(qint64 id) const
{
    const CalendarItem* item = m_model.find(id);
    return item ? item->activity.get() : nullptr;
}

void CalendarPage::open(qint64 id)
{
    if (const v1::Activity* found = activity(id)) {
        showRight(Right::Editor);
        m_editor->open(*found);
    }
}

void CalendarPage::createAt(const QDateTime& start, const QDateTime& end, qint64 person)
{
    v1::Activity seed;
    seed.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    seed.set_owner_user_id(person != 0 ? person : m_workplace.session.userId());
    *seed.mutable_start_time() = toTimestamp(start);
    *seed.mutable_end_time() = toTimestamp(end);
    showRight(Right::Editor);
    m_editor->begin(seed);
}

void CalendarPage::createNew()
{
    QDateTime start = m_grid->cursorTime();
    if (m_view == View::Month)
        start = officeTime(m_month->cursorDay(), QTime(kOpening, 0));
    else if (m_view == View::List || !start.isValid())
        start = officeTime(m_day, QTime(kOpening, 0));
    createAt(start, start.addSecs(kHourSeconds), m_grid->cursorPerson());
}

void CalendarPage::showRight(Right what)
{
    m_right->setCurrentIndex(static_cast<int>(what));
    fitWidth();
    if (what == Right::Side)
        currentView()->setFocus(Qt::OtherFocusReason);
}

void CalendarPage::leaveRight(Right what)
{
    if (m_right->currentIndex() == static_cast<int>(what))
        showRight(Right::Side);
}

void CalendarPage::openSeries(qint64 id)
{
    if (const v1::Activity* found = activity(id)) {
        showRight(Right::Series);
        m_series->open(*found);
    }
}

void CalendarPage::moveTo(qint64 id, const QDateTime& start, const QDateTime& end)
{
    if (const v1::Activity* found = activity(id))
        m_moves.move(*found, start, end);
}

void CalendarPage::moveToDay(qint64 id, const QDate& day)
{
    if (const v1::Activity* found = activity(id))
        m_moves.moveToDay(*found, day);
}

void CalendarPage::place(qint64 id, const QDateTime& start)
{
    const v1::Activity* task = m_side->untimed(id);
    if (!task || !start.isValid())
        return;
    m_moves.move(*task, start, start.addSecs(kHourSeconds));
    choose(id);
}

void CalendarPage::toggleDone(qint64 id)
{
    const CalendarItem* item = m_model.find(id);
    if (!item || !item->activity)
        return;
    if (item->isPlanned)
        m_acts->close(*item->activity, v1::ACTIVITY_STATE_DONE, item->title);
    else
        m_acts->reopen(*item->activity, item->title);
}

void CalendarPage::moveToBin(qint64 id)
{
    const CalendarItem* item = m_model.find(id);
    if (item && item->activity)
        m_acts->moveToBin(*item->activity, item->title);
}

void CalendarPage::chooseNextClash(int step)
{
    QList<qint64> clashes;
    for (QDate day = m_model.firstDay(); day <= m_model.lastDay(); day = day.addDays(1))
        for (const CalendarItem* item : m_model.timedOn(day))
            if (m_model.clashes(item->id) && !clashes.contains(item->id))
                clashes.append(item->id);
    if (clashes.isEmpty())
        return;
    const qsizetype at = clashes.indexOf(m_chosenId);
    const qsizetype next = at < 0 ? (step > 0 ? 0 : clashes.size() - 1) : (at + step + clashes.size()) % clashes.size();
    chooseAndShow(clashes[next]);
}

bool CalendarPage::event(QEvent* event)
{
    // The window has Ctrl+Z too, for what it has just told; here it takes back the last move.
    if (event->type() == QEvent::ShortcutOverride && isUndo(static_cast<QKeyEvent*>(event)) &&
        !isTyping(focusWidget())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CalendarPage::keyPressEvent(QKeyEvent* event)
{
    if (isUndo(event))
        return event->key() == Qt::Key_Z ? m_moves.undo() : m_moves.redo();
    if (event->matches(QKeySequence::New) || (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_L))
        return createNew();
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Home)
        return goTo(officeNow().date());
    if (event->key() == Qt::Key_F8)
        return chooseNextClash(event->modifiers() == Qt::ShiftModifier ? -1 : 1);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->modifiers() == Qt::AltModifier && isEnter && m_side->chosen()->takeRemedy())
        return;
    QWidget::keyPressEvent(event);
}

} // namespace banhang::client
