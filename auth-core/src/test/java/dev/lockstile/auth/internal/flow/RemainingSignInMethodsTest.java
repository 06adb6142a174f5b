package dev.lockstile.auth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What signs an account in that has no optional feature, method by method. */
final class RemainingSignInMethodsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Secret HASH = Secret.of("{noop}plum-harbour");
    private static final IdentifierState NONE = IdentifierState.NONE;
    private static final IdentifierState PROVEN = new IdentifierState("value", true, NOW);
    private static final IdentifierState OWNED = new IdentifierState("value", true, null);
    private static final SignInMethods NOTHING = SignInMethods.standard().withoutPasswords();
    private static final SignInMethods CODES = NOTHING.countCodes();
    private static final SignInMethods LINKS = NOTHING.countLinks();

    @Test
    void a_password_counts_where_an_identifier_takes_it() {
        assertThat(isOpen(SignInMethods.standard(), false, PROVEN, NONE, HASH)).isTrue();
        assertThat(isOpen(SignInMethods.standard(), false, OWNED, NONE, HASH)).isFalse();
        assertThat(isOpen(SignInMethods.standard(), false, PROVEN, NONE, null)).isFalse();
        assertThat(isOpen(NOTHING, false, PROVEN, NONE, HASH)).isFalse();
    }

    @Test
    void a_code_counts_where_an_address_or_a_number_is_proven() {
        assertThat(isOpen(CODES, false, PROVEN, NONE, null)).isTrue();
        assertThat(isOpen(CODES, false, NONE, PROVEN, null)).isTrue();
        assertThat(isOpen(CODES, false, OWNED, OWNED, null)).isFalse();
        assertThat(isOpen(NOTHING, true, PROVEN, PROVEN, null)).isFalse();
    }

    @Test
    void a_link_counts_where_it_leads_somewhere_and_an_address_is_proven() {
        assertThat(isOpen(LINKS, true, PROVEN, NONE, null)).isTrue();
        assertThat(isOpen(LINKS, false, PROVEN, NONE, null)).isFalse();
        assertThat(isOpen(LINKS, true, NONE, PROVEN, null)).isFalse();
    }

    private static boolean isOpen(
            SignInMethods methods,
            boolean loginLinks,
            IdentifierState email,
            IdentifierState phone,
            @Nullable Secret hash) {
        UserInfo info = new UserInfo(
                new UserId(1L),
                new IdentifierStates(email, phone, NONE),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, NOW, null),
                SettingsJson.EMPTY);
        StoredUser user = new StoredUser(info, new IdentifierKeys(null, null, null), hash, null, List.of(), Set.of());
        AuthTx unread = (AuthTx) Proxy.newProxyInstance(
                AuthTx.class.getClassLoader(), new Class<?>[] {AuthTx.class}, (proxy, call, values) -> {
                    throw new AssertionError(call);
                });
        return new RemainingSignInMethods(
                        methods, loginLinks, new Features(List.of()), Clock.fixed(NOW, ZoneOffset.UTC))
                .isOpenWithout("passkeys", unread, user);
    }
}
