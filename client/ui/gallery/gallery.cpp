#include "client/ui/gallery/gallery.h"

#include "client/ui/form/search_box.h"
#include "client/ui/gallery/gallery_sheet.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/rail.h"
#include "client/ui/parts/status_line.h"

#include <QScrollArea>

#include <array>

namespace banhang::client {

QVBoxLayout* Sheet::group(const char* heading)
{
    auto* pane = new Pane(Pane::Ground::Base);
    pane->setEdges(static_cast<int>(Pane::Edge::Box));
    auto* rows = new QVBoxLayout(pane);
    rows->setContentsMargins(13, 8, 13, 12);
    rows->setSpacing(7);
    rows->addWidget(new Label(vn(heading), TextSize::Second, TextWeight::Strong));
    m_column->addWidget(pane);
    return rows;
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

QWidget* captioned(QWidget* shown, const char* caption)
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(shown);
    column->addWidget(new Label(vn(caption), TextSize::Second, TextWeight::Regular, Tone::Hint));
    return whole;
}

namespace {

QWidget* makeRail()
{
    auto* rail = new Rail;
    rail->addEntry(0, QStringLiteral("sun"), vn("Hôm nay"))->setBadge(7);
    rail->addEntry(1, QStringLiteral("users"), vn("Khách hàng"));
    rail->addEntry(2, QStringLiteral("user-search"), vn("Lead"))->setBadge(120, true);
    rail->addEntry(3, QStringLiteral("calendar-days"), vn("Lịch"));
    rail->addEntry(4, QStringLiteral("settings"), vn("Quản trị"), true);
    rail->setCurrent(1);
    return rail;
}

QWidget* makeStatusLine()
{
    auto* status = new StatusLine;
    status->setIssues(1, 2);
    status->setPlaceKeys(vn("F8 tới ô kế tiếp cần xem"));
    status->setConnection(Tone::Ok, QStringLiteral("circle-check"), vn("Đã kết nối máy chủ"));
    status->setFacts({vn("CN Hà Nội · Nhóm KD 1"), vn("Thứ Tư 18/11/2026 · 10/10 âm lịch"), QStringLiteral("09:42")});
    return status;
}

QWidget* makeSheets(QWidget* window)
{
    auto* body = new Pane(Pane::Ground::Window);
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(8, 8, 8, 8);
    columns->setSpacing(8);
    std::array<QVBoxLayout*, 3> places{};
    for (auto*& place : places) {
        place = new QVBoxLayout;
        place->setSpacing(8);
        columns->addLayout(place, 1);
    }
    Sheet first(places[0]);
    addButtons(first);
    addFields(first);
    addRows(first);
    addType(first);
    Sheet second(places[1]);
    addStates(second);
    addBars(second);
    addLongWork(second);
    addSmallParts(second);
    Sheet third(places[2]);
    addSearch(third, window);
    addQuestion(third);
    addForm(third);
    addChoices(third);
    addTable(third);
    for (auto* place : places)
        place->addStretch();
    return body;
}

} // namespace

QWidget* makeGallery()
{
    auto* window = new QWidget;
    window->setWindowTitle(vn("Thành phần và trạng thái – banhang"));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeSheets(window));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeRail());
    middle->addWidget(scroll, 1);
    auto* column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(makeStatusLine());
    window->resize(1366, 900);
    return window;
}

void openGallerySearch(QWidget* gallery)
{
    auto* search = gallery->findChild<SearchBox*>();
    search->setFocus();
    search->setText(vn("thien an 0389"));
    emit search->searchRequested(search->text());
}

} // namespace banhang::client
