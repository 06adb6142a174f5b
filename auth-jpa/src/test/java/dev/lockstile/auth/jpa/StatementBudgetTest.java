package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.Rotation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements the verbs cost. */
final class StatementBudgetTest {

    private final CountingDataSource counter = new CountingDataSource();
    private OpenHost host;
    private AuthStore store;
    private UserId ana;
    private int signIns;

    @BeforeEach
    void open() {
        host = OpenHost.through(TestHost.NUMBERED, TestDatabase.H2, counter::around);
        store = host.store();
        ana = store.alone(tx -> {
            UserId id = tx.users().insert(Rowset.user("ana"));
            tx.profiles().insert(Rowset.profile(id, "home"));
            tx.profiles().insert(Rowset.profile(id, "work"));
            tx.sessions().insert(id, Rowset.session("s1"));
            tx.codes().replace(Rowset.code("c1", "ana"));
            return id;
        });
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_read_of_a_user_with_all_profiles_is_one_statement() {
        assertThat(reading(tx -> tx.users().byId(ana))).hasSize(1);
        assertThat(reading(tx -> tx.users().byKey(IdentifierKind.EMAIL, "key-ana")))
                .hasSize(1);
    }

    @Test
    void a_read_of_a_session_with_user_and_profiles_is_one_statement() {
        assertThat(reading(tx -> tx.sessions().byId(new SessionId("s1")))).hasSize(1);
    }

    @Test
    void a_key_is_read_with_its_owner_and_changed_by_one_statement_each() {
        assertThat(writing(tx -> keys(tx).insert(ana, Rowset.apiKey("k1")))).hasSize(1);
        assertThat(reading(tx -> keys(tx).byId("k1"))).hasSize(1);
        assertThat(writing(tx -> keys(tx).use("k1", NOW, NOW))).hasSize(1);
        assertThat(writing(tx -> keys(tx).endAll(ana, NOW))).hasSize(1);
    }

    private static ApiKeyStore keys(AuthTx tx) {
        return tx.extension(ApiKeyStore.class).orElseThrow();
    }

    @Test
    void a_read_of_a_code_is_one_statement() {
        assertThat(reading(tx -> tx.codes().byChallenge("c1"))).hasSize(1);
        assertThat(reading(tx -> tx.codes().latest(CodePurpose.LOGIN, "key-ana")))
                .hasSize(1);
    }

    @Test
    void an_insert_is_one_statement() {
        assertThat(writing(tx -> tx.users().insert(Rowset.user("bea")))).hasSize(1);
        assertThat(writing(tx -> tx.profiles().insert(Rowset.profile(ana, "third"))))
                .hasSize(1);
        assertThat(writing(tx -> tx.sessions().insert(ana, Rowset.session("s2"))))
                .hasSize(1);
        assertThat(writing(tx -> tx.outbox().add(Rowset.message("m1")))).hasSize(1);
    }

    @Test
    void a_contested_verb_is_one_statement() {
        assertThat(writing(tx -> tx.codes().spendAttempt("c1", NOW))).hasSize(1);
        assertThat(writing(tx -> tx.codes().use("c1", NOW))).hasSize(1);
        assertThat(writing(tx -> tx.sessions().rotate(new SessionId("s1"), rotation())))
                .hasSize(1);
        assertThat(writing(tx -> tx.sessions().end(new SessionId("s1"), EndReason.LOGOUT, NOW)))
                .hasSize(1);
        assertThat(writing(tx -> tx.users().recordLogin(ana, NOW))).hasSize(1);
        assertThat(writing(tx -> tx.users().changePassword(ana, Secret.of("new"), null, NOW)))
                .hasSize(1);
        assertThat(writing(tx -> tx.users().claim(ana, Rowset.email("new"), NOW)))
                .hasSize(1);
    }

    /** Hibernate names the table anew in each statement that it translates. */
    @Test
    void what_every_sign_in_changes_is_not_translated_again() {
        assertThat(writing(tx -> {
                    tx.codes().spendAttempt("c1", NOW);
                    tx.codes().use("c1", NOW);
                    tx.codes().endAll(ana, NOW);
                    tx.users().recordLogin(ana, NOW);
                    tx.users().recordPasswordLogin(ana, Secret.of("hash-of-ana"), NOW);
                    tx.sessions().rotate(new SessionId("s1"), rotation());
                    tx.sessions().prove(new SessionId("s1"), NOW);
                    tx.sessions().end(new SessionId("s1"), EndReason.LOGOUT, NOW);
                }))
                .hasSize(8)
                .allMatch(sql -> sql.matches("update \\S+ set .*"));
    }

    @Test
    void a_place_in_a_known_bucket_is_one_statement() {
        Consumer<AuthTx> take = tx -> tx.throttles().take("bucket", 5, Duration.ofHours(1), NOW);
        writing(take);
        assertThat(writing(take)).hasSize(1);
    }

    /** What a password sign-in from a phone asks of the store; a hash that wants upgrading is one statement more. */
    @Test
    void a_whole_sign_in_with_a_device_is_six_statements() {
        assertThat(signIn()).as("a new device").hasSize(6);
        assertThat(signIn()).as("a known device").hasSize(6);
    }

    private List<String> signIn() {
        Consumer<AuthTx> take = tx -> tx.throttles().take("bucket", 5, Duration.ofHours(1), NOW);
        writing(take);
        signIns++;
        return counter.during(() -> {
            store.read(tx -> tx.users().byKey(IdentifierKind.EMAIL, "key-ana"));
            store.alone(tx -> {
                take.accept(tx);
                tx.users().recordPasswordLogin(ana, Secret.of("hash-of-ana"), NOW);
                tx.sessions().insert(ana, Rowset.session("phone-" + signIns));
                return tx.devices().link(ana, device(), NOW);
            });
        });
    }

    private static DeviceInfo device() {
        return new DeviceInfo("ios", null, "token", null);
    }

    private static Rotation rotation() {
        return new Rotation(
                new SessionState.Token(0, "digest"), new SessionState.Token(1, "next"), "1", NOW.plusSeconds(60), NOW);
    }

    private List<String> reading(Consumer<AuthTx> work) {
        return counter.during(() -> store.read(tx -> {
            work.accept(tx);
            return true;
        }));
    }

    private List<String> writing(Consumer<AuthTx> work) {
        return counter.during(() -> store.alone(tx -> {
            work.accept(tx);
            return true;
        }));
    }
}
