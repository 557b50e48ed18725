// Laid-out, elided cell text kept between paints, so that scrolling lays out nothing twice.
#pragma once

#include "client/ui/look/text_style.h"

#include <QHash>
#include <QStaticText>
#include <QString>

class QColor;
class QPainter;
class QRect;

namespace banhang::client {

/// One cache per view. Thread: UI only.
class CellTextCache final
{
public:
    struct Line
    {
        QStaticText text;
        int width = 0; // logical pixels that the (elided) text takes
        bool isElided = false;
    };

    /// Elides at the end only. The reference holds until the next call.
    const Line& line(const QString& text, TextSize size, TextWeight weight, int maxWidth);
    /// Draws centred in height, from the left edge of `rect`, and returns the width taken.
    int draw(QPainter& painter, const QRect& rect, const QString& text, const QColor& color, TextSize size,
             TextWeight weight = TextWeight::Regular);
    /// After a change of text size or device ratio.
    void clear();

private:
    struct Key
    {
        QString text;
        int style;
        int maxWidth;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed) { return qHashMulti(seed, key.text, key.style, key.maxWidth); }
    };
    const QFont& fontFor(TextSize size, TextWeight weight);

    QHash<Key, Line> m_lines;
    QHash<int, QFont> m_fonts;
};

} // namespace banhang::client
