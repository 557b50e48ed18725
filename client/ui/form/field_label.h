// The label of a form field: right-aligned, 112 wide, with a red star when the field is required.
#pragma once

#include <QLabel>

namespace banhang::client {

class FieldLabel final : public QLabel
{
    Q_OBJECT
public:
    /// `text` may hold a mnemonic, which leads to the buddy.
    FieldLabel(const QString& text, bool isRequired, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isRequired;
};

} // namespace banhang::client
