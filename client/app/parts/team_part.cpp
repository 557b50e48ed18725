#include "client/app/parts/team_part.h"

#include "client/core/session.h"
#include "client/workday/team_page.h"

namespace banhang::client {

TeamPart::TeamPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent), m_workplace(workplace), m_page(new TeamPage(workplace))
{
    connect(m_page, &TeamPage::failed, this, &TeamPart::failed);
    connect(m_page, &TeamPage::undoOffered, this, &TeamPart::undoOffered);
    connect(m_page, &TeamPage::newsHappened, this,
            [this](const QString& text) { emit newsHappened({}, text, QStringLiteral("user-check")); });
    connect(m_page, &TeamPage::customerRequested, this, &TeamPart::customerRequested);
    connect(&workplace.session, &Session::updated, this,
            [this] { emit allowedChanged(m_page, TeamPage::isFor(m_workplace)); });
}

QList<RailPlace> TeamPart::railPlaces()
{
    return {{RailRank::Team, QStringLiteral("chart-column"), tr("Team"), m_page}};
}

void TeamPart::refresh(QWidget*)
{
    m_page->reload();
}

bool TeamPart::nextPane(QWidget*, bool isBackwards)
{
    Q_UNUSED(isBackwards) // two panes: both ways lead to the other one
    return m_page->nextPane();
}

void TeamPart::begin()
{
    emit allowedChanged(m_page, TeamPage::isFor(m_workplace));
    m_page->begin();
}

void TeamPart::end()
{
    m_page->end();
}

} // namespace banhang::client
