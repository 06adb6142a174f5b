/** Fields of the host's own that the library takes in and shows: typed, checked, stored in the host's own columns. */
@NullMarked
package dev.lockstile.auth.field;

import org.jspecify.annotations.NullMarked;
