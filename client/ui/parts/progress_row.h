// Long work in a line: count, bar, estimate, Stop.
#pragma once

#include <QWidget>

class QProgressBar;

namespace banhang::client {

class Button;
class Label;

class ProgressRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressRow(QWidget* parent = nullptr);

    /// `text` with the numbers ("Đã nhập 742 / 1.189"), `estimate` ("còn 20 giây"); `total` 0 = unknown.
    void setProgress(const QString& text, qint64 done, qint64 total, const QString& estimate = {});

signals:
    /// Stop was pressed, or Esc while the row or its page has the focus.
    void stopRequested();

private:
    Label* m_text;
    QProgressBar* m_bar;
    Label* m_estimate;
    Button* m_stop;
};

} // namespace banhang::client
