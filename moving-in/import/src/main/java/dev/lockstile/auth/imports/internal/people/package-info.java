/** The people of a source as drafts, table by table. */
@NullMarked
package dev.lockstile.auth.imports.internal.people;

import org.jspecify.annotations.NullMarked;
