#include "client/workday/month_box.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kBarHeight = 8;
constexpr int kMarkHeight = 14;
constexpr int kMarkWidth = 2;

} // namespace

/// What is done as a bar, what is past of the month as a mark.
class MonthBox::Bar final : public QWidget
{
public:
    Bar()
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&Look::instance(), &Look::changed, this, [this] {
            updateGeometry();
            update();
        });
    }

    void setShares(double done, double past)
    {
        m_done = std::clamp(done, 0.0, 1.0);
        m_past = std::clamp(past, 0.0, 1.0);
        update();
    }

    QSize sizeHint() const override { return {scaled(80), scaled(kMarkHeight)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QRect whole(0, (height() - scaled(kBarHeight)) / 2, width(), scaled(kBarHeight));
        painter.fillRect(whole, theme().selInactive);
        painter.fillRect(QRect(whole.topLeft(), QSize(static_cast<int>(whole.width() * m_done), whole.height())),
                         theme().accent);
        painter.fillRect(
            QRect(static_cast<int>((width() - scaled(kMarkWidth)) * m_past), 0, scaled(kMarkWidth), height()),
            theme().text);
    }

private:
    double m_done = 0;
    double m_past = 0;
};

MonthBox::MonthBox(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_title(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_until(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_figure(new Label({}, TextSize::Body)),
      m_bar(new Bar)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_until);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(new Label(tr("Contacts"), TextSize::Body, TextWeight::Regular, Tone::Quiet));
    row->addWidget(m_bar, 1);
    row->addWidget(m_figure);
    column->addLayout(head);
    column->addLayout(row);
    hide();
}

void MonthBox::reload(const QDate& today)
{
    if (!today.isValid()) {
        hide();
        return;
    }
    v1::GetActivityReportRequest request;
    request.add_user_ids(m_workplace.session.userId());
    const QDate first(today.year(), today.month(), 1);
    *request.mutable_first_day() = toDate(first);
    *request.mutable_last_day() = toDate(first.addMonths(1).addDays(-1));
    m_call = m_api.report(request, this, [this, today](const Outcome<v1::ActivityReport>& outcome) {
        if (outcome)
            accept(outcome.value(), today);
    });
}

void MonthBox::accept(const v1::ActivityReport& report, const QDate& today)
{
    int done = 0;
    int meant = 0;
    for (const auto& summary : report.summaries()) {
        if (summary.kind() == v1::ACTIVITY_KIND_TASK)
            continue;
        done += summary.done();
        meant += summary.done() + summary.planned() + summary.missed() + summary.forgotten();
    }
    m_title->setText(tr("Your %1").arg(QLocale().standaloneMonthName(today.month())));
    m_until->setText(tr("until %1").arg(today.toString(QStringLiteral("dd/MM"))));
    m_figure->setText(tr("%1 / %2").arg(done).arg(meant));
    m_bar->setShares(meant > 0 ? static_cast<double>(done) / meant : 0,
                     static_cast<double>(today.day()) / today.daysInMonth());
    setVisible(meant > 0);
}

} // namespace banhang::client
