/** The statements that make a table as it is, in the words of the database that it was found in. */
@NullMarked
package dev.lockstile.auth.schema.internal.definition;

import org.jspecify.annotations.NullMarked;
