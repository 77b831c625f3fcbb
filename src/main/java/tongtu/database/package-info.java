/// Where the program keeps what people send and decide: one SQLite file, or a PostgreSQL server.
/// Rooms bring their own tables (`src/main/resources/migrations`) and their own SQL, which both
/// understand; what each says in its own way is in `engines`.
@NullMarked
package tongtu.database;

import org.jspecify.annotations.NullMarked;
