/** The description of the endpoints: a checked-in document, adapted to the settings. */
@NullMarked
package dev.lockstile.auth.http.internal.openapi;

import org.jspecify.annotations.NullMarked;
