// Two to five choices side by side, one of them pressed.
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace banhang::client {

class Segmented final : public QWidget
{
    Q_OBJECT
public:
    explicit Segmented(QWidget* parent = nullptr);

    /// `text` may hold a mnemonic ("&Cá nhân"). The first one added is chosen.
    void addChoice(int id, const QString& iconName, const QString& text);
    int current() const;
    /// Does not emit.
    void setCurrent(int id);

signals:
    void chosen(int id);

private:
    QButtonGroup* m_group;
    QHBoxLayout* m_row;
};

} // namespace banhang::client
