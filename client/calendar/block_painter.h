// How one activity looks in the calendar: a bar in its colour, a tint, time and icons, title, place; whole lines only.
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>
#include <QStringList>

class QPainter;

namespace banhang::client {

struct CalendarItem;

struct BlockLook
{
    QRect rect{};
    QColor color{};
    bool isChosen = false;
    bool isClash = false;
    bool isPeerChange = false; ///< a colleague has just changed it
    bool isOffline = false;
    bool isOnTint = false; ///< stands on a tinted ground, so its own is white
};

/// The text of a block, broken into lines for its size: made when sizes or activities change, not while painting.
struct BlockText
{
    QString time{};
    QStringList icons{};
    bool isOneLine = false;
    int height = 0;      ///< the part of the block in which it stands
    QStringList title{}; ///< one entry, with one line only
    QStringList detail{};
};

BlockText layOutBlock(const CalendarItem& item, const QSize& size, bool isClash);
void paintBlock(QPainter& painter, const CalendarItem& item, const BlockText& text, const BlockLook& look);
/// One line with a bar: whole days above the grid, everything in the month. `time` may be empty.
void paintChip(QPainter& painter, const CalendarItem& item, const QString& time, const BlockLook& look);

/// Breaks at blanks into at most `maxLines`; what does not fit is cut with "…".
QStringList wrapped(const QString& text, const QFont& font, int width, int maxLines);
/// Height of one line in a block.
int blockLineHeight();

} // namespace banhang::client
