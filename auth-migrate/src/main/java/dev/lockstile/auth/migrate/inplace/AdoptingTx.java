package dev.lockstile.auth.migrate.inplace;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.LegacyStore;
import dev.lockstile.auth.store.NewDevice;
import dev.lockstile.auth.store.NewLink;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.SocialStore;
import dev.lockstile.auth.store.UserStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    private final Deque<NewUser> users = new ArrayDeque<>();
    private final Deque<NewProfile> profiles = new ArrayDeque<>();
    private final Map<NewUser, UserId> adopted = new IdentityHashMap<>();

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

    private @Nullable Object users(Method method, Object @Nullable [] arguments) {
        if (!method.getName().equals("insertAll") || arguments == null) {
            return null;
        }
        List<NewUser> added = rows(arguments[0], NewUser.class);
        users.addAll(added);
        return added.stream().map(UserId::new).toList();
    }

    private @Nullable Object profiles(Method method, Object @Nullable [] arguments) {
        if (!method.getName().equals("insertAll") || arguments == null) {
            return null;
        }
        List<NewProfile> added = rows(arguments[0], NewProfile.class);
        profiles.addAll(added);
        return added.stream().map(ProfileId::new).toList();
    }

    private static @Nullable Object devices(Method method, Object @Nullable [] arguments) {
        if (!method.getName().equals("insertAll") || arguments == null) {
            return null;
        }
        return rows(arguments[0], NewDevice.class).stream()
                .map(any -> new DeviceId("as it was"))
                .toList();
    }

    private static @Nullable Object socials(Method method, Object @Nullable [] arguments) {
        return method.getName().equals("insertAll") ? Boolean.TRUE : null;
    }

    private @Nullable Object legacy(Method method, Object @Nullable [] arguments) {
        if (!method.getName().equals("insertAll") || arguments == null) {
            return null;
        }
        List<NewLink> links =
                rows(arguments[0], NewLink.class).stream().map(this::follow).toList();
        tx.legacy().insertAll(links, (Instant) Objects.requireNonNull(arguments[1]));
        return Boolean.TRUE;
    }

    /** Entries come in the order in which their rows were handed over: users first, then profiles. */
    private NewLink follow(NewLink link) {
        String id = link.origin().legacyId();
        return switch (link.origin().entity()) {
            // Without the time of change: a row that was here before the import is never taken back with it.
            case "users" -> {
                NewUser user = users.remove();
                UserId owner = store.userId(id).orElseThrow();
                rows.adopt(owner, user);
                adopted.put(user, owner);
                yield at(link, id, null);
            }
            case "profiles" -> {
                rows.adopt(store.profileId(id).orElseThrow(), profiles.remove());
                yield at(link, id, null);
            }
            case "added_profiles" ->
                at(link, tx.profiles().insert(owned(profiles.remove())).toString(), link.localModifiedAt());
            default -> at(link, id, null);
        };
    }

    private NewProfile owned(NewProfile profile) {
        UserId owner = profile.user().key() instanceof NewUser user
                ? Objects.requireNonNull(adopted.get(user))
                : profile.user();
        return new NewProfile(
                owner,
                profile.person(),
                profile.standing(),
                profile.label(),
                profile.picture(),
                profile.settings(),
                profile.times());
    }

    private static NewLink at(NewLink link, String localRef, @Nullable Instant modifiedAt) {
        return new NewLink(link.linkKey(), link.origin(), localRef, modifiedAt);
    }

    private static <R> List<R> rows(@Nullable Object given, Class<R> type) {
        return ((List<?>) Objects.requireNonNull(given))
                .stream().map(type::cast).toList();
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
