/**
 * The port to the database, for authors of stores. A write that concurrent requests compete for is one conditional
 * statement.
 */
@NullMarked
package dev.lockstile.auth.store;

import org.jspecify.annotations.NullMarked;
