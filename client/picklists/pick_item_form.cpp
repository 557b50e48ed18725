#include "client/picklists/pick_item_form.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "client/core/texts.h"
#include "client/ui/form/form_grid.h"
#include "common/vn/fold.h"

namespace banhang::client {

namespace {

constexpr int kMaxLabelLength = 100;
constexpr int kMaxKeyLength = 40;

QString words(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

PickItemForm::PickItemForm(QWidget* parent)
    : QWidget(parent), m_vietnamese(new QLineEdit), m_english(new QLineEdit), m_key(new QLineEdit)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* grid = new FormGrid;
    column->addWidget(grid);
    m_fields = {
        {QStringLiteral("label_vi"),
         grid->addField(tr("In Vietna&mese"), m_vietnamese, {.isRequired = true, .reservesMessage = false})},
        {QStringLiteral("label_en"), grid->addField(tr("In Eng&lish"), m_english, {.reservesMessage = false})},
        {QStringLiteral("key"), grid->addField(tr("&Key"), m_key, {.isRequired = true})},
    };
    m_vietnamese->setMaxLength(kMaxLabelLength);
    m_english->setMaxLength(kMaxLabelLength);
    m_key->setMaxLength(kMaxKeyLength);
    connect(m_vietnamese, &QLineEdit::textEdited, this, &PickItemForm::suggestKey);
    connect(m_key, &QLineEdit::textEdited, this, [this] { m_isKeyTyped = true; });
    for (FormField* field : std::as_const(m_fields))
        connect(field, &FormField::edited, this, &PickItemForm::edited);
    setFocusProxy(m_vietnamese);
}

void PickItemForm::open(const v1::PickItem& item)
{
    m_stored = item;
    resume(item);
    FormField* key = m_fields[QStringLiteral("key")];
    key->setReadOnly(item.id() != 0);
    key->setNote(item.id() != 0 ? tr("Records hold it, so it never changes.")
                                : tr("What records hold. It cannot be changed later."));
}

void PickItemForm::resume(const v1::PickItem& typed)
{
    for (FormField* field : std::as_const(m_fields))
        field->clearMessage();
    m_vietnamese->setText(words(typed.label_vi()));
    m_english->setText(words(typed.label_en()));
    m_key->setText(words(typed.key()));
    m_isKeyTyped = !typed.key().empty();
}

/// From the words, without marks: "Hội chợ" gives "hoi_cho".
void PickItemForm::suggestKey()
{
    if (m_stored.id() != 0 || m_isKeyTyped)
        return;
    QStringList parts;
    for (const std::string& word : vn::foldWords(m_vietnamese->text().toStdString()))
        parts.append(words(word));
    m_key->setText(parts.join(QLatin1Char('_')).left(kMaxKeyLength));
}

v1::PickItem PickItemForm::typed() const
{
    v1::PickItem item = m_stored;
    item.set_label_vi(m_vietnamese->text().trimmed().toStdString());
    item.set_label_en(m_english->text().trimmed().toStdString());
    item.set_key(m_key->text().trimmed().toStdString());
    return item;
}

std::vector<std::string> PickItemForm::changes() const
{
    const v1::PickItem item = typed();
    std::vector<std::string> fields;
    if (item.label_vi() != m_stored.label_vi())
        fields.emplace_back("label_vi");
    if (item.label_en() != m_stored.label_en())
        fields.emplace_back("label_en");
    if (item.key() != m_stored.key())
        fields.emplace_back("key");
    return fields;
}

bool PickItemForm::showIssues(const google::protobuf::RepeatedPtrField<v1::FieldIssue>& issues)
{
    bool isEachPlaced = true;
    for (const auto& issue : issues) {
        // A new one is named as a whole: "item.key".
        const QString path = words(issue.path()).section(QLatin1Char('.'), -1);
        if (auto* field = m_fields.value(path))
            field->setError(issueText(issue));
        else
            isEachPlaced = false;
    }
    return isEachPlaced;
}

void PickItemForm::showKeyTaken(const QString& sentence)
{
    m_fields[QStringLiteral("key")]->setError(sentence);
}

} // namespace banhang::client
