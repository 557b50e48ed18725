// How far the reading of a file is, for whoever waits for it, and their wish to end it.
#pragma once

#include <atomic>

namespace banhang::client {

/// One for each reading. The reader tells, others look and stop. Thread: any.
class SheetReading
{
public:
    /// The reader ends soon, with AppError Cancelled "sheet.stopped".
    void stop() { m_isStopped = true; }
    /// Rows seen so far.
    int rows() const { return m_rows; }
    /// Of the whole work, 0 to 1; 0 while it cannot be known.
    double share() const { return m_share; }

    /// For readers, every now and then. Throws once the reading was stopped.
    void tellRows(int rows);
    void tellShare(double share);

private:
    void checkStop() const;

    std::atomic<bool> m_isStopped = false;
    std::atomic<int> m_rows = 0;
    std::atomic<double> m_share = 0;
};

/// The part of a reading that one piece of its work is: from `from` to `to` of the whole.
struct ReadingPart
{
    SheetReading& whole;
    double from = 0;
    double to = 1;

    void tellShare(double share) const { whole.tellShare(from + (to - from) * share); }
};

} // namespace banhang::client
