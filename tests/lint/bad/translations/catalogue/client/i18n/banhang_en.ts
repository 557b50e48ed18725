<TS>
