// A form as a grid: label at the left, field, and below it a line kept free for what is to say about it.
#pragma once

#include "client/ui/form/form_field.h"

#include <QWidget>

#include <QList>

class QGridLayout;

namespace banhang::client {

struct FieldSpec
{
    bool isRequired = false;
    bool isHalf = false;         // shares its row with the next half field where two columns have room
    bool reservesMessage = true; // false only for fields that can never have something said about them
    QWidget* leading = nullptr;  // see FormField::setLeading; named by whoever made it
};

/// One framed group of fields; a page stacks several. Two columns from 800 px (at 100 % text size), else one.
class FormGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit FormGrid(QWidget* parent = nullptr);

    /// `label` may hold a mnemonic; the editor becomes its buddy, gets its accessible name and a height from the font.
    /// Enter in a one-line editor goes to the next field. Owner: the grid.
    FormField* addField(const QString& label, QWidget* editor, const FieldSpec& spec = {});
    /// A row across the whole width without label (ticks, links).
    void addWide(QWidget* widget);
    const QList<FormField*>& fields() const { return m_fields; }

    int errorCount() const;
    int warningCount() const;

    /// Moves the focus to the next (or previous) field with something to say, in any of the grids in order, round the
    /// end. False when there is none. For F8 and Shift+F8.
    static bool focusNextIssue(const QList<FormGrid*>& grids, bool backwards);

signals:
    /// Number of errors or warnings is another one.
    void issuesChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void arrange(bool isTwoColumns);
    void fitWidth();

    struct Row
    {
        FormField* field; // null for a wide row
        QWidget* wide;
        bool isHalf;
    };
    QGridLayout* m_grid;
    QList<Row> m_rows;
    QList<FormField*> m_fields;
    bool m_isTwoColumns = false;
};

} // namespace banhang::client
