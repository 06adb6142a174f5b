/** Network addresses as they stand in headers and settings. */
@NullMarked
package dev.lockstile.auth.http.internal.address;

import org.jspecify.annotations.NullMarked;
