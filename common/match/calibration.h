// What a score is worth: makes "nine in ten" of 0.9.
#pragma once

#include <vector>

namespace banhang::match {

/// A straight line over bits of evidence (Platt 1999). The model takes fields for independent that are not quite, so
/// that its bits say too much near the middle; how much, labelled pairs tell, and the line keeps the order of scores.
struct Calibration
{
    double slope = 1; ///< above 0
    double offset = 0;

    double bits(double raw) const { return slope * raw + offset; }

    friend bool operator==(const Calibration&, const Calibration&) = default;
};

/// A pair whose truth is known, with the bits that a model gave it which had not seen it.
struct JudgedPair
{
    double bits = 0;
    bool isSame = false;
    double times = 1;
};

/// The line under which the truth is likeliest, by Newton's method. Pairs far from the middle are left aside. The
/// identity for fewer than a few dozen pairs of either sort.
Calibration calibrate(std::vector<JudgedPair> pairs);

} // namespace banhang::match
