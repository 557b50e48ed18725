#include "client/app/bench/bench_acts.h"

#include <QApplication>
#include <QScrollBar>

#include <algorithm>

#include "client/app/bench/bench_desk.h"
#include "client/app/window/find_everything.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/list/customer_list.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/parts/rail.h"
#include "client/ui/table/data_table.h"
#include "common/platform/own_process.h"

namespace banhang::client {

namespace {

constexpr double kFrameMs = 1000.0 / 60;
constexpr int kStandstillMs = 30'000;
constexpr int kRowsAFrame = 40; // a quick flick: 2,400 rows a second
constexpr int kMinLetters = 2;  // before anything is looked for
constexpr int kMinDigits = 4;

} // namespace

void BenchActs::search(const QString& text, Typing& times)
{
    auto* find = m_desk.window().find();
    auto* box = find->box();
    QString answered;
    const auto listening = QObject::connect(find, &FindEverything::answered, find,
                                            [&answered](const QString& forText) { answered = forText; });
    const int least = text[0].isDigit() ? kMinDigits : kMinLetters;
    box->setFocus();
    for (qsizetype i = 0; i < text.size(); ++i) {
        answered.clear();
        const auto typeLetter = [&] {
            QElapsedTimer echo;
            echo.start();
            BenchDesk::press(box, 0, text.mid(i, 1));
            box->repaint();
            times.letters.push_back(msSince(echo));
        };
        const double ms = m_desk.took(
            "what was found", typeLetter, [&] { return answered == text.left(i + 1); },
            [find] { return find->list(); });
        if (i + 1 >= least)
            times.results.push_back(ms);
    }
    BenchDesk::press(box, Qt::Key_Escape);
    box->clear();
    QObject::disconnect(listening);
}

double BenchActs::openDetail(int row)
{
    auto* model = m_desk.list().model();
    const qint64 id = model->rowAt(row)->id;
    return m_desk.took(
        "the detail", [&] { m_desk.list().table()->setCurrentIndex(model->index(row, 0)); },
        [&] { return m_desk.detail().customer().id() == id; }, [this] { return &m_desk.detail(); });
}

double BenchActs::openForm(int row)
{
    auto& page = m_desk.page();
    const double ms = m_desk.took(
        "the form", [&] { page.editCustomer(m_desk.list().model()->rowAt(row)->id); },
        [&page] { return page.form() && page.form()->isVisible(); }, [&page] { return page.form(); });
    emit page.form()->closeRequested();
    m_desk.waitFor("the form to close", [&page] { return !page.form(); });
    return ms;
}

double BenchActs::openPlace(RailButton* button)
{
    return m_desk.tookToFill("a page", [button] { button->click(); });
}

double BenchActs::scrollFrame(int pixels)
{
    auto* table = m_desk.list().table();
    const double before = platform::threadCpuMs();
    m_desk.work("a frame of scrolling", [&] {
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->value() + pixels);
        table->viewport()->repaint();
        QApplication::processEvents(QEventLoop::AllEvents);
    });
    return platform::threadCpuMs() - before;
}

BenchActs::Scrolling BenchActs::scroll(int rows)
{
    auto* table = m_desk.list().table();
    auto* model = m_desk.list().model();
    const int step = kRowsAFrame * std::max(1, table->rowHeight(0));
    const auto lastShown = [table] { return table->rowAt(table->viewport()->height() - 1); };
    Scrolling done;
    QElapsedTimer still;
    still.start();
    while (done.rows < rows && still.elapsed() < kStandstillMs) {
        const int before = table->verticalScrollBar()->value();
        QElapsedTimer frame;
        frame.start();
        done.cpu.push_back(scrollFrame(step));
        const double ms = msSince(frame);
        done.frames.push_back(ms);
        done.missed += ms > kFrameMs ? 1 : 0;
        done.empty += model->rowAt(lastShown()) ? 0 : 1;
        if (table->verticalScrollBar()->value() != before) {
            done.rows += kRowsAFrame;
            still.start();
        } else if (!model->hasNext() && !model->isLoading()) {
            break;
        }
        while (msSince(frame) < kFrameMs)
            m_desk.handleEvents("a frame of scrolling");
    }
    return done;
}

void BenchActs::scrollBack()
{
    m_desk.tookToFill("the beginning of the list", [this] { m_desk.list().refresh(); });
}

} // namespace banhang::client
