// Who else is at a customer, in the head of the pane that shows it.
#pragma once

#include <QWidget>

#include "client/core/workplace.h"

namespace banhang::client {

class PresenceBar;
struct Person;

/// Follows the news by itself. Takes no room while nobody is there.
class PresenceView final : public QWidget
{
    Q_OBJECT
public:
    explicit PresenceView(const Workplace& workplace, QWidget* parent = nullptr);

    /// 0 shows nobody.
    void showCustomer(qint64 customerId);
    /// "Minh đang sửa Điện thoại"; empty when nobody is there or nobody knows.
    QString sentence() const;

private:
    void update();

    Workplace m_workplace;
    PresenceBar* m_bar;
    qint64 m_customerId = 0;
};

/// A colleague as avatars show them.
Person personOf(const Workplace& workplace, qint64 userId);

} // namespace banhang::client
