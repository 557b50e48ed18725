#include "common/careless.h"

int Twice_Of(int value)
{
    int* nothing = nullptr;
    return value > 0 ? value : *nothing;
}
