// The box in the head of the window (Ctrl+K): any customer in two keystrokes, and every command.
#pragma once

#include <QPointer>
#include <QWidget>

#include "banhang/v1/customers.pb.h"
#include "client/app/window/commands.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

namespace banhang::client {

class CustomerModel;
class CustomersApi;
class SearchBox;
class SuggestList;
struct Suggestion;

class FindEverything final : public QWidget
{
    Q_OBJECT
public:
    /// `host`: the window over which the list is raised. `loaded`: searched while the server is away.
    FindEverything(const Workplace& workplace, CustomersApi& api, const CustomerModel* loaded, QWidget* host);

    void setOffline(bool isOffline);
    /// What can be done at this moment; asked each time something is looked for.
    void setCommands(std::function<QList<Command>()> commands) { m_commandSource = std::move(commands); }
    /// Customers that were opened last come first, and alone while nothing is typed.
    void addRecent(const v1::Customer& customer);
    /// For the person signed in; of another one nothing is remembered.
    void begin();
    SearchBox* box() const { return m_box; }
    SuggestList* list() const { return m_list; }

signals:
    void customerChosen(qint64 customerId);
    void addRequested(const QString& name);
    /// What is shown is all that there is for this text.
    void answered(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void searchLoaded(const QString& text);
    /// Who serves customers of that name that are none of one's own, where the company tells it.
    void askOthers(const QString& text);
    void addOthers(QList<Suggestion>& entries) const;
    void fetchRecent();
    /// What is known already fits the text at once, so that Enter never chooses what an earlier text found.
    void showKnown(const QString& text);
    void show(const QString& text, bool isAnswered, bool isTruncated);
    void addCommands(QList<Suggestion>& entries, const QString& text, bool isFirst);
    /// Empty where what was typed is the beginning of nothing.
    static QString textOfNew(const QString& typed);
    QString footer(const QString& text, bool isTruncated, bool isNothing) const;
    void choose(const QVariant& chosen);
    void giveUp();
    void leave();
    void run(const Command& command);

    Workplace m_workplace;
    CustomersApi& m_api;
    const CustomerModel* m_loaded;
    SearchBox* m_box;
    SuggestList* m_list;
    std::function<QList<Command>()> m_commandSource;
    QList<Command> m_commands;  ///< those shown
    QPointer<QWidget> m_before; ///< had the focus before the box
    QList<v1::Customer> m_recent;
    QList<v1::Customer> m_found;    ///< by the last answer
    QList<v1::PublicCard> m_others; ///< while nothing was found
    CallHandle m_call;
    CallHandle m_recentCall;
    bool m_isOffline = false;
};

} // namespace banhang::client
