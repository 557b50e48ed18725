#include "client/workday/colleague_day.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/texts.h"
#include "client/customers/batch/batch_bar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/state_view.h"
#include "client/workday/customer_reassignment.h"
#include "client/workday/day_rows.h"
#include "client/workday/day_view.h"

namespace banhang::client {

ColleagueDay::ColleagueDay(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_model(new DayRows(workplace, DayRows::Whose::Colleague, this)),
      m_view(new DayView(workplace, m_model)),
      m_nothing(new StateView(StateView::Kind::Empty)),
      m_menu(new QMenu(this)),
      m_work(new WorkReassignment(workplace, this)),
      m_customers(new CustomerReassignment(workplace, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_work->bar());
    column->addWidget(m_customers->bar());
    column->addWidget(m_view, 1);
    m_nothing->setIcon(QStringLiteral("sun"));
    column->addWidget(m_nothing, 1);
    m_nothing->hide();
    connect(m_view, &DayView::openRequested, this, [this](qint64 id) {
        const int row = m_model->rowOf(id);
        if (row >= 0 && m_model->row(row).activity.customer_id() != 0)
            emit customerRequested(m_model->row(row).activity.customer_id());
    });
    connect(m_menu, &QMenu::aboutToShow, this, &ColleagueDay::fillMenu);
    connect(m_work, &WorkReassignment::handedOver, this, &ColleagueDay::reload);
    connect(m_work, &WorkReassignment::answered, m_view, [this] { m_view->setFocus(); });
    connect(m_work, &WorkReassignment::undoOffered, this, &ColleagueDay::undoOffered);
    connect(m_work, &WorkReassignment::newsHappened, this, &ColleagueDay::newsHappened);
    connect(m_work, &WorkReassignment::failed, this, &ColleagueDay::failed);
    connect(m_customers, &CustomerReassignment::undoOffered, this, &ColleagueDay::undoOffered);
    connect(m_customers, &CustomerReassignment::newsHappened, this, &ColleagueDay::newsHappened);
    connect(m_customers, &CustomerReassignment::failed, this, &ColleagueDay::failed);
}

QWidget* ColleagueDay::makeHead()
{
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_name = new Label({}, TextSize::Title, TextWeight::Strong);
    m_count = new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet);
    m_give = new Button(ButtonKind::Normal, QStringLiteral("user-check"), tr("Hand over…"));
    m_give->setMenu(m_menu);
    row->addWidget(m_name);
    row->addWidget(m_count, 1);
    row->addWidget(m_give);
    return head;
}

void ColleagueDay::show(qint64 userId, const QList<qint64>& colleagues)
{
    m_colleagues = colleagues;
    m_colleagues.removeAll(userId);
    if (userId != m_userId) {
        m_userId = userId;
        m_work->forgetQuestion();
        m_model->clear();
    }
    m_name->setText(userId ? tr("%1's day").arg(m_workplace.directory.givenName(userId)) : QString());
    reload();
}

void ColleagueDay::applyRights()
{
    if (m_work->isAllowed() || m_customers->isAllowed())
        m_give->setEnabled(true);
    else
        m_give->disableByRight(tr("You do not have the right to hand work over to others. IT can grant it."));
}

void ColleagueDay::reload()
{
    m_dayCall.cancel();
    if (m_userId == 0) {
        accept({});
        return;
    }
    m_dayCall = m_api.workday(m_userId, this, [this](const Outcome<v1::Workday>& outcome) {
        if (outcome)
            accept(outcome.value());
        else if (m_model->rowCount() == 0)
            m_nothing->setFailure(tr("This day could not be loaded."), errorText(outcome.error()),
                                  [this] { reload(); });
    });
}

void ColleagueDay::accept(const v1::Workday& day)
{
    const qint64 before = m_view->currentId();
    const int row = m_view->currentIndex().row();
    m_model->setDay(day);
    m_view->restore(before, std::max(0, row));
    const int total = m_model->totalCount();
    m_count->setText(total ? tr("%1/%2 done").arg(m_model->doneCount()).arg(total) : QString());
    m_view->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_nothing->setTexts(m_userId ? tr("Nothing planned for today") : tr("Nobody chosen"),
                        m_userId ? QString() : tr("Choose a person to see the day."));
}

QList<qint64> ColleagueDay::waiting(const google::protobuf::RepeatedPtrField<v1::Activity>& activities) const
{
    QList<qint64> ids;
    for (const auto& activity : activities)
        if (isPlanned(activity) && activity.owner_user_id() == m_userId)
            ids.append(activity.id());
    return ids;
}

void ColleagueDay::fillMenu()
{
    m_menu->clear();
    if (m_userId == 0)
        return;
    if (m_work->isAllowed())
        m_work->fill(m_menu, m_userId, m_colleagues, shownWork());
    if (m_customers->isAllowed())
        m_customers->fill(m_menu, m_userId, m_colleagues);
}

QList<WorkChoice> ColleagueDay::shownWork() const
{
    QList<WorkChoice> choices;
    const auto* chosen = m_model->activityAt(m_view->currentIndex());
    if (chosen && isPlanned(*chosen) && chosen->owner_user_id() == m_userId)
        choices.append({tr("The chosen entry"), {qint64(chosen->id())}});
    const auto& day = m_model->day();
    choices.append({tr("What is overdue"), waiting(day.overdue())});
    choices.append({tr("What is planned for today"), waiting(day.timed()) + waiting(day.untimed())});
    choices.append({tr("What comes next"), waiting(day.coming())});
    return choices;
}

} // namespace banhang::client
