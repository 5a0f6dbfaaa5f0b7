#include <sqlite3.h>

// sqlite3_config takes a list of arguments of changing length, which Swift cannot call.
static inline int sqlite3_config_memstatus(int isCounted) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, isCounted);
}
