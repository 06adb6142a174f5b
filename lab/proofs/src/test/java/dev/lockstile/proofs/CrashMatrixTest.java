package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is halted at a statement, a commit or a message of a flow; another one goes on with the same database,
 * which writes to the disk what it says it wrote.
 */
final class CrashMatrixTest extends CrashMatrix {

    @Test
    void the_database_keeps_what_it_says_it_keeps() {
        assertThat(fixture.text("show fsync")).isEqualTo("on");
        assertThat(fixture.text("show synchronous_commit")).isEqualTo("on");
        assertThat(fixture.text("show full_page_writes")).isEqualTo("on");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("proof")
    void a_flow_halted_at_any_point_leaves_a_state_one_can_go_on_from(CrashFlow flow) {
        haltedEverywhere(flow);
    }

    @ParameterizedTest
    @CsvSource({"VERIFY_CODE, 6", "RESET, 7", "DISPATCH, 5", "DISPATCH, 6"})
    void a_flow_halted_at_a_point_in_the_middle_leaves_a_state_one_can_go_on_from(CrashFlow flow, int point) {
        assertThat(halted(flow, point)).isTrue();
    }
}
