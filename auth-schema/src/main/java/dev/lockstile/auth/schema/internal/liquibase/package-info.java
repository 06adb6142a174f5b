/** How Liquibase is called: in silence, and with the host's files. */
@NullMarked
package dev.lockstile.auth.schema.internal.liquibase;

import org.jspecify.annotations.NullMarked;
