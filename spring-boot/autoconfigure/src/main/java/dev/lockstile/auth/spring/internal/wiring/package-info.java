/** Store, transactions and the library itself as beans. */
@NullMarked
package dev.lockstile.auth.spring.internal.wiring;

import org.jspecify.annotations.NullMarked;
