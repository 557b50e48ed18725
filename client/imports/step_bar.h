// The steps of a work in one line: done ones with a tick, the present one filled, those to come by their number.
#pragma once

#include <QStringList>
#include <QWidget>

namespace banhang::client {

class StepBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(const QStringList& steps, QWidget* parent = nullptr);

    void setCurrent(int step);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int widthOf(bool hasWords) const;

    QStringList m_steps;
    int m_current = 0;
};

} // namespace banhang::client
