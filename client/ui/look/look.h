// Puts theme, fonts and style on the application and tells everybody when they change.
#pragma once

#include "client/ui/look/theme.h"

#include <QObject>

#include <functional>

class QApplication;

namespace banhang::client {

enum class Appearance { System, Light, Dark };
/// Rows of 26, 30 and 36 pixels at 100 % text size.
enum class RowDensity { Compact, Normal, Airy };

/// The one look of the process. Owner: lives until exit. Thread: UI only.
class Look final : public QObject
{
    Q_OBJECT
public:
    static Look& instance();

    /// Loads the fonts, sets the style and the palette. Call once, before the first widget is shown.
    void install(QApplication& app);

    const Theme& theme() const { return *m_theme; }
    Appearance appearance() const { return m_appearance; }
    int textPercent() const { return m_textPercent; }
    RowDensity rowDensity() const { return m_rowDensity; }

    /// `System` follows the palette of the desktop, also when that changes later.
    void setAppearance(Appearance appearance);
    /// Text size, 90 to 150 per cent of the normal one; values outside are clamped.
    void setTextPercent(int percent);
    void setRowDensity(RowDensity density);
    /// Other colours than those of the appearance, for those who try some; null for these again. Owner: the caller.
    void useTheme(const Theme* theme);

signals:
    /// Colours or text size are other ones; painted widgets repaint by themselves, caches of pixmaps are already empty.
    void changed();

private:
    Look();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void apply();
    void spread();
    bool wantsDark() const;

    const Theme* m_theme;
    Appearance m_appearance = Appearance::System;
    int m_textPercent = 100;
    RowDensity m_rowDensity = RowDensity::Normal;
    bool m_systemIsDark = false;
};

/// Runs `fit` now and after each change of the look, as long as `context` is there: for lengths counted in pixels.
void updateWithLook(QObject* context, const std::function<void()>& fit);

} // namespace banhang::client
