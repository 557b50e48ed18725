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
constexpr int kLongTextLines = 3;

std::string at(const char* list, int index, const char* rest = "")
{
    return std::string(list) + "[" + std::to_string(index) + "]" + rest;
}

QString numbered(const QString& label, int index)
{
    return index == 0 ? label : QStringLiteral("%1 %2").arg(QString(label).remove(QLatin1Char('&'))).arg(index + 1);
}

QPlainTextEdit* longText(const QString& placeholder, const QString& text)
{
    auto* edit = new QPlainTextEdit(text);
    edit->setPlaceholderText(placeholder);
    edit->setTabChangesFocus(true);
    fitToLook(edit, [edit] { edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kLongTextLines + 14); });
    return edit;
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
      m_parentId(customer.parent_id())
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    buildBasics();
    if (!isPerson())
        buildContacts();
    buildAddresses();
    buildClassification();
    buildKnowledge();
    if (!isPerson())
        buildParent();
    m_column->addStretch(1);
}

FormGrid* CustomerEditor::addGrid()
{
    auto* grid = new FormGrid;
    m_column->addWidget(grid);
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
    add(grid, "name", isPerson() ? tr("Fu&ll name") : tr("&Customer name"), m_name, kRequired);
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
    add(grid, at("emails", index), numbered(tr("&Email"), index), edit, kHalf);
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

void CustomerEditor::buildContacts()
{
    auto* grid = addGrid();
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
        add(grid, at("contacts", i, ".name"), numbered(tr("Contact pe&rson"), i), row.name,
            {.isHalf = true, .reservesMessage = false, .leading = row.honorific});
        add(grid, at("contacts", i, ".position"), tr("Position"), row.position, kHalf);
        add(grid, at("contacts", i, ".phones[0]"), tr("Direct phone"), row.phone, kHalf);
        add(grid, at("contacts", i, ".emails[0]"), tr("Direct email"), row.email, kHalf);
        m_contacts.append(row);
    }
    addMoreLinks(grid, {QStringLiteral("contacts")});
}

void CustomerEditor::buildAddresses()
{
    auto* grid = addGrid();
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
    addMoreLinks(grid, {QStringLiteral("addresses")});
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

void CustomerEditor::buildClassification()
{
    auto* grid = addGrid();
    addPick(grid, "source_key", "source", tr("So&urce"), m_shown.source_key());
    if (isPerson())
        addPick(grid, "occupation_key", "occupation", tr("Occupation"), m_shown.occupation_key());
    else
        addPick(grid, "trade_key", "trade", tr("Line of business"), m_shown.trade_key());
    addPick(grid, "tier_key", "tier", tr("Tier"), m_shown.tier_key());
    addPick(grid, "group_key", "group", tr("Group"), m_shown.group_key());
    addPick(grid, "status_key", "status", tr("Status"), m_shown.id() ? m_shown.status_key() : "new");
    m_website = new QLineEdit(QString::fromStdString(m_shown.website()));
    add(grid, "website", tr("Website"), m_website, kHalf);
    m_doNotCall = new QCheckBox(tr("No advertising calls or messages"));
    m_doNotCall->setChecked(m_shown.do_not_call());
    connect(m_doNotCall, &QCheckBox::toggled, this, &CustomerEditor::edited);
    grid->addWide(m_doNotCall);
    m_note = longText(tr("What to know before the next talk…"), QString::fromStdString(m_shown.note()));
    add(grid, "note", tr("Note"), m_note, kWide);
}

ChoiceChips* CustomerEditor::addChips(FormGrid* grid, const char* path, const char* list,
                                      const google::protobuf::RepeatedPtrField<std::string>& keys)
{
    auto* chips = new ChoiceChips(m_workplace.picklists, QString::fromLatin1(list), keys);
    connect(chips, &ChoiceChips::changed, this, &CustomerEditor::edited);
    m_chips.insert(QString::fromLatin1(path), chips);
    add(grid, path, fieldLabel(QString::fromLatin1(path)), chips, kWide);
    return chips;
}

void CustomerEditor::buildKnowledge()
{
    auto* grid = addGrid();
    QStringList points;
    for (const auto& point : m_shown.watch_points())
        points.append(QString::fromStdString(point.text()));
    m_watchPoints = longText(tr("One point per line; every department sees them"), points.join(QLatin1Char('\n')));
    add(grid, "watch_points", fieldLabel(QStringLiteral("watch_points")), m_watchPoints, kWide);
    addChips(grid, "need_keys", "need", m_shown.need_keys());
    addChips(grid, "habit_keys", "habit", m_shown.habit_keys());
    addChips(grid, "trait_keys", "trait", m_shown.trait_keys());
    addChips(grid, "tag_keys", "tag", m_shown.tag_keys());
    m_needsText =
        longText(tr("Needs, habits and wishes in the customer's words"), QString::fromStdString(m_shown.needs_text()));
    add(grid, "needs_text", fieldLabel(QStringLiteral("needs_text")), m_needsText, kWide);
    m_businessText = new QLineEdit(QString::fromStdString(m_shown.business_text()));
    add(grid, "business_text", fieldLabel(QStringLiteral("business_text")), m_businessText, kWide);
    if (isPerson())
        addPick(grid, "income_band_key", "income_band", fieldLabel(QStringLiteral("income_band_key")),
                m_shown.income_band_key());
    addPick(grid, "finances_key", "finances", fieldLabel(QStringLiteral("finances_key")), m_shown.finances_key());
}

void CustomerEditor::buildParent()
{
    auto* grid = addGrid();
    m_parent = new QLineEdit;
    m_parent->setPlaceholderText(tr("name, tax code or phone of the organisation above"));
    m_parentList = new SuggestList(m_parent, m_host);
    add(grid, "parent_id", tr("Belongs to"), m_parent, kHalf);
    m_relation = enumBox({v1::PARENT_RELATION_UNSPECIFIED, v1::PARENT_RELATION_BRANCH, v1::PARENT_RELATION_DAUGHTER},
                         relationWord, m_shown.parent_relation());
    add(grid, "parent_relation", tr("As"), m_relation, kHalf);
    connect(m_parent, &QLineEdit::textEdited, this, &CustomerEditor::searchParent);
    connect(m_parentList, &SuggestList::chosen, this, [this](const QVariant& chosen) {
        const auto choice = chosen.toList();
        m_parentId = choice.value(0).toLongLong();
        m_parentName = choice.value(1).toString();
        m_parent->setText(m_parentName);
        emit edited();
        emit checkRequested();
    });
    if (m_parentId == 0)
        return;
    m_parentCall = m_api.get(m_parentId, this, [this](const Outcome<v1::Customer>& outcome) {
        m_parentName = outcome ? QString::fromStdString(outcome->name()) : tr("(not visible to you)");
        m_parent->setText(m_parentName);
    });
}

void CustomerEditor::searchParent(const QString& text)
{
    if (text.trimmed().size() < 2) {
        m_parentList->setSuggestions({});
        m_parentCall.cancel();
        return;
    }
    v1::SearchCustomersRequest request;
    request.set_query(text.toStdString());
    request.mutable_filter()->add_kinds(v1::CUSTOMER_KIND_ORGANISATION);
    request.set_limit(6);
    m_parentCall = m_api.search(request, this, [this](const Outcome<v1::SearchCustomersResponse>& outcome) {
        QList<Suggestion> entries;
        const auto found = outcome ? outcome.value() : v1::SearchCustomersResponse();
        for (const auto& customer : found.customers()) {
            if (customer.id() == m_shown.id())
                continue;
            const QString name = QString::fromStdString(customer.name());
            Suggestion entry;
            entry.iconName = kindIcon(customer.kind());
            entry.strong = name;
            entry.rest = QString::fromStdString(customer.code());
            entry.data = QVariantList{qlonglong(customer.id()), name};
            entries.append(entry);
        }
        m_parentList->setSuggestions(entries);
    });
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
