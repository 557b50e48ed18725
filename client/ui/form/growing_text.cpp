#include "client/ui/form/growing_text.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kTextMargin = 16;
constexpr int kLeastHeight = 88; // two fields and the beginning of the next, which tells that there is more

} // namespace

GrowingText::GrowingText(const QString& placeholder, int lines, QWidget* parent) : QPlainTextEdit(parent)
{
    setPlaceholderText(placeholder);
    setTabChangesFocus(true);
    const auto fit = [this, lines] {
        const int wanted = std::clamp(document()->size().toSize().height(), lines, 3 * lines + 2);
        setFixedHeight(wanted * fontMetrics().lineSpacing() + scaled(kTextMargin));
    };
    connect(this, &QPlainTextEdit::textChanged, this, fit);
    fitToLook(this, fit);
}

FieldScroll::FieldScroll(QWidget* fields)
{
    setWidget(fields);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
    fields->setAutoFillBackground(false);
    setFocusPolicy(Qt::NoFocus);
}

/// In the width that there is: what flows into lines needs fewer of them in a wide pane.
QSize FieldScroll::sizeHint() const
{
    const QSize usual = widget()->sizeHint();
    return {usual.width(),
            widget()->hasHeightForWidth() ? widget()->heightForWidth(viewport()->width()) : usual.height()};
}

void FieldScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

QSize FieldScroll::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), std::min(kLeastHeight, widget()->sizeHint().height())};
}

bool FieldScroll::eventFilter(QObject* watched, QEvent* event)
{
    const bool isHandled = QScrollArea::eventFilter(watched, event);
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return isHandled;
}

} // namespace banhang::client
