#include "client/activities/clock_edit.h"

#include <QKeyEvent>

#include "client/activities/clock_words.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kWidth = 64;
constexpr int kStepMinutes = 15;
constexpr int kSecondsPerMinute = 60;

} // namespace

ClockEdit::ClockEdit(QWidget* parent) : QLineEdit(parent)
{
    updateWithLook(this, [this] { setFixedWidth(scaled(kWidth)); });
    setPlaceholderText(tr("hh:mm"));
    connect(this, &QLineEdit::textEdited, this, [this] { setFieldState(this, FieldState::Normal); });
}

QTime ClockEdit::time() const
{
    const auto minute = parseClock(text().toStdString());
    return minute ? QTime(0, 0).addSecs(*minute * kSecondsPerMinute) : QTime();
}

bool ClockEdit::isWrong() const
{
    return !text().trimmed().isEmpty() && !time().isValid();
}

void ClockEdit::setTime(const QTime& time)
{
    setText(time.isValid() ? time.toString(QStringLiteral("HH:mm")) : QString());
}

void ClockEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    normalise();
}

void ClockEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Up)
        step(kStepMinutes);
    else if (event->key() == Qt::Key_Down)
        step(-kStepMinutes);
    else
        QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        normalise();
}

void ClockEdit::normalise()
{
    const auto read = time();
    if (read.isValid())
        setTime(read);
    setFieldState(this, isWrong() ? FieldState::Error : FieldState::Normal);
    emit timeChanged();
}

void ClockEdit::step(int minutes)
{
    const auto read = time();
    if (!read.isValid())
        return;
    setTime(read.addSecs(minutes * kSecondsPerMinute));
    emit timeChanged();
}

} // namespace banhang::client
