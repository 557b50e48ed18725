#include "client/customers/form/ward_box.h"

#include "client/ui/form/suggest_list.h"
#include "common/vn/address.h"
#include "common/vn/ward_index.h"

namespace banhang::client {

namespace {

constexpr std::size_t kHits = 6;
constexpr int kMinLetters = 2;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString provinceName(const vn::Unit& ward)
{
    const auto* province = vn::Units::builtin().provinceOf(ward);
    return province ? QString::fromStdString(province->shortName()) : QString();
}

/// "P. Dịch Vọng Hậu (old), Quận Cầu Giấy"
QString formerText(const vn::Unit& was)
{
    return WardBox::tr("%1 (old), %2").arg(QString::fromStdString(was.shortName()), text(was.district));
}

v1::Address unitsOf(const vn::Unit* now, const vn::Unit* was)
{
    const auto& units = vn::Units::builtin();
    v1::Address address;
    if (was) {
        address.set_old_ward_code(std::string(was->code));
        address.set_old_province_code(std::string(was->province));
    }
    if (now) {
        address.set_ward(now->shortName());
        address.set_ward_code(std::string(now->code));
        address.set_province_code(std::string(now->province));
        address.set_province(provinceName(*now).toStdString());
        return address;
    }
    address.set_ward(was->shortName());
    address.set_district(std::string(was->district));
    address.set_province(provinceName(*was).toStdString());
    const auto* province = units.provinceOf(*was);
    const auto today = province ? units.current(*province) : std::vector<const vn::Unit*>();
    if (today.size() == 1)
        address.set_province_code(std::string(today.front()->code));
    return address;
}

Suggestion suggestionFor(const vn::Unit* now, const vn::Unit* was, bool isDivided)
{
    Suggestion entry;
    QString rest;
    if (now) {
        entry.strong = QString::fromStdString(now->shortName());
        rest = provinceName(*now);
        if (was)
            rest += QStringLiteral(" · ") +
                    (isDivided ? WardBox::tr("holds a part of %1") : WardBox::tr("was %1")).arg(formerText(*was));
    } else {
        entry.strong = WardBox::tr("Keep as written");
        rest = WardBox::tr("%1, %2 (old address)").arg(formerText(*was), provinceName(*was));
    }
    entry.rest = rest;
    entry.data = QByteArray::fromStdString(unitsOf(now, was).SerializeAsString());
    return entry;
}

} // namespace

WardBox::WardBox(QWidget* host, QWidget* parent) : QLineEdit(parent), m_list(new SuggestList(this, host))
{
    setPlaceholderText(tr("ward, province; old names are found too"));
    connect(this, &QLineEdit::textEdited, this, &WardBox::suggest);
    connect(this, &QLineEdit::editingFinished, this, &WardBox::readTyped);
    connect(m_list, &SuggestList::chosen, this, [this](const QVariant& chosen) {
        v1::Address units;
        const auto bytes = chosen.toByteArray();
        if (units.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size())))
            choose(units);
    });
}

void WardBox::setAddress(const v1::Address& address)
{
    m_units = address;
    m_text = QString::fromStdString(vn::formatAddress("", address.ward(), address.district(), address.province()));
    setText(m_text);
    m_list->setSuggestions({});
}

void WardBox::writeTo(v1::Address& address) const
{
    auto units = m_units;
    if (QLineEdit::text() != m_text)
        units.Clear();
    address.set_ward(units.ward());
    address.set_district(units.district());
    address.set_province(units.province());
    address.set_old_ward_code(units.old_ward_code());
    address.set_ward_code(units.ward_code());
    address.set_old_province_code(units.old_province_code());
    address.set_province_code(units.province_code());
    if (QLineEdit::text() != m_text)
        address.set_ward(QLineEdit::text().trimmed().toStdString());
}

void WardBox::suggest(const QString& typed)
{
    QList<Suggestion> entries;
    bool isDivided = false;
    if (typed.trimmed().size() >= kMinLetters) {
        for (const auto& hit : vn::WardIndex::builtin().search(typed.toStdString(), kHits)) {
            if (!hit.isDivided()) {
                entries.append(suggestionFor(hit.ward, hit.was, false));
                continue;
            }
            isDivided = true;
            for (const auto* part : hit.candidates)
                entries.append(suggestionFor(part, hit.was, true));
            entries.append(suggestionFor(nullptr, hit.was, true));
        }
    }
    m_list->setFooter(isDivided ? tr("This old ward was divided among new ones on 1/7/2025; choose one.") : QString());
    m_list->setSuggestions(entries);
}

void WardBox::choose(const v1::Address& units)
{
    setAddress(units);
    emit unitsChosen();
}

void WardBox::readTyped()
{
    if (QLineEdit::text() == m_text)
        return;
    const auto parsed = vn::parseAddress("x, " + QLineEdit::text().toStdString());
    v1::Address units;
    units.set_ward(parsed.ward);
    units.set_district(parsed.district);
    units.set_province(parsed.province);
    if (parsed.oldWard)
        units.set_old_ward_code(std::string(parsed.oldWard->code));
    if (parsed.wardNow)
        units.set_ward_code(std::string(parsed.wardNow->code));
    if (parsed.oldProvince)
        units.set_old_province_code(std::string(parsed.oldProvince->code));
    if (parsed.provinceNow)
        units.set_province_code(std::string(parsed.provinceNow->code));
    const bool isRead = !units.ward().empty() || !units.province().empty() || QLineEdit::text().isEmpty();
    if (!isRead)
        units.set_ward(QLineEdit::text().trimmed().toStdString());
    m_units = units;
    m_text = QLineEdit::text();
}

} // namespace banhang::client
