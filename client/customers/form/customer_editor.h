// All fields of a customer as form groups: shows a record, reads it back, places what the server says about it.
#pragma once

#include <QHash>
#include <QSet>
#include <QWidget>

#include <optional>

#include "banhang/v1/customer.pb.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace banhang::client {

class Button;
class ChoiceChips;
class ContactEdit;
class CustomersApi;
class DateEdit;
class FormField;
class FormGrid;
class SuggestList;
class WardBox;
struct FieldSpec;

/// Made for one kind and one number of phones, contacts, addresses; the form makes another one when these change.
class CustomerEditor final : public QWidget
{
    Q_OBJECT
public:
    /// `host`: the page over which suggestion lists are raised. Shows `customer`.
    CustomerEditor(const Workplace& workplace, CustomersApi& api, const v1::Customer& customer, QWidget* host,
                   QWidget* parent = nullptr);

    /// What stands in the fields, on top of the customer shown.
    v1::Customer collect() const;
    /// A field that holds text which is none of its kind (a day that does not exist); null when all can be read.
    FormField* unreadable() const;

    /// Replaces all messages of an earlier check. Returns those that found no field.
    QList<v1::FieldIssue> showIssues(const QList<v1::FieldIssue>& issues);
    /// A colleague changed these top-level fields.
    void markPeer(const QStringList& fields, const struct Person& person, const QString& sentence);
    /// Colleagues are typing into these top-level fields now; replaces those marked before.
    void markTyping(const QHash<QString, QPair<struct Person, QString>>& typing);
    /// Path of the field with the focus, empty for none.
    QString focusedPath() const;
    /// An input method has not committed yet what is typed: nothing may be replaced.
    bool isComposing() const;
    FormField* fieldAt(const std::string& path) const;
    const QList<FormGrid*>& grids() const { return m_grids; }
    void focusFirst();
    /// What a new customer can do without is folded away until it is asked for, holds something or is wrong.
    void showMore();
    bool showsMore() const;

signals:
    void edited();
    /// The user paused or left a field.
    void checkRequested();
    /// One more phone, e-mail, address or contact person is wanted.
    void moreRequested(const QString& field);

private:
    struct ContactRow
    {
        QComboBox* honorific;
        QLineEdit* name;
        QLineEdit* position;
        ContactEdit* phone;
        ContactEdit* email;
    };
    struct AddressRow
    {
        QLineEdit* street;
        WardBox* ward;
    };

    bool isPerson() const { return m_shown.kind() == v1::CUSTOMER_KIND_INDIVIDUAL; }
    /// At the end of `column`, of the whole without one.
    FormGrid* addGrid(QVBoxLayout* column = nullptr);
    FormField* add(FormGrid* grid, const std::string& path, const QString& label, QWidget* editor,
                   const FieldSpec& spec);
    void buildBasics();
    void buildContacts(FormGrid* grid);
    void buildAddresses(FormGrid* grid);
    void buildOrigin();
    void buildMore();
    void buildRank(FormGrid* grid);
    void buildKnowledge(FormGrid* grid);
    void buildParent(FormGrid* grid);
    void addMoreLinks(FormGrid* grid, const QStringList& fields);
    ContactEdit* addPhone(FormGrid* grid, int index);
    ContactEdit* addEmail(FormGrid* grid, int index);
    QComboBox* addPick(FormGrid* grid, const char* path, const char* list, const QString& label,
                       const std::string& key);
    QPlainTextEdit* addLongText(FormGrid* grid, const char* path, const QString& label, const QString& hint,
                                const std::string& text);
    ChoiceChips* addChips(FormGrid* grid, const char* path, const char* list,
                          const google::protobuf::RepeatedPtrField<std::string>& keys);
    void showDates();
    void searchParent(const QString& text);
    void collectContacts(v1::Customer& customer) const;
    void collectDates(v1::Customer& customer) const;
    /// Nothing for a text that is no day of the calendar ticked.
    std::optional<v1::Birthday> typedBirthday() const;
    void collectWatchPoints(v1::Customer& customer) const;

    Workplace m_workplace;
    CustomersApi& m_api;
    v1::Customer m_shown;
    QWidget* m_host;
    QVBoxLayout* m_column;
    QWidget* m_more;
    Button* m_showMore = nullptr;
    QList<FormGrid*> m_grids;
    QHash<QString, FormField*> m_fields;
    QSet<FormField*> m_typing; ///< marked by markTyping
    QLineEdit* m_name = nullptr;
    QComboBox* m_honorific = nullptr;
    QComboBox* m_gender = nullptr;
    QLineEdit* m_taxCode = nullptr;
    DateEdit* m_founded = nullptr;
    QLineEdit* m_birthday = nullptr;
    QCheckBox* m_isLunar = nullptr;
    QLineEdit* m_website = nullptr;
    QList<ContactEdit*> m_phones;
    QList<ContactEdit*> m_emails;
    QList<AddressRow> m_addresses;
    QList<ContactRow> m_contacts;
    QHash<QString, QComboBox*> m_picks;
    QHash<QString, ChoiceChips*> m_chips;
    QCheckBox* m_doNotCall = nullptr;
    QPlainTextEdit* m_needsText = nullptr;
    QLineEdit* m_businessText = nullptr;
    QPlainTextEdit* m_watchPoints = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QLineEdit* m_parent = nullptr;
    SuggestList* m_parentList = nullptr;
    QComboBox* m_relation = nullptr;
    qint64 m_parentId = 0;
    QString m_parentName;
    CallHandle m_parentCall;
};

} // namespace banhang::client
