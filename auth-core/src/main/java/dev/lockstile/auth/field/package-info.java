/** Fields of the host that the library accepts and returns: typed, checked, and stored in the host's own columns. */
@NullMarked
package dev.lockstile.auth.field;

import org.jspecify.annotations.NullMarked;
