/**
 * For store authors: the port behind which the data lies. One verb is one statement wherever two writers could meet.
 */
@NullMarked
package dev.lockstile.auth.store;

import org.jspecify.annotations.NullMarked;
