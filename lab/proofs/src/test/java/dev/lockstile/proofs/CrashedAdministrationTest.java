package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuditTrail.Report.Intact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that writes an audit trail is halted in acts of administrators and of owners of keys. */
final class CrashedAdministrationTest extends CrashMatrix {

    @Override
    ProofFixture fixture(ProofDatabase on) {
        return ProofFixture.withTrail(on);
    }

    @AfterEach
    void the_trail_is_whole() {
        assertThat(fixture.trail().verify()).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("proof")
    void an_act_halted_at_any_point_is_done_or_not_done(CrashAct act) {
        haltedEverywhere(act);
    }

    @ParameterizedTest
    @CsvSource({"MERGE, 12", "USE_INVITATION, 8", "REVOKE_KEY, 6", "BEGIN_ACTING, 8"})
    void an_act_halted_at_a_point_in_the_middle_is_done_or_not_done(CrashAct act, int point) {
        assertThat(halted(act, point)).isTrue();
    }
}
