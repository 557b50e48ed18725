#include "client/ui/parts/icon_label.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QPainter>

namespace banhang::client {

IconLabel::IconLabel(const QString& iconName, Tone tone, int size, QWidget* parent)
    : QWidget(parent), m_iconName(iconName), m_tone(tone), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

void IconLabel::setIcon(const QString& iconName, Tone tone)
{
    m_iconName = iconName;
    m_tone = tone;
    update();
}

void IconLabel::setPlate(int side)
{
    m_plate = side;
    updateGeometry();
}

QSize IconLabel::sizeHint() const
{
    const int side = scaled(m_plate > 0 ? m_plate : m_size);
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_plate > 0)
        paintFrame(painter, rect(), {.fill = theme().toneGround(m_tone), .line = {}});
    Icon::paint(painter, m_iconName, theme().tone(m_tone), rect(), scaled(m_size));
}

} // namespace banhang::client
