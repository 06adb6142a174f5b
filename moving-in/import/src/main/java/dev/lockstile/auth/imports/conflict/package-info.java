/** What an import does with accounts of the source that share an e-mail address or a phone number. */
@NullMarked
package dev.lockstile.auth.imports.conflict;

import org.jspecify.annotations.NullMarked;
