// Good wishes on birthdays and anniversaries: reach the person in one of their ways, with the words ready, and write it
// down as a talk.
#pragma once

#include <QObject>

#include "banhang/v1/activities.pb.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"

class QMenu;

namespace banhang::client {

/// The words for an occasion: "Chúc mừng sinh nhật anh Dũng! ...".
QString greetingText(const v1::Occasion& occasion, const v1::Customer& customer, const QString& sender);

/// Thread: UI.
class Greeting final : public QObject
{
    Q_OBJECT
public:
    explicit Greeting(const Workplace& workplace, QObject* parent = nullptr);

    /// Reads the customer, then lets the person choose at `place` (on the screen) how to reach them.
    void offer(const v1::Occasion& occasion, const QPoint& place, QWidget* window);
    /// The talk to be written down when the way was chosen.
    v1::Activity talk(const v1::Occasion& occasion, const v1::Customer& customer, const QString& channelKey) const;

signals:
    /// Something was opened: now the talk is to be written down.
    void talkBegun(const banhang::v1::Activity& seed);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void fill(QMenu* menu, const v1::Occasion& occasion, const v1::Customer& customer);

    Workplace m_workplace;
    CustomersApi m_customers;
    CallHandle m_call;
};

} // namespace banhang::client
