/** How names, types and values are written in SQL. */
@NullMarked
package dev.lockstile.auth.schema.internal.sql;

import org.jspecify.annotations.NullMarked;
