// The keys that there are, by the place where they work.
#pragma once

#include <QWidget>

namespace banhang::client {

class KeysPage final : public QWidget
{
    Q_OBJECT
public:
    explicit KeysPage(QWidget* parent = nullptr);

signals:
    void closeRequested();
};

} // namespace banhang::client
