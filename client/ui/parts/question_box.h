// The only question box: for what cannot be undone. A code may have to be typed before it can be confirmed.
#pragma once

#include <QDialog>

namespace banhang::client {

struct Question
{
    QString title{};       // "Xóa hẳn dữ liệu cá nhân của Đặng Văn Thắng?"
    QString explanation{}; // what is kept, what is lost
    QString confirmText{}; // verb: "Xóa hẳn"
    QString code{};        // to be typed, empty for none: "KH000420"
    QString cancelText{};  // empty for "Hủy"
};

class QuestionBox final : public QDialog
{
    Q_OBJECT
public:
    explicit QuestionBox(const Question& question, QWidget* parent);

    /// Opens it window-modal and returns whether it was confirmed. The focus starts on the code or on Cancel.
    static bool ask(const Question& question, QWidget* parent);
};

} // namespace banhang::client
