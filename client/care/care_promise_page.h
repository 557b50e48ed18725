// How soon each severity of a care request is promised an answer, and how long before that its owner is reminded.
#pragma once

#include "client/care/care_api.h"
#include "client/core/workplace.h"
#include "client/ui/parts/titled_page.h"

#include <map>

class QComboBox;

namespace banhang::client {

class Button;
class NoticeBar;

/// Seen by who sees care requests, changed by who keeps the settings of the office. Thread: UI.
class CarePromisePage final : public TitledPage
{
    Q_OBJECT
public:
    explicit CarePromisePage(const Workplace& workplace, QWidget* parent = nullptr);

    /// Asks the server anew; what was chosen and not saved is gone.
    void load();
    void clear();
    void save();

signals:
    void newsHappened(const QString& who, const QString& text, const QString& iconName);

private:
    struct Row
    {
        QComboBox* promise;
        QComboBox* remind;
    };
    QWidget* makeRow(v1::CareSeverity severity);
    void showSettings(const v1::CareSettings& settings);
    v1::CareSettings chosen() const;
    void applyState();
    void refuse(const AppError& error);

    Workplace m_workplace;
    CareApi m_api;
    v1::CareSettings m_stored;
    std::map<v1::CareSeverity, Row> m_rows;
    NoticeBar* m_notice;
    Button* m_save;
    CallHandle m_call;
};

} // namespace banhang::client
