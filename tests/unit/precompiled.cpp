// Nothing but the owner of the header that CMake makes for all unit tests.
