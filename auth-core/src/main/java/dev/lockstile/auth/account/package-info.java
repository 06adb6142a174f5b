/** The life of an account: registration, proof of identifiers, passwords, what it shows of itself. */
@NullMarked
package dev.lockstile.auth.account;

import org.jspecify.annotations.NullMarked;
