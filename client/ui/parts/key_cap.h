// The name of a key in a small frame, where the key belongs to no button: "Alt+1", "F8".
#pragma once

#include <QWidget>

namespace banhang::client {

class KeyCap final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCap(const QString& key, QWidget* parent = nullptr);

    void setKey(const QString& key);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

/// Size of a key in a frame, and its drawing, for fields and delegates that carry one.
QSize keyCapSize(const QString& key);
void paintKeyCap(QPainter& painter, const QRect& place, const QString& key);

} // namespace banhang::client
