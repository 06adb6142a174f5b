/** The error answers of refused calls. */
@NullMarked
package dev.lockstile.auth.http.internal.refusal;

import org.jspecify.annotations.NullMarked;
