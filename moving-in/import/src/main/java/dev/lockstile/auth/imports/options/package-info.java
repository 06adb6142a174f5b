/** Options and target of an import, and content files that refer to users. */
@NullMarked
package dev.lockstile.auth.imports.options;

import org.jspecify.annotations.NullMarked;
