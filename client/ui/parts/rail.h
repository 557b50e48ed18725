// The column of main entries at the left: icon over word, badge, Ctrl+1…9.
#pragma once

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace banhang::client {

class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(const QString& iconName, const QString& text, QWidget* parent = nullptr);

    /// Open work; 0 hides it. Red only when something is overdue.
    void setBadge(int count, bool isOverdue = false);
    void setNarrow(bool isNarrow); // icon only, the word as tool tip
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBadge(QPainter& painter, const QRect& iconRect) const;
    void updateName();

    QString m_iconName;
    int m_badge = 0;
    bool m_isOverdue = false;
    bool m_isNarrow = false;
};

class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    /// Entries get Ctrl+1…9 in the order they are added; `atBottom` puts it below the stretch. Owner: the rail.
    RailButton* addEntry(int id, const QString& iconName, const QString& text, bool atBottom = false);
    /// Does not emit.
    void setCurrent(int id);
    int current() const;
    void setNarrow(bool isNarrow);

signals:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void onToggled(int id, bool isOn);
    void onClicked(int id);

    QButtonGroup* m_group;
    QVBoxLayout* m_top;
    QVBoxLayout* m_bottom;
    int m_toldId = -1; ///< by the toggling that a click began with
    bool m_isSetting = false;
};

} // namespace banhang::client
