/** Strict JSON in, allow-listed JSON out. The one room of the JSON library. */
@NullMarked
package dev.lockstile.auth.http.internal.json;

import org.jspecify.annotations.NullMarked;
