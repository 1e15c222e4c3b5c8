#ifndef CSQLITE_SETTINGS_H
#define CSQLITE_SETTINGS_H

/// Has SQLite count no memory, which otherwise takes a lock at every piece. To be called before SQLite is first used; later
/// it changes nothing and answers other than 0.
int csqlite_count_no_memory(void);

#endif
