// The head of the detail: who the customer is, who else is there, and what can be done.
#pragma once

#include <QList>
#include <QWidget>

#include "banhang/v1/customer.pb.h"
#include "client/core/workplace.h"

class QHBoxLayout;
class QMenu;

namespace banhang::client {

class Button;
class IconLabel;
class Label;
class PresenceView;
class Tag;
class OverflowRow;

class DetailHead final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailHead(const Workplace& workplace, QWidget* parent = nullptr);

    /// A primary one goes to the left, and editing becomes an icon; others go behind the ways to talk.
    void addActions(const QList<Button*>& actions);
    void showCustomer(const v1::Customer& customer);
    /// Who else is at this customer; 0 for nobody.
    void watch(qint64 customerId);
    void setOffline(bool isOffline);
    /// Actions become icons.
    void setNarrow(bool isNarrow);
    void applyRights();
    void setActionsShown(bool isShown) { m_bar->setVisible(isShown); }
    /// Deleted, or out of reach.
    void setGone();
    bool mayEdit() const;
    /// What is done there most. False when there is nothing to be done.
    bool focusFirst();
    /// By a key of the list "channel"; false when the customer is not to be reached like this.
    bool reach(const QString& channelKey);

signals:
    void editRequested(qint64 customerId);
    void assignRequested(const QList<qint64>& customerIds);
    void shareRequested(qint64 customerId);
    void binRequested(const QList<qint64>& customerIds);
    void restoreRequested(qint64 customerId);
    /// By the program of this machine for it; key of the list "channel".
    void reachedOut(const QString& channelKey);

private:
    QWidget* makeWords();
    QWidget* makeMarks();
    void showMarks();
    QWidget* makeActions();
    void fillMenu();
    void callPhone(const QString& scheme, const QString& channelKey);
    bool isInBin() const { return m_customer.has_delete_time(); }

    Workplace m_workplace;
    v1::Customer m_customer;
    IconLabel* m_icon = nullptr;
    Label* m_name = nullptr;
    PresenceView* m_colleagues = nullptr;
    OverflowRow* m_marks = nullptr; ///< second line: codes, tags
    Label* m_code = nullptr;
    Label* m_taxCode = nullptr;
    Tag* m_tier = nullptr;
    Tag* m_group = nullptr;
    Tag* m_potential = nullptr;
    Tag* m_age = nullptr;
    QWidget* m_bar = nullptr; ///< of the actions
    QHBoxLayout* m_actions = nullptr;
    Button* m_edit = nullptr;
    Button* m_call = nullptr;
    Button* m_mail = nullptr;
    Button* m_zalo = nullptr;
    Button* m_restore = nullptr;
    QList<Button*> m_added; ///< by the parts; none of them is for who lies in the bin
    QMenu* m_menu = nullptr;
};

} // namespace banhang::client
