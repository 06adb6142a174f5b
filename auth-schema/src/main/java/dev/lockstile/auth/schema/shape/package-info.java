/**
 * What tables look like, read from the host's entities or from a database, and where two such readings differ. Names are
 * in lower case, as the databases compare them.
 */
@NullMarked
package dev.lockstile.auth.schema.shape;

import org.jspecify.annotations.NullMarked;
