// The list under a search or ward box. A raised child, not a popup window: typing and composing go on in the field.
#pragma once

#include <QFrame>
#include <QVariant>

class QKeyEvent;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace banhang::client {

class Label;

struct Suggestion
{
    QString iconName{};       // may be empty
    QString strong{};         // in 600, first
    QString rest{};           // grey, after it
    QString keyHint{};        // at the right: "Ctrl+T"
    QVariant data{};          // given back by `chosen`
    bool startsGroup = false; // hairline above
    bool isEnabled = true;    // false: shown, not to be chosen
};

/// Owner: `host`, the page over which it is raised. ↑ ↓ PgUp PgDn Enter Esc work while the field keeps the focus.
class SuggestList final : public QFrame
{
    Q_OBJECT
public:
    SuggestList(QLineEdit* field, QWidget* host);

    /// Shows the list when there are entries and the field has the focus; hides it when empty.
    void setSuggestions(const QList<Suggestion>& suggestions);
    /// One grey line below the entries, with an info sign; empty hides it.
    void setFooter(const QString& text);
    bool isOpen() const { return isVisible(); }
    int currentRow() const;

signals:
    /// Closed by Esc.
    void dismissed();
    void chosen(const QVariant& data);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool onKey(QKeyEvent* event);
    void moveBy(int step);
    void choose(int row);
    void place();

    QLineEdit* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
    QWidget* m_footer;
    Label* m_footerText;
    bool m_isComposing = false;
};

} // namespace banhang::client
