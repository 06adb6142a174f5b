/** Endpoints with the paths, bodies and codes of fastapi-users. */
@NullMarked
package dev.lockstile.auth.http.internal.fastapi;

import org.jspecify.annotations.NullMarked;
