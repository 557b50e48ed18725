#include "client/ui/parts/tag.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/pixmap_store.h"
#include "client/ui/look/text_style.h"

#include <QPainter>

namespace banhang::client {

namespace {

constexpr int kTagPadding = 6;
constexpr int kTagIcon = 13;

QFont tagFont(CellTone tone)
{
    return textFont(TextSize::Small, tone == CellTone::Plain ? TextWeight::Regular : TextWeight::Medium);
}

QSize tagSize(const QString& text, CellTone tone, bool hasIcon)
{
    const QFontMetrics metrics(tagFont(tone));
    const int icon = hasIcon ? scaled(kTagIcon) + 4 : 0;
    return {metrics.horizontalAdvance(text) + icon + 2 * kTagPadding, metrics.height() + 3};
}

void paintTag(QPainter& painter, const QRect& rect, const QString& text, CellTone tone, const QString& iconName,
              const ColorPair& colors)
{
    paintFrame(painter, rect, {.fill = colors.ground, .line = {}, .radius = kTagRadius});
    QRect rest = rect.adjusted(kTagPadding, 0, -kTagPadding, 0);
    if (!iconName.isEmpty()) {
        const int icon = scaled(kTagIcon);
        Icon::paint(painter, iconName, colors.text, QRect(rest.left(), rest.top(), icon, rest.height()), icon);
        rest.setLeft(rest.left() + icon + 4);
    }
    painter.setFont(tagFont(tone));
    painter.setPen(colors.text);
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
}

} // namespace

ColorPair tagColors(CellTone tone, bool isGrey)
{
    const Theme& t = theme();
    if (isGrey)
        return {t.selInactive, t.text2};
    switch (tone) {
    case CellTone::Accent:
        return {t.accentBg, t.accent};
    case CellTone::Ok:
        return {t.okBg, t.ok};
    case CellTone::Warn:
        return {t.warnBg, t.warn};
    case CellTone::Error:
        return {t.errBg, t.err};
    case CellTone::Peer:
        return {t.peerBg, t.peer};
    case CellTone::Vip:
        return t.vip;
    default:
        return {t.selInactive, t.text2};
    }
}

QString elidedTagText(const QString& text, CellTone tone, int width)
{
    return QFontMetrics(tagFont(tone)).elidedText(text, Qt::ElideRight, width - 2 * kTagPadding);
}

QPixmap tagPixmap(const QString& text, CellTone tone, qreal devicePixelRatio, bool isGrey)
{
    const auto variant = static_cast<qint64>(tone) * 2 + isGrey;
    const PixmapKey key{PixmapKind::Tag, text, variant, qRound(devicePixelRatio * 100), 0};
    return PixmapStore::instance().get(key, [&] {
        const QSize size = tagSize(text, tone, false);
        QPixmap pixmap((QSizeF(size) * devicePixelRatio).toSize());
        pixmap.setDevicePixelRatio(devicePixelRatio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintTag(painter, QRect(QPoint(), size), text, tone, QString(), tagColors(tone, isGrey));
        return pixmap;
    });
}

Tag::Tag(const QString& text, CellTone tone, const QString& iconName, QWidget* parent)
    : QWidget(parent), m_text(text), m_iconName(iconName), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

void Tag::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Tag::setTone(CellTone tone)
{
    m_tone = tone;
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    return tagSize(m_text, m_tone, !m_iconName.isEmpty());
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTag(painter, rect(), m_text, m_tone, m_iconName, tagColors(m_tone));
}

} // namespace banhang::client
