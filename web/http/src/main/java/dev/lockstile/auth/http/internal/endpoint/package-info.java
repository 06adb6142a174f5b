/** The endpoints, one small class for each group. */
@NullMarked
package dev.lockstile.auth.http.internal.endpoint;

import org.jspecify.annotations.NullMarked;
