package dev.lockstile.auth.imports;

import static dev.lockstile.auth.imports.PlantedRows.PLANTED;
import static dev.lockstile.auth.imports.PlantedRows.VICTIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marks of verification that were set for something else: they prove no ownership of an identifier that came to
 * the row since, or that two rows have.
 */
abstract class UnbelievedMarksContract extends PlantedRowsFixture {

    private static final String INVENTED = "phone_525512345678@otp.local";
    private static final String VARIANT = "Ceo@acme.example";

    @ParameterizedTest
    @ValueSource(strings = {INVENTED, ""})
    void an_address_written_beside_a_number_since_has_no_mark(String before) {
        PlantedRows old = PlantedRows.jb().jbUser(1, before, NUMBER, true);
        run(old, ImportOptions.defaults());
        old.execute("update a_user set email = '" + VICTIM + "'");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        assertIsAdmittedOnly(VICTIM, CodeIdentifier.email(VICTIM));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_number_written_in_place_of_an_address_has_no_mark(boolean verifiedBefore) {
        PlantedRows old = PlantedRows.jb().jbUser(1, "planter@evil.example", "", verifiedBefore);
        run(old, ImportOptions.defaults());
        old.execute("update a_user set is_verified = true, email = '" + INVENTED + "', phone = '" + NUMBER + "'");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        assertIsAdmittedOnly(NUMBER, CodeIdentifier.phone(NUMBER));
    }

    /** The mark was set for the address; the number stood beside it all the time. */
    @Test
    void a_number_whose_address_is_exchanged_for_an_invented_one_has_no_mark() {
        PlantedRows old = PlantedRows.jb().jbUser(1, "planter@evil.example", NUMBER, false);
        run(old, ImportOptions.defaults());
        old.execute("update a_user set is_verified = true, email = '" + INVENTED + "'");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        assertIsAdmittedOnly(NUMBER, CodeIdentifier.phone(NUMBER));
    }

    @Test
    void a_number_that_was_proven_over_there_since_is_proven() {
        PlantedRows old = PlantedRows.jb().jbUser(1, INVENTED, NUMBER, false);
        run(old, ImportOptions.defaults());
        old.execute("update a_user set is_verified = true");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        assertThat(in(MigrationFixture.login(app.node(builder -> builder), NUMBER, PLANTED))
                        .user()
                        .identifiers()
                        .phone()
                        .isVerified())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_address_that_two_verified_rows_have_is_nobodys_for_certain(Way way) {
        PlantedRows old = contested();
        old.execute("update a_user set password = '!x' where id = 2");
        Auth auth = moved(way, old);
        assertIsAdmittedOnly(auth, VICTIM, CodeIdentifier.email(VARIANT));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_number_that_two_verified_rows_have_is_nobodys_for_certain(Way way) {
        PlantedRows old = PlantedRows.jb().jbUser(1, INVENTED, NUMBER, true).jbUser(2, VICTIM, NUMBER, true);
        old.execute("update a_user set password = '!x' where id = 2");
        Auth auth = moved(way, old);
        assertIsAdmittedOnly(auth, NUMBER, CodeIdentifier.phone(NUMBER));
    }

    @Test
    void a_contested_address_stays_admitted_when_the_other_row_goes() {
        PlantedRows old = contested();
        run(old, ImportOptions.defaults());
        assertEqual(old);
        old.execute("delete from a_user where id = 2", "update a_user set is_staff = true");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        assertIsAdmittedOnly(VICTIM, CodeIdentifier.email(VARIANT));
    }

    @Test
    void a_row_planted_since_takes_no_proof_from_whoever_had_it() {
        PlantedRows old = PlantedRows.jb().jbUser(1, VICTIM, "", true);
        run(old, ImportOptions.defaults());
        old.jbUser(2, VARIANT, "", false).execute("update a_user set is_staff = true where id = 1");
        run(old, ImportOptions.defaults());
        assertThat(emailOf(app.node(builder -> builder), VICTIM)).isTrue();
    }

    @Test
    void a_user_name_that_looks_like_the_address_contests_nothing() {
        PlantedRows old = PlantedRows.jb().jbUser(1, VICTIM, "", true).jbUser(2, "planter@evil.example", "", true);
        old.execute("update a_user set username = '" + VICTIM + "' where id = 2");
        run(old, ImportOptions.defaults());
        assertThat(emailOf(app.node(builder -> builder), VICTIM)).isTrue();
    }

    @Test
    void a_planted_row_that_is_merged_opens_nothing_of_the_owners() {
        PlantedRows old = PlantedRows.jb().jbUser(1, VICTIM, "", true).jbUser(2, VARIANT, "", true);
        old.execute(
                "update a_user set password = '!x' where id = 1",
                "update a_user set date_joined = timestamp with time zone '2021-01-01 00:00:00+00' where id = 2");
        Map<String, Long> warnings = run(old, ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE))
                .warnings();
        Auth auth = app.node(builder -> builder);
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        assertThat(MigrationFixture.signsIn(auth, "user2", PLANTED)).isFalse();
        assertThat(warnings).containsEntry("second_row_unproven", 1L).containsEntry("second_password_dropped", 1L);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void the_movers_word_does_not_count_for_a_second_row(Way way) {
        PlantedRows old =
                PlantedRows.fastApi().fu(1, VICTIM, "!disabled", true, false).second(7, "ceo", VICTIM, false);
        Auth auth = moved(way, old, ImportOptions.defaults().withEmailsTrusted());
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        assertThat(MigrationFixture.signsIn(auth, "ceo", PLANTED)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nor_does_it_say_whose_a_contested_address_is(Way way) {
        for (DuplicatePolicy policy : List.of(DuplicatePolicy.RULE, DuplicatePolicy.FIRST, DuplicatePolicy.MERGE)) {
            PlantedRows old = contested();
            old.execute("update a_user set password = '!x' where id = 2");
            Auth auth = moved(
                    way, old, ImportOptions.defaults().withDuplicates(policy).withEmailsTrusted());
            assertIsAdmittedOnly(auth, VICTIM, CodeIdentifier.email(VARIANT));
            close();
            open();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nor_whose_it_is_of_two_accounts_of_a_system_without_marks(Way way) {
        PlantedRows old =
                PlantedRows.django().djangoUser(1, "planter", VARIANT, false).djangoUser(2, "ceo", VICTIM, false);
        old.execute("update auth_user set password = '!x' where id = 2");
        Auth auth = moved(way, old, ImportOptions.defaults().withEmailsTrusted());
        assertIsAdmittedOnly(auth, "planter", CodeIdentifier.email(VARIANT));
    }

    @Test
    void plan_and_run_count_a_contested_address_as_admitted_on_the_movers_word_too() {
        PlantedRows old = contested();
        ImportOptions merging =
                ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE).withEmailsTrusted();
        for (ImportReport report : List.of(run(old, merging.asDryRun()), run(old, merging))) {
            assertThat(report.proofs()).containsEntry("email_admitted", 1L).doesNotContainKey("email_proven");
            assertThat(report.warnings())
                    .containsEntry("second_row_unproven", 1L)
                    .containsEntry("second_password_dropped", 1L);
        }
        assertEqual(old);
    }

    @Test
    void a_row_planted_since_takes_no_vouched_proof_from_whoever_had_it() {
        PlantedRows old = PlantedRows.jb().jbUser(1, VICTIM, "", true);
        ImportOptions trusting = ImportOptions.defaults().withEmailsTrusted();
        run(old, trusting);
        old.jbUser(2, VARIANT, "", true).execute("update a_user set is_staff = true where id = 1");
        run(old, trusting);
        assertThat(emailOf(app.node(builder -> builder), VICTIM)).isTrue();
        assertEqual(old);
    }

    /** The planter's row is the older one. */
    private static PlantedRows contested() {
        PlantedRows old = PlantedRows.jb().jbUser(1, VARIANT, "", true).jbUser(2, VICTIM, "", true);
        old.execute("update a_user set date_joined = timestamp with time zone '2021-01-01 00:00:00+00' where id = 2");
        return old;
    }

    private static boolean emailOf(Auth auth, String name) {
        return in(MigrationFixture.login(auth, name, PLANTED))
                .user()
                .identifiers()
                .email()
                .isVerified();
    }

    private void assertIsAdmittedOnly(String name, CodeIdentifier owners) {
        assertIsAdmittedOnly(app.node(builder -> builder), name, owners);
    }

    /** The password opens it, proven is nothing, and the owner's first code ends the password. */
    private void assertIsAdmittedOnly(Auth auth, String name, CodeIdentifier owners) {
        SignIn planter = in(MigrationFixture.login(auth, name, PLANTED));
        assertThat(planter.user().identifiers().anyVerified()).isFalse();
        assertThat(app.signInByCode(auth, owners)).isInstanceOf(Outcome.Done.class);
        assertThat(MigrationFixture.signsIn(auth, name, PLANTED)).isFalse();
        assertThat(auth.sessions().refresh(planter.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }
}
