package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Forwarding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that has what every store has, and no extension. */
record PlainStore(AuthStore store) implements AuthStore {

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return store.join(tx -> work.run(plain(tx)));
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return store.alone(tx -> work.run(plain(tx)));
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return store.read(tx -> work.run(plain(tx)));
    }

    @Override
    public boolean holdsConnection() {
        return store.holdsConnection();
    }

    @Override
    public Optional<UserId> userId(String text) {
        return store.userId(text);
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        return store.profileId(text);
    }

    private static AuthTx plain(AuthTx tx) {
        return Forwarding.over(
                AuthTx.class,
                (verb, arguments) ->
                        verb.getName().equals("extension") ? Optional.empty() : Forwarding.to(tx, verb, arguments));
    }
}
