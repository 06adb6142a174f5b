package dev.lockstile.auth.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore;
import dev.lockstile.auth.store.UserStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A verb that is not passed on would be answered by the port's default, which knows no rows. */
final class CheckedStoreTest {

    private final ReadRules rules = new ReadRules(IdentifierRules.standard(), Roles.UNDECLARED, Clock.systemUTC());
    private final List<Method> called = new ArrayList<>();

    @Test
    void every_verb_reaches_the_store_behind() throws ReflectiveOperationException {
        AuthTx tx = recording(AuthTx.class);
        passesOn(UserStore.class, new CheckedUsers(recording(UserStore.class), rules));
        passesOn(SessionStore.class, new CheckedSessions(recording(SessionStore.class), rules));
        passesOn(AuthTx.class, new CheckedTx(tx, rules));
        passesOn(AuthStore.class, new CheckedStore(recording(AuthStore.class), rules));
    }

    @Test
    void a_key_with_a_letter_that_no_database_keeps_is_none() {
        CheckedStore store = new CheckedStore(recording(AuthStore.class), rules);
        for (String text : List.of("ana\u0000", "\ud83d", "a\u202eb")) {
            assertThat(store.userId(text)).isEmpty();
            assertThat(store.profileId(text)).isEmpty();
        }
        assertThat(called).isEmpty();
    }

    private <T> void passesOn(Class<T> port, T checked) throws ReflectiveOperationException {
        for (Method verb : port.getMethods()) {
            if (port == AuthTx.class && List.of("users", "sessions").contains(verb.getName())) {
                continue; // these are the ones that are checked
            }
            called.clear();
            Object[] arguments = Arrays.stream(verb.getParameterTypes())
                    .map(CheckedStoreTest::sample)
                    .toArray();
            verb.invoke(checked, arguments);
            assertThat(called).as(verb.toString()).contains(verb);
        }
    }

    private <T> T recording(Class<T> port) {
        InvocationHandler note = (proxy, verb, arguments) -> {
            called.add(verb);
            return answer(verb.getReturnType());
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, note));
    }

    private Object answer(Class<?> type) {
        if (type == UserStore.class || type == SessionStore.class) {
            return recording(type);
        }
        return sample(type);
    }

    private static Object sample(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "7";
        }
        if (type == int.class) {
            return 0;
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        return switch (type.getSimpleName()) {
            case "NewUser" ->
                new dev.lockstile.auth.store.NewUser(
                        List.of(),
                        null,
                        dev.lockstile.auth.model.UserInfo.Status.ORDINARY,
                        new dev.lockstile.auth.model.UserInfo.Dates(java.time.Instant.EPOCH, null, null),
                        dev.lockstile.auth.model.SettingsJson.EMPTY,
                        dev.lockstile.auth.store.RowTimes.fresh(java.time.Instant.EPOCH));
            case "Identifier" ->
                new dev.lockstile.auth.model.Identifier(dev.lockstile.auth.model.IdentifierKind.EMAIL, "v", "k");
            default -> null;
        };
    }
}
