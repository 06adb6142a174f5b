package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordFormat;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Slow hashing keeps no flow from the database: two hundred sign-ins wait for a permit, and the pool of two is free.
 */
class HashingHoldsNoConnectionTest {

    private static final int PERMITS = 2;
    private static final int TRIES = 200;
    private static final ClientInfo BROWSER = ClientInfo.web("192.0.2.7");

    private final CountDownLatch hashing = new CountDownLatch(PERMITS);
    private final CountDownLatch release = new CountDownLatch(1);

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void two_hundred_wrong_passwords_leave_the_pool_to_others(TestDatabase database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TRIES);
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database);
                Auth auth = wire(host.store())) {
            host.pool().setMaximumPoolSize(2);
            addUser(host.store(), "ana@acme.example", "plain$open-sesame-9");
            addUser(host.store(), "slow@acme.example", "blocking$");
            Caller ana = signIn(auth);
            List<Future<Outcome<SignIn>>> tries = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                tries.add(threads.submit(() -> login(auth, "slow@acme.example", "wrong-word-1")));
            }
            assertThat(hashing.await(60, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(auth.sessions().list(ana)).hasSize(1);
            }
            awaitIdle(host.pool());
            release.countDown();
            for (Future<Outcome<SignIn>> one : tries) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Refused.class);
            }
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    /** All sign-ins are past their short read and wait for a permit or hash: none holds a connection. */
    private static void awaitIdle(HikariDataSource pool) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (pool.getHikariPoolMXBean().getActiveConnections() > 0
                || pool.getHikariPoolMXBean().getThreadsAwaitingConnection() > 0) {
            assertThat(System.nanoTime())
                    .as("a connection is held while hashing")
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private Caller signIn(Auth auth) {
        Outcome<SignIn> result = login(auth, "ana@acme.example", "open-sesame-9");
        SignIn signIn = result.orElseThrow();
        return auth.sessions().authenticate(signIn.tokens().access().reveal()).orElseThrow();
    }

    private static Outcome<SignIn> login(Auth auth, String login, String password) {
        return auth.login().signIn(new PasswordLogin.Request(login, Secret.of(password), BROWSER));
    }

    private static void addUser(AuthStore store, String address, String hash) {
        Identifier email = IdentifierRules.standard().email(address).orElseThrow();
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        store.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(IdentifierAssignment.proven(email, now)),
                        Secret.of(hash),
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now))));
    }

    private Auth wire(AuthStore store) {
        PasswordSettings passwords = PasswordSettings.owasp()
                .withCost(Argon2Cost.cheapForTests())
                .withPermits(PERMITS, Duration.ofSeconds(2))
                .withFormat(new Blocking())
                .withFormat(new Plain());
        return Auth.builder(store)
                .settings(AuthSettings.owasp(
                                "Acme",
                                TokenSettings.owasp("https://acme.example", "acme"),
                                LinkSettings.of(
                                        URI.create("https://acme.example/confirm"),
                                        URI.create("https://acme.example/reset")))
                        .withThrottles(ThrottleSettings.owasp().turnEverythingOff())
                        .withPasswords(passwords))
                .keys(AuthKeys.generate())
                .email(new ConsoleEmailSender())
                .build();
    }

    /** Hashing that takes as long as the test wants. */
    private final class Blocking implements PasswordFormat {

        @Override
        public String id() {
            return "blocking";
        }

        @Override
        public boolean recognises(String stored) {
            return stored.startsWith("blocking$");
        }

        @Override
        public boolean matches(String stored, byte[] passwordUtf8) {
            hashing.countDown();
            try {
                return release.await(60, TimeUnit.SECONDS) && stored.isEmpty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** A password that costs nothing to check. */
    private static final class Plain implements PasswordFormat {

        @Override
        public String id() {
            return "plain_for_tests";
        }

        @Override
        public boolean recognises(String stored) {
            return stored.startsWith("plain$");
        }

        @Override
        public boolean matches(String stored, byte[] passwordUtf8) {
            return stored.equals("plain$" + new String(passwordUtf8, StandardCharsets.UTF_8));
        }
    }
}
