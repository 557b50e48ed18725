#include "common/match/keys.h"

#include <algorithm>
#include <bit>

#include "common/match/syllable.h"
#include "common/vn/utf8.h"

namespace banhang::match {

namespace {

/// Shorter words are left to the keys of whole names; longer ones have too many neighbours.
constexpr std::size_t kMinRareLength = 4;
constexpr std::size_t kMinLengthWithNeighbours = 5;
constexpr std::size_t kMaxLengthWithNeighbours = 14;
constexpr std::size_t kMinLocalLength = 5;
/// Of a phone with the code of the country: all but the last four digits of a mobile, also where one digit is missing.
constexpr std::size_t kPhoneHead = 7;
constexpr std::size_t kPhoneTail = 4;

Key keyOf(std::string_view sort, std::string_view first, std::string_view second = {}, std::string_view third = {})
{
    std::string text(sort);
    for (const std::string_view part : {first, second, third})
        (text += '\x1f') += part;
    return std::bit_cast<Key>(hashOf(text));
}

std::string sortedAndJoined(Words words)
{
    std::ranges::sort(words);
    return vn::join(words, " ");
}

class KeyMaker
{
public:
    explicit KeyMaker(const Record& record) : m_record(record), m_kind(record.kind == Kind::Person ? "i" : "o") {}

    std::vector<Key> make()
    {
        addValues();
        addName();
        addPlaces();
        if (m_record.kind == Kind::Person && !m_record.name.empty())
            addPersonMixtures();
        return take();
    }

    std::vector<Key> makeIdentifying()
    {
        for (const std::string& phone : m_record.phones)
            add(phoneKey(phone));
        for (const std::string& email : m_record.emails)
            add(emailKey(email));
        addCodes();
        if (!m_record.name.empty())
            add(wholeName());
        return take();
    }

private:
    std::vector<Key> take()
    {
        std::ranges::sort(m_keys);
        m_keys.erase(std::unique(m_keys.begin(), m_keys.end()), m_keys.end());
        return std::move(m_keys);
    }

    Key wholeName() const { return keyOf("name", m_kind, sortedAndJoined(m_record.name)); }

    void addCodes()
    {
        if (!m_record.taxCode.empty())
            add(taxKey(m_record.taxCode));
        if (!m_record.nationalId.empty())
            add(nationalIdKey(m_record.nationalId));
    }

    void add(Key key) { m_keys.push_back(key); }

    void addValues()
    {
        for (const std::string& phone : m_record.phones)
            add(phoneKey(phone));
        for (const std::string& email : m_record.emails) {
            add(emailKey(email));
            add(hostKey(email));
            const std::string local = email.substr(0, email.find('@'));
            if (local.size() >= kMinLocalLength)
                add(keyOf("local", local));
        }
        addCodes();
        // A slip in it is likely, and few customers have one.
        if (m_record.nationalId.size() <= kMaxLengthWithNeighbours)
            addNeighbours("id", m_record.nationalId);
    }

    /// The word with one letter left out, each in turn: two words that are one slip apart have one of them in common.
    void addNeighbours(std::string_view sort, const std::string& word)
    {
        for (std::size_t at = 0; at < word.size(); ++at)
            add(keyOf(sort, word.substr(0, at) + word.substr(at + 1)));
    }

    void addName()
    {
        const Words& words = m_record.name;
        if (words.empty())
            return;
        add(wholeName());
        add(keyOf("joined", m_kind, vn::join(words, "")));
        if (m_record.kind == Kind::Organisation)
            for (std::size_t i = 0; i + 1 < words.size(); ++i)
                add(keyOf("two", words[i], words[i + 1]));
        for (const std::string& word : words)
            addRareWord(word);
    }

    void addRareWord(const std::string& word)
    {
        if (word.size() < kMinRareLength || isSyllable(word))
            return;
        const std::string_view sort = m_record.kind == Kind::Person ? "word of i" : "word of o";
        add(keyOf(sort, word));
        if (word.size() >= kMinLengthWithNeighbours && word.size() <= kMaxLengthWithNeighbours)
            addNeighbours(sort, word);
    }

    void addPlaces()
    {
        for (const Place& place : m_record.places) {
            if (const Key house = houseKey(place); house != 0)
                add(house);
            if (!place.number.empty())
                for (const std::string& ward : place.wards)
                    add(keyOf("number", place.number, ward));
        }
    }

    /// First and last word in alphabetical order: family and given name, whichever stands first.
    std::string outerWords() const
    {
        const std::string& first = m_record.name.front();
        const std::string& last = m_record.name.back();
        return first < last ? first + " " + last : last + " " + first;
    }

    void addPersonMixtures()
    {
        const std::string outer = outerWords();
        add(keyOf("outer", outer));
        addBirthday(outer);
        for (const Place& place : m_record.places) {
            for (const std::string& ward : place.wards)
                add(keyOf("outer ward", outer, ward));
            if (!place.province.empty())
                add(keyOf("outer province", outer, place.province));
        }
        for (const std::string& phone : m_record.phones)
            if (phone.size() > kPhoneHead)
                for (const std::string* word : {&m_record.name.front(), &m_record.name.back()}) {
                    add(keyOf("word tail", *word, phone.substr(phone.size() - kPhoneTail)));
                    add(keyOf("word head", *word, phone.substr(0, kPhoneHead)));
                }
    }

    void addBirthday(const std::string& outer)
    {
        const vn::Date& born = m_record.birthday;
        const std::string year = std::to_string(born.year);
        if (born.year != 0)
            add(keyOf("outer year", outer, year));
        if (born.day == 0)
            return;
        // Day and month in order of size, so that swapped ones meet.
        const std::string day =
            std::to_string(std::min(born.day, born.month)) + "." + std::to_string(std::max(born.day, born.month));
        add(keyOf("outer day", outer, day));
        if (born.year != 0)
            add(keyOf("born", day, year));
    }

    const Record& m_record;
    const std::string_view m_kind;
    std::vector<Key> m_keys;
};

} // namespace

Key phoneKey(std::string_view phone)
{
    return keyOf("phone", phone);
}

Key emailKey(std::string_view email)
{
    return keyOf("email", email);
}

Key hostKey(std::string_view email)
{
    const std::size_t at = email.find('@');
    return keyOf("host", at == std::string_view::npos ? email : email.substr(at + 1));
}

Key taxKey(std::string_view taxCode)
{
    return keyOf("tax", taxCode);
}

Key nationalIdKey(std::string_view nationalId)
{
    return keyOf("id", nationalId);
}

Key houseKey(const Place& place)
{
    if (place.number.empty() || place.street.empty())
        return 0;
    return keyOf("house", place.number, vn::join(place.street, ""));
}

std::vector<Key> identifyingKeys(const Record& record)
{
    return KeyMaker(record).makeIdentifying();
}

std::vector<Key> indexKeys(const Record& record)
{
    return KeyMaker(record).make();
}

} // namespace banhang::match
