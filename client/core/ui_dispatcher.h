// The one bridge from gRPC's threads into the UI thread.
#pragma once

#include <QObject>

#include <functional>

namespace banhang::client {

/// Owner: RpcClient, which ends every call before it lets go of this; so gRPC's threads may always dereference it, and
/// never need to look at the receiver of a result.
class UiDispatcher final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Runs `work` later in the thread where this object lives; never if the object is gone by then.
    /// Thread: any.
    void post(std::function<void()> work);
};

} // namespace banhang::client
