/** What an old system's rows mean here, typed, before anything is decided or written. */
@NullMarked
package dev.lockstile.auth.imports.internal.draft;

import org.jspecify.annotations.NullMarked;
