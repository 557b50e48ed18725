// The head of what stands beside the day: an icon, what it is, how much.
#pragma once

class QHBoxLayout;
class QVBoxLayout;

namespace banhang::client {

/// Adds the bar to the column. It is as high without a link as with one, so that those of one column are alike.
QHBoxLayout* addSectionBar(QVBoxLayout* column);

} // namespace banhang::client
