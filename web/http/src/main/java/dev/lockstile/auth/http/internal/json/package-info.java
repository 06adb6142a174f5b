/** Strict JSON in, allow-listed JSON out. The only package that uses the JSON library. */
@NullMarked
package dev.lockstile.auth.http.internal.json;

import org.jspecify.annotations.NullMarked;
