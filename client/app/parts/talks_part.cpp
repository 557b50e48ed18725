#include "client/app/parts/talks_part.h"

#include <QMenu>
#include <QShortcut>

#include "client/activities/activity_editor.h"
#include "client/activities/activity_text.h"
#include "client/activities/quick_call.h"
#include "client/activities/timeline_part.h"
#include "client/app/window/window_head.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"

namespace banhang::client {

TalksPart::TalksPart(const Workplace& workplace, QObject* parent) : WindowPart(parent), m_workplace(workplace) {}

void TalksPart::addEntries(WindowHead* head)
{
    const QKeySequence key(Qt::Key_F9);
    auto* entry = WindowHead::addEntry(head->toolsMenu(), QStringLiteral("phone-call"), tr("Log a call"),
                                       key.toString(QKeySequence::NativeText));
    connect(entry, &QAction::triggered, this, [this, head] { startCall(head); });
    connect(new QShortcut(key, head), &QShortcut::activated, this, [this, head] { startCall(head); });
}

DetailPart* TalksPart::makeDetailPart(QObject* parent)
{
    return new TimelinePart(m_workplace, parent);
}

void TalksPart::startCall(QWidget* head)
{
    if (!m_workplace.session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE))
        return;
    if (!m_call) {
        m_call = new QuickCall(m_workplace, head->parentWidget());
        connect(m_call, &QuickCall::failed, this, &TalksPart::failed);
        connect(m_call, &QuickCall::saved, this, [this](const v1::Activity& activity) {
            emit newsHappened(
                {}, tr("Logged: %1 %2").arg(activityTitle(activity, m_workplace.picklists), activityWhom(activity)),
                QStringLiteral("circle-check"));
        });
    }
    m_call->start();
}

void TalksPart::end()
{
    if (m_call)
        m_call->editor()->cancel();
}

} // namespace banhang::client
