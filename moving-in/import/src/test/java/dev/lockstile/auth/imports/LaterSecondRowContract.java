package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MarksBelieved;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second row that was merged earlier brings nothing more, unless it may still fill that very account. */
abstract class LaterSecondRowContract extends UpdateFixture {

    private static final ImportOptions MERGE =
            ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE).withRoles(List.of("ADMIN"));
    private static final Preset STANDARD = JbDrfAuthPreset.discovering();

    /** Here the mark of each row counts for its own address. */
    private static final Preset BELIEVED = new MarksBelieved(JbDrfAuthPreset.discovering());

    private static final String LATER_DAY = "timestamp with time zone '2021-01-01 00:00:00+00'";
    private static final String OTHER_ADDRESS =
            "update authentication_user set email = 'planter@evil.example' where id = 1";
    private static final String SHARED_ADDRESS =
            "update authentication_user set email = 'USER3@example.com' where id = 1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER_ADDRESS,
                "update authentication_user set email = 'owner@example.com' where id = 2",
                "update authentication_user set deleted = modified where id = 2",
                "delete from authentication_user where id = 2"
            })
    void a_row_that_leaves_the_address_of_a_superuser_brings_nothing(String change) {
        owner(true);
        planted();
        assertThat(run(STANDARD).warnings()).containsEntry("second_row_of_account_with_rights", 1L);
        run(STANDARD);
        old.execute(change);

        assertThatNothingComes(STANDARD);
    }

    @Test
    void a_row_that_leaves_the_address_of_an_account_used_here_brings_no_profile_with_a_role() {
        owner(false);
        planted();
        assertThat(run(STANDARD).warnings()).containsEntry("second_row_unproven", 1L);
        signIn(2);
        old.execute(OTHER_ADDRESS);

        assertThatNothingComes(STANDARD);
    }

    @Test
    void a_proven_row_of_a_superuser_who_goes_by_another_address_here_brings_nothing() {
        owner(true);
        planted();
        run(BELIEVED);
        host.execute("update auth_user set email = 'new@example.com', email_key = 'another'");

        assertThatNothingComes(BELIEVED);
    }

    @Test
    void a_proven_row_that_comes_to_share_the_address_of_another_account_brings_nothing_to_the_first() {
        owner(true);
        old.user(3).profile(3, 3);
        planted();
        run(BELIEVED);
        old.execute(SHARED_ADDRESS);

        assertThatNothingComes(BELIEVED);
    }

    @Test
    void a_proven_row_brings_what_is_new_to_the_account_it_was_merged_into_and_keeps_it_when_it_leaves() {
        owner(false);
        planted();
        run(BELIEVED);
        assertThat(devices()).isEqualTo(1);
        old.device(2, 1);
        run(BELIEVED);
        assertThat(devices()).isEqualTo(2);
        old.execute(OTHER_ADDRESS);
        old.device(3, 1);

        ImportReport left = run(BELIEVED);

        assertThat(devices()).isEqualTo(2);
        assertThat(states(left, "devices")).isEqualTo(Map.of("unchanged", 2L, "skipped", 1L));
        assertThat(left.entities().get("devices").byReason()).isEqualTo(Map.of("second_row_unproven", 1L));
    }

    /** The key of the account is the number of the second row. */
    private void owner(boolean superuser) {
        String rights = String.valueOf(superuser);
        old.user(2, "is_superuser", rights, "is_staff", rights, "email", "'user1@example.com'")
                .profile(2, 2);
    }

    private void planted() {
        old.user(1, "email", "'USER1@example.com'", "username", "'planter'", "created", LATER_DAY)
                .profile(1, 1, "role", "'ADMIN'")
                .device(1, 1);
    }

    private void assertThatNothingComes(Preset preset) {
        assertThat(ref("users", 1)).isEqualTo(ref("users", 2)).isEqualTo("1");
        assertThat(devices()).isZero();
        long profiles = host.count("select count(*) from auth_profile");

        ImportReport report = run(preset);

        assertThat(devices()).isZero();
        assertThat(host.count("select count(*) from auth_profile")).isEqualTo(profiles);
        assertThat(host.count("select count(*) from auth_profile where role = 'ADMIN'"))
                .isZero();
        assertThat(report.entities().get("devices").byReason()).containsEntry("second_row_unproven", 1L);
        assertThat(report.entities().get("profiles").byReason()).containsEntry("second_row_unproven", 1L);
    }

    private long devices() {
        return host.count("select count(*) from auth_device");
    }

    private ImportReport run(Preset preset) {
        return importing.run(old.source(), preset, MERGE);
    }
}
