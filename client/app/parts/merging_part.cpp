#include "client/app/parts/merging_part.h"

#include "client/core/session.h"
#include "client/merging/merging_page.h"

namespace banhang::client {

MergingPart::MergingPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent), m_workplace(workplace), m_page(new MergingPage(workplace))
{
    connect(m_page, &MergingPage::failed, this, &MergingPart::failed);
    connect(m_page, &MergingPage::newsHappened, this, &MergingPart::newsHappened);
    connect(m_page, &MergingPage::undoOffered, this, &MergingPart::undoOffered);
    connect(m_page, &MergingPage::keysChanged, this, &MergingPart::keysChanged);
    connect(m_page, &MergingPage::countChanged, this, [this](int count) { emit badgeChanged(m_page, count, false); });
    connect(&workplace.session, &Session::updated, this, &MergingPart::applyRights);
}

QList<RailPlace> MergingPart::railPlaces()
{
    return {{RailRank::Duplicates, QStringLiteral("copy-check"), tr("Duplicates"), m_page, true}};
}

void MergingPart::onChosen(QWidget*)
{
    m_page->reload();
}

void MergingPart::begin()
{
    applyRights();
}

void MergingPart::end()
{
    m_page->end();
}

void MergingPart::refresh(QWidget*)
{
    m_page->reload();
}

void MergingPart::openMerge(const QList<qint64>& customerIds)
{
    m_page->openMerge(customerIds);
    emit pageRequested(m_page);
}

void MergingPart::applyRights()
{
    const bool mayMerge = m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE);
    emit allowedChanged(m_page, mayMerge);
    if (mayMerge)
        m_page->countWaiting();
}

} // namespace banhang::client
