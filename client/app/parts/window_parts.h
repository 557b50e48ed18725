// All features of the window: puts their pages behind the rail, passes on what they tell.
#pragma once

#include <QHash>

#include <vector>

#include "client/app/parts/window_part.h"

namespace banhang::client {

class Places;
class Rail;
class RailButton;

class WindowParts final : public QObject
{
    Q_OBJECT
public:
    WindowParts(Rail* rail, Places* places, QObject* parent = nullptr);

    /// Takes the part over. Parts come before `fillRail`.
    void add(WindowPart* part);
    /// A page that belongs to no part.
    void addPlace(const RailPlace& place);
    /// Once: the entries by their rank.
    void fillRail();
    void addEntries(WindowHead* head);
    QList<DetailPart*> makeDetailParts(QObject* parent);
    void begin();
    void end();
    /// False when the page that is shown belongs to no part.
    bool refresh();
    bool nextPane(bool isBackwards);

signals:
    // As of the parts.
    void customerRequested(qint64 customerId);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void reminderRaised(const QString& text, const QList<banhang::client::ToastAction>& actions);
    void failed(const QString& strong, const banhang::AppError& error);
    void keysChanged(const QString& text);

private:
    struct Entry
    {
        RailPlace place{};
        RailButton* button = nullptr;
    };
    void take(QWidget* page, WindowPart* part);
    void choose(int id);
    void markCurrent();
    RailButton* buttonOf(const QWidget* page) const;

    Rail* m_rail;
    Places* m_places;
    std::vector<WindowPart*> m_parts;
    std::vector<Entry> m_entries; ///< the place in it is the id in the rail
    QHash<const QWidget*, WindowPart*> m_partOf;
};

} // namespace banhang::client
