/// Where the program keeps what people send and decide: one SQLite file. Rooms bring their own
/// tables (`src/main/resources/migrations`) and their own SQL, which is kept to what PostgreSQL
/// understands too.
@NullMarked
package tongtu.database;

import org.jspecify.annotations.NullMarked;
