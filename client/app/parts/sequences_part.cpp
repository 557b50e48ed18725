#include "client/app/parts/sequences_part.h"

#include <QVBoxLayout>

#include "client/app/window/window_head.h"
#include "client/sequences/enrol_panel.h"
#include "client/sequences/sequence_tab.h"
#include "client/sequences/sequences_page.h"

namespace banhang::client {

SequencesPart::SequencesPart(const Workplace& workplace, QObject* parent)
    : WindowPart(parent),
      m_workplace(workplace),
      m_page(new SequencesPage(workplace)),
      m_startPage(new TitledPage(tr("Add to a sequence"))),
      m_start(new EnrolPanel(workplace))
{
    m_startPage->body()->addWidget(m_start);
    m_startPage->body()->addStretch(1);
    m_startPage->setEscapeTaken(true);
    m_startPage->setFocusProxy(m_start);
    connect(m_page, &SequencesPage::failed, this, &SequencesPart::failed);
    connect(m_page, &SequencesPage::newsHappened, this, &SequencesPart::newsHappened);
    connect(m_start, &EnrolPanel::failed, this, &SequencesPart::failed);
    connect(m_start, &EnrolPanel::closed, m_startPage, &TitledPage::closeRequested);
    connect(m_start, &EnrolPanel::started, this, [this](int count, const QString& refused) {
        QString text = tr("%Ln customers were added to the sequence", nullptr, count);
        if (!refused.isEmpty())
            text = tr("%1; not: %2").arg(text, refused);
        emit newsHappened({}, text, QStringLiteral("repeat"));
    });
}

QList<QWidget*> SequencesPart::pages()
{
    return {m_page, m_startPage};
}

void SequencesPart::addEntries(WindowHead* head)
{
    auto* entry = WindowHead::addEntry(head->toolsMenu(), QStringLiteral("repeat"), tr("Care sequences"));
    connect(entry, &QAction::triggered, this, [this] {
        m_page->reload();
        emit pageRequested(m_page);
    });
}

DetailPart* SequencesPart::makeDetailPart(QObject* parent)
{
    auto* tab = new SequenceTab(m_workplace, parent);
    connect(tab, &SequenceTab::activityRequested, this, &SequencesPart::activityRequested);
    return tab;
}

void SequencesPart::refresh(QWidget* page)
{
    if (page == m_page)
        m_page->reload();
}

bool SequencesPart::nextPane(QWidget* page, bool)
{
    return page == m_page && m_page->nextPane();
}

void SequencesPart::end()
{
    m_page->clear();
    m_start->clear();
}

void SequencesPart::openDraft(const QString& key)
{
    if (m_page->openDraft(key))
        emit pageRequested(m_page);
}

void SequencesPart::startFor(const QList<qint64>& customerIds)
{
    m_start->begin(customerIds);
    emit pageRequested(m_startPage);
}

} // namespace banhang::client
