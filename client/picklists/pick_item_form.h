// What one entry of a choice list is called.
#pragma once

#include <QHash>
#include <QWidget>

#include "banhang/v1/common.pb.h"
#include "banhang/v1/picklists.pb.h"

class QLineEdit;

namespace banhang::client {

class FormField;

class PickItemForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PickItemForm(QWidget* parent = nullptr);

    /// A stored one, or one without id that is to be added to its list.
    void open(const v1::PickItem& item);
    /// Another state of the same one came in; what is typed stays.
    void setStored(const v1::PickItem& item) { m_stored = item; }
    const v1::PickItem& stored() const { return m_stored; }
    /// Puts in what was typed before.
    void resume(const v1::PickItem& typed);
    v1::PickItem typed() const;
    /// Names of the fields that differ from what is stored.
    std::vector<std::string> changes() const;
    /// False when one of them belongs to none of the fields.
    bool showIssues(const google::protobuf::RepeatedPtrField<v1::FieldIssue>& issues);
    void showKeyTaken(const QString& sentence);

signals:
    void edited();

private:
    void suggestKey();

    v1::PickItem m_stored;
    QLineEdit* m_vietnamese;
    QLineEdit* m_english;
    QLineEdit* m_key;
    QHash<QString, FormField*> m_fields; ///< by their names in the contract
    bool m_isKeyTyped = false;
};

} // namespace banhang::client
