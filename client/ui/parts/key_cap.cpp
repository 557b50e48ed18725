#include "client/ui/parts/key_cap.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QPainter>

namespace banhang::client {

KeyCap::KeyCap(const QString& key, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
    setKey(key);
}

void KeyCap::setKey(const QString& key)
{
    m_key = key;
    setAccessibleName(key);
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(m_key);
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeyCap(painter, rect(), m_key);
}

QSize keyCapSize(const QString& key)
{
    const QFontMetrics metrics(textFont(TextSize::Small));
    return {metrics.horizontalAdvance(key) + 10, metrics.height() + 1};
}

void paintKeyCap(QPainter& painter, const QRect& place, const QString& key)
{
    const Theme& t = theme();
    paintFrame(painter, place, {.fill = t.base, .line = t.border, .radius = kTagRadius});
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(t.text3);
    painter.drawText(place, Qt::AlignCenter, key);
}

} // namespace banhang::client
