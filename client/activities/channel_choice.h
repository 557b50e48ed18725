// The ways of talking with a customer, as the office keeps them, to choose from.
#pragma once

class QComboBox;

namespace banhang::client {

class PicklistCache;

/// Fills a box anew; the data of an item is the key of the channel.
void fillChannels(QComboBox* box, const PicklistCache& picklists);

} // namespace banhang::client
