#include "client/ui/table/row_glow.h"

#include <algorithm>

namespace banhang::client {

int glowLevel(qint64 changedAtMs, qint64 nowMs)
{
    if (changedAtMs <= 0)
        return 0;
    const qint64 fading = std::max<qint64>(0, nowMs - changedAtMs) - kGlowFullMs;
    if (fading < 0)
        return kGlowFull;
    return static_cast<int>(std::max<qint64>(0, kGlowSteps - fading / kGlowStepMs));
}

} // namespace banhang::client
