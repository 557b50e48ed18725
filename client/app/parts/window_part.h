// A feature in the window: its pages, its entries of rail and head, what it adds to a customer, and what it tells.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

#include "client/core/outcome.h"
#include "client/ui/parts/toast.h"

class QWidget;

namespace banhang::client {

class DetailPart;
class WindowHead;

/// The order of the rail, and with it of Ctrl+1…9.
enum class RailRank { Today, Customers, Care, Calendar, Team, Duplicates };

/// A page behind an entry of the rail. Its title is that of its TitledPage, or its windowTitle().
struct RailPlace
{
    RailRank rank{};
    QString icon{};
    QString text{};
    QWidget* page = nullptr;
    bool isAtBottom = false;
};

/// Made with the pages of the window, gone with them. Thread: UI.
class WindowPart : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Asked once. Owner of the pages: the window.
    virtual QList<RailPlace> railPlaces() { return {}; }
    /// Further pages, shown by `pageRequested` alone. Asked once. Owner: the window.
    virtual QList<QWidget*> pages() { return {}; }
    /// Entries of menus, what stands beside the account, keys of the whole window.
    virtual void addEntries(WindowHead* head) { Q_UNUSED(head) }
    /// For each detail of a customer, also those in windows of their own; null for none. Owner: `parent`.
    virtual DetailPart* makeDetailPart(QObject* parent)
    {
        Q_UNUSED(parent)
        return nullptr;
    }
    /// One of its pages was chosen in the rail, and is not yet on the screen.
    virtual void onChosen(QWidget* page) { Q_UNUSED(page) }
    /// F5 and the menu, while one of its pages is shown.
    virtual void refresh(QWidget* page) { Q_UNUSED(page) }
    /// F6; false leaves it to the order of Tab.
    virtual bool nextPane(QWidget* page, bool isBackwards)
    {
        Q_UNUSED(page)
        Q_UNUSED(isBackwards)
        return false;
    }
    /// Somebody has signed in.
    virtual void begin() {}
    /// Nobody is signed in: what was shown is not for the next one.
    virtual void end() {}

signals:
    void pageRequested(QWidget* page);
    void customerRequested(qint64 customerId);
    /// For the status line; `who` is empty for what the user did.
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    /// Stays until one of the actions is chosen.
    void reminderRaised(const QString& text, const QList<banhang::client::ToastAction>& actions);
    void failed(const QString& strong, const banhang::AppError& error);
    /// The keys of the place, for the status line; empty for the usual ones.
    void keysChanged(const QString& text);
    void badgeChanged(QWidget* page, int count, bool isOverdue);
    /// Who may not open it does not see the entry.
    void allowedChanged(QWidget* page, bool isAllowed);
};

} // namespace banhang::client
