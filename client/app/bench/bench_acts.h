// What people do all day, each act with the time that it took.
#pragma once

#include <QString>

#include <vector>

namespace banhang::client {

class BenchDesk;
class RailButton;

/// Times are milliseconds from the act to the paint of what it brought. Thread: UI; functions wait, and throw
/// BenchStepFailed.
class BenchActs final
{
public:
    explicit BenchActs(BenchDesk& desk) : m_desk(desk) {}

    struct Typing
    {
        std::vector<double> letters; ///< until the letter stands there
        std::vector<double> results; ///< until what the server found for it does, the pause before asking included
    };
    /// Types it into "find anything", each letter once the one before is answered, and leaves again.
    void search(const QString& text, Typing& times);
    /// Of a row that is loaded.
    double openDetail(int row);
    /// Opens it in the form, which is left at once.
    double openForm(int row);
    double openPlace(RailButton* button);

    struct Scrolling
    {
        std::vector<double> frames;
        std::vector<double> cpu; ///< of the same frames
        int rows = 0;
        int missed = 0; ///< not painted when the next one was due
        int empty = 0;  ///< that ended below the rows that had come by then
    };
    /// A steady flick through so many rows, or to the end of the list.
    Scrolling scroll(int rows);
    /// To the chosen row, which the list is loaded around.
    void scrollBack();

private:
    double scrollFrame(int pixels);

    BenchDesk& m_desk;
};

} // namespace banhang::client
