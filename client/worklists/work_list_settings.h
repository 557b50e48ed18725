// The days that the office agrees on, in the settings, for who may change them.
#pragma once

#include <QWidget>

#include "client/core/workplace.h"
#include "client/views/work_lists_api.h"

class QListWidget;
class QSpinBox;

namespace banhang::client {

class Button;
class FormGrid;
class Label;
class NoticeBar;

class WorkListSettingsEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit WorkListSettingsEdit(const Workplace& workplace, QWidget* parent = nullptr);

signals:
    void saved(const QString& text);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QSpinBox* addDays(const QString& label);
    void reload();
    void show(const v1::WorkListSettings& settings);
    v1::WorkListSettings typed() const;
    /// Something is typed that is not saved.
    bool isChanged() const;
    void save();

    Workplace m_workplace;
    WorkListsApi m_api;
    NoticeBar* m_failure;
    FormGrid* m_grid;
    QSpinBox* m_untouched;
    QSpinBox* m_leader;
    QSpinBox* m_overlooked;
    QSpinBox* m_silent;
    QListWidget* m_statuses;
    Button* m_save;
    Label* m_whose;               ///< for those who may only look
    v1::WorkListSettings m_shown; ///< as the fields were filled
    /// What stands there may go: nothing has come yet, a colleague's is newer, or who typed it has left.
    bool m_isOutdated = true;
    CallHandle m_call;
    CallHandle m_saveCall;
};

} // namespace banhang::client
