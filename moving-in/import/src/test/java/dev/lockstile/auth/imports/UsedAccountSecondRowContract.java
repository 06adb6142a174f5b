package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.BetweenSweeps;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MarksBelieved;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * No second row brings a way into an account that its owner uses here, whether the account came earlier or with this
 * run.
 */
abstract class UsedAccountSecondRowContract extends UpdateFixture {

    private static final ImportOptions MERGE = ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE);

    /** Here the mark of each row counts for its own address. */
    private static final Preset BELIEVED = new MarksBelieved(JbDrfAuthPreset.discovering());

    @Test
    void it_brings_no_way_in_once_the_owner_has_signed_in_while_the_run_went_on() {
        old.user(1).profile(1, 1);
        planted();

        ImportReport report = importing.run(old.source(), new BetweenSweeps(BELIEVED, "2", this::ownerSignsIn), MERGE);

        assertThatAllStaysOut(report);
        assertThatNothingOpens(importing.run(old.source(), BELIEVED, MERGE));
    }

    @Test
    void it_brings_no_way_in_to_an_account_that_came_earlier_and_is_used_here() {
        old.user(1).profile(1, 1);
        importing.run(old.source(), BELIEVED, MERGE);
        ownerSignsIn();
        planted();

        assertThatAllStaysOut(importing.run(old.source(), BELIEVED, MERGE));
    }

    @Test
    void several_rows_of_one_run_bring_all_they_have_to_an_account_that_nobody_has_used() {
        old.user(1).profile(1, 1);
        planted();
        old.user(3, "email", "'useR1@example.com'", "username", "null").social(3, 3, "sub-3");

        for (int batch : new int[] {1, 500}) {
            ImportReport report = importing.run(old.source(), BELIEVED, MERGE.withBatchSize(batch));
            assertThat(report.warnings())
                    .doesNotContainKeys("social_account_left_alone", "second_identifier_left_alone");
            assertThat(row("auth_user", "users", 1)).containsEntry("phone", "+12025550143");
            assertThat(host.count("select count(*) from auth_user where password_hash is not null"))
                    .isEqualTo(1);
            assertThat(host.count("select count(*) from auth_social_account")).isEqualTo(2);
            assertThat(rollback(report, KEY).isWhole()).isTrue();
            assertThat(host.count("select count(*) from auth_user")).isZero();
        }
    }

    private void planted() {
        old.user(
                        2,
                        "email",
                        "'USER1@example.com'",
                        "username",
                        "'other'",
                        "phone",
                        "'+12025550143'",
                        "password",
                        BCRYPT_1)
                .profile(2, 2)
                .social(2, 2, "planted");
    }

    private void ownerSignsIn() {
        MigrationFixture app = new MigrationFixture(host.store());
        Auth auth = app.node(builder -> builder);
        assertThat(app.signInByCode(auth, CodeIdentifier.email("user1@example.com")))
                .isInstanceOf(Outcome.Done.class);
    }

    private void assertThatAllStaysOut(ImportReport report) {
        assertThat(states(report, "users")).containsEntry("merged", 1L);
        assertThat(report.warnings())
                .containsEntry("social_account_left_alone", 1L)
                .containsEntry("second_identifier_left_alone", 1L)
                .containsEntry("second_password_dropped", 1L);
        assertThatNothingOpens(report);
    }

    private void assertThatNothingOpens(ImportReport report) {
        assertThat(report.entities().get("social_accounts").byReason())
                .isEqualTo(Map.of("social_account_left_alone", 1L));
        assertThat(host.count("select count(*) from auth_social_account")).isZero();
        assertThat(host.count("select count(*) from auth_user")).isEqualTo(1);
        assertThat(host.count("select count(*) from auth_user where phone is not null or password_hash is not null"))
                .isZero();
    }
}
