// The leader's page, used as a leader does: a colleague is chosen, what is to go is chosen in the menu, the question is
// answered.
#pragma once

#include <QAbstractButton>
#include <QMenu>

#include "client/ui/parts/rail.h"
#include "client/ui/table/data_table.h"
#include "client/workday/colleague_day.h"
#include "client/workday/team_page.h"
#include "client/workday/team_rows.h"
#include "tests/e2e/windows/client_window.h"
#include "tests/e2e/windows/office_suite.h"

namespace banhang::test {

class LeaderSuite : public OfficeSuite
{
protected:
    /// The place of the team in the rail; null when there is none for this person.
    static client::RailButton* placeOf(ClientWindow& window)
    {
        const auto& team = *window.window().findChild<client::TeamPage*>();
        for (auto* button : window.window().findChildren<client::RailButton*>())
            if (button->isVisible() && button->accessibleName().startsWith(team.windowTitle()))
                return button;
        return nullptr;
    }
    /// The leader's page, with this colleague chosen.
    static client::ColleagueDay& openDayOf(ClientWindow& window, qint64 userId)
    {
        auto& team = *window.window().findChild<client::TeamPage*>();
        placeOf(window)->click();
        waitUntil("the leader's page", [&] { return team.isVisible() && team.model()->rowOf(userId) >= 0; });
        team.table()->setCurrentIndex(team.model()->index(team.model()->rowOf(userId), 0));
        waitUntil("the colleague's day", [&] { return team.day()->userId() == userId; });
        return *team.day();
    }
    /// Of the menu, to this colleague.
    static void choose(client::ColleagueDay& day, const QString& what, const QString& fullName)
    {
        auto* menu = day.findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        emit menu->aboutToShow();
        for (const auto* entry : menu->actions()) {
            if (entry->text() != what || !entry->menu())
                continue;
            for (auto* action : entry->menu()->actions())
                if (action->text() == fullName)
                    return action->trigger();
        }
        FAIL() << "not offered: " << what.toStdString() << ", " << fullName.toStdString();
    }
    /// Once the question stands in this bar.
    static void confirmIn(const QWidget& bar)
    {
        QAbstractButton* confirm = nullptr;
        waitUntil("the question", [&] {
            for (auto* button : bar.findChildren<QAbstractButton*>())
                if (button->isVisible() && button->text().startsWith(q("Giao ")))
                    confirm = button;
            return confirm != nullptr;
        });
        confirm->click();
    }
};

} // namespace banhang::test
