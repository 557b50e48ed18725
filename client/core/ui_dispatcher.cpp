#include "client/core/ui_dispatcher.h"

#include <QMetaObject>

namespace banhang::client {

void UiDispatcher::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

} // namespace banhang::client
