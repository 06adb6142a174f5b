/** Source rows as they came, sealed. */
@NullMarked
package dev.lockstile.auth.imports.archive;

import org.jspecify.annotations.NullMarked;
