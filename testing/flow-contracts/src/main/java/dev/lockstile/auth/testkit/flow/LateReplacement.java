package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.UserStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A store whose settings of users and profiles are others by the time that a transaction replaces them. */
final class LateReplacement {

    private LateReplacement() {}

    static AuthStore over(AuthStore real) {
        return Forwarding.over(AuthStore.class, (verb, arguments) -> switch (verb.getName()) {
            case "join" -> real.join(late(arguments));
            case "alone" -> real.alone(late(arguments));
            default -> Forwarding.to(real, verb, arguments);
        });
    }

    private static AuthStore.Work<?> late(Object @Nullable [] arguments) {
        AuthStore.Work<?> work = (AuthStore.Work<?>) Objects.requireNonNull(arguments)[0];
        return tx -> work.run(late(tx));
    }

    private static AuthTx late(AuthTx tx) {
        UserStore users = late(UserStore.class, tx.users());
        ProfileStore profiles = late(ProfileStore.class, tx.profiles());
        return Forwarding.over(AuthTx.class, (verb, arguments) -> switch (verb.getName()) {
            case "users" -> users;
            case "profiles" -> profiles;
            default -> Forwarding.to(tx, verb, arguments);
        });
    }

    private static <S> S late(Class<S> type, S real) {
        return Forwarding.over(
                type,
                (verb, arguments) ->
                        verb.getName().equals("replaceSettings") ? false : Forwarding.to(real, verb, arguments));
    }
}
