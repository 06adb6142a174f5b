/** Tables, sequences and types as a database's own catalogue has them. */
@NullMarked
package dev.lockstile.auth.schema.internal.catalogue;

import org.jspecify.annotations.NullMarked;
