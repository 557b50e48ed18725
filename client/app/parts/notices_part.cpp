#include "client/app/parts/notices_part.h"

#include <QShortcut>

#include "client/app/window/window_head.h"
#include "client/notifications/bell.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_settings.h"
#include "client/notifications/reminder_toast.h"
#include "client/notifications/tray.h"

namespace banhang::client {

NoticesPart::NoticesPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent), m_workplace(workplace), m_model(new NoticeModel(workplace, this))
{
    connect(m_model, &NoticeModel::failed, this, &NoticesPart::failed);
}

QWidget* NoticesPart::makeSettings()
{
    m_settings = new NoticeSettings(m_workplace);
    return m_settings;
}

void NoticesPart::addEntries(WindowHead* head)
{
    m_head = head;
    auto* bell = new Bell(m_workplace, m_model);
    head->addBesideAccount(bell);
    connect(bell, &Bell::openRequested, this, &NoticesPart::open);
    connect(bell, &Bell::doneRequested, this, &NoticesPart::activityDone);
    connect(bell, &Bell::muteRequested, this, &NoticesPart::muteRequested);
    connect(bell, &Bell::subscriptionRequested, this, &NoticesPart::subscriptionRequested);
    connect(head, &WindowHead::quitRequested, this, [this] {
        if (!m_tray)
            return;
        m_tray->allowQuit();
        m_head->window()->close(); // the first try may have come before
    });
}

/// Once the head stands in its window.
void NoticesPart::watchWindow()
{
    auto* toast = new ReminderToast(m_model, m_head->parentWidget(), m_head);
    connect(toast, &ReminderToast::openRequested, this, &NoticesPart::open);
    connect(toast, &ReminderToast::doneRequested, this, &NoticesPart::activityDone);
    connect(new QShortcut(QKeySequence(Qt::Key_F4), m_head), &QShortcut::activated, toast->toast(), &Toast::takeFocus);
    m_tray = new Tray(m_workplace, m_model, m_head->window(), m_head);
    connect(m_tray, &Tray::openRequested, this, &NoticesPart::open);
}

void NoticesPart::begin()
{
    if (!m_tray)
        watchWindow();
    m_model->begin();
    if (m_settings)
        m_settings->load();
}

void NoticesPart::end()
{
    m_model->end();
    if (m_settings)
        m_settings->clear();
}

void NoticesPart::open(const QString& entity, qint64 entityId, qint64 customerId)
{
    if (entity == QLatin1String("activity"))
        emit activityRequested(entityId);
    else if (entity == QLatin1String("notification"))
        emit changesRequested(entityId);
    else if (entity == QLatin1String("care_request"))
        emit careRequested(entityId);
    else if (customerId || entity == QLatin1String("customer"))
        emit customerRequested(customerId ? customerId : entityId);
}

} // namespace banhang::client
