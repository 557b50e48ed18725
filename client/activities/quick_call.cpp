#include "client/activities/quick_call.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

#include "client/activities/activity_editor.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kWidth = 580;
constexpr int kMargin = 12;
constexpr int kTop = 48;    // below the head of the window
constexpr int kBottom = 30; // above its status line

} // namespace

QuickCall::QuickCall(const Workplace& workplace, QWidget* host)
    : QWidget(host), m_api(workplace.rpc), m_editor(new ActivityEditor(workplace, m_api))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editor);
    hide();
    host->installEventFilter(this);
    m_editor->installEventFilter(this);
    connect(m_editor, &ActivityEditor::closed, this, &QuickCall::leave);
    connect(m_editor, &ActivityEditor::failed, this, &QuickCall::failed);
    connect(m_editor, &ActivityEditor::saved, this,
            [this](const v1::ActivityChangeResponse& response) { emit saved(response.activity()); });
}

void QuickCall::start()
{
    if (!m_editor->isOpen()) {
        m_before = window()->focusWidget();
        v1::Activity call;
        call.set_direction(v1::TALK_DIRECTION_OUT);
        show();
        m_editor->beginCall(call);
    }
    raise();
    place();
    m_editor->fields()->focusFirst();
}

void QuickCall::leave(bool hadFocus)
{
    hide();
    if (hadFocus && m_before)
        m_before->setFocus();
}

void QuickCall::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(scaled(kWidth), room.width() - 2 * kMargin);
    const int height = std::min(m_editor->sizeHint().height(), room.height() - scaled(kTop) - scaled(kBottom));
    setGeometry(room.width() - width - kMargin, scaled(kTop), width, height);
}

bool QuickCall::eventFilter(QObject* watched, QEvent* event)
{
    const bool isResized = watched == parentWidget() && event->type() == QEvent::Resize;
    const bool isGrown = watched == m_editor && event->type() == QEvent::LayoutRequest;
    if ((isResized || isGrown) && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace banhang::client
