// What a pane shows instead of rows: empty, no match, failed, no right.
#pragma once

#include "client/ui/look/theme.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace banhang::client {

class Button;
class IconLabel;
class Label;

/// Icon 22, one bold line, one grey line, one or two small buttons, in the middle of the pane.
class StateView final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Empty, NoMatch, Failed, NoRight };

    explicit StateView(Kind kind, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& explanation);
    /// Looks as a failure, with a button that tries again (returned), until the next setTexts.
    Button* setFailure(const QString& title, const QString& why, const std::function<void()>& retry);
    /// Another icon than that of the kind.
    void setIcon(const QString& iconName);
    /// Owner: the view.
    Button* addButton(bool isPrimary, const QString& iconName, const QString& text);

private:
    void say(const QString& title, const QString& explanation, bool isFailure);

    Kind m_kind;
    QString m_iconName;
    IconLabel* m_icon;
    Label* m_title;
    Label* m_explanation;
    QHBoxLayout* m_buttons;
    Button* m_again = nullptr;
    std::function<void()> m_retry;
};

} // namespace banhang::client
