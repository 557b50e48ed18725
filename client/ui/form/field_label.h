// The label of a form field: right-aligned, 112 wide and as many lines as it needs, with a red star when the field is
// required.
#pragma once

#include <QLabel>

namespace banhang::client {

class FieldLabel final : public QLabel
{
    Q_OBJECT
public:
    /// `text` may hold a mnemonic, which leads to the buddy.
    FieldLabel(const QString& text, bool isRequired, QWidget* parent);

    /// In the second column only as wide as its words, which stand at the right: most leave room before them.
    void setNarrow(bool isNarrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int roomForText() const;
    int wantedWidth(const QFontMetrics& metrics) const;
    /// Of a text that needs more than one line; 0 for one that does not.
    int linesHeight() const;

    bool m_isRequired;
    bool m_isNarrow = false;
};

} // namespace banhang::client
