package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.cutover.writeback.LegacySystem.Delivery;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sender that stops in the middle of its work, while another one brings a newer state. */
@Timeout(120)
abstract class StalledSenderContract {

    private static final String SYSTEM = "django";

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final MigrationFixture app = new MigrationFixture(store);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private DataSource database;
    private JdbcLegacySystem old;
    private UserId user;

    /** A new, empty database. */
    abstract DataSource openDatabase();

    @BeforeEach
    void a_person_on_both_sides() throws Exception {
        database = openDatabase();
        Sql.execute(
                database,
                "create table auth_user (id int primary key, username varchar(150), email varchar(254),"
                        + " first_name varchar(150), last_name varchar(150), is_active boolean, is_staff boolean,"
                        + " is_superuser boolean, password varchar(128))",
                "insert into auth_user values (1, 'ana', 'ana@example.com', '', '', true, false, false, 'old')");
        old = JdbcLegacySystem.of(database, SYSTEM, LegacyTable.django());
        old.createTable();
        user = register();
    }

    private UserId register() {
        Auth auth = app.node(builder -> builder);
        auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers("ana@example.com", null, null),
                        Secret.of("new-harbour-4417"),
                        Person.UNKNOWN,
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.9")));
        return auth.userId("1").orElseThrow();
    }

    @AfterEach
    void end() {
        goOn.countDown();
        threads.shutdownNow();
    }

    @Test
    void a_newer_state_is_not_overwritten_by_one_that_was_held_up() throws Exception {
        UserState first = state(1, "first");
        UserState second = state(2, "second");
        JdbcLegacySystem slow = JdbcLegacySystem.of(stallingAt(2), SYSTEM, LegacyTable.django());
        Future<Delivery> late = threads.submit(() -> slow.put(first));
        stalled.await();
        assertThat(old.put(second)).isEqualTo(new Delivery.Stored("1"));
        goOn.countDown();
        assertThatThrownBy(late::get).hasCauseInstanceOf(LegacySystem.DownException.class);
        assertThat(there().get("password"))
                .isEqualTo(HashDialect.DJANGO.of(hash("second"), ""))
                .isNotEqualTo("old");
        assertThat(old.put(first)).as("nor when it comes again").isEqualTo(new Delivery.Stored("1"));
        assertThat(there().get("password")).isEqualTo(HashDialect.DJANGO.of(hash("second"), ""));
    }

    @Test
    void a_database_that_gives_no_connection_is_an_outage_after_the_limit() throws Exception {
        JdbcLegacySystem slow =
                JdbcLegacySystem.of(stallingAt(0), SYSTEM, LegacyTable.django()).patientFor(Duration.ofMillis(300));
        assertThatThrownBy(() -> slow.put(state(1, "first"))).isInstanceOf(LegacySystem.DownException.class);
        assertThat(there()).containsEntry("password", "old");
    }

    private UserState state(long number, String word) {
        store.alone(tx -> tx.users().resetPassword(user, hash(word), app.clock.instant()));
        return store.read(tx -> new UserState(
                user,
                number,
                app.clock.instant(),
                "1",
                null,
                Set.of(UserState.Change.PASSWORD),
                tx.users().byId(user).orElseThrow()));
    }

    private static Secret hash(String word) {
        return Secret.of("pbkdf2_sha256$1000$salt$" + word);
    }

    private Map<String, String> there() {
        return Sql.rows(database, "select * from auth_user").get(0);
    }

    /** @param statement which one waits; 0 for the connection itself */
    private DataSource stallingAt(int statement) {
        AtomicInteger prepared = new AtomicInteger();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, verb, arguments) -> {
                    if (statement == 0) {
                        goOn.await();
                    }
                    Connection real = database.getConnection();
                    return Proxy.newProxyInstance(
                            getClass().getClassLoader(), new Class<?>[] {Connection.class}, (me, call, values) -> {
                                if (call.getName().equals("prepareStatement")
                                        && prepared.incrementAndGet() == statement) {
                                    stalled.countDown();
                                    goOn.await();
                                }
                                try {
                                    return call.invoke(real, values);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
                });
    }
}
