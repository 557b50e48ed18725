// What can be done while there is no connection and what not, and when it went and came back.
#pragma once

#include <QWidget>

class QGridLayout;

namespace banhang::client {

class ConnectionLog;

class ConnectionView final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionView(const ConnectionLog& log, QWidget* parent = nullptr);

private:
    void fill();

    const ConnectionLog& m_log;
    QGridLayout* m_lines;
};

} // namespace banhang::client
