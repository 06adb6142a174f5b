package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.password.Argon2Cost;

/** For tests in which hundreds sign in: a better hash of each password costs next to nothing. */
final class QuickHashing {

    private QuickHashing() {}

    static AuthSettings of(AuthSettings figures) {
        return figures.withPasswords(figures.passwords().withCost(Argon2Cost.cheapForTests()));
    }
}
