package dev.lockstile.auth.jpa.hosts;

import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.LegacyHost;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.util.Optional;

/** The column that the user of {@link TestHost#LEGACY} has of its own. */
public final class OwnColumn {

    private OwnColumn() {}

    /** The attribute that its user and its profile have of their own; no other host has one. */
    public static Optional<String> of(TestHost host) {
        return host == TestHost.LEGACY ? Optional.of("nickname") : Optional.empty();
    }

    /** Sets it on the user of the transaction under way. */
    public static void set(JpaAuthStore store, UserId user, String nickname) {
        store.managed(LegacyHost.User.class, user).nickname = nickname;
    }
}
