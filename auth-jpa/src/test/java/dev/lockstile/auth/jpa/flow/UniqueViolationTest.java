package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.jpa.Rowset;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.KeyTakenException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Only a key of the library's own says that something is taken; any other unique key says that something is broken. */
@Timeout(60)
final class UniqueViolationTest {

    private final List<AuthEvent> trail = new CopyOnWriteArrayList<>();
    private OpenHost host;

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void a_sequence_that_lags_is_an_error_of_sign_up_and_leaves_no_success() {
        open(TestHost.PLAIN, TestDatabase.POSTGRES);
        try (Auth auth = auth()) {
            auth.registrations().register(JpaFlowFixture.registration(1));
            host.sql("select setval('auth_user_seq', 1, false)");
            trail.clear();
            // drawn before, the keys of one value of the sequence are still there
            try (Auth restarted = auth(host.store())) {
                for (int i = 2; i < 60; i++) {
                    int number = i;
                    if (!fails(restarted, number)) {
                        continue;
                    }
                    assertThat(trail).last().isInstanceOfSatisfying(AuthEvent.Refused.class, e -> {
                        assertThat(e.operation()).isEqualTo(Operation.REGISTRATION);
                        assertThat(e.reason()).isEqualTo("error");
                    });
                    return;
                }
            }
            throw new AssertionError("no registration drew a key twice");
        }
    }

    private boolean fails(Auth auth, int number) {
        try {
            auth.registrations().register(JpaFlowFixture.registration(number));
            return false;
        } catch (DatabaseRefusedException e) {
            assertThat(e).hasMessageContaining("23505").hasMessageContaining("auth_user_pkey");
            return true;
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_unique_column_of_the_host_is_an_error(TestDatabase database) {
        open(TestHost.PLAIN, database);
        host.sql("alter table auth_user add column badge varchar(20) default 'none'");
        host.sql("create unique index uq_badge on auth_user (badge)");
        try (Auth auth = auth()) {
            auth.registrations().register(JpaFlowFixture.registration(1));
            trail.clear();
            assertThatThrownBy(() -> auth.registrations().register(JpaFlowFixture.registration(2)))
                    .isInstanceOf(DatabaseRefusedException.class);
            assertThat(trail).hasOnlyElementsOfType(AuthEvent.Refused.class);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_code_that_the_database_cannot_keep_is_no_code_that_was_just_sent(TestDatabase database) {
        open(TestHost.PLAIN, database);
        host.sql("alter table auth_otp_code add column stamp varchar(20) default 'none'");
        host.sql("create unique index uq_stamp on auth_otp_code (stamp)");
        try (Auth auth = auth()) {
            auth.registrations().register(JpaFlowFixture.registration(1));
            assertThatThrownBy(() -> auth.codes()
                            .request(new CodeLogin.Request(
                                    new CodeLogin.CodeIdentifier(IdentifierKind.EMAIL, "person1@acme.example"),
                                    Channel.EMAIL,
                                    null)))
                    .isInstanceOf(DatabaseRefusedException.class);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_key_goes_by_its_columns_and_not_by_its_name_alone(TestDatabase database) {
        open(TestHost.PLAIN, database);
        host.sql(
                database == TestDatabase.MARIADB
                        ? "alter table auth_user drop index uq_auth_user_email_key"
                        : "alter table auth_user drop constraint uq_auth_user_email_key");
        host.sql("alter table auth_user add column badge varchar(20) default 'none'");
        host.sql("create unique index uq_auth_user_email_key on auth_user (badge)");
        host.sql("create unique index people_mail on auth_user (email_key)");
        AuthStore store = host.store();
        store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("bea"))))
                .isInstanceOf(DatabaseRefusedException.class);
        host.sql("update auth_user set badge = 'ana'");
        assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("ana"))))
                .isInstanceOf(KeyTakenException.class);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void renamed_columns_are_the_librarys_own(TestDatabase database) {
        open(TestHost.LEGACY, database);
        AuthStore store = host.store();
        store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("ana"))))
                .isInstanceOf(KeyTakenException.class);
    }

    @Test
    void a_key_of_an_old_table_on_the_address_itself_still_means_taken() {
        open(TestHost.LEGACY, TestDatabase.POSTGRES);
        host.sql("create unique index people_lower_mail on people (lower(mail_address))");
        AuthStore store = host.store();
        store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        host.sql("update people set mail_owner = null, phone_key = null, username_key = null");
        assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("ana"))))
                .isInstanceOf(KeyTakenException.class);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_merge_that_a_unique_address_of_the_host_forbids_is_refused(TestDatabase database) {
        open(TestHost.PLAIN, database);
        host.sql("create unique index uq_number on auth_user (phone)");
        try (Auth auth = auth()) {
            UserId from = opened(auth, AccountDraft.ofPhone("+5215512345678"));
            UserId into = opened(auth, AccountDraft.ofEmail("bea@acme.example"));
            assertThat(auth.admin().merge(from, into, "ticket 7").refusal()).contains(Refusal.IDENTIFIER_TAKEN);
            assertThat(auth.admin().find(from)).isPresent();
            assertThat(auth.admin().merge(into, from, "ticket 7").isDone()).isTrue();
        }
    }

    private static UserId opened(Auth auth, AccountDraft draft) {
        return auth.admin().create(draft.vouchingForIdentifiers()).orElseThrow().id();
    }

    private void open(TestHost kind, TestDatabase database) {
        host = new OpenHost(kind, database);
    }

    private Auth auth() {
        return auth(host.store());
    }

    private Auth auth(AuthStore store) {
        return JpaFlowFixture.on(store).audit(trail::add).build().start();
    }
}
