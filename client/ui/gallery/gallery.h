// Every part in every state on one sheet: what the look promises, to be compared with what it is.
#pragma once

class QWidget;

namespace banhang::client {

/// For `banhang --gallery` and the picture tests. Owner: the caller.
QWidget* makeGallery();

/// Opens what only the focus opens: the search with its suggestions. Once the gallery is shown and active.
void openGallerySearch(QWidget* gallery);

} // namespace banhang::client
