#include "client/calendar/chosen_panel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <vector>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "common/vn/company_name.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kIcon = 15;

QString leadLength(int minutes)
{
    constexpr int kHour = 60;
    constexpr int kDay = 24 * kHour;
    if (minutes % kDay == 0)
        return ChosenPanel::tr("%1 d", "days").arg(minutes / kDay);
    return minutes % kHour == 0 ? ChosenPanel::tr("%1 h").arg(minutes / kHour) : ChosenPanel::tr("%1 min").arg(minutes);
}

/// The longest first: "Reminds 1 h, 15 min before".
QString remindersText(const v1::Activity& activity)
{
    std::vector<int> leads(activity.reminder_lead_minutes().begin(), activity.reminder_lead_minutes().end());
    std::sort(leads.begin(), leads.end(), std::greater<>());
    if (leads.front() == 0)
        return ChosenPanel::tr("Reminds at the beginning");
    QStringList lengths;
    for (const int minutes : leads)
        if (minutes > 0)
            lengths.append(leadLength(minutes));
    return ChosenPanel::tr("Reminds %1 before").arg(lengths.join(QStringLiteral(", ")));
}

QString hourText(const QDateTime& moment)
{
    return moment.toString(QStringLiteral("HH:mm"));
}

/// How long both take the same time, in words.
QString overlapText(const CalendarItem& item, const v1::Clash& clash)
{
    const QDateTime from = std::max(item.start, officeTime(clash.start_time()));
    const QDateTime to = std::min(item.end, officeTime(clash.end_time()));
    constexpr qint64 kHourSeconds = 3600;
    const qint64 seconds = from.secsTo(to);
    return seconds % kHourSeconds == 0 ? ChosenPanel::tr("%1 h").arg(seconds / kHourSeconds) : durationText(seconds);
}

/// Amber ground with a bar at the left, for what is to be looked at and the remedy in it.
class WarningBox final : public QWidget
{
public:
    explicit WarningBox(QWidget* parent = nullptr) : QWidget(parent) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme().warnBg);
        painter.fillRect(QRect(0, 0, kBar, height()), theme().warnBorder);
    }

private:
    static constexpr int kBar = 3;
};

} // namespace

ChosenPanel::ChosenPanel(const Workplace& workplace, ActivitiesApi& api, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_api(api), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    clear();
}

void ChosenPanel::clear()
{
    delete m_body;
    m_body = new QWidget;
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_rows->setSpacing(6);
    m_column->addWidget(m_body);
    m_remedy = {};
}

void ChosenPanel::show(const CalendarItem* item)
{
    m_call.cancel();
    clear();
    if (!item) {
        m_item = {};
        m_rows->addWidget(new Label(tr("Nothing chosen"), TextSize::Title, TextWeight::Strong));
        auto* hint = new Label(tr("Arrow keys choose an activity, Enter opens it, Ctrl+N makes a new one."),
                               TextSize::Body, TextWeight::Regular, Tone::Quiet);
        hint->setWordWrap(true);
        m_rows->addWidget(hint);
        return;
    }
    m_item = *item;
    auto* head = new QHBoxLayout;
    auto* title = new Label(item->title, TextSize::Title, TextWeight::Strong);
    title->setWordWrap(true);
    head->addWidget(title, 1);
    m_rows->addLayout(head);
    if (!item->activity) {
        addFact(QStringLiteral("calendar"), nearDay(item->firstDay, officeNow().date()));
        return;
    }
    auto* edit = makeIconButton(QStringLiteral("pencil"), tr("Edit"), QKeySequence(Qt::Key_F2));
    connect(edit, &QAbstractButton::clicked, this, [this] { emit editRequested(m_item.id); });
    if (item->isPlanned) {
        auto* done = makeIconButton(QStringLiteral("check"), tr("Done (Space)"));
        connect(done, &QAbstractButton::clicked, this, [this] { emit doneRequested(m_item.id); });
        head->addWidget(done, 0, Qt::AlignTop);
        auto* repeat = makeIconButton(QStringLiteral("repeat"), item->isRepeated ? tr("Series…") : tr("Repeat…"));
        connect(repeat, &QAbstractButton::clicked, this, [this] { emit repeatRequested(m_item.id); });
        head->addWidget(repeat, 0, Qt::AlignTop);
    }
    head->addWidget(edit, 0, Qt::AlignTop);
    const v1::Activity& activity = *item->activity;
    addFact(QStringLiteral("clock"), whenText(activity, officeNow()));
    addCustomer(activity);
    if (!activity.place().empty())
        addFact(QStringLiteral("map-pin"), QString::fromStdString(activity.place()));
    if (!peopleText(*item).isEmpty())
        addFact(QStringLiteral("users"), peopleText(*item));
    if (item->isReminded)
        addFact(QStringLiteral("bell"), remindersText(activity));
    if (item->isRepeated)
        addFact(QStringLiteral("repeat"), tr("Repeats"));
    if (!activity.preparation().empty())
        addFact(QStringLiteral("square-pen"), QString::fromStdString(activity.preparation()).simplified(),
                tr("To prepare:"));
    if (!activity.result().empty())
        addFact(QStringLiteral("circle-check"), QString::fromStdString(activity.result()).simplified(), tr("Result:"));
    if (!item->isPlanned)
        addFact(item->isDone ? QStringLiteral("check") : QStringLiteral("x"), stateWord(activity.state()));
    if (item->isPlanned && item->takesTime() && !m_kept.contains(item->id))
        askForClashes();
}

void ChosenPanel::addFact(const QString& icon, const QString& text, const QString& strong)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(icon, Tone::Quiet, kIcon), 0, Qt::AlignTop);
    const QString shown = text.size() > 200 ? text.left(200) + QStringLiteral("…") : text;
    auto* label = new Label(strong.isEmpty() ? shown : strong + QLatin1Char(' ') + shown);
    label->setWordWrap(true);
    row->addWidget(label, 1);
    m_rows->addLayout(row);
}

void ChosenPanel::addCustomer(const v1::Activity& activity)
{
    if (activity.customer_id() == 0 || activity.customer_name().empty())
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("building-2"), Tone::Quiet, kIcon));
    const auto name = vn::parseCompanyName(activity.customer_name());
    auto* link = new Button(ButtonKind::Link, {}, QString::fromStdString(name.distinctive));
    link->setToolTip(QString::fromStdString(activity.customer_name()));
    // It may be cut, but never makes the pane wider.
    link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    link->setMinimumWidth(0);
    const qint64 id = activity.customer_id();
    connect(link, &Button::clicked, this, [this, id] { emit customerRequested(id); });
    row->addWidget(link, 0, Qt::AlignLeft);
    row->addStretch(1);
    m_rows->addLayout(row);
    if (!activity.contact_name().empty())
        addFact(QStringLiteral("user"), QString::fromStdString(activity.contact_name()));
}

QString ChosenPanel::peopleText(const CalendarItem& item) const
{
    const qint64 own = m_workplace.session.userId();
    if (item.people.size() == 1 && item.people.front() == own)
        return {};
    QStringList names;
    for (const qint64 person : item.people)
        names.append(person == own ? tr("you") : m_workplace.directory.givenName(person));
    QString text = names.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

void ChosenPanel::askForClashes()
{
    m_call = m_api.check(*m_item.activity, this, [this](const Outcome<v1::CheckActivityResponse>& outcome) {
        if (outcome && outcome->clashes_size() > 0)
            showClashes(outcome.value());
    });
}

void ChosenPanel::showClashes(const v1::CheckActivityResponse& response)
{
    const v1::Clash& clash = response.clashes(0);
    const QString name = clash.title().empty()
                             ? tr("Something of %1").arg(m_workplace.directory.givenName(clash.user_id()))
                             : QString::fromStdString(clash.title());
    auto* box = new WarningBox;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(10, 6, 8, 8);
    rows->setSpacing(3);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(QStringLiteral("triangle-alert"), Tone::Warn, kIcon));
    head->addWidget(new Label(tr("Clash of %1").arg(overlapText(m_item, clash)), TextSize::Body, TextWeight::Strong),
                    1);
    rows->addLayout(head);
    auto* what = new Label(tr("“%1” from %2").arg(name, hourText(officeTime(clash.start_time()))));
    what->setWordWrap(true);
    rows->addWidget(what);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(6);
    if (response.has_free_start_time()) {
        m_remedy = officeTime(response.free_start_time());
        auto* move = new Button(ButtonKind::Small, {}, tr("Move to %1").arg(hourText(m_remedy)));
        move->setToolTip(tr("Alt+Enter"));
        connect(move, &Button::clicked, this, &ChosenPanel::takeRemedy);
        acts->addWidget(move);
    }
    auto* keep = new Button(ButtonKind::Small, {}, tr("Keep both"));
    connect(keep, &Button::clicked, this, [this, box] {
        m_kept.insert(m_item.id);
        m_remedy = {};
        box->hide();
    });
    acts->addWidget(keep);
    acts->addStretch(1);
    rows->addLayout(acts);
    m_rows->addWidget(box);
}

bool ChosenPanel::takeRemedy()
{
    if (!m_remedy.isValid())
        return false;
    const QDateTime start = m_remedy;
    emit moveRequested(m_item.id, start, start.addSecs(m_item.start.secsTo(m_item.end)));
    return true;
}

} // namespace banhang::client
