/** Names of properties that the library does not have, told with the nearest one that it has. */
@NullMarked
package dev.lockstile.auth.spring.internal.property;

import org.jspecify.annotations.NullMarked;
