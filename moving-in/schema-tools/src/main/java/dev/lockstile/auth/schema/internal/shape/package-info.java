/**
 * What tables look like, read from the host's entities or from a database, and where two such readings differ. Names
 * that a database folds are in lower case, others are spelled as they are.
 */
@NullMarked
package dev.lockstile.auth.schema.internal.shape;

import org.jspecify.annotations.NullMarked;
