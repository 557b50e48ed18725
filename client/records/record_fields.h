// The fields of one record about a customer: rows of a label and an editor, those that its state asks for.
#pragma once

#include <QHash>
#include <QWidget>

#include "banhang/v1/common.pb.h"
#include "banhang/v1/customer.pb.h"

class QGridLayout;

namespace banhang::client {

class ContactBox;
class Label;

/// Thread: UI.
class RecordFields : public QWidget
{
    Q_OBJECT
public:
    /// Marks the first field that stops saving and goes there; false when there is none.
    bool focusWrongField();
    /// Marks the field that the server complains about; null for one that is not shown.
    QWidget* markIssue(const v1::FieldIssue& issue);
    /// Takes away all marks that are at most so severe.
    void clearIssues(v1::Severity most = v1::SEVERITY_ERROR);
    /// Its contact persons are those to choose from.
    void setCustomer(const v1::Customer& customer);
    virtual void focusFirst() = 0;

signals:
    void edited();
    /// The person paused: what depends on the server may be asked.
    void settled();
    void customerPicked(const banhang::v1::Customer& customer);

protected:
    explicit RecordFields(QWidget* parent);

    void addRow(const QString& name, const QString& label, QWidget* editor);
    /// Editors in one row; it is named after the first one.
    static QWidget* beside(const QList<QWidget*>& editors);
    void showRow(const QString& name, bool isShown);
    bool isShown(const QString& name) const;
    /// `edited` tells of what is typed or chosen there.
    void watch(QWidget* editor);
    /// What the server said of this row is no longer about what stands there.
    void clearIssue(const QString& name);
    ContactBox* contact() const { return m_contact; }
    /// While fields are filled nobody edits.
    void setFilling(bool isFilling) { m_isFilling = isFilling; }
    bool isFilling() const { return m_isFilling; }

    /// The first field that stops saving; null when there is none.
    virtual QWidget* wrongField() const = 0;
    /// The row in which this field of the message stands.
    virtual QString rowOf(const QString& field) const { return field; }

private:
    void unmark(QWidget* editor);

    struct Row
    {
        Label* label = nullptr;
        QWidget* editor = nullptr;
    };

    QGridLayout* m_grid;
    QHash<QString, Row> m_rows;
    ContactBox* m_contact;
    QHash<QWidget*, v1::Severity> m_marked;
    bool m_isFilling = false;
};

} // namespace banhang::client
