// TODO: everything
const char* kPlace = "@ROOT@/build";
