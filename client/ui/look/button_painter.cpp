// Drawing and size of push buttons; declared in control_painter.h.
#include "client/ui/look/button_kind.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/key_hint.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace banhang::client {

namespace {

constexpr int kIconSize = 16;
constexpr int kGap = 7;
constexpr int kLinkFocus = 2;
constexpr int kLinkPadding = 2 + kLinkFocus; // the frame of the focus does not touch the words

bool isPrimary(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::SmallPrimary;
}

bool isLow(ButtonKind kind)
{
    return kind == ButtonKind::Small || kind == ButtonKind::SmallPrimary || kind == ButtonKind::Link;
}

/// What stands in a button, read from the widget once per paint or size question.
struct Content
{
    ButtonKind kind = ButtonKind::Normal;
    QString iconName, strongPart, keyHint;
    bool isOnTip = false;
    bool lacksRight = false;
    TextSize size = TextSize::Body;
    TextWeight weight = TextWeight::Regular;
};

Content contentOf(const QWidget* widget)
{
    Content content;
    if (!widget)
        return content;
    content.kind = static_cast<ButtonKind>(widget->property(kKindProperty).toInt());
    content.iconName = widget->property(kIconNameProperty).toString();
    content.strongPart = widget->property(kStrongPartProperty).toString();
    if (!widget->property(kKeyHiddenProperty).toBool())
        content.keyHint = widget->property(kKeyHintProperty).toString();
    content.isOnTip = widget->property(kOnTipProperty).toBool();
    content.lacksRight = widget->property(kNoRightProperty).toBool();
    if (isLow(content.kind))
        content.size = TextSize::Second;
    if (isPrimary(content.kind) || content.isOnTip)
        content.weight = TextWeight::Medium;
    return content;
}

int padding(const Content& content, const QString& text)
{
    const bool isIconAlone = text.isEmpty() && content.strongPart.isEmpty() && content.keyHint.isEmpty();
    switch (content.kind) {
    case ButtonKind::Link:
        return kLinkPadding;
    case ButtonKind::Small:
    case ButtonKind::SmallPrimary:
        return 8;
    case ButtonKind::Flat:
        return isIconAlone ? 6 : 10;
    default:
        return isIconAlone ? 8 : 10;
    }
}

struct Widths
{
    int icon = 0, text = 0, strong = 0, hint = 0;
    int total() const
    {
        int sum = 0, parts = 0;
        for (int width : {icon, text, strong, hint}) {
            sum += width;
            parts += width > 0;
        }
        // The strong part belongs to the text: a word's distance instead of a gap.
        return sum + std::max(0, parts - 1) * kGap - (text && strong ? kGap - 4 : 0);
    }
};

Widths widthsOf(const Content& content, const QString& text)
{
    const auto width = [](const QString& part, TextSize size, TextWeight weight) {
        return part.isEmpty()
                   ? 0
                   : QFontMetrics(textFont(size, weight)).size(Qt::TextShowMnemonic | Qt::TextSingleLine, part).width();
    };
    return {content.iconName.isEmpty() ? 0 : scaled(kIconSize), width(text, content.size, content.weight),
            width(content.strongPart, content.size, TextWeight::Strong),
            width(content.keyHint, TextSize::Small, TextWeight::Regular)};
}

struct Colors
{
    QColor text, hint;
    FrameLook frame;
};

Colors colorsOf(const Content& content, const QStyleOptionButton& option)
{
    const Theme& t = theme();
    const bool isLit = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    Colors colors{t.text, t.text3, {.fill = isLit ? t.buttonHover : t.button, .line = t.input}};
    switch (content.kind) {
    case ButtonKind::Primary:
    case ButtonKind::SmallPrimary:
        colors = {t.onAccent, t.onAccent, {.fill = isLit ? t.accentHover : t.accent, .line = {}}};
        break;
    case ButtonKind::Flat:
        colors.frame = {.fill = isLit ? t.buttonHover : QColor(), .line = {}};
        break;
    case ButtonKind::Destructive:
        colors.text = t.err;
        colors.frame = {.fill = isLit ? t.errBg : t.button, .line = t.err};
        break;
    case ButtonKind::Link:
        colors = {content.isOnTip ? t.tipLink : t.accent, t.text3, {}};
        break;
    default:
        break;
    }
    if (!(option.state & QStyle::State_Enabled)) {
        colors.text = colors.hint = t.disabled;
        const bool isFrameless = content.kind == ButtonKind::Flat || content.kind == ButtonKind::Link;
        colors.frame = {.fill = isFrameless ? QColor() : t.button,
                        .line = isFrameless ? QColor() : t.border,
                        .isDashed = content.lacksRight};
    }
    return colors;
}

} // namespace

void paintButton(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const Content content = contentOf(widget);
    const Colors colors = colorsOf(content, option);
    const Widths widths = widthsOf(content, option.text);
    paintFrame(painter, option.rect, colors.frame);
    if (option.state & QStyle::State_HasFocus) {
        // The accent frame would vanish on the accent ground: a second, inner line in the colour of the text.
        if (content.kind == ButtonKind::Link)
            paintFrame(painter, option.rect, {.fill = {}, .line = colors.text, .lineWidth = kLinkFocus, .radius = 3});
        else
            paintFocus(painter, option.rect);
        if (isPrimary(content.kind))
            paintFrame(painter, option.rect.adjusted(2, 2, -2, -2),
                       {.fill = {}, .line = theme().onAccent, .lineWidth = 1, .radius = 3});
    }
    QRect rest = option.rect;
    rest.setLeft(option.rect.left() +
                 std::max(padding(content, option.text), (option.rect.width() - widths.total()) / 2));
    if (widths.icon) {
        const QRect place(rest.left(), rest.top(), widths.icon, rest.height());
        Icon::paint(painter, content.iconName, colors.text, place, widths.icon);
        rest.setLeft(rest.left() + widths.icon + kGap);
    }
    const auto write = [&](const QString& text, int width, TextSize size, TextWeight weight, const QColor& color) {
        painter.setFont(textFont(size, weight));
        painter.setPen(color);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, text);
        rest.setLeft(rest.left() + width);
    };
    write(option.text, widths.text, content.size, content.weight, colors.text);
    if (widths.strong) {
        rest.setLeft(rest.left() + 4);
        write(content.strongPart, widths.strong, content.size, TextWeight::Strong, colors.text);
    }
    if (widths.hint) {
        rest.setLeft(rest.left() + kGap);
        write(content.keyHint, widths.hint, TextSize::Small, TextWeight::Regular, colors.hint);
    }
}

int keyHintWidth(const QString& hint)
{
    return kGap + QFontMetrics(textFont(TextSize::Small, TextWeight::Regular))
                      .size(Qt::TextShowMnemonic | Qt::TextSingleLine, hint)
                      .width();
}

QSize buttonSize(const QStyleOptionButton& option, const QWidget* widget)
{
    const Content content = contentOf(widget);
    const QFontMetrics metrics(textFont(content.size, content.weight));
    return {widthsOf(content, option.text).total() + 2 * padding(content, option.text),
            isLow(content.kind) ? smallHeight(metrics) : fieldHeight(metrics)};
}

} // namespace banhang::client
