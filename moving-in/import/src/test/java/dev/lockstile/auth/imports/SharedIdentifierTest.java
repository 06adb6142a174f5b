package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who keeps what several have, and what becomes of identifiers that are none. */
final class SharedIdentifierTest {

    private static final IdentifierRules RULES = IdentifierRules.standard();

    private final AuthStore store = new InMemoryAuthStore();
    private final Importing importing = new Importing(store);
    private final SmallLegacy old = new SmallLegacy();

    @Test
    void an_account_that_may_sign_in_keeps_the_address_before_an_older_disabled_one() {
        old.user(1, "email", "'ana@example.com'", "is_active", "false").profile(1, 1);
        old.user(2, "email", "'Ana@Example.com'", "created", "timestamp '2024-01-01 00:00:00'")
                .profile(2, 2);

        ImportReport report = importing.run(old.source());

        assertThat(usernameOf(email("ana@example.com"))).isEqualTo("user2");
        assertThat(report.warnings()).containsEntry("identifier_collision", 1L);
        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
    }

    @Test
    void a_verified_account_keeps_the_address_before_an_older_unverified_one() {
        old.user(1, "email", "'ana@example.com'", "is_verified", "false").profile(1, 1);
        old.user(2, "email", "'ANA@example.com'", "created", "timestamp '2024-01-01 00:00:00'")
                .profile(2, 2);

        importing.run(old.source());

        assertThat(usernameOf(email("ana@example.com"))).isEqualTo("user2");
    }

    @Test
    void the_older_of_two_equals_keeps_the_address_and_then_the_smaller_key() {
        old.user(10, "email", "'ana@example.com'").profile(1, 10);
        old.user(9, "email", "'ANA@example.com'").profile(2, 9);

        importing.run(old.source());

        assertThat(usernameOf(email("ana@example.com"))).isEqualTo("user9");
    }

    @Test
    void a_deleted_account_owns_nothing_and_keeps_its_address_as_text() {
        old.user(1, "email", "'ana@example.com'", "deleted", "timestamp '2024-01-01 00:00:00'");
        old.user(2, "email", "'ana@example.com'", "is_active", "false").profile(2, 2);

        ImportReport report = importing.run(old.source());

        assertThat(usernameOf(email("ana@example.com"))).isEqualTo("user2");
        assertThat(report.warnings()).doesNotContainKey("identifier_collision");
        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
    }

    @Test
    void who_loses_every_identifier_waits_in_quarantine_with_all_owned_rows_and_can_be_retried() {
        old.user(1, "email", "'ana@example.com'", "username", "'ana'").profile(1, 1);
        old.user(2, "email", "'ANA@example.com'", "username", "'Ana'")
                .profile(2, 2)
                .device(3, 2);

        ImportReport report = importing.run(old.source());

        assertThat(report.people().in(State.QUARANTINED)).isEqualTo(1);
        assertThat(report.people().byReason()).containsEntry("identifier_collision", 1L);
        assertThat(importing.quarantine())
                .extracting(entry -> entry.entity() + ":" + entry.reason())
                .containsExactlyInAnyOrder(
                        "users:identifier_collision", "profiles:owner_quarantined", "devices:owner_quarantined");

        old.execute("update authentication_user set username = 'anna' where id = 2");
        ImportReport retried = importing.run(old.source());

        assertThat(retried.people().in(State.CREATED)).isEqualTo(1);
        assertThat(retried.people().in(State.UNCHANGED)).isEqualTo(1);
        assertThat(usernameOf(RULES.username("anna"))).isEqualTo("anna");
    }

    @Test
    void who_is_here_already_keeps_the_identifier() {
        old.user(1, "email", "'ana@example.com'", "created", "timestamp '2024-01-01 00:00:00'")
                .profile(1, 1);
        importing.run(old.source());
        SmallLegacy other = new SmallLegacy();
        other.user(7, "email", "'ana@example.com'").profile(1, 7);
        other.user(8).profile(2, 8);

        ImportOptions options = ImportOptions.defaults().withSystem("second");
        ImportReport dry = importing.run(other.source(), options.asDryRun());
        ImportReport report = importing.run(other.source(), options);

        assertThat(usernameOf(email("ana@example.com"))).isEqualTo("user1");
        assertThat(report.warnings()).containsEntry("identifier_collision", 1L);
        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
        assertThat(dry.entities()).isEqualTo(report.entities());
        assertThat(dry.warnings()).isEqualTo(report.warnings());
    }

    @Test
    void an_old_email_without_an_at_sign_becomes_the_user_name() {
        old.user(1, "email", "'noat.example.com'").profile(1, 1);
        old.user(2, "email", "'user3'").profile(2, 2);
        old.user(3).profile(3, 3);

        ImportReport report = importing.run(old.source());

        assertThat(owner(RULES.username("noat.example.com"))).isPresent();
        assertThat(usernameOf(RULES.username("user3"))).isEqualTo("user3");
        assertThat(owner(email("user3@example.com")).orElseThrow().info().username())
                .isEqualTo("user3");
        assertThat(usernameOf(RULES.username("user2"))).isEqualTo("user2");
        assertThat(report.warnings())
                .containsEntry("email_kept_as_username", 2L)
                .containsEntry("username_replaced", 1L)
                .containsEntry("identifier_collision", 1L);
    }

    @Test
    void a_user_name_in_the_form_of_an_address_gives_way_to_who_has_the_address() {
        old.user(1, "username", "'User2@Example.com'").profile(1, 1);
        old.user(2).profile(2, 2);
        old.user(3, "username", "'free@example.com'").profile(3, 3);
        old.user(4, "username", "'user4@example.com'").profile(4, 4);

        ImportReport report = importing.run(old.source());

        assertThat(owner(RULES.username("User2@Example.com"))).isEmpty();
        assertThat(owner(RULES.username("free@example.com"))).isPresent();
        assertThat(owner(RULES.username("user4@example.com"))).isEmpty();
        assertThat(report.warnings()).containsEntry("username_is_an_email", 1L);
    }

    @Test
    void a_user_name_in_the_form_of_a_phone_number_stays_a_sign_in_name() {
        old.user(1, "username", "'5512345678'").profile(1, 1);

        ImportReport report = importing.run(old.source());

        assertThat(owner(RULES.username("5512345678"))).isPresent();
        assertThat(report.warnings()).containsEntry("username_looks_like_phone", 1L);
    }

    @Test
    void an_invented_address_goes_when_the_person_has_the_number_and_stays_otherwise() {
        old.user(1, "email", "'phone_12025550014@otp.local'", "phone", "'+12025550014'")
                .profile(1, 1);
        old.user(2, "email", "'phone_12025550015@otp.local'").profile(2, 2);

        importing.run(old.source());

        assertThat(owner(email("phone_12025550014@otp.local"))).isEmpty();
        assertThat(owner(RULES.phone("+12025550014")).orElseThrow().info().email())
                .isNull();
        assertThat(owner(email("phone_12025550015@otp.local"))).isPresent();
    }

    @Test
    void an_unverified_account_owns_its_address_without_proof() {
        old.user(1, "is_verified", "false", "phone", "'+12025550014'").profile(1, 1);

        importing.run(old.source());

        StoredUser user = owner(email("user1@example.com")).orElseThrow();
        assertThat(user.info().identifiers().anyVerified()).isFalse();
        assertThat(user.info().identifiers().phone().owned()).isTrue();
    }

    @Test
    void an_unverified_account_that_lost_its_address_cannot_be_entered_by_its_user_name() {
        old.user(1, "email", "'ana@example.com'").profile(1, 1);
        old.user(2, "email", "'ANA@example.com'", "is_verified", "false").profile(2, 2);

        importing.run(old.source());

        assertThat(owner(RULES.username("user1"))).isPresent();
        assertThat(owner(RULES.username("user2"))).isEmpty();
    }

    private Optional<StoredUser> owner(Optional<Identifier> identifier) {
        Identifier wanted = identifier.orElseThrow();
        return store.read(tx -> tx.users().byKey(wanted.kind(), wanted.key()));
    }

    private String usernameOf(Optional<Identifier> identifier) {
        return owner(identifier).orElseThrow().info().username();
    }

    private static Optional<Identifier> email(String text) {
        return RULES.email(text);
    }
}
