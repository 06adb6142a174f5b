package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account of Keycloak does not come in by less than the required actions there ask for. */
abstract class RequiredActionsContract extends OldFactorFixture {

    private static final String OTTO = "otto@acme.example";
    private static final String RIVER = "otto-river-8821";

    @Test
    void without_an_action_the_password_opens_the_account() {
        asked("", false);
        assertThat(login(OTTO, RIVER)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_address_that_keycloak_wants_proven_opens_nothing_by_the_password_alone() {
        ImportReport report = asked("VERIFY_EMAIL", false);
        assertThat(login(OTTO, RIVER)).isNotInstanceOf(Outcome.Done.class);
        assertThat(report.proofs()).containsEntry("email_unproven", 1L);
    }

    @Test
    void an_address_that_is_proven_already_is_not_asked_for_again() {
        asked("VERIFY_EMAIL", true);
        assertThat(login(OTTO, RIVER)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIGURE_TOTP",
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "webauthn-register",
                "webauthn-register-passwordless"
            })
    void a_factor_that_keycloak_wants_added_locks_the_account(String action) {
        ImportReport report = asked(action, true);
        assertThat(isLocked(OTTO, RIVER)).isTrue();
        assertThat(report.named().get("second_factor_locked").count()).isOne();
        assertThat(report.warnings()).containsEntry("factor_not_configured", 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_PROFILE",
                "VERIFY_PROFILE",
                "UPDATE_EMAIL",
                "TERMS_AND_CONDITIONS",
                "terms_and_conditions",
                "update_user_locale"
            })
    void an_action_that_proves_nothing_is_counted_and_the_person_comes_in(String action) {
        ImportReport report = asked(action, true);
        assertThat(login(OTTO, RIVER)).isInstanceOf(Outcome.Done.class);
        assertThat(report.warnings()).containsEntry("required_action_left_out", 1L);
    }

    @Test
    void an_action_of_a_provider_of_its_own_closes_the_account() {
        ImportReport report = asked("company-badge-check", true);
        assertThat(login(OTTO, RIVER)).isNotInstanceOf(Outcome.Done.class);
        assertThat(report.named().get("state_uncertain").count()).isOne();
    }

    @Test
    void of_several_actions_each_counts() {
        ImportReport report = asked("UPDATE_PROFILE'),('k5','UPDATE_PASSWORD'),('k5','CONFIGURE_TOTP", true);
        assertThat(login(OTTO, RIVER)).isNotInstanceOf(Outcome.Done.class);
        assertThat(report.warnings())
                .containsEntry("temporary_password", 1L)
                .containsEntry("required_action_left_out", 1L);
    }

    private ImportReport asked(String action, boolean verified) {
        String script = text("10-keycloak-otp-credential/source.sql").replaceAll("(?m)^insert.*'otp'.*$", "");
        String insert = action.isEmpty() ? "" : "insert into user_required_action values('k5','" + action + "');\n";
        return come("keycloak", database(script.replace(",True,", "," + verified + ",") + "\n" + insert));
    }
}
