#include "client/customers/detail/detail_draft.h"

#include <QVBoxLayout>

#include "client/core/draft_store.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/customers/form/conflict_panel.h"
#include "client/customers/form/customer_draft.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

DetailDraft::DetailDraft(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_notice(new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip)),
      m_conflict(new ConflictPanel)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_conflict);
    m_notice->setIcon(QStringLiteral("save"));
    auto* open = m_notice->addButton(QStringLiteral("pencil"), tr("Go on"));
    connect(open, &Button::clicked, this, &DetailDraft::openRequested);
    connect(m_conflict, &ConflictPanel::saveRequested, this,
            [this] { emit settleRequested(m_conflict->takenFromThem()); });
    connect(&m_workplace.drafts, &DraftStore::changed, this, &DetailDraft::update);
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &DetailDraft::update);
    hide();
}

void DetailDraft::showCustomer(const v1::Customer& customer)
{
    m_customer = customer;
    update();
}

void DetailDraft::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    m_conflict->showSave(isOffline ? tr("Save when connected again") : tr("Save"));
}

bool DetailDraft::hasConflict() const
{
    return isVisibleTo(parentWidget()) && m_conflict->isVisibleTo(this);
}

void DetailDraft::update()
{
    const auto kept = m_customer.id() ? m_workplace.drafts.find(customerDraftKey(m_customer.id())) : std::nullopt;
    const auto draft = kept ? readDraft(*kept) : std::nullopt;
    setVisible(draft.has_value());
    if (draft) {
        const bool isOlder = m_customer.version() > draft->base.version();
        const auto conflict = isOlder ? conflictWith(m_customer, *draft, m_workplace) : EditConflict();
        m_conflict->setVisible(!conflict.rows.isEmpty());
        m_notice->setVisible(conflict.rows.isEmpty());
        if (conflict.rows.isEmpty()) {
            showNotice(*draft, kept->keptAt);
        } else {
            setOffline(m_isOffline);
            showConflict(*m_conflict, conflict, m_workplace, draft->theirUserId,
                         draft->theirTime.isValid() ? draft->theirTime : officeTime(m_customer.update_time()));
        }
    }
    emit changed();
}

void DetailDraft::showNotice(const CustomerDraft& draft, const QDateTime& keptAt)
{
    const QString when = longMoment(keptAt, officeNow());
    if (draft.isWaiting)
        m_notice->setTexts(tr("What you changed here waits for the server."),
                           tr("It is sent when the connection is back."));
    else
        m_notice->setTexts(tr("You changed something here that is not saved."), tr("Kept %1.").arg(when));
}

} // namespace banhang::client
