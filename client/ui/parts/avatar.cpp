#include "client/ui/parts/avatar.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/look/pixmap_store.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace banhang::client {

namespace {

constexpr int kRing = 3; // ring and the air inside it
constexpr qsizetype kMaxShown = 3;

QPixmap drawAvatar(const ColorPair& colors, const QString& initials, int size, qreal ratio)
{
    QPixmap pixmap((QSizeF(size, size) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    const QRectF circle(0, 0, size, size);
    painter.drawEllipse(circle);
    QFont font = textFont(TextSize::Small, TextWeight::Strong);
    font.setPixelSize(std::max(8, size * 9 / 20));
    painter.setFont(font);
    painter.setPen(colors.text);
    painter.drawText(circle, Qt::AlignCenter, initials);
    return pixmap;
}

} // namespace

ColorPair personColors(qlonglong personId)
{
    const auto& people = theme().people;
    // Neighbouring ids get colours that differ: 3 and the number of colours have no common divisor.
    return people[static_cast<size_t>(std::abs(personId) * 3) % people.size()];
}

QPixmap avatarPixmap(qlonglong personId, const QString& initials, int size, qreal devicePixelRatio, bool isGrey)
{
    const ColorPair colors = isGrey ? ColorPair{theme().selInactive, theme().text2} : personColors(personId);
    const auto variant = static_cast<qint64>(colors.ground.rgb());
    const PixmapKey key{PixmapKind::Avatar, initials, variant, size, qRound(devicePixelRatio * 100)};
    return PixmapStore::instance().get(key, [&] { return drawAvatar(colors, initials, size, devicePixelRatio); });
}

Avatar::Avatar(const Person& person, int size, QWidget* parent) : QWidget(parent), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
    setPerson(person);
}

void Avatar::setPerson(const Person& person)
{
    m_person = person;
    setToolTip(person.name);
    setAccessibleName(person.name);
    update();
}

void Avatar::setPresent(bool isPresent)
{
    m_isPresent = isPresent;
    updateGeometry();
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = scaled(m_size) + (m_isPresent ? 2 * kRing : 0);
    return {side, side};
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int margin = m_isPresent ? kRing : 0;
    const QRect area(QPoint((width() - sizeHint().width()) / 2, (height() - sizeHint().height()) / 2), sizeHint());
    if (m_isPresent)
        paintFrame(painter, area,
                   {.fill = theme().base, .line = theme().peer, .lineWidth = 1.5, .radius = area.width() / 2.0});
    painter.drawPixmap(area.topLeft() + QPoint(margin, margin),
                       avatarPixmap(m_person.id, m_person.initials, scaled(m_size), devicePixelRatioF()));
}

PresenceBar::PresenceBar(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    hide();
}

void PresenceBar::setPeople(const QList<Person>& people, const QString& sentence, bool isEditing)
{
    rebuild(people, sentence, isEditing ? QStringLiteral("pencil") : QString(), Tone::Peer);
    setVisible(!people.isEmpty());
}

void PresenceBar::setUnknown()
{
    rebuild({}, tr("unknown who is viewing"), QString(), Tone::Hint);
    show();
}

void PresenceBar::rebuild(const QList<Person>& people, const QString& sentence, const QString& iconName, Tone tone)
{
    while (QLayoutItem* item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Person& person : people.first(std::min(people.size(), kMaxShown))) {
        auto* avatar = new Avatar(person, 20, this);
        avatar->setPresent(true);
        layout()->addWidget(avatar);
    }
    if (people.size() > kMaxShown) {
        auto* more = new Label(QStringLiteral("+%1").arg(people.size() - kMaxShown), TextSize::Second,
                               TextWeight::Medium, tone, this);
        layout()->addWidget(more);
    }
    if (!iconName.isEmpty())
        layout()->addWidget(new IconLabel(iconName, tone, 14, this));
    layout()->addWidget(new Label(sentence, TextSize::Second, TextWeight::Regular, tone, this));
    setAccessibleName(sentence);
}

} // namespace banhang::client
