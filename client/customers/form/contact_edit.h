// A field for a phone number or an e-mail address that also knows what it is for.
#pragma once

#include <QLineEdit>

#include "banhang/v1/customer.pb.h"

class QMenu;

namespace banhang::client {

/// The use is chosen from the sign at the end of the field (Alt+Down), which shows where there is a use, the focus or the
/// pointer: a sign in each empty field would be noise.
class ContactEdit final : public QLineEdit
{
    Q_OBJECT
public:
    enum class Kind { Phone, Email };
    explicit ContactEdit(Kind kind, QWidget* parent = nullptr);

    void setPhone(const v1::Phone& phone);
    v1::Phone phone() const;
    void setEmail(const v1::Email& email);
    v1::Email email() const;

signals:
    /// The use or Zalo was changed.
    void useChanged();

protected:
    bool event(QEvent* event) override;

private:
    void fillMenu();
    void showUse();
    void showSign();

    Kind m_kind;
    QMenu* m_menu;
    QAction* m_sign;
    v1::ContactUse m_use = v1::CONTACT_USE_UNSPECIFIED;
    bool m_isOnZalo = false;
};

} // namespace banhang::client
