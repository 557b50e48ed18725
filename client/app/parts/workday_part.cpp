#include "client/app/parts/workday_part.h"

#include <QMenu>
#include <QShortcut>

#include "client/app/window/window_head.h"
#include "client/core/session.h"
#include "client/workday/workday_page.h"

namespace banhang::client {

WorkdayPart::WorkdayPart(const Workplace& workplace, UploadQueue& uploads, NoticeModel* notices, QObject* parent)
    : WindowPart(parent), m_workplace(workplace), m_page(new WorkdayPage(workplace, uploads, notices))
{
    connect(m_page, &WorkdayPage::failed, this, &WorkdayPart::failed);
    connect(m_page, &WorkdayPage::undoOffered, this, &WorkdayPart::undoOffered);
    connect(m_page, &WorkdayPage::newsHappened, this, &WorkdayPart::newsHappened);
    connect(m_page, &WorkdayPage::customerRequested, this, &WorkdayPart::customerRequested);
    connect(m_page, &WorkdayPage::careRequested, this, &WorkdayPart::careRequested);
    connect(m_page, &WorkdayPage::calendarRequested, this, &WorkdayPart::calendarRequested);
    connect(m_page, &WorkdayPage::callbacksRequested, this, &WorkdayPart::callbacksRequested);
    connect(m_page, &WorkdayPage::untouchedRequested, this, &WorkdayPart::untouchedRequested);
    connect(m_page, &WorkdayPage::noticeRequested, this, &WorkdayPart::noticeRequested);
    connect(m_page, &WorkdayPage::muteRequested, this, &WorkdayPart::muteRequested);
    connect(m_page, &WorkdayPage::subscriptionRequested, this, &WorkdayPart::subscriptionRequested);
    connect(m_page, &WorkdayPage::pageWanted, this, [this] { emit pageRequested(m_page); });
    connect(m_page, &WorkdayPage::shownChanged, this, [this](bool isShown) {
        emit keysChanged(
            isShown ? tr("Space done  ·  Enter open  ·  Ctrl+T log a talk  ·  Ctrl+G call  ·  Ctrl+L reschedule")
                    : QString());
    });
    connect(m_page, &WorkdayPage::openWorkChanged, this,
            [this](int count, bool isOverdue) { emit badgeChanged(m_page, count, isOverdue); });
}

QList<RailPlace> WorkdayPart::railPlaces()
{
    return {{RailRank::Today, QStringLiteral("sun"), tr("Today"), m_page}};
}

void WorkdayPart::addEntries(WindowHead* head)
{
    const QKeySequence key(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    const auto add = [this] {
        emit pageRequested(m_page);
        m_page->focusQuickAdd();
    };
    auto* entry = WindowHead::addEntry(head->toolsMenu(), QStringLiteral("plus"), tr("New task"),
                                       key.toString(QKeySequence::NativeText));
    connect(entry, &QAction::triggered, this, add);
    connect(new QShortcut(key, head), &QShortcut::activated, this, add);
}

void WorkdayPart::onChosen(QWidget*)
{
    m_page->reload();
}

void WorkdayPart::refresh(QWidget*)
{
    m_page->reload();
}

bool WorkdayPart::nextPane(QWidget*, bool isBackwards)
{
    return m_page->nextPane(isBackwards);
}

void WorkdayPart::begin()
{
    const bool mayView = m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW);
    emit allowedChanged(m_page, mayView);
    if (!mayView)
        return;
    m_page->begin();
    emit pageRequested(m_page); // where the day begins
}

void WorkdayPart::end()
{
    m_page->end();
}

void WorkdayPart::open(qint64 activityId)
{
    emit pageRequested(m_page);
    m_page->open(activityId);
}

void WorkdayPart::finish(qint64 activityId)
{
    m_page->finish(activityId);
}

bool WorkdayPart::openDraft(const QString& key)
{
    if (!m_page->openDraft(key))
        return false;
    emit pageRequested(m_page);
    return true;
}

} // namespace banhang::client
