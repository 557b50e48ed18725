#include "client/customers/form/customer_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/customers/form/choice_chips.h"
#include "client/customers/form/contact_edit.h"
#include "client/customers/form/ward_box.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"

namespace banhang::client {

namespace {

constexpr FieldSpec kWide{.isRequired = false, .isHalf = false, .reservesMessage = false};
constexpr FieldSpec kHalf{.isRequired = false, .isHalf = true, .reservesMessage = false};
constexpr FieldSpec kRequired{.isRequired = true, .isHalf = false, .reservesMessage = false};
constexpr int kGroupGap = 10;

std::string at(const char* list, int index, const char* rest = "")
{
    return std::string(list) + "[" + std::to_string(index) + "]" + rest;
}

QString numbered(const QString& label, int index)
{
    return index == 0 ? label : QStringLiteral("%1 %2").arg(QString(label).remove(QLatin1Char('&'))).arg(index + 1);
}

template <typename Enum, typename Word>
QComboBox* enumBox(std::initializer_list<Enum> values, Word word, Enum current)
{
    auto* box = new QComboBox;
    for (const Enum value : values) {
        const QString text = word(value);
        box->addItem(text.isEmpty() ? QStringLiteral("–") : text, int(value)); // read aloud too
        if (value == current)
            box->setCurrentIndex(box->count() - 1);
    }
    return box;
}

QComboBox* honorificBox(v1::Honorific current)
{
    return enumBox({v1::HONORIFIC_UNSPECIFIED, v1::HONORIFIC_ONG, v1::HONORIFIC_BA, v1::HONORIFIC_ANH,
                    v1::HONORIFIC_CHI, v1::HONORIFIC_EM, v1::HONORIFIC_CO, v1::HONORIFIC_CHU, v1::HONORIFIC_BAC},
                   honorificWord, current);
}

} // namespace

CustomerEditor::CustomerEditor(const Workplace& workplace, CustomersApi& api, const v1::Customer& customer,
                               QWidget* host, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_shown(customer),
      m_host(host),
      m_column(new QVBoxLayout(this)),
      m_more(new QWidget),
      m_parentId(customer.parent_id())
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGroupGap);
    buildBasics();
    auto* reach = addGrid();
    if (!isPerson())
        buildContacts(reach);
    buildAddresses(reach);
    addMoreLinks(reach, isPerson() ? QStringList{QStringLiteral("addresses")}
                                   : QStringList{QStringLiteral("contacts"), QStringLiteral("addresses")});
    buildOrigin();
    buildMore();
    m_column->addStretch(1);
}

FormGrid* CustomerEditor::addGrid(QVBoxLayout* column)
{
    auto* grid = new FormGrid;
    (column ? column : m_column)->addWidget(grid);
    m_grids.append(grid);
    return grid;
}

FormField* CustomerEditor::add(FormGrid* grid, const std::string& path, const QString& label, QWidget* editor,
                               const FieldSpec& spec)
{
    auto* field = grid->addField(label, editor, spec);
    m_fields.insert(QString::fromStdString(path), field);
    connect(field, &FormField::edited, this, &CustomerEditor::edited);
    connect(field, &FormField::checkRequested, this, &CustomerEditor::checkRequested);
    const std::string top = path.substr(0, path.find_first_of("[."));
    const auto& session = m_workplace.session;
    const bool isHiddenContact =
        (path.find("].phones") != std::string::npos && session.isMasked(v1::SENSITIVE_FIELD_PHONE)) ||
        (path.find("].emails") != std::string::npos && session.isMasked(v1::SENSITIVE_FIELD_EMAIL));
    if (isMasked(m_shown, top) || isHiddenContact)
        field->setMasked(true);
    return field;
}

void CustomerEditor::buildBasics()
{
    auto* grid = addGrid();
    m_name = new QLineEdit(QString::fromStdString(m_shown.name()));
    add(grid, "name", isPerson() ? tr("Fu&ll name") : tr("Customer n&ame"), m_name, kRequired);
    if (isPerson()) {
        m_honorific = honorificBox(m_shown.honorific());
        add(grid, "honorific", tr("Form of &address"), m_honorific, kHalf);
        m_gender = enumBox({v1::GENDER_UNSPECIFIED, v1::GENDER_MALE, v1::GENDER_FEMALE, v1::GENDER_OTHER}, genderWord,
                           m_shown.gender());
        add(grid, "gender", tr("&Gender"), m_gender, kHalf);
    }
    m_taxCode = new QLineEdit(QString::fromStdString(m_shown.tax_code()));
    add(grid, "tax_code", isPerson() ? tr("&Identity number") : tr("Ta&x code"), m_taxCode, kHalf);
    m_phones.append(addPhone(grid, 0));
    if (isPerson()) {
        m_birthday = new QLineEdit;
        add(grid, "birthday", tr("&Birthday"), m_birthday, kHalf);
    } else {
        m_founded = new DateEdit(officeNow);
        add(grid, "founded_date", tr("Foun&ded on"), m_founded, kHalf);
        connect(m_founded, &DateEdit::dateChanged, this, &CustomerEditor::edited);
    }
    m_emails.append(addEmail(grid, 0));
    for (int i = 1; i < m_shown.phones_size(); ++i)
        m_phones.append(addPhone(grid, i));
    for (int i = 1; i < m_shown.emails_size(); ++i)
        m_emails.append(addEmail(grid, i));
    if (isPerson()) {
        m_isLunar = new QCheckBox(tr("The birthday is lunar"));
        m_isLunar->setChecked(m_shown.birthday().lunar());
        connect(m_isLunar, &QCheckBox::toggled, this, &CustomerEditor::edited);
        connect(m_isLunar, &QCheckBox::toggled, this, &CustomerEditor::checkRequested);
        const auto sayHow = [this] {
            m_birthday->setPlaceholderText(m_isLunar->isChecked()
                                               ? tr("lunar day/month, “2/6 leap”; the year may be missing")
                                               : tr("day/month/year, the year may be missing"));
        };
        connect(m_isLunar, &QCheckBox::toggled, m_birthday, sayHow);
        sayHow();
    }
    addMoreLinks(grid, {QStringLiteral("phones"), QStringLiteral("emails")});
    showDates();
}

ContactEdit* CustomerEditor::addPhone(FormGrid* grid, int index)
{
    auto* edit = new ContactEdit(ContactEdit::Kind::Phone);
    if (index < m_shown.phones_size())
        edit->setPhone(m_shown.phones(index));
    add(grid, at("phones", index), numbered(tr("&Phone"), index), edit, kHalf);
    connect(edit, &ContactEdit::useChanged, this, &CustomerEditor::edited);
    return edit;
}

ContactEdit* CustomerEditor::addEmail(FormGrid* grid, int index)
{
    auto* edit = new ContactEdit(ContactEdit::Kind::Email);
    if (index < m_shown.emails_size())
        edit->setEmail(m_shown.emails(index));
    add(grid, at("emails", index), numbered(tr("E&mail"), index), edit, kHalf);
    connect(edit, &ContactEdit::useChanged, this, &CustomerEditor::edited);
    return edit;
}

void CustomerEditor::addMoreLinks(FormGrid* grid, const QStringList& fields)
{
    static const QHash<QString, const char*> words = {
        {QStringLiteral("phones"), QT_TR_NOOP("Add a phone")},
        {QStringLiteral("emails"), QT_TR_NOOP("Add an email")},
        {QStringLiteral("contacts"), QT_TR_NOOP("Add a contact person")},
        {QStringLiteral("addresses"), QT_TR_NOOP("Add an address")},
    };
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    if (fields.contains(QStringLiteral("phones")) && m_isLunar)
        row->addWidget(m_isLunar);
    row->addStretch(1);
    for (const auto& field : fields) {
        auto* link = new Button(ButtonKind::Link, QStringLiteral("plus"), tr(words.value(field)));
        link->setFocusPolicy(Qt::TabFocus);
        row->addWidget(link);
        connect(link, &Button::clicked, this, [this, field] { emit moreRequested(field); });
    }
    grid->addWide(line);
}

void CustomerEditor::buildContacts(FormGrid* grid)
{
    for (int i = 0; i < std::max(1, m_shown.contacts_size()); ++i) {
        const auto contact = i < m_shown.contacts_size() ? m_shown.contacts(i) : v1::Contact();
        ContactRow row{honorificBox(contact.honorific()), new QLineEdit(QString::fromStdString(contact.name())),
                       new QLineEdit(QString::fromStdString(contact.position())),
                       new ContactEdit(ContactEdit::Kind::Phone), new ContactEdit(ContactEdit::Kind::Email)};
        row.honorific->setAccessibleName(numbered(tr("Form of address of the contact person"), i));
        // Who types "chị Lan" has typed both.
        connect(row.name, &QLineEdit::editingFinished, this, [row] {
            const auto typed = typedName(row.name->text());
            if (typed.honorific == v1::HONORIFIC_UNSPECIFIED)
                return;
            row.honorific->setCurrentIndex(row.honorific->findData(int(typed.honorific)));
            row.name->setText(QString::fromStdString(typed.name));
        });
        if (!contact.phones().empty())
            row.phone->setPhone(contact.phones(0));
        if (!contact.emails().empty())
            row.email->setEmail(contact.emails(0));
        add(grid, at("contacts", i, ".name"), numbered(tr("&Contact person"), i), row.name,
            {.isHalf = true, .reservesMessage = false, .leading = row.honorific});
        add(grid, at("contacts", i, ".position"), tr("Position"), row.position, kHalf);
        add(grid, at("contacts", i, ".phones[0]"), tr("Direct phone"), row.phone, kHalf);
        add(grid, at("contacts", i, ".emails[0]"), tr("Direct email"), row.email, kHalf);
        m_contacts.append(row);
    }
}

void CustomerEditor::buildAddresses(FormGrid* grid)
{
    for (int i = 0; i < std::max(1, m_shown.addresses_size()); ++i) {
        const auto address = i < m_shown.addresses_size() ? m_shown.addresses(i) : v1::Address();
        AddressRow row{new QLineEdit(QString::fromStdString(address.street())), new WardBox(m_host)};
        row.ward->setAddress(address);
        add(grid, at("addresses", i, ".street"), numbered(tr("House, &street"), i), row.street, kWide);
        add(grid, at("addresses", i, ".ward"), tr("&Ward, province"), row.ward, kWide);
        connect(row.ward, &WardBox::unitsChosen, this, &CustomerEditor::edited);
        connect(row.ward, &WardBox::unitsChosen, this, &CustomerEditor::checkRequested);
        m_addresses.append(row);
    }
}

QComboBox* CustomerEditor::addPick(FormGrid* grid, const char* path, const char* list, const QString& label,
                                   const std::string& key)
{
    auto* box = new QComboBox;
    box->addItem(QStringLiteral("–"), QString());
    const QString listKey = QString::fromLatin1(list);
    const QString current = QString::fromStdString(key);
    for (const auto* item : m_workplace.picklists.choices(listKey))
        box->addItem(PicklistCache::labelOf(*item), QString::fromStdString(item->key()));
    if (box->findData(current) < 0)
        box->addItem(m_workplace.picklists.label(listKey, key), current); // no longer offered, but recorded
    box->setCurrentIndex(box->findData(current));
    m_picks.insert(QString::fromLatin1(path), box);
    add(grid, path, label, box, kHalf);
    return box;
}

/// Where the customer is from and what to know of them at once.
void CustomerEditor::buildOrigin()
{
    auto* grid = addGrid();
    addPick(grid, "source_key", "source", tr("So&urce"), m_shown.source_key());
    if (isPerson())
        addPick(grid, "occupation_key", "occupation", tr("Occupation"), m_shown.occupation_key());
    else
        addPick(grid, "trade_key", "trade", tr("Line of business"), m_shown.trade_key());
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_doNotCall = new QCheckBox(tr("No advertising calls or messages"));
    m_doNotCall->setChecked(m_shown.do_not_call());
    connect(m_doNotCall, &QCheckBox::toggled, this, &CustomerEditor::edited);
    m_showMore = new Button(ButtonKind::Link, QStringLiteral("chevron-down"), tr("More: tier, status, needs, tags…"));
    m_showMore->setFocusPolicy(Qt::TabFocus);
    connect(m_showMore, &Button::clicked, this, [this] {
        showMore();
        m_picks.value(QStringLiteral("tier_key"))->setFocus(Qt::OtherFocusReason);
    });
    row->addWidget(m_doNotCall);
    row->addStretch(1);
    row->addWidget(m_showMore);
    grid->addWide(line);
    m_note = addLongText(grid, "note", tr("Note"), tr("What to know before the next talk…"), m_shown.note());
}

FormField* CustomerEditor::fieldAt(const std::string& path) const
{
    QString step = QString::fromStdString(path);
    while (!step.isEmpty()) {
        if (auto* field = m_fields.value(step))
            return field;
        const auto cut = std::max(step.lastIndexOf(QLatin1Char('.')), step.lastIndexOf(QLatin1Char('[')));
        step = cut > 0 ? step.left(cut) : QString();
    }
    // "phones" means the first of them, "addresses[0].province" the box where it is written.
    for (const char* rest : {"[0]", "[0].name", "[0].ward"}) {
        if (auto* field = m_fields.value(QString::fromStdString(path + rest)))
            return field;
    }
    const auto end = path.find(']');
    return end == std::string::npos ? nullptr
                                    : m_fields.value(QString::fromStdString(path.substr(0, end + 1) + ".ward"));
}

void CustomerEditor::focusFirst()
{
    m_name->setFocus();
}

} // namespace banhang::client
