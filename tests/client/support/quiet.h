// Waiting until a page has asked all that it asks by itself.
#pragma once

#include <QElapsedTimer>

#include "client/core/rpc_client.h"
#include "tests/client/support/wait.h"

namespace banhang::test {

/// Runs the event loop until nothing was awaited from the server for `quietMs`: what has come may ask for more. False
/// when that does not end.
inline bool waitUntilQuiet(const client::RpcClient& rpc, int quietMs)
{
    QElapsedTimer quiet;
    quiet.start();
    return waitUntil([&] {
        if (rpc.openCalls() > 0)
            quiet.restart();
        return quiet.elapsed() >= quietMs;
    });
}

} // namespace banhang::test
