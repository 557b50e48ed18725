// Tags: a state in a word, not clickable. Chips and tabs look otherwise on purpose.
#pragma once

#include "client/ui/look/theme.h"
#include "client/ui/table/table_roles.h"

#include <QPixmap>
#include <QWidget>

namespace banhang::client {

ColorPair tagColors(CellTone tone, bool isGrey = false);
/// Pixmap of a whole tag, from a cache. The height fits a row of the body font.
QPixmap tagPixmap(const QString& text, CellTone tone, qreal devicePixelRatio, bool isGrey = false);

/// What of the text goes into a tag of this width, with "…" at the end if not all.
QString elidedTagText(const QString& text, CellTone tone, int width);

class Tag final : public QWidget
{
    Q_OBJECT
public:
    Tag(const QString& text, CellTone tone, const QString& iconName = {}, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setTone(CellTone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QString m_iconName;
    CellTone m_tone;
};

} // namespace banhang::client
