#include "client/ui/look/look.h"

#include "client/ui/look/banhang_style.h"
#include "client/ui/look/pixmap_store.h"
#include "client/ui/look/text_style.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>

#include <algorithm>
#include <utility>

// In a static library the linker drops the resources unless somebody asks for them; the macro must stand outside
// namespaces.
static void initResources()
{
    Q_INIT_RESOURCE(ui_fonts);
    Q_INIT_RESOURCE(ui_icons);
}

namespace banhang::client {

namespace {

constexpr int kMinTextPercent = 90;
constexpr int kMaxTextPercent = 150;

QPalette paletteOf(const Theme& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::Base, t.base);
    palette.setColor(QPalette::AlternateBase, t.alt);
    palette.setColor(QPalette::Button, t.button);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.err);
    palette.setColor(QPalette::PlaceholderText, t.text3);
    palette.setColor(QPalette::Highlight, t.sel);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.grid);
    palette.setColor(QPalette::Midlight, t.hover);
    palette.setColor(QPalette::Mid, t.border);
    palette.setColor(QPalette::Dark, t.input);
    palette.setColor(QPalette::Shadow, t.input);
    palette.setColor(QPalette::ToolTipBase, t.tip);
    palette.setColor(QPalette::ToolTipText, t.tipText);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, t.selInactive);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                      QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.alt);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.selInactive);
    return palette;
}

/// Drops the own palette, for only then Qt tells that of the desktop; the caller sets ours again.
bool desktopIsDark()
{
    QApplication::setPalette(QPalette());
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

const Theme& theme()
{
    return Look::instance().theme();
}

Look& Look::instance()
{
    static Look look;
    return look;
}

void updateWithLook(QObject* context, const std::function<void()>& fit)
{
    fit();
    QObject::connect(&Look::instance(), &Look::changed, context, fit);
}

Look::Look() : m_theme(&Theme::light()) {}

void Look::install(QApplication& app)
{
    m_systemIsDark = desktopIsDark();
    initResources();
    loadFonts();
    QApplication::setStyle(new BanhangStyle);
    app.installEventFilter(this);
    apply();
}

void Look::setAppearance(Appearance appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    apply();
}

void Look::setTextPercent(int percent)
{
    percent = std::clamp(percent, kMinTextPercent, kMaxTextPercent);
    if (m_textPercent == percent)
        return;
    m_textPercent = percent;
    apply();
}

void Look::setRowDensity(RowDensity density)
{
    if (std::exchange(m_rowDensity, density) != density)
        apply();
}

bool Look::eventFilter(QObject* watched, QEvent* event)
{
    // The desktop switched between light and dark while running; each window hears of it, one answer is enough.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && m_appearance == Appearance::System) {
        const bool isDark = desktopIsDark();
        if (std::exchange(m_systemIsDark, isDark) != isDark)
            apply();
        else
            QApplication::setPalette(paletteOf(*m_theme));
    }
    return QObject::eventFilter(watched, event);
}

bool Look::wantsDark() const
{
    return m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_systemIsDark);
}

void Look::useTheme(const Theme* theme)
{
    if (!theme)
        return apply();
    m_theme = theme;
    spread();
}

void Look::apply()
{
    m_theme = wantsDark() ? &Theme::dark() : &Theme::light();
    spread();
}

void Look::spread()
{
    PixmapStore::instance().clear();
    QApplication::setFont(textFont(TextSize::Body));
    QApplication::setPalette(paletteOf(*m_theme));
    QToolTip::setFont(textFont(TextSize::Second));
    QPalette tip = QToolTip::palette();
    tip.setColor(QPalette::ToolTipBase, m_theme->tip);
    tip.setColor(QPalette::ToolTipText, m_theme->tipText);
    tip.setColor(QPalette::Window, m_theme->tip);
    tip.setColor(QPalette::WindowText, m_theme->tipText);
    QToolTip::setPalette(tip);
    emit changed();
    for (QWidget* window : QApplication::topLevelWidgets())
        window->update();
}

} // namespace banhang::client
