package dev.lockstile.auth.migrate.inplace;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.LegacyStore;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.SocialStore;
import dev.lockstile.auth.store.UserStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in which what an import adds waits for its entry in the ledger, which tells the legacy id and with it the
 * row that is meant. A profile without an entry is a new one.
 */
final class AdoptingTx {

    private final AuthTx tx;
    private final AuthStore store;
    private final AdoptedRows.Open rows;
    private @Nullable NewUser user;
    private @Nullable NewProfile profile;
    private @Nullable UserId adopted;

    AdoptingTx(AuthTx tx, AuthStore store, AdoptedRows.Open rows) {
        this.tx = tx;
        this.store = store;
        this.rows = rows;
    }

    AuthTx asTx() {
        return over(AuthTx.class, tx, (method, arguments) -> switch (method.getName()) {
            case "users" -> over(UserStore.class, tx.users(), this::users);
            case "profiles" -> over(ProfileStore.class, tx.profiles(), this::profiles);
            case "devices" -> over(DeviceStore.class, tx.devices(), AdoptingTx::devices);
            case "socials" -> over(SocialStore.class, tx.socials(), AdoptingTx::socials);
            case "legacy" -> over(LegacyStore.class, tx.legacy(), this::legacy);
            default -> null;
        });
    }

    /** Adds the profile that nobody has entered. */
    void end() {
        NewProfile waiting = profile;
        profile = null;
        if (waiting != null) {
            tx.profiles()
                    .insert(new NewProfile(
                            owner(waiting.user()),
                            waiting.person(),
                            waiting.standing(),
                            waiting.label(),
                            waiting.picture(),
                            waiting.settings(),
                            waiting.times()));
        }
    }

    private UserId owner(UserId named) {
        return named.key() instanceof NewUser ? Objects.requireNonNull(adopted) : named;
    }

    private @Nullable Object users(Method method, Object @Nullable [] arguments) {
        if (!method.getName().equals("insert") || arguments == null) {
            return null;
        }
        end();
        user = (NewUser) arguments[0];
        return new UserId(user);
    }

    private @Nullable Object profiles(Method method, Object @Nullable [] arguments) {
        if (!method.getName().equals("insert") || arguments == null) {
            return null;
        }
        end();
        profile = (NewProfile) arguments[0];
        return new ProfileId(profile);
    }

    private static @Nullable Object devices(Method method, Object @Nullable [] arguments) {
        return method.getName().equals("insert") ? new DeviceId("as it was") : null;
    }

    private static @Nullable Object socials(Method method, Object @Nullable [] arguments) {
        return method.getName().equals("insert") ? Boolean.TRUE : null;
    }

    private @Nullable Object legacy(Method method, Object @Nullable [] arguments) {
        if (!method.getName().equals("insert") || arguments == null) {
            return null;
        }
        LegacyOrigin origin = (LegacyOrigin) Objects.requireNonNull(arguments[1]);
        String id = origin.legacyId();
        if (origin.entity().equals("users")) {
            adopted = store.userId(id).orElseThrow();
            rows.adopt(adopted, Objects.requireNonNull(user));
        } else if (origin.entity().equals("profiles")) {
            rows.adopt(store.profileId(id).orElseThrow(), Objects.requireNonNull(profile));
            profile = null;
        }
        tx.legacy().insert((String) Objects.requireNonNull(arguments[0]), origin, id, (Instant)
                Objects.requireNonNull(arguments[3]));
        return Boolean.TRUE;
    }

    /** The same store, some of whose verbs are answered here: null means that the store itself answers. */
    private static <T> T over(Class<T> type, T target, Answer answer) {
        Object proxy = Proxy.newProxyInstance(
                AdoptingTx.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answered = answer.to(method, arguments);
                    if (answered != null) {
                        return method.getReturnType() == void.class ? null : answered;
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }

    @FunctionalInterface
    private interface Answer {
        @Nullable
        Object to(Method method, Object @Nullable [] arguments);
    }
}
