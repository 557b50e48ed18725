// Nhóm in the window: the page of leaders, behind its entry of the rail.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class TeamPage;

class TeamPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit TeamPart(const Workplace& workplace, QObject* parent = nullptr);

    QList<RailPlace> railPlaces() override;
    void refresh(QWidget* page) override;
    bool nextPane(QWidget* page, bool isBackwards) override;
    void begin() override;
    void end() override;
    TeamPage* page() const { return m_page; }

private:
    Workplace m_workplace;
    TeamPage* m_page;
};

} // namespace banhang::client
