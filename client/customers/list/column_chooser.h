// The small window that chooses columns and their order, by mouse and by keys.
#pragma once

#include <QFrame>
#include <QPointer>

#include "client/customers/list/customer_columns.h"

class QListWidget;

namespace banhang::client {

/// Space shows or hides, Ctrl+↑ and Ctrl+↓ move; each change takes effect at once. Lifetime: deletes itself when it is
/// left; Esc and Enter give the focus back.
class ColumnChooser final : public QFrame
{
    Q_OBJECT
public:
    ColumnChooser(const QList<ShownColumn>& shown, QWidget* below);

signals:
    /// The shown ones, from the left.
    void changed(const QList<banhang::client::ShownColumn>& shown);
    /// Widths, order and choice as the program comes.
    void usualRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QList<ShownColumn>& shown);
    void moveCurrent(int step);
    void tell();
    void place();
    void leave();

    QPointer<QWidget> m_below;
    QListWidget* m_list;
    bool m_isFilling = false;
};

} // namespace banhang::client
