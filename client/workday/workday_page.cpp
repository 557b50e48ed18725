#include "client/workday/workday_page.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QProgressBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_acts.h"
#include "client/activities/activity_editor.h"
#include "client/activities/activity_text.h"
#include "client/activities/timeline_part.h"
#include "client/attachments/editor_files.h"
#include "client/attachments/files_part.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/detail/detail_head.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/state_view.h"
#include "client/workday/day_rows.h"
#include "client/workday/day_view.h"
#include "client/workday/greeting.h"
#include "client/workday/quick_add.h"
#include "client/workday/side_lists.h"

namespace banhang::client {

namespace {

constexpr int kGatherMs = 300;
constexpr int kReloadTicks = 15; // about five minutes
constexpr int kNarrow = 1244;    // 1,320 of window width less the rail
constexpr int kDayShare = 43;    // per cent, as the picture
constexpr int kSecondsPerHour = 3600;
constexpr int kProgressWidth = 90;
constexpr int kProgressHeight = 5;

QShortcut* addKey(const QKeySequence& key, QWidget* place)
{
    auto* shortcut = new QShortcut(key, place);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    return shortcut;
}

} // namespace

WorkdayPage::WorkdayPage(const Workplace& workplace, UploadQueue& uploads, NoticeModel* notices, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_uploads(uploads),
      m_api(workplace.rpc),
      m_customers(workplace.rpc),
      m_acts(new ActivityActs(m_api, this)),
      m_model(new DayRows(workplace, DayRows::Whose::Own, this)),
      m_view(new DayView(workplace, m_model)),
      m_quick(new QuickAdd(workplace, this)),
      m_nothing(new StateView(StateView::Kind::Empty)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_beside(new QStackedWidget),
      m_side(new SideLists(workplace, notices)),
      m_greeting(new Greeting(workplace, this))
{
    setWindowTitle(tr("Today"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeDay());
    m_splitter->addWidget(makeBeside());
    m_splitter->setStretchFactor(0, kDayShare);
    m_splitter->setStretchFactor(1, 100 - kDayShare);
    m_splitter->setSizes({kDayShare * 10, (100 - kDayShare) * 10});
    setFocusProxy(m_view);
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &WorkdayPage::reload);
    connect(&OfficeClock::instance(), &OfficeClock::ticked, this, &WorkdayPage::onClock);
    connect(&Look::instance(), &Look::changed, this, &WorkdayPage::fitWidth);
    connectDay();
    setUpKeys();
}

QWidget* WorkdayPage::makeDay()
{
    auto* day = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(day);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(8);
    rows->addWidget(makeHead());
    rows->addWidget(m_quick);
    column->addWidget(head);
    m_nothing->setIcon(QStringLiteral("sun"));
    column->addWidget(m_view, 1);
    column->addWidget(m_nothing, 1);
    m_nothing->hide();
    return day;
}

QWidget* WorkdayPage::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_count = new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    updateWithLook(m_progress, [this] { m_progress->setFixedSize(scaled(kProgressWidth), scaled(kProgressHeight)); });
    m_progress->setAccessibleName(tr("Done today"));
    auto* plan = makeIconButton(QStringLiteral("calendar-plus"), tr("New appointment"));
    auto* task = makeIconButton(QStringLiteral("plus"), tr("New task"));
    row->addWidget(new Label(tr("Today's work"), TextSize::Title, TextWeight::Strong));
    row->addWidget(m_count);
    row->addWidget(m_progress);
    row->addStretch(1);
    row->addWidget(plan);
    row->addWidget(task);
    connect(plan, &QAbstractButton::clicked, this, [this] {
        v1::Activity seed;
        seed.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
        const auto now = officeNow();
        const auto start = officeTime(now.date(), QTime(now.time().hour(), 0)).addSecs(kSecondsPerHour);
        *seed.mutable_start_time() = toTimestamp(start);
        *seed.mutable_end_time() = toTimestamp(start.addSecs(kSecondsPerHour));
        begin(seed);
    });
    connect(task, &QAbstractButton::clicked, this, [this] {
        v1::Activity seed;
        seed.set_kind(v1::ACTIVITY_KIND_TASK);
        *seed.mutable_day() = toDate(officeNow().date());
        begin(seed);
    });
    return head;
}

QWidget* WorkdayPage::makeBeside()
{
    m_beside->addWidget(m_side);
    m_editorPage = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(m_editorPage);
    m_editor = new ActivityEditor(m_workplace, m_api);
    column->addWidget(m_editor);
    column->addStretch(1);
    m_beside->addWidget(m_editorPage);
    addFilesTo(m_editor);
    connect(m_editor, &ActivityEditor::closed, this, [this](bool hadFocus) {
        showSide();
        if (hadFocus)
            setFocus(); // to its proxy, which is in sight on an empty day too
    });
    connect(m_editor, &ActivityEditor::saved, this, [this] { m_gather.start(); });
    connect(m_editor, &ActivityEditor::failed, this, &WorkdayPage::failed);
    return m_beside;
}

void WorkdayPage::makeWork()
{
    m_detail = new CustomerDetail(m_workplace, m_customers);
    m_timeline = new TimelinePart(m_workplace, this);
    auto* files = new FilesPart(m_workplace, m_uploads, this);
    connect(m_timeline, &TimelinePart::filesRequested, files, &FilesPart::showActivity);
    connect(m_timeline, &TimelinePart::editorMade, this, &WorkdayPage::addFilesTo);
    connect(files, &FilesPart::activityRequested, m_timeline, &TimelinePart::open);
    m_detail->addParts({m_timeline, files});
    confineKeysOfWork();
    m_beside->addWidget(m_detail);
    connect(m_timeline, &TimelinePart::saved, this, [this] { m_gather.start(); });
    connect(m_detail, &CustomerDetail::undoOffered, this, &WorkdayPage::undoOffered);
    connect(m_detail, &CustomerDetail::failed, this, &WorkdayPage::failed);
    connect(m_detail, &CustomerDetail::shown, this, [this] {
        if (m_detail->customer().id() != m_workId)
            return; // news of the one before
        if (const auto then = std::exchange(m_afterShown, {}))
            then();
    });
    // What is more than work with the customer is done where all customers are.
    for (const auto signal :
         {&CustomerDetail::editRequested, &CustomerDetail::shareRequested, &CustomerDetail::restoreRequested})
        connect(m_detail, signal, this, &WorkdayPage::customerRequested);
    for (const auto signal : {&CustomerDetail::assignRequested, &CustomerDetail::binRequested})
        connect(m_detail, signal, this, [this](const QList<qint64>& ids) { emit customerRequested(ids.value(0)); });
}

void WorkdayPage::addFilesTo(ActivityEditor* editor)
{
    auto* files = new EditorFiles(m_workplace, m_uploads, editor);
    connect(files, &EditorFiles::undoOffered, this, &WorkdayPage::undoOffered);
    connect(files, &EditorFiles::failed, this, &WorkdayPage::failed);
}

void WorkdayPage::connectDay()
{
    connect(m_acts, &ActivityActs::changed, this, [this](const v1::Activity& activity) {
        m_model->apply(activity);
        showCounts();
        m_gather.start();
    });
    connect(m_acts, &ActivityActs::undoOffered, this, &WorkdayPage::undoOffered);
    connect(m_acts, &ActivityActs::failed, this, &WorkdayPage::failed);
    connect(m_view, &DayView::tickRequested, this, &WorkdayPage::tick);
    connect(m_view, &DayView::openRequested, this, [this](qint64 id) {
        if (const auto* activity = find(id))
            openActivity(*activity, false);
    });
    connect(m_view, &DayView::binRequested, this, [this](qint64 id) {
        if (const auto* activity = find(id))
            m_acts->moveToBin(*activity, nameOf(*activity));
    });
    connect(m_view, &DayView::moreRequested, this, &WorkdayPage::calendarRequested);
    connect(m_quick, &QuickAdd::added, this, &WorkdayPage::put);
    connect(m_quick, &QuickAdd::detailsWanted, this, qOverload<const v1::Activity&>(&WorkdayPage::begin));
    connect(m_quick, &QuickAdd::failed, this, &WorkdayPage::failed);
    connect(m_quick, &QuickAdd::left, m_view, [this] { m_view->setFocus(); });
    connect(m_side, &SideLists::customerRequested, this, [this](qint64 id) { workWith(id, {}); });
    connect(m_side, &SideLists::callbackRequested, this,
            [this](const v1::Activity& activity) { openActivity(activity, false); });
    connect(m_side, &SideLists::noticeDone, this, &WorkdayPage::finish);
    connect(m_side, &SideLists::muteRequested, this, &WorkdayPage::muteRequested);
    connect(m_side, &SideLists::subscriptionRequested, this, &WorkdayPage::subscriptionRequested);
    connect(m_side, &SideLists::callbackTicked, this, &WorkdayPage::tick);
    connect(m_side, &SideLists::noticeRequested, this, &WorkdayPage::noticeRequested);
    connect(m_side, &SideLists::careRequested, this, &WorkdayPage::careRequested);
    connect(m_side, &SideLists::greetingRequested, this,
            [this](const v1::Occasion& occasion, const QPoint& place) { m_greeting->offer(occasion, place, this); });
    connect(m_greeting, &Greeting::talkBegun, this, qOverload<const v1::Activity&>(&WorkdayPage::begin));
    connect(m_greeting, &Greeting::newsHappened, this, &WorkdayPage::newsHappened);
    connect(m_greeting, &Greeting::failed, this, &WorkdayPage::failed);
    connect(m_side, &SideLists::callbacksRequested, this, &WorkdayPage::callbacksRequested);
    connect(m_side, &SideLists::untouchedRequested, this, &WorkdayPage::untouchedRequested);
    connect(&m_workplace.feed, &ChangeFeed::changesArrived, this, &WorkdayPage::onChanges);
    connect(&m_workplace.feed, &ChangeFeed::resyncNeeded, this, [this] { m_gather.start(); });
}

void WorkdayPage::setUpKeys()
{
    const auto onKey = [this](const QKeySequence& key, const QList<QWidget*>& places, auto work) {
        for (QWidget* place : places)
            connect(addKey(key, place), &QShortcut::activated, this, work);
    };
    onKey(QKeySequence(Qt::CTRL | Qt::Key_N), {this}, [this] { focusQuickAdd(); });
    // At the customer beside the day the same keys mean that customer.
    const QList<QWidget*> rows{m_splitter->widget(0), m_side, m_editorPage};
    onKey(QKeySequence(Qt::CTRL | Qt::Key_T), rows, [this] { writeTalk(); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_L), rows, [this] { replan(); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_G), rows, [this] { reach(QStringLiteral("call")); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_E), rows, [this] { reach(QStringLiteral("email")); });
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), rows, [this] { reach(QStringLiteral("zalo")); });
}

/// The keys of its buttons would be those of the whole window.
void WorkdayPage::confineKeysOfWork()
{
    for (auto* button : m_detail->findChild<DetailHead*>()->findChildren<QAbstractButton*>()) {
        const QKeySequence key = button->shortcut();
        if (key.isEmpty())
            continue;
        button->setShortcut({});
        connect(addKey(key, m_detail), &QShortcut::activated, button, [button] {
            if (button->isVisible())
                button->click();
        });
    }
}

void WorkdayPage::begin()
{
    m_isBegun = true;
    reload();
}

void WorkdayPage::end()
{
    m_isBegun = false;
    m_gather.stop();
    m_dayCall.cancel();
    m_openCall.cancel();
    m_wantedId = 0;
    m_editor->cancel(); // while the drafts are still those of who typed it
    if (m_timeline)
        m_detail->showCustomer(0);
    m_workId = 0;
    m_model->clear();
    m_side->clear();
    m_quick->clear();
    showSide();
}

void WorkdayPage::reload()
{
    m_gather.stop();
    if (!m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW))
        return;
    m_dayCall = m_api.workday(0, this, [this](const Outcome<v1::Workday>& outcome) {
        if (outcome)
            accept(outcome.value());
        else if (m_model->rowCount() == 0)
            showFailure(outcome.error());
    });
}

void WorkdayPage::accept(const v1::Workday& day)
{
    const qint64 before = m_view->currentId();
    const int row = m_view->currentIndex().row();
    m_model->setDay(day);
    m_side->setDay(day);
    m_today = toDay(day.today());
    m_view->restore(before, std::max(0, row));
    showCounts();
}

void WorkdayPage::showCounts()
{
    const int total = m_model->totalCount();
    const int done = m_model->doneCount();
    m_count->setText(total ? tr("%1/%2 done").arg(done).arg(total) : QString());
    m_progress->setVisible(total > 0);
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(done);
    showEmptyOrNot();
    emit openWorkChanged(total - done, m_model->overdueCount() > 0);
}

void WorkdayPage::showFailure(const AppError& error)
{
    showEmptyOrNot();
    m_nothing->setFailure(tr("Your day could not be loaded."), errorText(error), [this] { reload(); });
}

void WorkdayPage::showEmptyOrNot()
{
    m_nothing->setTexts(tr("Nothing planned for today"), tr("Ctrl+Shift+N adds a call, a visit or a task."));
    const bool isEmpty = m_model->rowCount() == 0;
    QWidget* first = isEmpty ? static_cast<QWidget*>(m_quick) : m_view;
    // Hiding what has the focus would pass it on to whatever comes next.
    if (isEmpty && m_view->hasFocus())
        first->setFocus();
    setFocusProxy(first);
    m_view->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
}

void WorkdayPage::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [](const RecordChange& change) {
        return change.entity == QLatin1String("activity") || change.fields.contains(QStringLiteral("activities"));
    });
    if (concerns && !m_gather.isActive())
        m_gather.start();
}

void WorkdayPage::onClock()
{
    if (!m_isBegun)
        return;
    // By the server's day: should its clock be behind, the next tick asks again.
    const bool isOldDay = m_today.isValid() && officeNow().date() != m_today;
    if (isOldDay || ++m_ticks % kReloadTicks == 0)
        reload();
    else
        m_model->tick();
}

void WorkdayPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    emit shownChanged(true);
}

void WorkdayPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    emit shownChanged(false);
}

void WorkdayPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void WorkdayPage::fitWidth()
{
    m_side->setNarrow(width() * 100 / Look::instance().textPercent() < kNarrow);
}

const v1::Activity* WorkdayPage::find(qint64 activityId) const
{
    if (const int row = m_model->rowOf(activityId); row >= 0)
        return &m_model->row(row).activity;
    const auto& callbacks = m_model->day().callbacks();
    const auto found = std::find_if(callbacks.begin(), callbacks.end(),
                                    [activityId](const v1::Activity& one) { return one.id() == activityId; });
    return found == callbacks.end() ? nullptr : &*found;
}

const v1::Activity* WorkdayPage::current() const
{
    if (const auto* callback = m_side->currentCallback())
        return callback;
    return m_side->currentCustomer() ? nullptr : m_model->activityAt(m_view->currentIndex());
}

qint64 WorkdayPage::currentCustomer() const
{
    if (const qint64 beside = m_side->currentCustomer())
        return beside;
    const auto* activity = current();
    return activity ? activity->customer_id() : 0;
}

QString WorkdayPage::nameOf(const v1::Activity& activity) const
{
    return QStringLiteral("%1 %2")
        .arg(activityTitle(activity, m_workplace.picklists), activityWhom(activity))
        .trimmed();
}

void WorkdayPage::showSide()
{
    m_afterShown = {};
    m_beside->setCurrentWidget(m_side);
}

void WorkdayPage::backToDay()
{
    showSide();
    setFocus();
}

void WorkdayPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_beside->currentWidget() != m_side)
        backToDay();
    else
        QWidget::keyPressEvent(event);
}

bool WorkdayPage::nextPane(bool isBackwards)
{
    QList<QWidget*> panes{m_quick, m_view};
    if (m_beside->currentWidget() == m_side)
        panes += m_side->panes();
    else
        panes.append(m_beside->currentWidget() == m_detail ? static_cast<QWidget*>(m_detail) : m_editor);
    const auto* focus = window()->focusWidget();
    const auto found = std::find_if(panes.begin(), panes.end(), [focus](const QWidget* pane) {
        return pane == focus || (focus && pane->isAncestorOf(focus));
    });
    const auto place = found == panes.end() ? 0 : found - panes.begin();
    const auto next = (place + (isBackwards ? panes.size() - 1 : 1)) % panes.size();
    if (panes[next] == m_detail)
        m_detail->focusContent();
    else
        panes[next]->setFocus();
    return true;
}

void WorkdayPage::focusQuickAdd()
{
    m_quick->setFocus();
}

} // namespace banhang::client
