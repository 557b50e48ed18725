#include "client/workday/side_lists.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/care/care_text.h"
#include "client/core/directory_cache.h"
#include "client/core/language.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/texts.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_view.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/workday/brief_list.h"
#include "client/workday/care_due.h"
#include "client/workday/month_box.h"
#include "client/workday/section_bar.h"
#include "common/vn/company_name.h"
#include "common/vn/lunar.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr int kLongUntouchedDays = 10;

/// What tells it apart, before what many companies are called: that is cut off where there is no room.
QString shortName(const std::string& name)
{
    return QString::fromStdString(vn::parseCompanyName(name).distinctive);
}

/// "Anh Trần Văn Dũng · Thiên Hương Phát".
QString personOf(const v1::Activity& activity)
{
    const QString customer = shortName(activity.customer_name());
    return activity.contact_name().empty()
               ? customer
               : QStringLiteral("%1 · %2").arg(QString::fromStdString(activity.contact_name()), customer);
}

QScrollArea* scrolling(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

SideLists::SideLists(const Workplace& workplace, NoticeModel* notices, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_callbacks(new BriefList(QStringLiteral("phone-call"), tr("To contact again"))),
      m_careDue(new CareDue(workplace, this)),
      m_care(new BriefList(QStringLiteral("handshake"), tr("Care requests to answer"))),
      m_untouched(new BriefList(QStringLiteral("user-plus"), tr("On the list, no business yet"))),
      m_occasions(new BriefList(QStringLiteral("cake"), tr("Birthdays and anniversaries")))
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    // The long titles and the scroll bar are with the people.
    m_columns->addWidget(makePeople(), 11);
    m_columns->addWidget(makeDays(notices), 10);
    m_callbacks->setNothing(tr("Nobody asked to be contacted again."));
    m_untouched->setNothing(tr("You have worked with everybody on your list."));
    m_occasions->setNothing(tr("None in the next two weeks."));
    m_care->hide();
    m_callbacks->setLink(tr("All"), [this] { emit callbacksRequested(); });
    m_untouched->setLink(tr("All"), [this] { emit untouchedRequested(); });
    connect(m_callbacks->rows(), &BriefRows::opened, this, [this](qint64 id) {
        if (const auto* activity = callback(id))
            emit callbackRequested(*activity);
    });
    connect(m_callbacks->rows(), &BriefRows::ticked, this, &SideLists::callbackTicked);
    connect(m_untouched->rows(), &BriefRows::opened, this, &SideLists::customerRequested);
    m_greet = m_occasions->setLink(tr("Congratulate"), [this] { greet(); });
    m_occasions->rows()->setToolTip(tr("Space: congratulate · Enter: open the customer"));
    connect(m_occasions->rows(), &BriefRows::opened, this, &SideLists::customerRequested);
    connect(m_occasions->rows(), &BriefRows::ticked, this, &SideLists::greet);
    connect(m_careDue, &CareDue::changed, this, &SideLists::fillCare);
    // The first day may come before the words of the office do.
    connect(&workplace.picklists, &PicklistCache::changed, this, &SideLists::fillUntouched);
    connect(m_care->rows(), &BriefRows::opened, this, &SideLists::careRequested);
}

QWidget* SideLists::makePeople()
{
    auto* people = new Pane(Pane::Ground::Base);
    people->setEdges(int(Pane::Edge::Right));
    auto* content = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_callbacks);
    column->addWidget(m_care);
    column->addWidget(m_untouched);
    column->addStretch(1);
    auto* frame = new QVBoxLayout(people);
    frame->setContentsMargins(0, 0, 1, 0);
    frame->addWidget(scrolling(content));
    return people;
}

QWidget* SideLists::makeDays(NoticeModel* notices)
{
    auto* days = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(days);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_date = new Label({}, TextSize::Body, TextWeight::Strong);
    m_lunar = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_tet = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    words->addWidget(m_date);
    words->addWidget(m_lunar);
    head->addLayout(words, 1);
    head->addWidget(m_tet);
    column->addLayout(head);
    // Many birthdays scroll; they do not ask for a taller window.
    auto* content = new Pane(Pane::Ground::Base);
    auto* lists = new QVBoxLayout(content);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(0);
    lists->addWidget(m_occasions);
    lists->addWidget(makeNews(notices), 1);
    column->addWidget(scrolling(content), 1);
    auto* foot = new Pane(Pane::Ground::Alt);
    foot->setEdges(int(Pane::Edge::Top));
    auto* room = new QVBoxLayout(foot);
    room->setContentsMargins(0, 0, 0, 0);
    m_month = new MonthBox(m_workplace);
    room->addWidget(m_month);
    column->addWidget(foot);
    return days;
}

QWidget* SideLists::makeNews(NoticeModel* notices)
{
    auto* news = new QWidget;
    auto* column = new QVBoxLayout(news);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = addSectionBar(column);
    auto* count = new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet);
    row->addWidget(new IconLabel(QStringLiteral("bell"), Tone::Quiet, 16));
    row->addWidget(new Label(tr("Notifications"), TextSize::Body, TextWeight::Strong));
    row->addWidget(count);
    row->addStretch(1);
    m_news = new NoticeView(m_workplace, notices);
    auto* nothing = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    auto* failure = new NoticeBar(Tone::Error, NoticeBar::Shape::Strip);
    failure->hide();
    nothing->setWordWrap(true);
    nothing->setContentsMargins(12, 8, 12, 8);
    nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(failure);
    column->addWidget(m_news, 1);
    column->addWidget(nothing, 1);
    const auto showState = [this, notices, nothing, failure, count] {
        failure->setVisible(failure->isVisibleTo(this) && !notices->isLoaded());
        nothing->setText(notices->isLoaded()
                             ? tr("No notifications. Reminders and work that colleagues assign to you appear here.")
                             : QString());
        m_news->setVisible(notices->rowCount() > 0);
        nothing->setVisible(notices->rowCount() == 0);
        count->setText(notices->unreadCount() ? tr("%1 new").arg(notices->unreadCount()) : QString());
    };
    connect(notices, &QAbstractItemModel::modelReset, this, showState);
    connect(notices, &QAbstractItemModel::rowsInserted, this, showState);
    connect(notices, &NoticeModel::unreadChanged, this, showState);
    connect(notices, &NoticeModel::loadFailed, failure, [notices, failure](const AppError& error) {
        failure->setFailure(tr("The notifications could not be loaded."), errorText(error),
                            [notices] { notices->reload(); });
    });
    showState();
    connect(m_news, &NoticeView::openRequested, this, &SideLists::noticeRequested);
    connect(m_news, &NoticeView::doneRequested, this, &SideLists::noticeDone);
    connect(m_news, &NoticeView::muteRequested, this, &SideLists::muteRequested);
    connect(m_news, &NoticeView::subscriptionRequested, this, &SideLists::subscriptionRequested);
    return news;
}

void SideLists::setDay(const v1::Workday& day)
{
    m_day = day;
    fillCallbacks();
    fillUntouched();
    fillOccasions();
    showDate(toDay(day.today()));
    m_month->reload(toDay(day.today()));
    m_careDue->reload();
}

void SideLists::clear()
{
    setDay({});
    m_careDue->clear();
}

/// Takes no room from who has none.
void SideLists::fillCare()
{
    const auto now = officeNow();
    QList<BriefRow> rows;
    for (const auto& request : m_careDue->requests()) {
        BriefRow row;
        row.id = request.id();
        row.strong = QString::fromStdString(request.subject());
        row.second = tr("%1 · %2").arg(shortName(request.customer_name()), careSeverityWord(request.severity()));
        if (isLateCare(request, now)) {
            row.aside = promiseText(request, now);
            row.asideTone = Tone::Error;
        } else {
            const auto promised = officeTime(request.promised_time());
            row.aside = namedDay(promised.date(), now.date());
            row.asideSecond = promised.toString(QStringLiteral("HH:mm"));
        }
        rows.append(row);
    }
    m_care->setRows(rows);
    m_care->setVisible(!rows.isEmpty());
}

void SideLists::greet()
{
    auto* list = m_occasions->rows();
    if (list->count() == 0)
        return;
    const int row = std::max(0, list->currentRow());
    list->setCurrentRow(row);
    emit greetingRequested(m_day.occasions(row),
                           list->viewport()->mapToGlobal(list->visualItemRect(list->item(row)).bottomLeft()));
}

void SideLists::fillCallbacks()
{
    const auto now = officeNow();
    QList<BriefRow> rows;
    for (const auto& activity : m_day.callbacks()) {
        BriefRow row;
        row.id = activity.id();
        row.strong = personOf(activity);
        row.second =
            QString::fromStdString(activity.callback_reason().empty() ? activity.title() : activity.callback_reason());
        const bool isLate = isOverdue(activity, now);
        const auto start = activityStart(activity);
        row.aside = namedDay(activityDay(activity), now.date());
        row.asideSecond = isLate            ? tr("overdue")
                          : start.isValid() ? start.toString(QStringLiteral("HH:mm"))
                                            : QString();
        row.asideTone = isLate ? Tone::Error : Tone::Quiet;
        rows.append(row);
    }
    m_callbacks->setRows(rows, m_day.capped_callback_count());
}

void SideLists::fillUntouched()
{
    const auto today = officeNow().date();
    QList<BriefRow> rows;
    for (const auto& customer : m_day.untouched()) {
        const auto entered = officeTime(customer.create_time());
        const qint64 days = entered.date().daysTo(today);
        const QString source = m_workplace.picklists.label(QStringLiteral("source"), customer.source_key());
        BriefRow row;
        row.id = customer.customer_id();
        row.strong = shortName(customer.name());
        row.second = source.isEmpty() ? tr("Entered %1").arg(nearDay(entered.date(), today))
                                      : tr("Entered %1 · from %2").arg(nearDay(entered.date(), today), source);
        row.aside = days > 0 ? dayCount(days) : tr("today");
        row.asideTone = days >= kLongUntouchedDays ? Tone::Warn : Tone::Quiet;
        rows.append(row);
    }
    m_untouched->setRows(rows, m_day.capped_untouched_count());
}

void SideLists::fillOccasions()
{
    const auto today = officeNow().date();
    QList<BriefRow> rows;
    for (const auto& occasion : m_day.occasions()) {
        BriefRow row;
        row.id = occasion.customer_id();
        const QString customer = shortName(occasion.customer_name());
        row.strong = occasion.contact_name().empty()
                         ? customer
                         : QStringLiteral("%1 · %2").arg(QString::fromStdString(occasion.contact_name()), customer);
        const bool isBirthday = occasion.key() == "occasion.birthday";
        const QString what = isBirthday ? tr("Birthday") : tr("Founded");
        row.second = occasion.years() == 0 ? what
                     : isBirthday          ? tr("%1, %Ln years old", nullptr, occasion.years()).arg(what)
                                           : tr("%1, %Ln years", nullptr, occasion.years()).arg(what);
        const auto day = toDay(occasion.day());
        row.aside = namedDay(day, today);
        if (occasion.is_lunar()) {
            const auto lunar = vn::toLunar({day.year(), day.month(), day.day()});
            row.asideSecond = tr("%1 lunar").arg(QString::fromStdString(vn::formatLunarShort(lunar)));
        }
        row.asideTone = day == today ? Tone::Accent : Tone::Quiet;
        rows.append(row);
    }
    if (m_day.more_occasions())
        m_occasions->setFirstRows(rows);
    else
        m_occasions->setRows(rows);
    m_greet->setVisible(!rows.isEmpty());
}

void SideLists::showDate(const QDate& today)
{
    if (!today.isValid())
        return;
    QString date = QLocale().toString(today, QStringLiteral("dddd, dd/MM/yyyy"));
    date[0] = date[0].toUpper();
    m_date->setText(date);
    const vn::Date solar{today.year(), today.month(), today.day()};
    const auto lunar = vn::toLunar(solar);
    const auto lunarDay = isVietnamese() ? vn::lunarDayName(lunar) : vn::formatLunarShort(lunar);
    QString lunarText =
        tr("lunar %1, year %2").arg(QString::fromStdString(lunarDay), QString::fromStdString(vn::canChiOf(lunar.year)));
    lunarText[0] = lunarText[0].toUpper();
    m_lunar->setText(lunarText);
    const auto left = vn::toDays(vn::tetOf(lunar.year + 1)) - vn::toDays(solar);
    m_tet->setText(tr("%1 to Tết").arg(dayCount(left)));
}

void SideLists::setNarrow(bool isNarrow)
{
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

const v1::Activity* SideLists::callback(qint64 activityId) const
{
    const auto found = std::find_if(m_day.callbacks().begin(), m_day.callbacks().end(),
                                    [activityId](const v1::Activity& one) { return one.id() == activityId; });
    return found == m_day.callbacks().end() ? nullptr : &*found;
}

const v1::Activity* SideLists::currentCallback() const
{
    return m_callbacks->rows()->hasFocus() ? callback(m_callbacks->currentId()) : nullptr;
}

qint64 SideLists::currentCustomer() const
{
    if (const auto* activity = currentCallback())
        return activity->customer_id();
    for (const auto* list : {m_untouched, m_occasions}) {
        if (list->rows()->hasFocus())
            return list->currentId();
    }
    return 0;
}

QList<QWidget*> SideLists::panes() const
{
    QList<QWidget*> panes;
    for (auto* list : {m_callbacks, m_care, m_untouched, m_occasions}) {
        if (list->rows()->count() > 0)
            panes.append(list->rows());
    }
    if (m_news->isVisible())
        panes.append(m_news);
    return panes;
}

} // namespace banhang::client
