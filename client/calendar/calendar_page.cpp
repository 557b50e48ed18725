#include "client/calendar/calendar_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

#include "client/activities/activity_acts.h"
#include "client/activities/activity_editor.h"
#include "client/attachments/editor_files.h"
#include "client/calendar/agenda_view.h"
#include "client/calendar/chosen_panel.h"
#include "client/calendar/files/calendar_export.h"
#include "client/calendar/lunar_panel.h"
#include "client/calendar/mini_month.h"
#include "client/calendar/month_grid.h"
#include "client/calendar/people_panel.h"
#include "client/calendar/series_panel.h"
#include "client/calendar/side_pane.h"
#include "client/calendar/time_grid.h"
#include "client/core/change_feed.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/overflow_row.h"
#include "client/ui/parts/segmented.h"

namespace banhang::client {

namespace {

constexpr int kLeftWidth = 194;
constexpr int kSideWidth = 238;
constexpr int kEditorWidth = 420;
constexpr int kHeadHeight = 44;
constexpr int kFirstHour = 7;
constexpr int kListDays = 31;
/// Of the page; narrower ones leave out what can be reached otherwise.
constexpr int kWidthForLeft = 1244;
constexpr int kWidthForSide = 960;
/// With both sides left out.
constexpr int kMinWidth = 700;

QDate monday(const QDate& day)
{
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace

CalendarPage::CalendarPage(const Workplace& workplace, UploadQueue& uploads, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_model(workplace, m_api),
      m_moves(m_api, m_model),
      m_acts(new ActivityActs(m_api, this)),
      m_export(new CalendarExport(workplace, this)),
      m_day(officeNow().date()),
      m_today(m_day),
      m_mini(new MiniMonth),
      m_people(new PeoplePanel(workplace, m_model, m_colors)),
      m_lunar(new LunarPanel),
      m_left(makeLeft()),
      m_title(new Label({}, TextSize::Title, TextWeight::Strong)),
      m_week(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_views(new Segmented),
      m_grid(new TimeGrid(m_model, m_colors)),
      m_month(new MonthGrid(m_model, m_colors)),
      m_agenda(new AgendaView(m_model, m_colors)),
      m_failure(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_stack(new QStackedWidget),
      m_side(new SidePane(workplace, m_api)),
      m_editor(new ActivityEditor(workplace, m_api)),
      m_series(new SeriesPanel(workplace)),
      m_right(new QStackedWidget)
{
    setWindowTitle(tr("Calendar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    // What gives way is decided in resizeEvent, by the width alone.
    row->setSizeConstraint(QLayout::SetNoConstraint);
    row->addWidget(m_left);
    row->addWidget(makeMiddle(), 1);
    row->addWidget(makeRight());
    setFocusProxy(m_grid);
    setAcceptDrops(true);
    auto* files = new EditorFiles(workplace, uploads, m_editor);
    connect(files, &EditorFiles::undoOffered, this, &CalendarPage::undoOffered);
    connect(files, &EditorFiles::failed, this, &CalendarPage::failed);
    connectGrid();
    connectAct();
    connect(&OfficeClock::instance(), &OfficeClock::ticked, this, &CalendarPage::onTick);
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &CalendarPage::onDateChanged);
    m_side->chosen()->show(nullptr);
    connect(&Look::instance(), &Look::changed, this, &CalendarPage::fitWidth);
}

QWidget* CalendarPage::makeLeft()
{
    auto* content = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_mini);
    for (QWidget* panel : {static_cast<QWidget*>(m_people), static_cast<QWidget*>(m_lunar)}) {
        auto* line = new Pane(Pane::Ground::Base);
        line->setEdges(static_cast<int>(Pane::Edge::Top));
        line->setFixedHeight(1);
        column->addWidget(line);
        column->addWidget(panel);
    }
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* left = new Pane(Pane::Ground::Base);
    left->setEdges(static_cast<int>(Pane::Edge::Right));
    auto* box = new QVBoxLayout(left);
    box->setContentsMargins(0, 0, 1, 0);
    box->addWidget(scroll);
    updateWithLook(left, [left] { left->setFixedWidth(scaled(kLeftWidth)); });
    return left;
}

QWidget* CalendarPage::makeHead()
{
    auto* head = new Pane(Pane::Ground::Base);
    updateWithLook(head, [head] {
        head->setFixedHeight(std::max(scaled(kHeadHeight), fieldHeight(QFontMetrics(textFont(TextSize::Body))) + 16));
    });
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(4, 0, 8, 0);
    row->setSpacing(5);
    auto* back = makeIconButton(QStringLiteral("chevron-left"), tr("Back (PgUp)"));
    auto* next = makeIconButton(QStringLiteral("chevron-right"), tr("Forward (PgDn)"));
    connect(back, &QAbstractButton::clicked, this, [this] { turn(-1); });
    connect(next, &QAbstractButton::clicked, this, [this] { turn(1); });
    auto* today = new Button(ButtonKind::Normal, {}, tr("Today"));
    today->setToolTip(tr("Ctrl+Home"));
    connect(today, &Button::clicked, this, [this] { goTo(officeNow().date()); });
    m_views->addChoice(static_cast<int>(View::Day), {}, tr("Day"));
    m_views->addChoice(static_cast<int>(View::WorkWeek), {}, tr("5 days"));
    m_views->addChoice(static_cast<int>(View::Week), {}, tr("Week"));
    m_views->addChoice(static_cast<int>(View::Month), {}, tr("Month"));
    m_views->addChoice(static_cast<int>(View::List), {}, tr("List"));
    m_views->setCurrent(static_cast<int>(m_view));
    connect(m_views, &Segmented::chosen, this, [this](int view) { showView(static_cast<View>(view)); });
    m_create = new Button(ButtonKind::Primary, QStringLiteral("plus"), tr("Add appointment"));
    m_create->setKeyHint(QStringLiteral("Ctrl+N"));
    connect(m_create, &Button::clicked, this, &CalendarPage::createNew);
    row->addWidget(back);
    row->addWidget(next);
    row->addWidget(today);
    row->addWidget(m_title);
    auto* week = new OverflowRow(0); // the rest comes first
    week->add(m_week, 1);
    row->addWidget(week, 1);
    row->addWidget(m_views);
    auto* more = makeIconButton(QStringLiteral("ellipsis"), tr("Calendar files (.ics)"));
    auto* menu = new QMenu(more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    connect(more, &QAbstractButton::clicked, this,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    row->addWidget(more);
    row->addWidget(m_create);
    return head;
}

QWidget* CalendarPage::makeMiddle()
{
    auto* middle = new Pane(Pane::Ground::Base);
    m_middle = middle;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_month);
    m_stack->addWidget(m_agenda);
    column->addWidget(makeHead());
    column->addWidget(m_failure);
    column->addWidget(m_stack, 1);
    m_failure->hide();
    return middle;
}

QWidget* CalendarPage::makeRight()
{
    auto* right = new Pane(Pane::Ground::Base);
    right->setEdges(static_cast<int>(Pane::Edge::Left));
    auto* box = new QVBoxLayout(right);
    box->setContentsMargins(1, 0, 0, 0);
    box->addWidget(m_right);
    auto* editing = new QWidget;
    auto* column = new QVBoxLayout(editing);
    column->addWidget(m_editor); // scrolls by itself
    column->addStretch(1);
    m_right->addWidget(m_side);
    m_right->addWidget(editing);
    m_right->addWidget(m_series);
    return right;
}

void CalendarPage::begin()
{
    m_isStale = true;
    m_people->rebuild();
    if (isVisible())
        reload();
}

void CalendarPage::end()
{
    m_model.clear();
    m_moves.forgetAll();
    m_side->clear();
    m_editor->cancel();
    m_series->clear();
    leaveRight(Right::Series);
    choose(0);
    m_isStale = true;
}

void CalendarPage::reload()
{
    m_isStale = false;
    applyView();
    m_side->reload();
}

void CalendarPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    onTick();
    if (m_isStale)
        reload();
    emit keysChanged(tr("Drag in the grid to add · Ctrl+arrows move by 15 minutes · Shift+arrows change the length"));
}

void CalendarPage::onTick()
{
    const QDateTime now = officeNow();
    m_grid->setNow(now);
    m_month->setNow(now);
    m_agenda->setToday(now.date());
    m_side->setNow(now);
    m_mini->setToday(now.date());
    m_lunar->setToday(now.date());
}

/// Who left the page at today finds it at today in the morning, unless something is being written there.
void CalendarPage::onDateChanged(const QDate& today)
{
    const bool wasAtToday = m_day == std::exchange(m_today, today);
    if (!wasAtToday || m_right->currentWidget() != m_side)
        return;
    m_day = today;
    if (isVisible())
        applyView();
    else
        m_isStale = true;
}

QSize CalendarPage::minimumSizeHint() const
{
    return {scaled(kMinWidth), 0};
}

void CalendarPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void CalendarPage::fitWidth()
{
    const auto shown = static_cast<Right>(m_right->currentIndex());
    const bool isSide = shown == Right::Side;
    const int wanted = isSide ? scaled(kSideWidth)
                              : std::max(scaled(kEditorWidth), m_right->currentWidget()->minimumSizeHint().width());
    // What is written takes the place of the days where both have no room.
    m_create->setVisible(isSide); // it is being done
    const int least = std::max(scaled(kMinWidth), m_middle->minimumSizeHint().width());
    const bool isAlone = !isSide && width() - wanted < least;
    m_right->setMinimumWidth(isAlone ? 0 : wanted);
    m_right->setMaximumWidth(isAlone ? QWIDGETSIZE_MAX : wanted);
    m_left->setVisible(isSide && width() >= scaled(kWidthForLeft));
    m_middle->setVisible(!isAlone);
    m_right->parentWidget()->setVisible(!isSide || width() >= scaled(kWidthForSide));
}

/// Where somebody is looking: at what is chosen, or at the day of the month that the keyboard has gone to.
QDate CalendarPage::lookedAt() const
{
    const CalendarItem* item = m_model.find(m_chosenId);
    const bool isShown = item && item->firstDay <= m_model.lastDay() && item->lastDay >= m_model.firstDay();
    if (isShown)
        return item->touches(m_day) ? m_day : std::max(item->firstDay, m_model.firstDay());
    return m_view == View::Month ? m_month->cursorDay() : m_day;
}

void CalendarPage::showView(View view)
{
    if (m_view != view)
        m_day = lookedAt();
    turnTo(view);
}

void CalendarPage::turnTo(View view)
{
    m_view = view;
    m_views->setCurrent(static_cast<int>(view));
    applyView();
    m_agenda->choose(m_chosenId);
    currentView()->setFocus(Qt::OtherFocusReason);
}

void CalendarPage::showDay(const QDate& day)
{
    m_day = day;
    turnTo(View::Day);
}

void CalendarPage::goTo(const QDate& day)
{
    m_day = day;
    applyView();
}

void CalendarPage::turn(int step)
{
    switch (m_view) {
    case View::Day:
        return goTo(m_day.addDays(step));
    case View::Month:
        return goTo(m_day.addMonths(step));
    case View::List:
        return goTo(m_day.addDays(qint64{step} * kListDays));
    default:
        return goTo(m_day.addDays(qint64{step} * 7));
    }
}

QList<QDate> CalendarPage::shownDays() const
{
    const bool isWeek = m_view == View::Week || m_view == View::WorkWeek;
    const int count = m_view == View::Day ? 1 : m_view == View::WorkWeek ? 5 : m_view == View::Week ? 7 : kListDays;
    const QDate first = isWeek ? monday(m_day) : m_day;
    QList<QDate> days;
    for (int i = 0; i < count; ++i)
        days.append(first.addDays(i));
    return days;
}

void CalendarPage::applyView()
{
    if (m_view == View::Month) {
        m_stack->setCurrentWidget(m_month);
        m_month->showMonth(m_day);
        m_model.showRange(m_month->firstDay(), m_month->lastDay());
    } else {
        const QList<QDate> days = shownDays();
        m_stack->setCurrentWidget(m_view == View::List ? static_cast<QWidget*>(m_agenda) : m_grid);
        const bool isFirst = m_grid->geometryOfGrid().columns().isEmpty();
        applyPeople();
        m_model.showRange(days.front(), days.back());
        if (isFirst)
            m_grid->scrollToHour(kFirstHour);
    }
    m_mini->setShownRange(m_view == View::Month ? QDate(m_day.year(), m_day.month(), 1) : shownDays().front(),
                          m_view == View::Month ? QDate(m_day.year(), m_day.month(), m_day.daysInMonth())
                                                : shownDays().back());
    updateTitle();
}

/// One day of several people stands side by side, each with their own column.
void CalendarPage::applyPeople()
{
    const QList<qint64> shown = m_people->shownPeople();
    QHash<qint64, QString> names;
    for (const qint64 person : shown)
        names.insert(person, m_people->nameOf(person));
    m_grid->setPersonNames(names);
    m_agenda->setPersonNames(names);
    if (m_view == View::Month || m_view == View::List)
        return;
    QList<GridColumn> columns;
    if (m_view == View::Day && shown.size() > 1)
        for (const qint64 person : shown)
            columns.append({m_day, person});
    else
        for (const QDate& day : shownDays())
            columns.append({day, 0});
    m_grid->showColumns(columns);
}

void CalendarPage::updateTitle()
{
    const QLocale locale;
    m_week->setText({});
    if (m_view == View::Month) {
        QString month = locale.toString(m_day, tr("MMMM yyyy", "month and year, a date format"));
        month[0] = month[0].toUpper();
        return m_title->setText(month);
    }
    const QDate first = shownDays().front();
    const QDate last = shownDays().back();
    const QString whole = last.toString(QStringLiteral("d/M/yyyy"));
    if (first == last) {
        QString day = locale.toString(first, QStringLiteral("dddd"));
        day[0] = day[0].toUpper();
        m_title->setText(QStringLiteral("%1 %2").arg(day, whole));
    } else {
        const bool isSameMonth = first.month() == last.month();
        m_title->setText(
            tr("%1 – %2", "from, to")
                .arg(isSameMonth ? QString::number(first.day()) : first.toString(QStringLiteral("d/M")), whole));
    }
    if (m_view == View::Week || m_view == View::WorkWeek)
        m_week->setText(tr("week %1").arg(first.weekNumber()));
}

QWidget* CalendarPage::currentView() const
{
    return m_stack->currentWidget();
}

bool CalendarPage::nextPane(bool isBackwards)
{
    QList<QWidget*> panes;
    for (QWidget* pane : {static_cast<QWidget*>(m_mini), currentView(), m_right->currentWidget()})
        if (pane->isVisible())
            panes.append(pane);
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focusWidget() && (panes[i] == focusWidget() || panes[i]->isAncestorOf(focusWidget())))
            at = i;
    const qsizetype next = at + (isBackwards ? -1 : 1);
    if (panes.isEmpty() || next < 0 || next >= panes.size())
        return false;
    QWidget* pane = panes[next];
    QWidget* target = pane;
    while (target->focusPolicy() == Qt::NoFocus && target->nextInFocusChain() != pane &&
           pane->isAncestorOf(target->nextInFocusChain()))
        target = target->nextInFocusChain();
    target->setFocus(isBackwards ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    return true;
}

} // namespace banhang::client
