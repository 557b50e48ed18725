#include "client/workday/colleague_day.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/batch/batch_bar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/workday/customer_reassignment.h"
#include "client/workday/day_rows.h"
#include "client/workday/day_view.h"

namespace banhang::client {

ColleagueDay::ColleagueDay(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_model(new DayRows(workplace, this)),
      m_view(new DayView(workplace, m_model)),
      m_nothing(new StateView(StateView::Kind::Empty)),
      m_menu(new QMenu(this)),
      m_question(new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip)),
      m_customers(new CustomerReassignment(workplace, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_question->setIcon(QStringLiteral("user-check"));
    m_confirm = m_question->addButton({}, tr("Hand over"));
    auto* cancel = m_question->addButton({}, tr("Cancel"));
    m_question->hide();
    column->addWidget(m_question);
    column->addWidget(m_customers->bar());
    column->addWidget(m_view, 1);
    m_nothing->setIcon(QStringLiteral("sun"));
    column->addWidget(m_nothing, 1);
    m_nothing->hide();
    connect(m_confirm, &Button::clicked, this, &ColleagueDay::confirm);
    connect(cancel, &Button::clicked, m_question, &QWidget::hide);
    connect(m_view, &DayView::openRequested, this, [this](qint64 id) {
        const int row = m_model->rowOf(id);
        if (row >= 0 && m_model->row(row).activity.customer_id() != 0)
            emit customerRequested(m_model->row(row).activity.customer_id());
    });
    connect(m_menu, &QMenu::aboutToShow, this, &ColleagueDay::fillMenu);
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
        m_question->hide();
        m_model->clear();
    }
    m_name->setText(userId ? tr("%1's day").arg(m_workplace.directory.givenName(userId)) : QString());
    reload();
}

bool ColleagueDay::mayGiveWork() const
{
    return m_workplace.session.scopeOf(v1::RESOURCE_ACTIVITY, v1::ACTION_ASSIGN) > v1::SCOPE_OWN;
}

void ColleagueDay::applyRights()
{
    if (mayGiveWork() || m_customers->isAllowed())
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
    if (mayGiveWork())
        fillWork();
    if (m_customers->isAllowed())
        m_customers->fill(m_menu, m_userId, m_colleagues);
}

void ColleagueDay::fillWork()
{
    m_menu->addSection(tr("Work of today"));
    const auto before = m_menu->actions().size();
    const auto* chosen = m_model->activityAt(m_view->currentIndex());
    if (chosen && isPlanned(*chosen) && chosen->owner_user_id() == m_userId)
        addChoice(tr("The chosen entry"), {qint64(chosen->id())});
    const auto& day = m_model->day();
    addChoice(tr("What is overdue"), waiting(day.overdue()));
    addChoice(tr("What is planned for today"), waiting(day.timed()) + waiting(day.untimed()));
    addChoice(tr("What comes next"), waiting(day.coming()));
    if (m_menu->actions().size() == before)
        m_menu->addAction(tr("Nothing is left to hand over"))->setEnabled(false);
}

void ColleagueDay::addChoice(const QString& text, const QList<qint64>& ids)
{
    if (ids.isEmpty())
        return;
    auto* people = m_menu->addMenu(QStringLiteral("%1 (%2)").arg(text).arg(ids.size()));
    for (const qint64 colleague : std::as_const(m_colleagues))
        connect(people->addAction(m_workplace.directory.fullName(colleague)), &QAction::triggered, this,
                [this, ids, colleague] { offer(ids, colleague); });
}

void ColleagueDay::offer(const QList<qint64>& activityIds, qint64 toUserId)
{
    m_offered = activityIds;
    m_taker = toUserId;
    m_question->setTexts(tr("Hand over %Ln entries of %1 to %2?", nullptr, static_cast<int>(activityIds.size()))
                             .arg(m_workplace.directory.givenName(m_userId), m_workplace.directory.givenName(toUserId)),
                         {});
    m_confirm->relabel(tr("Hand over %1").arg(activityIds.size()));
    m_question->show();
    m_confirm->setFocus();
}

void ColleagueDay::confirm()
{
    m_question->hide();
    m_view->setFocus();
    give(m_offered, m_taker, false);
}

void ColleagueDay::give(const QList<qint64>& activityIds, qint64 toUserId, bool isUndo)
{
    const std::vector<qint64> ids(activityIds.begin(), activityIds.end());
    const qint64 from = m_userId;
    m_api
        .assign(ids, toUserId, this,
                [=, this](const Outcome<v1::AssignActivitiesResponse>& outcome) {
                    if (!outcome) {
                        emit failed(tr("Nothing was handed over."), outcome.error());
                        return;
                    }
                    reload();
                    if (!isUndo)
                        emit undoOffered(tr("Handed %Ln entries over to %1", nullptr, static_cast<int>(ids.size()))
                                             .arg(m_workplace.directory.givenName(toUserId)),
                                         [this, activityIds, from] { give(activityIds, from, true); });
                })
        .release();
}

} // namespace banhang::client
