/** Reads the cells of source rows and makes drafts of them. */
@NullMarked
package dev.lockstile.auth.imports.internal.mapping;

import org.jspecify.annotations.NullMarked;
