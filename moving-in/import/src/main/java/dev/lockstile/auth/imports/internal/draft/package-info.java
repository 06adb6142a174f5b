/** Drafts of source rows, typed, before anything is decided or written. Not part of the API. */
@NullMarked
package dev.lockstile.auth.imports.internal.draft;

import org.jspecify.annotations.NullMarked;
