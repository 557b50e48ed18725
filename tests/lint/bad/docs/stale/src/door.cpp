// open
void Door::close() {}
void Door::open() {}
