#include "client/app/parts/picklists_part.h"

#include <QAction>

#include "client/app/window/window_head.h"
#include "client/core/session.h"
#include "client/picklists/picklists_page.h"

namespace banhang::client {

PicklistsPart::PicklistsPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent), m_workplace(workplace), m_page(new PicklistsPage(workplace))
{
    connect(m_page, &PicklistsPage::newsHappened, this, &PicklistsPart::newsHappened);
    connect(m_page, &PicklistsPage::undoOffered, this, &PicklistsPart::undoOffered);
    connect(&workplace.session, &Session::updated, this, &PicklistsPart::applyRights);
}

QList<QWidget*> PicklistsPart::pages()
{
    return {m_page};
}

void PicklistsPart::addEntries(WindowHead* head)
{
    m_entry = WindowHead::addEntry(head->toolsMenu(), QStringLiteral("list"), tr("Choice lists"));
    connect(m_entry, &QAction::triggered, this, [this] { emit pageRequested(m_page); });
    applyRights();
}

void PicklistsPart::applyRights()
{
    if (m_entry)
        m_entry->setVisible(m_workplace.session.may(v1::RESOURCE_PICKLIST, v1::ACTION_EDIT));
}

void PicklistsPart::refresh(QWidget*)
{
    m_page->reload();
}

bool PicklistsPart::nextPane(QWidget*, bool)
{
    return m_page->nextPane();
}

void PicklistsPart::begin()
{
    applyRights();
}

void PicklistsPart::openDraft(const QString& key)
{
    if (m_page->openDraft(key))
        emit pageRequested(m_page);
}

void PicklistsPart::end()
{
    m_page->clear();
}

} // namespace banhang::client
