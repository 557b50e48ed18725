// Tabs of a detail: text, grey count, 2 px underline; Ctrl+PgUp and Ctrl+PgDn change them.
#pragma once

#include <QTabBar>

namespace banhang::client {

class TabBar final : public QTabBar
{
    Q_OBJECT
public:
    explicit TabBar(QWidget* parent = nullptr);

    /// -1 shows none. Also read out.
    void setCount(int tab, int count);
    int count(int tab) const;
    using QTabBar::count;

protected:
    QSize tabSizeHint(int tab) const override;
    QSize minimumTabSizeHint(int tab) const override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace banhang::client
