#include "client/notifications/reminder_toast.h"

#include <algorithm>

#include "client/core/office_time.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_text.h"

namespace banhang::client {

namespace {

constexpr int kAboveOtherNews = 84; // what can be undone keeps its own place below
constexpr qint64 kSecondsPerMinute = 60;

} // namespace

ReminderToast::ReminderToast(NoticeModel* model, QWidget* host, QObject* parent)
    : QObject(parent), m_model(model), m_toast(new Toast(host))
{
    m_toast->setBottomMargin(kAboveOtherNews);
    connect(model, &NoticeModel::waitingChanged, this, &ReminderToast::showNext);
    connect(m_toast, &Toast::closed, this, [this] {
        m_leftAlone.insert(m_shownId);
        m_shownId = 0;
        showNext();
    });
}

void ReminderToast::showNext()
{
    auto waiting = m_model->waiting();
    std::erase_if(waiting, [this](const v1::Notification& one) { return m_leftAlone.contains(one.id()); });
    if (waiting.empty()) {
        m_shownId = 0;
        m_toast->hide();
        return;
    }
    const v1::Notification& notice = waiting.front();
    QString text = reminderSentence(notice, officeNow());
    if (waiting.size() > 1)
        text = tr("%1  (and %2 more)").arg(text).arg(waiting.size() - 1);
    if (m_shownId == notice.id() && m_shownText == text && m_toast->isVisible())
        return;
    m_shownId = notice.id();
    m_shownText = text;
    m_toast->showReminder(text, answersTo(notice));
}

QList<ToastAction> ReminderToast::answersTo(const v1::Notification& notice)
{
    QList<ToastAction> answers{
        {tr("Open"), [this, entity = QString::fromStdString(notice.entity()), id = notice.entity_id(),
                      customerId = notice.customer_id()] { emit openRequested(entity, id, customerId); }},
        {tr("Again in %Ln minutes", nullptr, kSnoozeMinutes), [this, id = notice.reminder_id()] {
             m_model->snooze(id, officeNow().addSecs(kSnoozeMinutes * kSecondsPerMinute));
         }}};
    if (notice.entity() == "activity")
        answers.append({tr("Done"), [this, id = notice.entity_id()] { emit doneRequested(id); }});
    answers.append({tr("Dismiss"), [this, id = notice.reminder_id()] { m_model->dismiss(id); }});
    return answers;
}

} // namespace banhang::client
