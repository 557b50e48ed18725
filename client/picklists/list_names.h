// What the lists behind choice boxes are called.
#pragma once

#include <QList>
#include <QString>

namespace banhang::client {

struct ListName
{
    QString key;  ///< `list_key` of the contract
    QString name; ///< in the language of the interface
    QString use;  ///< where one chooses from it
};

/// Those from which something is chosen.
QList<ListName> listNames();

} // namespace banhang::client
