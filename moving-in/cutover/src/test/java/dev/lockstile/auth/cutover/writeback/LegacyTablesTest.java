package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.cutover.writeback.LegacySystem.Delivery;
import dev.lockstile.auth.cutover.writeback.LegacySystem.DownException;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tables of jb-drf-auth hold after people changed something here. */
final class LegacyTablesTest extends JbWriteBackCase {

    @BeforeEach
    void open() throws SQLException {
        numberNewRows();
        legacy.execute(
                "alter table authentication_user add constraint one_name unique (username)",
                "alter table authentication_user alter column username varchar(30)");
        old.createTable();
        old.createTable();
        for (int id = 1; id <= 2; id++) {
            legacy.user(id, "password", HASH).profile(id, id, "first_name", "'Ana'");
        }
        importRows();
    }

    private static String email(long id) {
        return "user" + id + "@example.com";
    }

    private UserId user(String email) {
        String id = host.rows("select id from auth_user where email = '" + email + "'")
                .get(0)
                .get("id");
        return store.userId(id).orElseThrow();
    }

    private void register(String email, String username) {
        Auth auth = auth();
        auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, username),
                        Secret.of(NEW_WORD),
                        new Person("Eva", "Luz", "Mar", null, null),
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.9")));
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(email);
        auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                        .withPassword(Secret.of(NEW_WORD)));
    }

    @Test
    void a_new_password_opens_the_account_there_and_the_old_one_does_not() {
        assertThat(opens(there(1), OLD_WORD)).isTrue();
        newPassword(email(1));
        writeBack().sendDue();
        assertThat(there(1).get("password")).startsWith("argon2$argon2id$");
        assertThat(opens(there(1), NEW_WORD)).isTrue();
        assertThat(opens(there(1), OLD_WORD)).isFalse();
        assertThat(opens(there(2), OLD_WORD)).as("nobody else's").isTrue();
    }

    @Test
    void names_and_passwords_of_an_account_with_rights_there_are_not_written() throws DownException {
        for (String right : List.of("is_staff", "is_superuser")) {
            legacy.execute(
                    "update authentication_user set is_staff = false, is_superuser = false where id = 1",
                    "update authentication_user set " + right + " = true where id = 1");
            long number = right.length();
            store.alone(tx -> tx.users().resetPassword(user(email(1)), newHash(), app.clock.instant()));
            assertThat(old.put(state(number, UserState.Change.PASSWORD)))
                    .isEqualTo(new Delivery.LegacyKept("has_legacy_rights"));
            assertThat(opens(there(1), OLD_WORD)).as(right).isTrue();
            legacy.execute("update authentication_user set email = 'boss@example.com' where id = 1");
            assertThat(old.put(state(number + 1, UserState.Change.IDENTITY)))
                    .isEqualTo(new Delivery.LegacyKept("has_legacy_rights"));
            assertThat(there(1)).containsEntry("email", "boss@example.com");
            assertThat(old.patientFor(Duration.ofMinutes(1)).put(state(number + 2, UserState.Change.PASSWORD)))
                    .isEqualTo(new Delivery.LegacyKept("has_legacy_rights"));
            assertThat(old.winner(JdbcLegacySystem.Winner.OURS).put(state(number + 3, UserState.Change.PASSWORD)))
                    .isEqualTo(new Delivery.LegacyKept("has_legacy_rights"));
            assertThat(opens(there(1), OLD_WORD)).as(right).isTrue();
        }
        store.alone(tx -> tx.users().setActive(user(email(1)), false, app.clock.instant()));
        assertThat(old.put(state(90, UserState.Change.STATUS))).isEqualTo(new Delivery.Stored("1"));
        assertThat(there(1)).as("a disabling is").containsEntry("is_active", "FALSE");
        old.allowCredentialsOfStaff().put(state(91, UserState.Change.PASSWORD));
        assertThat(opens(there(1), NEW_WORD)).as("who says so").isTrue();
    }

    @Test
    void a_deleted_account_loses_its_password_there_with_rights_too() {
        legacy.execute("update authentication_user set is_superuser = true where id = 1");
        auth().admin().delete(user(email(1)));
        writeBack().sendDue();
        assertThat(there(1)).containsEntry("is_active", "FALSE");
        assertThat(opens(there(1), OLD_WORD)).isFalse();
    }

    private Secret newHash() {
        return Secret.of(app.passwords().hasher().hash(Secret.of(NEW_WORD)));
    }

    @Test
    void who_registered_here_gets_a_row_there_without_rights() {
        register("eva@example.com", "eva");
        writeBack().sendDue();
        Map<String, String> row = row("authentication_user", "email = 'eva@example.com'");
        assertThat(row)
                .containsEntry("username", "eva")
                .containsEntry("is_active", "TRUE")
                .containsEntry("is_verified", "TRUE")
                .containsEntry("is_staff", "FALSE")
                .containsEntry("is_superuser", "FALSE");
        assertThat(opens(row, NEW_WORD)).isTrue();
        assertThat(Sql.rows(
                        legacy.database(),
                        "select first_name, last_name_1, role from authentication_profile where user_id = "
                                + row.get("id")))
                .singleElement()
                .satisfies(profile -> assertThat(profile)
                        .containsEntry("first_name", "Eva")
                        .containsEntry("last_name_1", "Luz")
                        .containsEntry("role", "USER"));
    }

    @Test
    void a_later_import_knows_who_was_written_there_from_here() {
        register("eva@example.com", "eva");
        writeBack().sendDue();
        long before = host.count("select count(*) from auth_user");
        ImportReport report = importRows();
        assertThat(report.entities().get("users").in(State.CREATED)).isZero();
        assertThat(host.count("select count(*) from auth_user")).isEqualTo(before);
        assertThat(MigrationFixture.signsIn(auth(), "eva@example.com", NEW_WORD))
                .isTrue();
    }

    @Test
    void disabling_and_deletion_close_the_account_there() {
        auth().admin().disable(user(email(1)));
        auth().admin().delete(user(email(2)));
        writeBack().sendDue();
        assertThat(there(1)).containsEntry("is_active", "FALSE").containsEntry("deleted", null);
        assertThat(there(2)).containsEntry("is_active", "FALSE");
        assertThat(there(2).get("deleted")).isNotNull();
        assertThat(opens(there(2), OLD_WORD)).isFalse();

        auth().admin().enable(user(email(1)));
        writeBack().sendDue();
        assertThat(there(1)).containsEntry("is_active", "TRUE");
    }

    @Test
    void whoever_is_deleted_or_disabled_there_stays_so() {
        legacy.execute("update authentication_user set deleted = current_timestamp where id = 1");
        legacy.execute("update authentication_user set is_active = false where id = 2");
        newPassword(email(1));
        newPassword(email(2));
        writeBack().sendDue();
        assertThat(opens(there(1), NEW_WORD)).isFalse();
        assertThat(there(2)).containsEntry("is_active", "FALSE");
        assertThat(writeBack().figures()).isEqualTo(new WriteBackFigures(0, 0));
    }

    @Test
    void an_address_that_somebody_there_has_is_not_taken_from_them() {
        legacy.user(3, "email", "' Eva@Example.com'", "password", HASH);
        register("eva@example.com", "eva");
        writeBack().sendDue();
        assertThat(opens(there(3), OLD_WORD)).isTrue();
        assertThat(writeBack().deadLetters(5)).extracting(DeadLetter::reason).containsExactly("email_taken_in_legacy");
    }

    @Test
    void a_state_that_does_not_fit_becomes_a_dead_letter_and_nothing_of_it_is_written() {
        register("eva@example.com", "a_name_that_is_far_too_long_for_them");
        legacy.user(4, "username", "'taken'");
        register("ida@example.com", "taken");
        writeBack().sendDue();
        assertThat(writeBack().deadLetters(5))
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder("does_not_fit", "refused_by_a_constraint");
        assertThat(Sql.rows(legacy.database(), "select * from lockstile_write_back"))
                .isEmpty();
        assertThat(Sql.rows(legacy.database(), "select * from authentication_profile where user_id > 999"))
                .isEmpty();
    }

    @Test
    void a_state_that_comes_again_or_late_changes_nothing() throws DownException {
        UserState later = state(2, UserState.Change.STATUS);
        assertThat(old.put(later)).isEqualTo(new Delivery.Stored("1"));
        legacy.execute("update authentication_user set is_active = false where id = 1");
        assertThat(old.put(later)).isEqualTo(new Delivery.Stored("1"));
        assertThat(old.put(state(1, UserState.Change.STATUS))).isEqualTo(new Delivery.Stored("1"));
        assertThat(there(1)).containsEntry("is_active", "FALSE");
    }

    @Test
    void of_changes_on_both_sides_the_declared_winner_stays() throws DownException {
        assertThat(rowAfterBothChanged(old, 1, "2031")).containsEntry("is_verified", "TRUE");
        assertThat(rowAfterBothChanged(old.winner(JdbcLegacySystem.Winner.THEIRS), 3, "2020"))
                .containsEntry("is_verified", "FALSE");
        assertThat(rowAfterBothChanged(old.winner(JdbcLegacySystem.Winner.NEWEST), 5, "2020"))
                .containsEntry("is_verified", "TRUE");
        assertThat(rowAfterBothChanged(old.winner(JdbcLegacySystem.Winner.NEWEST), 7, "2031"))
                .containsEntry("is_verified", "FALSE");
        assertThatThrownBy(() -> JdbcLegacySystem.of(legacy.database(), SYSTEM, LegacyTable.django())
                        .winner(JdbcLegacySystem.Winner.NEWEST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, String> rowAfterBothChanged(LegacySystem system, long number, String yearThere)
            throws DownException {
        old.put(state(number, UserState.Change.IDENTITY));
        legacy.execute("update authentication_user set is_verified = false, modified = timestamp with time zone '"
                + yearThere + "-01-01 00:00:00+00' where id = 1");
        system.put(state(number + 1, UserState.Change.IDENTITY));
        return there(1);
    }

    @Test
    void disabling_here_closes_the_account_there_whoever_wins() throws DownException {
        old.put(state(1, UserState.Change.IDENTITY));
        legacy.execute("update authentication_user set is_verified = false where id = 1");
        store.alone(tx -> tx.users().setActive(user(email(1)), false, app.clock.instant()));
        old.winner(JdbcLegacySystem.Winner.THEIRS).put(state(2, UserState.Change.STATUS));
        assertThat(there(1)).containsEntry("is_active", "FALSE").containsEntry("is_verified", "FALSE");
    }

    private UserState state(long number, UserState.Change change) {
        UserId user = user(email(1));
        return store.read(tx -> new UserState(
                user,
                number,
                app.clock.instant(),
                "1",
                null,
                Set.of(change),
                tx.users().byId(user).orElseThrow()));
    }

    @Test
    void a_hash_that_only_we_can_read_becomes_one_that_nobody_opens() {
        Secret peppered = Secret.of("$argon2id$v=19$m=64,t=1,p=1,keyid=cDE$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q");
        assertThat(HashDialect.DJANGO.of(peppered, "seed")).startsWith("!").hasSize(41);
        assertThat(HashDialect.DJANGO.of(Secret.of("$2b$04$" + "a".repeat(53)), "seed"))
                .startsWith("!");
        assertThat(HashDialect.DJANGO.of(null, "seed")).isEqualTo(HashDialect.DJANGO.of(null, "seed"));
        String nobody = HashDialect.FASTAPI_USERS.of(peppered, "seed");
        assertThat(nobody).startsWith("$argon2id$v=19$m=65536,t=3,p=4$").isNotEqualTo(peppered.reveal());
        assertThat(HashDialect.FASTAPI_USERS.of(Secret.of("$2b$04$" + "a".repeat(53)), "seed"))
                .startsWith("$2b$");
    }

    @Test
    void an_old_database_that_is_gone_is_an_outage() throws SQLException {
        newPassword(email(1));
        legacy.execute("alter table authentication_user rename to elsewhere");
        assertThat(writeBack().sendDue()).isZero();
        assertThat(writeBack().figures()).isEqualTo(new WriteBackFigures(1, 0));
    }
}
