// The field for ward, district and province: found while typing, without marks, by old names too.
#pragma once

#include <QLineEdit>

#include "banhang/v1/customer.pb.h"

namespace banhang::client {

class SuggestList;

/// Nothing is converted by itself: units are set where the text leaves one choice, divided wards ask, and what was
/// written can always be kept as it is.
class WardBox final : public QLineEdit
{
    Q_OBJECT
public:
    /// `host` is the page over which the list is raised.
    explicit WardBox(QWidget* host, QWidget* parent = nullptr);

    /// Everything but the street.
    void setAddress(const v1::Address& address);
    void writeTo(v1::Address& address) const;

signals:
    /// A unit was chosen from the list.
    void unitsChosen();

private:
    void suggest(const QString& text);
    void choose(const v1::Address& units);
    void readTyped();

    SuggestList* m_list;
    v1::Address m_units; ///< parts and codes that belong to `m_text`
    QString m_text;      ///< for which `m_units` holds; anything else is still to be read
};

} // namespace banhang::client
