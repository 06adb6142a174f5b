package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.UserStore;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What is decided of an account that an address leads to counts as it is once the account's row is held. */
class SocialRaceTest {

    private static final Identifier EMAIL =
            IdentifierRules.standard().email("ana@acme.example").orElseThrow();

    private final InMemoryAuthStore rows = new InMemoryAuthStore();
    private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
    private final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();
    private final TestSocialProvider merge = corp.linkingByEmail();

    @Test
    void an_address_that_is_proven_meanwhile_is_not_proven_by_the_provider() {
        UserId ana = add(null);
        Outcome<SignIn> result = signIn(corp, (tx, user) -> tx.users().claim(user, EMAIL, clock.instant()));
        assertThat(result).isEqualTo(Outcome.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
        assertThat(links(ana)).isEmpty();
    }

    @Test
    void an_account_that_is_unlinked_meanwhile_stays_out() {
        UserId ana = add(clock.instant());
        Outcome<SignIn> result = signIn(merge, this::linkAndUnlink);
        assertThat(result).isEqualTo(Outcome.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
        assertThat(links(ana)).isEmpty();
    }

    @Test
    void an_account_that_is_linked_meanwhile_signs_in() {
        add(clock.instant());
        Outcome<SignIn> result = signIn(merge, this::link);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        assertThat(result.orElseThrow().extras().account().linkedExisting()).isFalse();
    }

    private void link(AuthTx tx, UserId user) {
        var person = corp.person("1", EMAIL.value(), true);
        tx.socials()
                .insert(
                        user,
                        new SocialIdentity("corp", person.issuer(), "1", null, false, null, null),
                        clock.instant());
    }

    private void linkAndUnlink(AuthTx tx, UserId user) {
        link(tx, user);
        StoredSocialAccount account = tx.socials().of(user).get(0);
        tx.socials().unlink(user, account.id(), clock.instant());
    }

    private UserId add(Instant verifiedAt) {
        Instant now = clock.instant();
        return rows.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(new IdentifierAssignment(EMAIL, true, verifiedAt)),
                        Secret.of("md5$s$0"),
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now))));
    }

    private List<StoredSocialAccount> links(UserId user) {
        return rows.read(tx -> tx.socials().of(user));
    }

    private Outcome<SignIn> signIn(TestSocialProvider provider, BiConsumer<AuthTx, UserId> meanwhile) {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(beforeHolding(meanwhile))
                .settings(AuthTestKit.settings())
                .clock(clock)
                .social(SocialSettings.of(provider).allowSignUp()));
        try (kit) {
            SocialLogin.Nonce nonce =
                    kit.auth().social().nonce("corp", null, "192.0.2.7").orElseThrow();
            var proof = provider.idToken(provider.person("1", EMAIL.value(), true), nonce.nonce());
            SocialClaim claim = new SocialClaim("corp", nonce.transactionId(), proof);
            return kit.auth().social().signIn(new SocialLogin.Attempt(claim, ClientInfo.web("192.0.2.7"), true));
        }
    }

    /** The store, in which something happens right before the row of a user is held. */
    private AuthStore beforeHolding(BiConsumer<AuthTx, UserId> meanwhile) {
        return proxy(AuthStore.class, (method, arguments) -> {
            if (method.getName().equals("alone")) {
                AuthStore.Work<?> work = (AuthStore.Work<?>) arguments[0];
                return rows.alone(tx -> work.run(beforeHolding(tx, meanwhile)));
            }
            return invoked(rows, method, arguments);
        });
    }

    private static AuthTx beforeHolding(AuthTx tx, BiConsumer<AuthTx, UserId> meanwhile) {
        UserStore users = proxy(UserStore.class, (method, arguments) -> {
            if (method.getName().equals("lock")) {
                meanwhile.accept(tx, (UserId) arguments[0]);
            }
            return invoked(tx.users(), method, arguments);
        });
        return proxy(
                AuthTx.class,
                (method, arguments) -> method.getName().equals("users") ? users : invoked(tx, method, arguments));
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object invoked(Object of, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }
}
