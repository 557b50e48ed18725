// What a feature further on puts into the detail of a customer; the detail knows it by this alone.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

#include "banhang/v1/customer.pb.h"
#include "client/core/outcome.h"

class QWidget;

namespace banhang::client {

class Button;

/// One for each detail. The widgets are asked for once, and belong to the detail. Thread: UI.
class DetailPart : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// In the head: a primary one becomes the first of all, others stand behind Call, E-mail and Zalo.
    virtual QList<Button*> actions() { return {}; }
    /// In the overview below the facts, in the place of the short history; with its own heading. Null for none.
    virtual QWidget* section() { return nullptr; }
    /// Behind a tab of its own, right of the overview. Null for none.
    virtual QWidget* tab() { return nullptr; }
    virtual QString tabTitle() const { return {}; }
    /// Below a conflict while there is no connection, in the place of everything else: what waits. Null for none.
    virtual QWidget* waitingView() { return nullptr; }
    /// Another customer, or another state of the same; without id when there is none to be shown.
    virtual void showCustomer(const v1::Customer& customer) = 0;
    /// The person dialled, wrote or opened a chat from the head; key of the list "channel".
    virtual void onReachedOut(const QString& channelKey) { Q_UNUSED(channelKey) }
    virtual void setOffline(bool isOffline) { Q_UNUSED(isOffline) }
    /// Under 1,320 pixels its actions become icons, as those of the detail do.
    virtual void setNarrow(bool isNarrow) { Q_UNUSED(isNarrow) }

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    /// Behind the title of its tab.
    void countChanged(int count);
    /// Its tab is to come to the front.
    void tabRequested();
};

} // namespace banhang::client
