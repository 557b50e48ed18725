// A list as it looks on paper: title, conditions, date, rows under a head that stands on every page, page numbers.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QPagedPaintDevice;

namespace banhang::client {

struct PaperColumn
{
    QString title;
    int share = 0; ///< of the width, against the other columns
    bool isFigure = false;
};

struct PaperList
{
    QString title;
    QString conditions; ///< below the title; empty for none
    QString made;       ///< when and by whom, in the foot
    QString rest;       ///< behind the last row: what is left out; empty for nothing
    QList<PaperColumn> columns;
    QList<QStringList> rows;
};

/// Draws all pages, black on white whatever the theme. Returns how many there were. Thread: any.
int paint(const PaperList& list, QPagedPaintDevice& device);

} // namespace banhang::client
