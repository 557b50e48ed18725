// Two people changed the same fields: what it was, theirs, mine; the user chooses.
#pragma once

#include <QHash>
#include <QSet>
#include <QWidget>

class QButtonGroup;
class QGridLayout;

namespace banhang::client {

class Button;
class Label;
class NoticeBar;
struct Person;

struct ConflictRow
{
    QString field;
    QString label;
    QString original;
    QString theirs;
    QString mine;
};

class ConflictPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ConflictPanel(QWidget* parent = nullptr);

    /// `when` in words ("09:36"); `undisputed` names fields in which both kept their own, may be empty. Nothing is
    /// chosen at first but the user's own.
    void begin(const Person& theirs, const QString& theirGivenName, const Person& own, const QString& when,
               const QList<ConflictRow>& rows, const QString& undisputed);
    /// Fields for which the colleague's value was chosen.
    QSet<QString> takenFromThem() const;
    /// Keys 1 and 2 for the row with the focus, Alt+1 and Alt+2 for all.
    void takeAll(bool isTheirs);
    void choose(const QSet<QString>& fromThem);
    /// Where no page around it has a button to save: a primary one, with Ctrl+S.
    void showSave(const QString& text);

signals:
    void saveRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void clear();
    void addHeads(const Person& theirs, const QString& theirGivenName, const Person& own);
    void addRow(const ConflictRow& row, int line);
    void paintTable();
    QRect cellRect(int line, int column) const;

    NoticeBar* m_bar;
    QWidget* m_table;
    QGridLayout* m_grid;
    Button* m_takeTheirs;
    Button* m_save;
    Label* m_undisputed;
    QWidget* m_undisputedBand;
    QHash<QString, QButtonGroup*> m_groups;
    QList<QButtonGroup*> m_lines; ///< the same, in order
};

} // namespace banhang::client
