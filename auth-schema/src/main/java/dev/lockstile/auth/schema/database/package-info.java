/** What a database is, how it spells names and which triggers it fires: read by the schema tools as well. */
@NullMarked
package dev.lockstile.auth.schema.database;

import org.jspecify.annotations.NullMarked;
