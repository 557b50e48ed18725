#include "client/activities/timeline_part.h"

#include <cstdlib>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/activities/activity_editor.h"
#include "client/activities/activity_text.h"
#include "client/activities/timeline_model.h"
#include "client/activities/timeline_pane.h"
#include "client/activities/timeline_view.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kShortRows = 20;
constexpr int kMargin = 14;
constexpr int kSecondsPerHour = 3600;

bool isTalkBy(const v1::Activity& activity, const QString& channelKey)
{
    return activity.kind() == v1::ACTIVITY_KIND_TALK && QString::fromStdString(activity.channel_key()) == channelKey;
}

} // namespace

TimelinePart::TimelinePart(const Workplace& workplace, QObject* parent)
    : DetailPart(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_model(new TimelineModel(workplace, m_api, this))
{
    connect(m_model, &TimelineModel::loaded, this, [this] {
        const bool isWhole = m_model->isComplete() && m_model->filter() == TimelineFilter{};
        if (isWhole)
            emit countChanged(m_model->rowCount());
    });
    connect(&workplace.session, &Session::begun, this, &TimelinePart::applyRights);
    connect(&workplace.session, &Session::updated, this, &TimelinePart::applyRights);
}

QList<Button*> TimelinePart::actions()
{
    m_talk = new Button(ButtonKind::Primary, QStringLiteral("square-pen"), tr("Log a talk"));
    m_talk->setKey(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_talk->setToolTip(tr("Log a talk  %1").arg(m_talk->shortcut().toString(QKeySequence::NativeText)));
    m_appoint = new Button(ButtonKind::Normal, QStringLiteral("calendar-plus"), tr("Plan"));
    m_appoint->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_appoint->setToolTip(tr("Plan an appointment  %1").arg(m_appoint->shortcut().toString(QKeySequence::NativeText)));
    connect(m_talk, &Button::clicked, this, &TimelinePart::writeTalk);
    connect(m_appoint, &Button::clicked, this, [this] { plan(v1::ACTIVITY_KIND_APPOINTMENT); });
    applyRights();
    return {m_talk, m_appoint};
}

void TimelinePart::applyRights()
{
    if (!m_talk)
        return;
    const bool mayWrite = m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE);
    for (auto* button : {m_talk, m_appoint}) {
        if (mayWrite)
            button->setEnabled(true);
        else
            button->disableByRight(tr("You do not have the right to log talks. Your team leader or IT can grant it."));
    }
}

QWidget* TimelinePart::section()
{
    auto* section = new QWidget;
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 0, kMargin, 0);
    head->addWidget(new Label(tr("Work so far"), TextSize::Body, TextWeight::Strong));
    head->addStretch(1);
    head->addWidget(new TimelineChips(m_model));
    column->addLayout(head);
    auto* nothing =
        new Label(tr("No talk yet. Ctrl+T logs the first one."), TextSize::Body, TextWeight::Regular, Tone::Quiet);
    nothing->setContentsMargins(kMargin, 0, kMargin, 0);
    auto* view = new TimelineView(m_workplace, m_model);
    view->setFitted(kShortRows);
    column->addWidget(nothing);
    column->addWidget(view);
    nothing->hide();
    auto* failure = new NoticeBar(Tone::Error, NoticeBar::Shape::Strip);
    column->addWidget(failure);
    failure->hide();
    connect(m_model, &TimelineModel::loaded, nothing,
            [this, nothing] { nothing->setVisible(m_model->rowCount() == 0); });
    for (QWidget* words : {static_cast<QWidget*>(nothing), static_cast<QWidget*>(failure)})
        connect(m_model, &QAbstractItemModel::modelReset, words, &QWidget::hide); // of the customer before
    connect(m_model, &TimelineModel::failed, failure, [this, failure](const AppError& error) {
        if (!m_model->isLoaded())
            failure->setFailure(tr("The timeline could not be loaded."), errorText(error),
                                [this] { m_model->reload(); });
    });
    connect(view, &TimelineView::openRequested, this, &TimelinePart::open);
    connect(view, &TimelineView::outcomeRequested, this, &TimelinePart::writeUp);
    connect(view, &TimelineView::binRequested, this, [this](qint64 id) { m_pane->moveToBin(id); });
    connect(view, &TimelineView::filesRequested, this, &TimelinePart::showFiles);
    return section;
}

QWidget* TimelinePart::tab()
{
    m_pane = new TimelinePane(m_workplace, m_api, m_model);
    connect(m_pane, &TimelinePane::undoOffered, this, &TimelinePart::undoOffered);
    connect(m_pane, &TimelinePane::failed, this, &TimelinePart::failed);
    connect(m_pane, &TimelinePane::saved, this, &TimelinePart::saved);
    connect(m_pane->view(), &TimelineView::filesRequested, this, &TimelinePart::showFiles);
    emit editorMade(m_pane->editor());
    return m_pane;
}

void TimelinePart::showFiles(qint64 activityId)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const auto& activity = m_model->activity(row); activity.id() == activityId)
            emit filesRequested(activityId, activityTitle(activity, m_workplace.picklists));
}

QString TimelinePart::tabTitle() const
{
    return tr("Talks");
}

void TimelinePart::showCustomer(const v1::Customer& customer)
{
    const bool isOther = customer.id() != m_customer.id();
    m_customer = customer;
    if (isOther && m_pane)
        m_pane->leave();
    if (isOther)
        emit countChanged(-1);
    if (isOther || customer.id())
        m_model->load(customer.id());
}

void TimelinePart::setNarrow(bool isNarrow)
{
    if (!m_appoint)
        return;
    m_appoint->relabel(isNarrow ? QString() : tr("Plan"));
    m_appoint->setAccessibleName(tr("Plan"));
}

v1::Activity TimelinePart::seed(v1::ActivityKind kind) const
{
    v1::Activity activity;
    activity.set_kind(kind);
    activity.set_customer_id(m_customer.id());
    activity.set_customer_name(m_customer.name());
    activity.set_owner_user_id(m_workplace.session.userId());
    return activity;
}

void TimelinePart::onReachedOut(const QString& channelKey)
{
    auto* editor = m_pane->editor();
    if (!m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE) || (editor->isOpen() && !editor->openPlan()))
        return;
    emit tabRequested();
    if (const auto* plan = editor->openPlan(); plan && isTalkBy(*plan, channelKey)) {
        editor->writeUpNow(v1::Activity(*plan));
        return;
    }
    if (const qint64 due = m_promisedId ? m_promisedId : dueTalk(channelKey)) {
        m_pane->writeUpNow(due);
        return;
    }
    auto talk = seed(v1::ACTIVITY_KIND_TALK);
    talk.set_channel_key(channelKey.toStdString());
    talk.set_direction(v1::TALK_DIRECTION_OUT);
    if (channelKey == QLatin1String("call")) {
        editor->beginCall(talk);
        return;
    }
    talk.set_state(v1::ACTIVITY_STATE_DONE);
    *talk.mutable_start_time() = toTimestamp(officeNow());
    editor->begin(talk);
}

/// The planned one of the person signed in that is due by today, the nearest to now; 0 for none.
qint64 TimelinePart::dueTalk(const QString& channelKey) const
{
    const auto now = officeNow();
    qint64 nearest = 0;
    qint64 distance = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto& activity = m_model->activity(row);
        if (!isPlanned(activity))
            break; // what is planned stands first
        const bool isOwn = activity.owner_user_id() == m_workplace.session.userId();
        if (!isOwn || !isTalkBy(activity, channelKey) || activityDay(activity) > now.date())
            continue;
        const qint64 away = std::abs(activityStart(activity).secsTo(now));
        if (nearest == 0 || away < distance) {
            nearest = activity.id();
            distance = away;
        }
    }
    return nearest;
}

void TimelinePart::open(qint64 activityId)
{
    emit tabRequested();
    m_pane->open(activityId);
}

void TimelinePart::writeUp(qint64 activityId)
{
    emit tabRequested();
    m_pane->writeUp(activityId);
}

void TimelinePart::writeTalk()
{
    auto talk = seed(v1::ACTIVITY_KIND_TALK);
    talk.set_state(v1::ACTIVITY_STATE_DONE);
    talk.set_channel_key("call");
    *talk.mutable_start_time() = toTimestamp(officeNow());
    emit tabRequested();
    m_pane->editor()->begin(talk);
}

void TimelinePart::begin(const v1::Activity& seed)
{
    emit tabRequested();
    m_pane->editor()->begin(seed);
}

void TimelinePart::plan(v1::ActivityKind kind)
{
    auto planned = seed(kind);
    const auto now = officeNow();
    const auto start = officeTime(now.date(), QTime(now.time().hour(), 0)).addSecs(kSecondsPerHour);
    *planned.mutable_start_time() = toTimestamp(start);
    if (kind == v1::ACTIVITY_KIND_APPOINTMENT)
        *planned.mutable_end_time() = toTimestamp(start.addSecs(kSecondsPerHour));
    emit tabRequested();
    m_pane->editor()->begin(planned);
}

bool TimelinePart::openDraft(const QString& key)
{
    emit tabRequested();
    return m_pane->editor()->openDraft(key);
}

} // namespace banhang::client
