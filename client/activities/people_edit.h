// The colleagues who take part, as chips, and a box to add one.
#pragma once

#include <QList>
#include <QWidget>

#include "client/core/workplace.h"

class QComboBox;

namespace banhang::client {

class FlowLayout;

class PeopleEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleEdit(const Workplace& workplace, QWidget* parent = nullptr);

    QList<qint64> people() const { return m_people; }
    /// `without` is the owner, who takes part anyway.
    void setPeople(const QList<qint64>& people, qint64 without);

signals:
    void changed();

private:
    void rebuild();
    void add(qint64 userId);

    Workplace m_workplace;
    QList<qint64> m_people;
    qint64 m_without = 0;
    FlowLayout* m_flow;
    QComboBox* m_box;
    QList<QWidget*> m_chips;
};

} // namespace banhang::client
