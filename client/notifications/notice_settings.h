// How the person wants to be told: quiet hours, lead times, mail; and whether the program stays beside the clock.
#pragma once

#include <QWidget>

#include "client/core/workplace.h"
#include "client/notifications/notifications_api.h"

class QCheckBox;
class QLineEdit;
class QTimeEdit;

namespace banhang::client {

class Button;
class FormGrid;
class Label;
struct RecordChange;

class NoticeSettings final : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeSettings(const Workplace& workplace, QWidget* parent = nullptr);

    /// Asks the server anew.
    void load();
    /// Nobody's: the person has left.
    void clear();

private:
    void addMinutes(const QString& label, QLineEdit* edit);
    void addRow(const QString& label, QWidget* editor);
    void show(const v1::NotificationSettings& settings);
    v1::NotificationSettings typed() const;
    void onChanges(const QList<RecordChange>& changes);
    void save();
    void tell(const QString& text, bool isError);

    Workplace m_workplace;
    NotificationsApi m_api;
    v1::NotificationSettings m_settings;
    FormGrid* m_grid;
    QCheckBox* m_isQuiet;
    QTimeEdit* m_from;
    QTimeEdit* m_to;
    QLineEdit* m_leads;
    QLineEdit* m_talkLeads;
    QLineEdit* m_email;
    QCheckBox* m_digest;
    QCheckBox* m_mails;
    QCheckBox* m_keepsRunning;
    Button* m_save;
    Label* m_message;
    CallHandle m_call;
    CallHandle m_saveCall;
};

} // namespace banhang::client
