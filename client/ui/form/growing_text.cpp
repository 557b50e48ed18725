#include "client/ui/form/growing_text.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QResizeEvent>
#include <QTextBlock>

#include <algorithm>

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kTextMargin = 16;
constexpr int kMinHeight = 88; // two fields and the beginning of the next, which tells that there is more

} // namespace

GrowingText::GrowingText(const QString& placeholder, int lines, QWidget* parent)
    : QPlainTextEdit(parent), m_lines(lines)
{
    setPlaceholderText(placeholder);
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingText::fit);
    updateWithLook(this, [this] { fit(); });
}

void GrowingText::fit()
{
    // Paragraphs that were never laid out count as one line each.
    for (auto block = document()->begin(); block.isValid(); block = block.next())
        document()->documentLayout()->blockBoundingRect(block);
    const int wanted = std::clamp(document()->size().toSize().height(), m_lines, 3 * m_lines + 2);
    setFixedHeight(wanted * fontMetrics().lineSpacing() + scaled(kTextMargin));
}

void GrowingText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
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

/// In the width that there is: what flows into lines needs fewer of them in a wide pane. Never less than what a scroll
/// area makes its fields at least, else it would scroll where there is room.
QSize FieldScroll::sizeHint() const
{
    const QSize usual = widget()->sizeHint();
    if (!widget()->hasHeightForWidth())
        return usual;
    const int flowing = widget()->heightForWidth(viewport()->width());
    return {usual.width(), std::max(flowing, widget()->minimumSizeHint().height())};
}

void FieldScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

QSize FieldScroll::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), std::min(kMinHeight, widget()->sizeHint().height())};
}

bool FieldScroll::eventFilter(QObject* watched, QEvent* event)
{
    const bool isHandled = QScrollArea::eventFilter(watched, event);
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return isHandled;
}

} // namespace banhang::client
