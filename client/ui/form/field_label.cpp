#include "client/ui/form/field_label.h"

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QPainter>

namespace banhang::client {

namespace {
constexpr int kWidth = 112;
constexpr int kStarRoom = 10;
} // namespace

FieldLabel::FieldLabel(const QString& text, bool isRequired, QWidget* parent)
    : QLabel(text, parent), m_isRequired(isRequired)
{
    QString name = text;
    name.remove(u'&');
    setAccessibleName(isRequired ? tr("%1, required").arg(name) : name);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

QSize FieldLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int width = kWidth * Look::instance().textPercent() / 100 + margins.right();
    return {width, fieldHeight(QFontMetrics(textFont(TextSize::Body)))};
}

QSize FieldLabel::minimumSizeHint() const
{
    return sizeHint();
}

void FieldLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(textFont(TextSize::Body));
    // The label stands beside the first line of its field, also when that is a tall one.
    QRect line(0, 0, contentsRect().right() + 1, sizeHint().height());
    const int alignment = Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine | Qt::TextShowMnemonic;
    if (m_isRequired) {
        painter.setPen(theme().err);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("*"));
        line.setRight(line.right() - kStarRoom);
    }
    painter.setPen(theme().text2);
    painter.drawText(line, alignment, text());
}

} // namespace banhang::client
