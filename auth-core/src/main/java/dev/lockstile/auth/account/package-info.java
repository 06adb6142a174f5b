/** Registration, verification of identifiers, passwords, profiles, and administration of accounts. */
@NullMarked
package dev.lockstile.auth.account;

import org.jspecify.annotations.NullMarked;
