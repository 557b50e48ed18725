// Reads the file of a list beside the UI thread: says how far it is, and ends when it is told to.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

#include "client/sheets/sheet_file.h"
#include "common/error.h"

namespace banhang::client {

/// One file at a time; a new one ends the reading of the one before. Thread: UI. The destructor waits for the end.
class SheetLoader final : public QObject
{
    Q_OBJECT
public:
    explicit SheetLoader(QObject* parent = nullptr);
    ~SheetLoader() override;

    /// An empty sheet name: the first sheet that holds a list.
    void read(const QString& path, const QString& sheet);
    void readPaste(const QString& text, const QString& name);
    void stop();
    bool isReading() const { return m_reading != nullptr; }

signals:
    /// `share` of the whole work, 0 while it cannot be known.
    void progressed(int rows, double share);
    void loaded(const std::shared_ptr<banhang::client::SheetFile>& file);
    void failed(const banhang::AppError& error);
    /// By stop().
    void stopped();

private:
    using Reading = std::shared_ptr<SheetReading>;
    using Work = std::function<SheetFile(SheetReading& reading)>;

    void start(Work work);
    void end(const Reading& reading, const std::shared_ptr<SheetFile>& file, const AppError* error);

    Reading m_reading; ///< the one that is wanted: an older one may still be on its way to its end
    QList<QPointer<QThread>> m_threads;
    QTimer m_look;
};

} // namespace banhang::client
