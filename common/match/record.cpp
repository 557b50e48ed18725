#include "common/match/record.h"

#include <array>
#include <charconv>
#include <stdexcept>

namespace banhang::match {

namespace {

// Control characters, which vn::tidy and folding remove from every text.
constexpr char kLine = '\n';
constexpr char kItem = '\x1f';
constexpr char kPart = '\x1e';
constexpr std::string_view kFormat = "1";

class Writer
{
public:
    void add(std::string_view text)
    {
        for (const char c : text)
            m_text += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
        m_text += kLine;
    }
    void add(int number) { add(std::to_string(number)); }
    void add(const Words& words, char between = kItem)
    {
        m_text += joined(words, between);
        m_text += kLine;
    }
    void add(const std::vector<Place>& places)
    {
        Words texts;
        for (const Place& place : places)
            texts.push_back(joined({place.typed, place.number, joined(place.street, ' '), joined(place.wards, ' '),
                                    place.province, joined(place.area, ' ')},
                                   kPart));
        add(texts);
    }
    std::string take() { return std::move(m_text); }

private:
    static std::string joined(const Words& words, char between)
    {
        std::string text;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i > 0)
                text += between;
            text += words[i];
        }
        return text;
    }

    std::string m_text;
};

class Reader
{
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    std::string_view line()
    {
        const std::size_t end = m_rest.find(kLine);
        if (end == std::string_view::npos)
            throw std::runtime_error("form of a customer for comparison: cut short");
        const std::string_view result = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        return result;
    }
    std::string text() { return std::string(line()); }
    int number()
    {
        const std::string_view digits = line();
        int value = 0;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
            throw std::runtime_error("form of a customer for comparison: no number");
        return value;
    }
    Words words() { return split(line(), kItem); }
    std::vector<Place> places()
    {
        std::vector<Place> places;
        for (const std::string& item : words()) {
            Words parts = split(item, kPart);
            parts.resize(6);
            places.push_back({std::move(parts[0]), std::move(parts[1]), split(parts[2], ' '), split(parts[3], ' '),
                              std::move(parts[4]), split(parts[5], ' ')});
        }
        return places;
    }

private:
    static Words split(std::string_view text, char between)
    {
        Words parts;
        if (text.empty())
            return parts;
        for (std::size_t at = 0;;) {
            const std::size_t end = text.find(between, at);
            parts.emplace_back(text.substr(at, end - at));
            if (end == std::string_view::npos)
                return parts;
            at = end + 1;
        }
    }

    std::string_view m_rest;
};

} // namespace

std::string encode(const Record& record)
{
    Writer writer;
    writer.add(kFormat);
    writer.add(static_cast<int>(record.kind));
    writer.add(record.typedName);
    writer.add(record.name);
    writer.add(record.marked);
    writer.add(static_cast<int>(record.form));
    writer.add(static_cast<int>(record.part));
    writer.add(record.phones);
    writer.add(record.emails);
    writer.add(record.taxCode);
    writer.add(record.taxParent);
    writer.add(static_cast<int>(record.taxDoubtful));
    writer.add(record.nationalId);
    writer.add(record.birthday.year);
    writer.add(record.birthday.month);
    writer.add(record.birthday.day);
    writer.add(record.places);
    return writer.take();
}

Record decode(std::string_view text)
{
    Reader reader(text);
    if (reader.line() != kFormat)
        throw std::runtime_error("form of a customer for comparison: of another version");
    Record record;
    record.kind = static_cast<Kind>(reader.number());
    record.typedName = reader.text();
    record.name = reader.words();
    record.marked = reader.words();
    record.form = static_cast<vn::LegalForm>(reader.number());
    record.part = static_cast<vn::CompanyPart>(reader.number());
    record.phones = reader.words();
    record.emails = reader.words();
    record.taxCode = reader.text();
    record.taxParent = reader.text();
    record.taxDoubtful = reader.number() != 0;
    record.nationalId = reader.text();
    record.birthday.year = reader.number();
    record.birthday.month = reader.number();
    record.birthday.day = reader.number();
    record.places = reader.places();
    return record;
}

std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93ULL;
    hash ^= hash >> 32;
    return hash;
}

std::string digestOf(const Record& record)
{
    return digestOfForm(encode(record));
}

std::string digestOfForm(std::string_view form)
{
    static constexpr std::array kDigits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                           '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    const std::uint64_t hash = hashOf(form);
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += kDigits[(hash >> shift) & 0xf];
    return text;
}

} // namespace banhang::match
