#include "client/app/parts/care_part.h"

#include "client/app/window/window_head.h"
#include "client/care/care_page.h"
#include "client/care/care_pane.h"
#include "client/care/care_promise_page.h"
#include "client/care/care_tab.h"
#include "client/core/session.h"

namespace banhang::client {

CarePart::CarePart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent),
      m_workplace(workplace),
      m_page(new CarePage(workplace)),
      m_promises(new CarePromisePage(workplace))
{
    connect(m_page->pane(), &CarePane::failed, this, &CarePart::failed);
    connect(m_page->pane(), &CarePane::undoOffered, this, &CarePart::undoOffered);
    connect(m_page->pane(), &CarePane::newsHappened, this,
            [this](const QString& text) { emit newsHappened({}, text, QStringLiteral("circle-check")); });
    connect(m_page, &CarePage::shownChanged, this, [this](bool isShown) {
        emit keysChanged(isShown ? tr("Enter open  ·  Ctrl+Shift+R answer  ·  Ctrl+Shift+G assign  ·  Ctrl+Shift+Y new")
                                 : QString());
    });
    connect(m_promises, &CarePromisePage::newsHappened, this, &CarePart::newsHappened);
    connect(m_page, &CarePage::openWorkChanged, this,
            [this](int count, bool isOverdue) { emit badgeChanged(m_page, count, isOverdue); });
}

QList<RailPlace> CarePart::railPlaces()
{
    return {{RailRank::Care, QStringLiteral("handshake"), tr("Care"), m_page}};
}

QList<QWidget*> CarePart::pages()
{
    return {m_promises};
}

void CarePart::addEntries(WindowHead* head)
{
    m_promisesEntry =
        WindowHead::addEntry(head->toolsMenu(), QStringLiteral("handshake"), tr("Promised response times"));
    connect(m_promisesEntry, &QAction::triggered, this, [this] {
        m_promises->load();
        emit pageRequested(m_promises);
    });
}

DetailPart* CarePart::makeDetailPart(QObject* parent)
{
    return new CareTab(m_workplace, parent);
}

void CarePart::onChosen(QWidget*)
{
    m_page->pane()->load();
}

void CarePart::refresh(QWidget*)
{
    m_page->pane()->load();
}

bool CarePart::nextPane(QWidget*, bool)
{
    m_page->pane()->focusOther();
    return true;
}

void CarePart::begin()
{
    const bool mayView = m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW);
    emit allowedChanged(m_page, mayView);
    if (m_promisesEntry)
        m_promisesEntry->setVisible(mayView);
    m_page->pane()->applyRights();
    if (mayView)
        m_page->count();
}

void CarePart::end()
{
    m_page->pane()->clear();
    m_promises->clear();
}

void CarePart::open(qint64 careRequestId)
{
    emit pageRequested(m_page);
    m_page->pane()->open(careRequestId);
}

} // namespace banhang::client
