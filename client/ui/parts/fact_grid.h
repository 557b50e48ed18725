// Facts of a record in two columns: grey label, value; nothing for what is not known.
#pragma once

#include <QHash>
#include <QList>
#include <QWidget>

class QGridLayout;

namespace banhang::client {

class Label;

struct Fact
{
    QString field; ///< to find it again when it changes
    QString label;
    QString value;
    QString second = {}; ///< grey, below
    QString link = {};   ///< opened on click: "mailto:..."
    qint64 personId = 0; ///< with an avatar
    QString initials = {};
    bool isMasked = false; ///< hidden by right
    bool isAside = false;  ///< in the right column: short ones
};

class FactGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(QWidget* parent = nullptr);

    void setFacts(const QList<Fact>& facts);
    /// In violet until the next `setFacts`: a colleague has just changed them.
    void markChanged(const QStringList& fields);

private:
    QGridLayout* addColumn();
    void addFact(const Fact& fact, QGridLayout* column);

    QHash<QString, Label*> m_values;
};

} // namespace banhang::client
