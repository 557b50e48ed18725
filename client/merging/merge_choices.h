// Which value of which customer goes into a merge: the proposals of the server, and what a person makes of them.
#pragma once

#include <QList>
#include <QSet>
#include <QString>

#include "banhang/v1/merges.pb.h"

namespace banhang::client {

/// Thread: UI.
class MergeChoices final
{
public:
    /// One field that the customers may differ in.
    struct Field
    {
        QString name;
        QSet<qint64> chosen; ///< customers whose value is taken; several only where values add up
        QString reasonKey;
        QHash<QString, QString> reasonArgs;
        bool isDoubtful = false;
        bool isEqual = false;
        bool addsUp = false;
        bool isTyped = false;  ///< the result was typed over
        bool isChosen = false; ///< by a person, who may have chosen what was proposed
    };

    void begin(const v1::MergePreview& preview);
    /// Another preview of the same customers: what a person chose and typed stays.
    void goOn(const v1::MergePreview& preview);
    /// Somebody has chosen or typed.
    bool isTouched() const;

    const v1::MergePreview& preview() const { return m_preview; }
    qint64 survivorId() const { return m_preview.customers_size() > 0 ? m_preview.customers(0).id() : 0; }
    const QList<Field>& fields() const { return m_fields; }
    /// The survivor as it will be.
    const v1::Customer& result() const { return m_result; }

    /// Takes this customer's value; where values add up, takes it in or leaves it out.
    void choose(int field, qint64 customerId);
    void chooseAll(int field);
    /// Only for fields with one text.
    void type(int field, const QString& text);
    bool isTypeable(int field) const;

    /// What to send; `message` for the owners.
    v1::MergeCustomersRequest request(const QString& message) const;

private:
    void rebuild(const Field& field);

    v1::MergePreview m_preview;
    v1::Customer m_result;
    QList<Field> m_fields;
};

} // namespace banhang::client
