#include "client/ui/parts/notice_bar.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace banhang::client {

namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Warn:
        return QStringLiteral("triangle-alert");
    case Tone::Error:
        return QStringLiteral("circle-x");
    case Tone::Ok:
        return QStringLiteral("circle-check");
    case Tone::Peer:
        return QStringLiteral("user");
    default:
        return QStringLiteral("info");
    }
}

} // namespace

NoticeBar::NoticeBar(Tone tone, Shape shape, QWidget* parent)
    : QFrame(parent),
      m_tone(tone),
      m_shape(shape),
      m_row(new QHBoxLayout(this)),
      m_sign(new IconLabel(iconOf(tone), tone, 16, this)),
      m_text(new Label(this)),
      m_aside(new Label(QString(), TextSize::Second, TextWeight::Regular, Tone::Quiet, this))
{
    const int above = shape == Shape::Note ? 8 : 4; // a note keeps its icon beside its first line
    m_row->setContentsMargins(12, above, 12, above);
    m_row->setSpacing(10);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_aside->hide();
    m_row->addWidget(m_sign, 0, shape == Shape::Note ? Qt::AlignTop : Qt::AlignVCenter);
    m_row->addWidget(m_text, 1, shape == Shape::Note ? Qt::AlignTop : Qt::Alignment());
    m_row->addWidget(m_aside);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    updateWithLook(this, [this] {
        setMinimumHeight(smallHeight(fontMetrics()) + 10);
        showLines();
    });
}

void NoticeBar::setTexts(const QString& strong, const QString& text)
{
    setLines(strong, {{text}});
}

void NoticeBar::setFailure(const QString& strong, const QString& why, const std::function<void()>& retry)
{
    setTexts(strong, why);
    m_retry = retry;
    if (!m_again) {
        m_again = addButton(QStringLiteral("refresh-cw"), tr("Try again"));
        connect(m_again, &Button::clicked, this, [this] {
            const auto work = m_retry; // may lead to another failure
            work();
        });
    }
    m_again->show();
    show();
}

void NoticeBar::setLines(const QString& strong, const QList<NoticeLine>& lines)
{
    m_strong = strong;
    m_lines = lines;
    if (m_again)
        m_again->hide();
    showLines();
    QStringList spoken{strong};
    for (const auto& line : lines)
        spoken.append(line.quiet.isEmpty() ? line.text : line.text + QStringLiteral(", ") + line.quiet);
    const QString name = spoken.join(u' ');
    if (accessibleName() == name)
        return;
    setAccessibleName(name);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::showLines()
{
    const QString quiet = QStringLiteral(" <span style=\"color:%1; font-size:%2pt\">%3</span>")
                              .arg(theme().text2.name())
                              .arg(textFont(TextSize::Second).pointSizeF());
    QStringList shown;
    for (const auto& line : std::as_const(m_lines))
        shown.append(line.text.toHtmlEscaped() +
                     (line.quiet.isEmpty() ? QString() : quiet.arg(line.quiet.toHtmlEscaped())));
    const QString bold =
        m_strong.isEmpty() ? QString()
                           : QStringLiteral("<span style=\"font-weight:600\">%1</span> ").arg(m_strong.toHtmlEscaped());
    m_text->setText(bold + shown.join(QStringLiteral("<br>")));
}

void NoticeBar::setAside(const QString& text)
{
    m_aside->setText(text);
    m_aside->setVisible(!text.isEmpty());
}

void NoticeBar::setIcon(const QString& iconName)
{
    if (auto* icon = qobject_cast<IconLabel*>(m_sign))
        icon->setIcon(iconName, m_tone);
}

void NoticeBar::setPerson(const Person& person)
{
    auto* avatar = new Avatar(person, 20, this);
    delete m_row->replaceWidget(m_sign, avatar);
    delete m_sign;
    m_sign = avatar;
}

Button* NoticeBar::addButton(const QString& iconName, const QString& text)
{
    auto* button = new Button(ButtonKind::Small, iconName, text, this);
    m_row->addWidget(button);
    return button;
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const QColor ground = theme().toneGround(m_tone);
    const QColor line = theme().toneBorder(m_tone);
    QPainter painter(this);
    if (m_shape == Shape::Box)
        return paintFrame(painter, rect(), {.fill = ground, .line = line});
    painter.fillRect(rect(), ground);
    if (m_shape == Shape::Note)
        painter.fillRect(snapped(painter, QRect(0, 0, 3, height())), line);
    else
        paintHairline(painter, rect(), Qt::BottomEdge, line);
}

} // namespace banhang::client
