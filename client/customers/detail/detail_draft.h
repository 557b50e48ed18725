// What the user has typed at the customer that is shown and not saved: told, or where a colleague changed the same, to
// be chosen from.
#pragma once

#include <QSet>
#include <QWidget>

#include "banhang/v1/customer.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

class Button;
class ConflictPanel;
class NoticeBar;
struct CustomerDraft;

/// Hidden while there is nothing. Follows the drafts by itself. Thread: UI.
class DetailDraft final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailDraft(const Workplace& workplace, QWidget* parent = nullptr);

    void showCustomer(const v1::Customer& customer);
    void setOffline(bool isOffline);
    bool hasConflict() const;

signals:
    /// What is shown has changed.
    void changed();
    void openRequested();
    /// Fields for which the colleague's value was chosen; the others are to be saved as typed.
    void settleRequested(const QSet<QString>& fromThem);

private:
    void update();
    void showNotice(const CustomerDraft& draft, const QDateTime& keptAt);

    Workplace m_workplace;
    v1::Customer m_customer;
    NoticeBar* m_notice;
    ConflictPanel* m_conflict;
    bool m_isOffline = false;
};

} // namespace banhang::client
