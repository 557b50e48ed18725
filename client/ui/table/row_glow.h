// How long and how strongly a row changed by a colleague glows. Pure functions over milliseconds.
#pragma once

#include <QtGlobal>

namespace banhang::client {

inline constexpr qint64 kGlowFullMs = 8000;
inline constexpr qint64 kGlowStepMs = 1000;
inline constexpr int kGlowSteps = 4;
inline constexpr int kGlowFull = kGlowSteps + 1;
inline constexpr qint64 kGlowEndMs = kGlowFullMs + kGlowSteps * kGlowStepMs;

/// `kGlowFull` for the first 8 s, then one less at once and after each further second, 0 from 12 s on. A change "in the
/// future" (the clock was set back) counts as just made.
int glowLevel(qint64 changedAtMs, qint64 nowMs);

} // namespace banhang::client
