#pragma once
int Twice_Of(int value);
