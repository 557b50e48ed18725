// The line that adds work as one says it: it shows how it was understood, and with whom, before Enter adds it.
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "client/activities/quick_line.h"
#include "client/core/outcome.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"

namespace banhang::client {

class EditDebouncer;
class SuggestList;

/// `host` is the page over which the suggestions are raised. Thread: UI.
class QuickAdd final : public QLineEdit
{
    Q_OBJECT
public:
    QuickAdd(const Workplace& workplace, QWidget* host, QWidget* parent = nullptr);

signals:
    /// Enter, or the choice of a customer.
    void added(const banhang::v1::Activity& activity);
    /// It wants more than the line says: the form is to be opened with it.
    void detailsWanted(const banhang::v1::Activity& activity);
    /// Whom it is with could not be found out; the line stays.
    void failed(const QString& strong, const banhang::AppError& error);
    /// Esc in an empty line.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void forget();
    void read();
    void search(size_t attempt);
    void openUnanswered();
    void showSuggestions();
    void choose(const QVariant& chosen);
    void finish(const v1::Customer* customer);
    v1::Activity toActivity(const v1::Customer* customer) const;
    QString understood(const v1::Activity& activity) const;

    Workplace m_workplace;
    CustomersApi m_api;
    SuggestList* m_list;
    EditDebouncer* m_watch;
    QuickLine m_line;
    std::vector<std::string> m_searches;
    std::string m_saidBefore; ///< of whom, before the name that was found: goes into the title
    std::vector<v1::Customer> m_found;
    enum class Wish { None, Add, Details };
    bool m_isWaiting = false; ///< for the answer to a search
    Wish m_wish = Wish::None; ///< of Enter or Ctrl+Enter before it came
    QTimer m_patience;        ///< of Ctrl+Enter with the search
    CallHandle m_call;
};

} // namespace banhang::client
