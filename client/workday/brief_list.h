// A short list beside the day: a bar with its name and number, rows of two lines, words at the right.
#pragma once

#include <QListWidget>
#include <QWidget>

#include <functional>

#include "client/ui/look/theme.h"

class QHBoxLayout;

namespace banhang::client {

class Button;
class IconLabel;
class Label;

/// One row; `id` is given back.
struct BriefRow
{
    qint64 id = 0;
    QString strong{};
    QString second{};
    QString aside{};
    QString asideSecond{};
    Tone asideTone = Tone::Quiet;
};

/// As high as its rows: the column scrolls, not the list.
class BriefRows final : public QListWidget
{
    Q_OBJECT
public:
    explicit BriefRows(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

signals:
    void opened(qint64 id);
    void ticked(qint64 id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

class BriefList final : public QWidget
{
    Q_OBJECT
public:
    BriefList(const QString& iconName, const QString& title, QWidget* parent = nullptr);

    /// `capped` is the number of all, 101 meaning "more than 100"; -1 when these are all.
    void setRows(const QList<BriefRow>& rows, int capped = -1);
    /// The first of more, as "50+" says.
    void setFirstRows(const QList<BriefRow>& rows);
    void setNothing(const QString& text);
    /// A link at the right of the bar, "All".
    Button* setLink(const QString& text, const std::function<void()>& run);
    BriefRows* rows() const { return m_rows; }
    qint64 currentId() const;

private:
    QHBoxLayout* m_head;
    IconLabel* m_icon;
    Label* m_count;
    BriefRows* m_rows;
    Label* m_nothing;
};

} // namespace banhang::client
