#include "client/ui/form/field_label.h"

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

#include <QPainter>

#include <algorithm>

namespace banhang::client {

namespace {
constexpr int kWidth = 112;
constexpr int kMinWidth = 98;
constexpr int kGapBefore = 4;
constexpr int kStarRoom = 10;
constexpr int kWrapped = Qt::AlignTop | Qt::AlignRight | Qt::TextWordWrap | Qt::TextShowMnemonic;
} // namespace

FieldLabel::FieldLabel(const QString& text, bool isRequired, QWidget* parent)
    : QLabel(text, parent), m_isRequired(isRequired)
{
    QString name = text;
    name.remove(u'&');
    setAccessibleName(isRequired ? tr("%1, required").arg(name) : name);
    if (linesHeight() > 0)
        setToolTip(name);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

int FieldLabel::roomForText() const
{
    return scaled(kWidth) - (m_isRequired ? kStarRoom : 0);
}

int FieldLabel::linesHeight() const
{
    const QFontMetrics metrics(textFont(TextSize::Body));
    if (metrics.size(Qt::TextSingleLine | Qt::TextShowMnemonic, text()).width() <= roomForText())
        return 0;
    return metrics.boundingRect(QRect(0, 0, roomForText(), QWIDGETSIZE_MAX), kWrapped, text()).height();
}

void FieldLabel::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    updateGeometry();
}

int FieldLabel::wantedWidth(const QFontMetrics& metrics) const
{
    if (!m_isNarrow)
        return scaled(kWidth);
    const int words = metrics.size(Qt::TextSingleLine | Qt::TextShowMnemonic, text()).width();
    const int star = m_isRequired ? kStarRoom : 0;
    return std::clamp(words + star, scaled(kMinWidth) - kGapBefore, scaled(kWidth)) + kGapBefore;
}

QSize FieldLabel::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextSize::Body));
    const int width = wantedWidth(metrics) + contentsMargins().right();
    const int oneLine = fieldHeight(metrics);
    const int lines = linesHeight();
    return {width, lines > 0 ? oneLine - metrics.height() + lines : oneLine};
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
    const int oneLine = fieldHeight(painter.fontMetrics());
    QRect line(0, 0, contentsRect().right() + 1, oneLine);
    const int alignment = Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine | Qt::TextShowMnemonic;
    if (m_isRequired) {
        painter.setPen(theme().err);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("*"));
        line.setRight(line.right() - kStarRoom);
    }
    painter.setPen(theme().text2);
    if (linesHeight() == 0) {
        painter.drawText(line, alignment, text());
        return;
    }
    line.setTop((oneLine - painter.fontMetrics().height()) / 2);
    line.setBottom(height());
    line.setLeft(line.right() + 1 - roomForText());
    painter.drawText(line, kWrapped, text());
}

} // namespace banhang::client
