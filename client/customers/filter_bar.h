// The conditions of the list as chips in words, and the menus that add and change them.
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

#include "banhang/v1/customers.pb.h"
#include "client/core/workplace.h"

class QMenu;

namespace banhang::client {

class Chip;
class FlowLayout;

class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(const Workplace& workplace, QWidget* parent = nullptr);

    /// Conditions as the server takes them; `deleted` is the list's own business.
    v1::CustomerFilter filter() const;
    /// Takes away all conditions; with `isUsual`, leaves out stopped customers as every list does at first.
    void reset(bool isUsual);
    bool isEmpty() const { return m_conditions.isEmpty(); }

signals:
    void changed();

private:
    enum class Field { Status, NotStatus, Owner, Unit, Province, Source, Kind, Tier, Group };
    struct Choice
    {
        QString key;
        QString label;
    };
    struct Condition
    {
        Field field;
        QStringList keys;
    };

    static QList<Field> allFields();
    static QString labelOf(Field field);
    static void write(const Condition& condition, v1::CustomerFilter& filter);
    QList<Choice> choicesOf(Field field) const;
    QString valueText(const Condition& condition) const;
    QStringList keysOf(Field field) const;
    void setKeys(Field field, const QStringList& keys);
    void fillMenu(QMenu* menu, Field field);
    void openMenu(Field field, QWidget* below);
    void openAddMenu();
    void rebuild();

    Workplace m_workplace;
    QList<Condition> m_conditions;
    FlowLayout* m_flow;
    Chip* m_add;
    QList<Chip*> m_chips;
};

} // namespace banhang::client
