package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The secret that the client of a registration gets and shows again when the address is confirmed. It is a keyed digest
 * over the address and the password hash that this very registration set, so nothing is stored for it, it dies with
 * that hash, and it is made in the same way where the address is taken and the hash belongs to no account. A fresh salt
 * makes two secrets of one registration differ: were they equal, a repeated registration would tell a free address from
 * a taken one.
 */
final class RegistrationSecrets {

    private static final int SALT_BYTES = 16;
    private static final int LONGEST = 128;
    private static final char SEPARATOR = '.';

    private final FlowContext context;
    private final Digests.Use digests;

    RegistrationSecrets(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("registration");
    }

    /** @param hash the password hash of the registration */
    Secret issue(Identifier main, Secret hash) {
        String salt = context.randomness().text(SALT_BYTES);
        return Secret.of(salt + SEPARATOR + digest(salt, main, hash));
    }

    /** One that fits no registration. */
    Secret issueDecoy(Identifier main) {
        return issue(main, Secret.of(context.randomness().text(SALT_BYTES)));
    }

    /** Compares in constant time. @param hash the password hash of the account now; null when it has none */
    boolean fits(@Nullable Secret shown, Identifier main, @Nullable Secret hash) {
        if (shown == null || hash == null || shown.reveal().length() > LONGEST) {
            return false;
        }
        String text = shown.reveal();
        int end = text.indexOf(SEPARATOR);
        return end > 0 && ConstantTime.equal(text.substring(end + 1), digest(text.substring(0, end), main, hash));
    }

    private String digest(String salt, Identifier main, Secret hash) {
        return digests.of(salt, main.kind().name(), main.key(), hash.reveal());
    }
}
