// The sheet that the groups of the gallery are written on, and the groups; for the files of the gallery alone.
#pragma once

#include "client/ui/parts/avatar.h"

#include <QHBoxLayout>
#include <QString>
#include <QVBoxLayout>
#include <QWidget>

#include <initializer_list>

namespace banhang::client {

/// A sample sheet: its texts stand for data of a Vietnamese office and are therefore not translated.
inline QString vn(const char* text)
{
    return QString::fromUtf8(text);
}

const Person kDiep{1, QStringLiteral("ND"), QStringLiteral("Phạm Ngọc Diệp")};
const Person kNhung{2, QStringLiteral("HN"), QStringLiteral("Hoàng Hồng Nhung")};
const Person kMinh{3, QStringLiteral("QM"), QStringLiteral("Lê Quang Minh")};
const Person kLinh{4, QStringLiteral("KL"), QStringLiteral("Trần Khánh Linh")};

/// One column of framed groups.
class Sheet
{
public:
    explicit Sheet(QVBoxLayout* column) : m_column(column) {}

    /// A framed group with a heading; returns where its rows go.
    QVBoxLayout* group(const char* heading);
    QVBoxLayout* column() const { return m_column; }

private:
    QVBoxLayout* m_column;
};

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets);
/// What is shown, with a grey word below that says which state it is in.
QWidget* captioned(QWidget* shown, const char* caption);

void addButtons(Sheet& sheet);
void addFields(Sheet& sheet);
void addForm(Sheet& sheet);
void addRows(Sheet& sheet);
void addTable(Sheet& sheet);
void addStates(Sheet& sheet);
void addBars(Sheet& sheet);
void addLongWork(Sheet& sheet);
void addSmallParts(Sheet& sheet);
void addChoices(Sheet& sheet);
/// The list is raised over `host` when the search is opened.
void addSearch(Sheet& sheet, QWidget* host);
void addQuestion(Sheet& sheet);
void addType(Sheet& sheet);

} // namespace banhang::client
