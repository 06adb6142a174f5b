/** Import of single users by the rules of an import. */
@NullMarked
package dev.lockstile.auth.imports.person;

import org.jspecify.annotations.NullMarked;
