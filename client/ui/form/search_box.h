// A field with the magnifying glass and, while it is empty, the key that leads to it.
#pragma once

#include <QKeySequence>
#include <QLineEdit>
#include <QPointer>

namespace banhang::client {

class EditDebouncer;

class SearchBox final : public QLineEdit
{
    Q_OBJECT
public:
    /// `key` focuses and selects it from anywhere in the window; Esc empties it, then gives the focus back.
    SearchBox(const QString& placeholder, const QKeySequence& key, QWidget* parent = nullptr);

    EditDebouncer* debouncer() const { return m_watch; }

    /// As by its key; Esc leads back to where the focus was.
    void begin();

signals:
    /// The text to search for: 200 ms after the last key or Enter, never while composing; empty when cleared.
    void searchRequested(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QSize hintSize() const;
    /// Keeps the placeholder clear of the key.
    void makeRoomForHint();

    QKeySequence m_key;
    EditDebouncer* m_watch;
    QPointer<QWidget> m_before; // had the focus before the key was pressed
};

} // namespace banhang::client
