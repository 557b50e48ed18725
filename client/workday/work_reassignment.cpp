#include "client/workday/work_reassignment.h"

#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"

namespace banhang::client {

namespace {

constexpr int kPage = 1000;
/// More at a time nobody looks over.
constexpr int kMaxActivities = 5000;
/// So many are written in one transaction: the feed of everybody waits for it, and Stop takes effect behind it.
constexpr qsizetype kAtOnce = 100;

} // namespace

WorkReassignment::WorkReassignment(const Workplace& workplace, QObject* parent)
    : QObject(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_bar(new QWidget),
      m_question(new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip)),
      m_progress(new ProgressRow),
      m_run(new ActRun(this))
{
    auto* column = new QVBoxLayout(m_bar);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_question);
    column->addWidget(m_progress);
    m_question->setIcon(QStringLiteral("user-check"));
    m_confirm = m_question->addButton({}, tr("Hand over"));
    auto* cancel = m_question->addButton({}, tr("Cancel"));
    m_question->hide();
    m_progress->setContentsMargins(12, 6, 12, 6);
    m_progress->hide();
    connect(m_confirm, &Button::clicked, this, &WorkReassignment::confirm);
    connect(cancel, &Button::clicked, this, [this] {
        forgetQuestion();
        emit answered();
    });
    connect(m_progress, &ProgressRow::stopRequested, m_run, &ActRun::stop);
    connect(m_run, &ActRun::progressed, this, [this](int done, int total) {
        m_progress->setProgress(tr("%1 of %Ln entries", nullptr, total).arg(QLocale().toString(done)), done, total);
    });
    connect(m_run, &ActRun::finished, this, &WorkReassignment::onFinished);
}

bool WorkReassignment::isAllowed() const
{
    return m_workplace.session.scopeOf(v1::RESOURCE_ACTIVITY, v1::ACTION_ASSIGN) > v1::SCOPE_OWN;
}

void WorkReassignment::fill(QMenu* menu, qint64 userId, const QList<qint64>& colleagues, const QList<WorkChoice>& shown)
{
    m_colleagues = colleagues;
    menu->addSection(tr("Work of %1").arg(m_workplace.directory.givenName(userId)));
    for (const WorkChoice& choice : shown)
        if (!choice.activityIds.isEmpty())
            addChoice(menu, QStringLiteral("%1 (%2)").arg(choice.text).arg(choice.activityIds.size()),
                      [this, userId, ids = choice.activityIds](qint64 toUserId) { offer(userId, ids, toUserId); });
    addChoice(menu, tr("All that is still to do"), [this, userId](qint64 toUserId) { offerAll(userId, toUserId); });
}

void WorkReassignment::addChoice(QMenu* menu, const QString& text, const std::function<void(qint64)>& offerTo)
{
    auto* people = menu->addMenu(text);
    for (const qint64 colleague : std::as_const(m_colleagues))
        connect(people->addAction(m_workplace.directory.fullName(colleague)), &QAction::triggered, this,
                [offerTo, colleague] { offerTo(colleague); });
    people->menuAction()->setVisible(!m_colleagues.isEmpty());
}

void WorkReassignment::offer(qint64 userId, const QList<qint64>& activityIds, qint64 toUserId)
{
    if (m_run->isRunning())
        return;
    m_call.cancel();
    m_userId = userId;
    m_taker = toUserId;
    m_offered = activityIds;
    ask();
}

void WorkReassignment::offerAll(qint64 userId, qint64 toUserId)
{
    if (m_run->isRunning())
        return;
    forgetQuestion();
    m_userId = userId;
    m_taker = toUserId;
    m_offered.clear();
    v1::ListActivitiesRequest request;
    request.mutable_filter()->add_user_ids(userId);
    request.mutable_filter()->set_owned_only(true);
    request.mutable_filter()->add_states(v1::ACTIVITY_STATE_PLANNED);
    request.set_page_size(kPage);
    read(request);
}

void WorkReassignment::read(const v1::ListActivitiesRequest& request)
{
    m_call = m_api.list(request, this, [this, request](const Outcome<v1::ListActivitiesResponse>& outcome) {
        if (!outcome) {
            emit failed(tr("Nothing was handed over."), outcome.error());
            return;
        }
        for (const auto& activity : outcome->activities())
            m_offered.append(activity.id());
        if (outcome->next_page_token().empty() || m_offered.size() >= kMaxActivities) {
            ask();
            return;
        }
        v1::ListActivitiesRequest next = request;
        next.set_page_token(outcome->next_page_token());
        read(next);
    });
}

void WorkReassignment::ask()
{
    const auto& directory = m_workplace.directory;
    const QString from = directory.givenName(m_userId);
    if (m_offered.isEmpty()) {
        emit newsHappened(tr("%1 has nothing left to do").arg(from));
        return;
    }
    m_question->setTexts(tr("Hand over %Ln entries of %1 to %2?", nullptr, static_cast<int>(m_offered.size()))
                             .arg(from, directory.givenName(m_taker)),
                         {});
    m_confirm->relabel(tr("Hand over %1").arg(QLocale().toString(m_offered.size())));
    m_question->show();
    m_confirm->setFocus();
}

void WorkReassignment::confirm()
{
    // Who has left gets nothing back.
    const auto* from = m_workplace.directory.person(m_userId);
    start(steps(m_offered, m_taker, from && from->active() ? m_userId : 0), m_taker);
    emit answered();
}

void WorkReassignment::forgetQuestion()
{
    m_call.cancel();
    m_question->hide();
}

std::vector<ActStep> WorkReassignment::steps(const QList<qint64>& activityIds, qint64 toUserId, qint64 backToUserId)
{
    std::vector<ActStep> steps;
    for (qsizetype from = 0; from < activityIds.size(); from += kAtOnce) {
        const auto slice = activityIds.mid(from, kAtOnce);
        steps.push_back(step({slice.begin(), slice.end()}, toUserId, backToUserId));
    }
    return steps;
}

ActStep WorkReassignment::step(const std::vector<qint64>& ids, qint64 toUserId, qint64 backToUserId)
{
    return {static_cast<int>(ids.size()),
            [=, this](QObject* receiver, const std::function<void(Outcome<StepDone>)>& handler) {
                return m_api.assign(ids, toUserId, receiver,
                                    [=, this](const Outcome<v1::AssignActivitiesResponse>& outcome) {
                                        if (!outcome) {
                                            handler(outcome.error());
                                            return;
                                        }
                                        StepDone done;
                                        done.done = static_cast<int>(ids.size());
                                        if (backToUserId != 0)
                                            done.undo.push_back(step(ids, backToUserId, 0));
                                        handler(done);
                                    });
            }};
}

void WorkReassignment::start(std::vector<ActStep> steps, qint64 toUserId)
{
    if (m_run->isRunning() || steps.empty())
        return;
    forgetQuestion();
    m_receiver = toUserId;
    m_progress->setVisible(steps.size() > 1);
    m_run->start(std::move(steps));
}

void WorkReassignment::onFinished(const ActResult& result)
{
    m_progress->hide();
    if (result.done > 0)
        emit handedOver();
    QString text =
        tr("Handed %Ln entries over to %1", nullptr, result.done).arg(m_workplace.directory.givenName(m_receiver));
    if (result.isStopped)
        text = tr("Stopped: %1").arg(text);
    if (!result.undo.empty())
        emit undoOffered(text, [this, undo = result.undo, back = m_userId] { start(undo, back); });
    else if (!result.error)
        emit newsHappened(text);
    if (result.error)
        emit failed(result.done > 0 ? text : tr("Nothing was handed over."), *result.error);
}

} // namespace banhang::client
