// Pictures of the care sequences: --page page|pane|start
#include "client/sequences/sequence_pane.h"
#include "client/sequences/sequences_page.h"
#include "tests/client/sequences/sequences_fixture.h"
#include "tests/client/support/picture_program.h"

int main(int argc, char** argv)
{
    using namespace banhang;
    const test::PictureProgram program(argc, argv);
    test::SequencesOffice office;
    test::settle(office.rpc);
    const QString what = program.page("page");
    client::SequencesPage page(office.workplace);
    client::SequencePane pane(office.workplace);
    QWidget& shown = what == QLatin1String("page") ? static_cast<QWidget&>(page) : pane;
    shown.resize(program.size({1290, 674}));
    shown.show();
    if (&shown == &page)
        page.reload();
    else
        pane.load(7);
    test::settle(office.rpc);
    if (what == QLatin1String("start"))
        pane.beginStart();
    test::settle(office.rpc);
    return program.save(shown);
}
