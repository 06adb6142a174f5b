/** The description of the endpoints, taken from the handlers and payloads that serve them. */
@NullMarked
package dev.lockstile.auth.http.internal.openapi;

import org.jspecify.annotations.NullMarked;
