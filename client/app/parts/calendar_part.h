// The calendar in the window: the page behind its entry of the rail, for those who may see activities.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class CalendarImportPage;
class CalendarPage;
class UploadQueue;

class CalendarPart final : public WindowPart
{
    Q_OBJECT
public:
    CalendarPart(const Workplace& workplace, UploadQueue& uploads, QObject* parent = nullptr);

    QList<RailPlace> railPlaces() override;
    QList<QWidget*> pages() override;
    void refresh(QWidget* page) override;
    bool nextPane(QWidget* page, bool isBackwards) override;
    void begin() override;
    void end() override;
    void showDay(const QDate& day);

private:
    void applyRights();

    Workplace m_workplace;
    CalendarPage* m_page;
    CalendarImportPage* m_import;
};

} // namespace banhang::client
