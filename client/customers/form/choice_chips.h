// Several choices of a pick-list as chips that are pressed or not.
#pragma once

#include <QList>
#include <QWidget>

#include <string>

#include <google/protobuf/repeated_field.h>

namespace banhang::client {

class Chip;
class PicklistCache;

class ChoiceChips final : public QWidget
{
    Q_OBJECT
public:
    using Keys = google::protobuf::RepeatedPtrField<std::string>;

    /// Chosen items that are no longer offered stay, so that saving does not lose them.
    ChoiceChips(const PicklistCache& picklists, const QString& listKey, const Keys& chosen, QWidget* parent = nullptr);

    Keys chosen() const;

signals:
    void changed();

private:
    void add(const std::string& key, const QString& label, bool isChosen);

    QList<std::pair<std::string, Chip*>> m_chips;
};

} // namespace banhang::client
