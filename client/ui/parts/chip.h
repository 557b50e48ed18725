// Chips: conditions and choices above a list, clickable and removable. Tags look otherwise on purpose.
#pragma once

#include <QAbstractButton>

namespace banhang::client {

/// A condition of the list in words: "Khu vực: Miền Bắc ×". Click or Enter edits it (`clicked`), × or Backspace
/// removes.
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind {
        Filter, // label and value, removable
        Choice, // one of several, checkable
        Add,    // dashed: "Thêm điều kiện"
    };
    Chip(Kind kind, const QString& label, const QString& value = {}, QWidget* parent = nullptr);

    void setValue(const QString& value);
    QSize sizeHint() const override;

signals:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QRect crossRect() const;
    void updateName();

    Kind m_kind;
    QString m_label;
    QString m_value;
};

} // namespace banhang::client
