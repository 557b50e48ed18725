// For editors on top of what they belong to: texts that grow with what is typed, and forms as high as their fields.
#pragma once

#include <QPlainTextEdit>
#include <QScrollArea>

namespace banhang::client {

/// As high as its text, from `lines` lines up to what leaves the rest of the form in view; Tab leaves it.
class GrowingText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    GrowingText(const QString& placeholder, int lines, QWidget* parent = nullptr);

    /// Without what stands around it.
    std::string text() const { return toPlainText().trimmed().toStdString(); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    int m_lines;
};

/// As high as its fields, and scrolls where there is less room.
class FieldScroll final : public QScrollArea
{
    Q_OBJECT
public:
    explicit FieldScroll(QWidget* fields);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace banhang::client
