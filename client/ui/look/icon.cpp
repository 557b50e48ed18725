#include "client/ui/look/icon.h"

#include "client/ui/look/pixmap_store.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace banhang::client {

namespace {

/// SVG text by name, read once; empty for an unknown name.
const QByteArray& source(const QString& name)
{
    static QHash<QString, QByteArray> sources;
    auto found = sources.constFind(name);
    if (found == sources.constEnd()) {
        QFile file(QStringLiteral(":/banhang/icons/%1.svg").arg(name));
        found = sources.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

QPixmap render(const QByteArray& svg, const QSize& devicePixels)
{
    QPixmap pixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(svg).render(&painter, QRectF(QPointF(), QSizeF(devicePixels)));
    return pixmap;
}

QPixmap tinted(const QString& name, const QColor& color, const QSize& devicePixels)
{
    const PixmapKey key{PixmapKind::Icon, name, color.rgba(), devicePixels.width(), devicePixels.height()};
    return PixmapStore::instance().get(key, [&] {
        QByteArray svg = source(name);
        svg.replace("currentColor", color.name().toLatin1());
        return render(svg, devicePixels);
    });
}

class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QSize size = (QSizeF(rect.size()) * painter->device()->devicePixelRatio()).toSize();
        painter->drawPixmap(rect, pixmap(size, mode, state));
    }

    QPixmap pixmap(const QSize& devicePixels, QIcon::Mode mode, QIcon::State) override
    {
        const Theme& t = theme();
        return tinted(m_name, mode == QIcon::Disabled ? t.disabled : t.tone(m_tone), devicePixels);
    }

    QIconEngine* clone() const override { return new TintedEngine(*this); }
    QString iconName() override { return m_name; }
    bool isNull() override { return source(m_name).isEmpty(); }

private:
    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon Icon::named(const QString& name, Tone tone)
{
    return QIcon(new TintedEngine(name, tone));
}

bool Icon::exists(const QString& name)
{
    return !source(name).isEmpty();
}

QPixmap Icon::pixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap = tinted(name, color, (QSizeF(size, size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void Icon::paint(QPainter& painter, const QString& name, const QColor& color, const QRect& rect, int size)
{
    if (name.isEmpty())
        return;
    const qreal ratio = painter.device()->devicePixelRatio();
    const QPoint corner(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
    painter.drawPixmap(corner, pixmap(name, color, size, ratio));
}

QIcon Icon::application()
{
    QIcon icon;
    for (int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(render(source(QStringLiteral("banhang")), {size, size}));
    return icon;
}

} // namespace banhang::client
