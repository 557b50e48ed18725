// The strip under the title in which a list gets its name and its readers.
#pragma once

#include "client/ui/parts/label.h"

class QComboBox;
class QLineEdit;

namespace banhang::client {

class ListViews;

/// Hidden until `open`; Esc gives up, as does choosing another list.
class ViewEditor final : public Pane
{
    Q_OBJECT
public:
    explicit ViewEditor(ListViews& views, QWidget* parent = nullptr);

    /// `isNew`: saves the list as it stands under a new name; else renames and shares the chosen one.
    void open(bool isNew);

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillReaders();
    void accept();
    void leave();

    ListViews& m_views;
    Label* m_label;
    QLineEdit* m_name;
    QComboBox* m_readers;
    Label* m_issue;
    bool m_isNew = true;
    qint64 m_viewId = 0;   ///< of the list that is renamed, whichever is shown by now
    QString m_openedKey{}; ///< of the list that was shown when this was opened
};

} // namespace banhang::client
