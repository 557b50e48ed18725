// Pixmaps of icons, tags and avatars that were drawn once. A hit allocates nothing, unlike a cache with text keys.
#pragma once

#include <QHash>
#include <QPixmap>
#include <QString>

namespace banhang::client {

enum class PixmapKind : int { Icon, Tag, Avatar };

struct PixmapKey
{
    PixmapKind kind;
    QString text;
    qint64 variant; // colour, tone or person
    int width;      // device pixels, or size and ratio as the kind wants
    int height;
    bool operator==(const PixmapKey&) const = default;
    friend size_t qHash(const PixmapKey& key, size_t seed)
    {
        return qHashMulti(seed, static_cast<int>(key.kind), key.text, key.variant, key.width, key.height);
    }
};

/// Emptied by `Look` when the theme or the text size changes. Thread: UI only.
class PixmapStore final
{
public:
    static PixmapStore& instance();

    /// The pixmap for `key`, drawn by `draw` when it is not there yet.
    template <typename Draw>
    QPixmap get(const PixmapKey& key, Draw draw)
    {
        if (auto found = m_pixmaps.constFind(key); found != m_pixmaps.constEnd())
            return *found;
        if (m_pixmaps.size() >= kMaxPixmaps)
            m_pixmaps.clear();
        return *m_pixmaps.insert(key, draw());
    }
    void clear() { m_pixmaps.clear(); }

private:
    static constexpr qsizetype kMaxPixmaps = 4000; // of about 4 kB
    QHash<PixmapKey, QPixmap> m_pixmaps;
};

} // namespace banhang::client
