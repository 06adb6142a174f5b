/** Notices of sign-ins from new devices and places, and the report of a sign-in by another person. */
@NullMarked
package dev.lockstile.auth.notice;

import org.jspecify.annotations.NullMarked;
