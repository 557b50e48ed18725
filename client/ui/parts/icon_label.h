// An icon that stands in a layout and follows theme and text size.
#pragma once

#include "client/ui/look/theme.h"

#include <QWidget>

namespace banhang::client {

class IconLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString& iconName, Tone tone = Tone::Normal, int size = 16, QWidget* parent = nullptr);

    void setIcon(const QString& iconName, Tone tone);
    /// A tinted square with corners of 4 behind the icon (record heads); 0 for none. Units: logical pixels.
    void setPlate(int side);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    Tone m_tone;
    int m_size;
    int m_plate = 0;
};

} // namespace banhang::client
