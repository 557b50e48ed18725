#include "client/ui/parts/question_box.h"

#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace banhang::client {

namespace {
constexpr int kWidth = 400;
}

QuestionBox::QuestionBox(const Question& question, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(question.title);
    setAccessibleDescription(question.explanation);
    setMinimumWidth(kWidth);
    auto* title = new Label(question.title, TextSize::Body, TextWeight::Strong, Tone::Normal, this);
    auto* explanation = new Label(question.explanation, TextSize::Second, TextWeight::Regular, Tone::Quiet, this);
    title->setWordWrap(true);
    explanation->setWordWrap(true);

    auto* cancel = new Button(ButtonKind::Normal, QString(),
                              question.cancelText.isEmpty() ? tr("Cancel") : question.cancelText, this);
    cancel->setKeyHint(QStringLiteral("Esc"));
    auto* confirm = new Button(ButtonKind::Destructive, QString(), question.confirmText, this);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(confirm, &Button::clicked, this, &QDialog::accept);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    if (question.code.isEmpty()) {
        row->addStretch();
    } else {
        auto* code = new QLineEdit(this);
        code->setAccessibleName(tr("Type %1 to go on").arg(question.code));
        code->setPlaceholderText(question.code);
        confirm->setEnabled(false);
        confirm->setToolTip(tr("Type %1 to go on").arg(question.code));
        connect(code, &QLineEdit::textChanged, this, [confirm, wanted = question.code](const QString& text) {
            confirm->setEnabled(text.trimmed().compare(wanted, Qt::CaseInsensitive) == 0);
        });
        row->addWidget(code, 1);
    }
    row->addWidget(cancel);
    row->addWidget(confirm);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(explanation);
    column->addSpacing(4);
    column->addLayout(row);
    if (question.code.isEmpty())
        cancel->setFocus(); // Enter pressed unread must lose nothing
}

bool QuestionBox::ask(const Question& question, QWidget* parent)
{
    QuestionBox box(question, parent);
    box.setWindowModality(Qt::WindowModal);
    return box.exec() == QDialog::Accepted;
}

} // namespace banhang::client
