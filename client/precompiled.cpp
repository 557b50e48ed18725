// Nothing but the owner of the header that CMake makes for the features of the client.
