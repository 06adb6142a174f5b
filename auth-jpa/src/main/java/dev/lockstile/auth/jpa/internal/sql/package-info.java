/** How rows are read and written, by entity and attribute names, and what a failure of the database means. */
@NullMarked
package dev.lockstile.auth.jpa.internal.sql;

import org.jspecify.annotations.NullMarked;
