package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in as a client asks for it.
 *
 * @param meanings what the name may mean, the likeliest first
 */
record TypedLogin(PasswordLogin.Request login, List<Identifier> meanings) {

    Secret password() {
        return login.password();
    }

    /** The same text as a user name alone; null unless it reads as a phone number too. */
    @Nullable
    TypedLogin asName() {
        List<Identifier> names = LoginLookup.namesBesideNumbers(meanings);
        return names.isEmpty() ? null : new TypedLogin(login, names);
    }
}
