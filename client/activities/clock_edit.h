// A time of day typed as people say it: 9h, 930, 14:30, 2h chiều.
#pragma once

#include <QLineEdit>
#include <QTime>

namespace banhang::client {

class ClockEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit ClockEdit(QWidget* parent = nullptr);

    /// Invalid when empty or not a time (`isWrong` tells which).
    QTime time() const;
    bool isWrong() const;
    void setTime(const QTime& time);

signals:
    /// After leaving the field; the text is in its normal form when it was a time.
    void timeChanged();

protected:
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void normalise();
    void step(int minutes);
};

} // namespace banhang::client
