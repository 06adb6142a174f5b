package dev.lockstile.auth.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An outage of the store that several threads see is told once. */
final class DispatchOutageTest {

    private final DispatchOutage outage = new DispatchOutage();

    @Test
    void the_first_failure_and_the_first_success_after_it_are_told() {
        assertThat(outage.succeeded()).as("there was none").isFalse();
        assertThat(outage.failed(outage.begin())).isTrue();
        assertThat(outage.failed(outage.begin())).isFalse();
        assertThat(outage.succeeded()).isTrue();
        assertThat(outage.succeeded()).isFalse();
        assertThat(outage.failed(outage.begin())).as("another one").isTrue();
    }

    @Test
    void an_attempt_that_fails_after_the_outage_it_began_in_tells_of_no_other_one() {
        long slow = outage.begin();
        assertThat(outage.failed(outage.begin())).isTrue();
        assertThat(outage.succeeded()).isTrue();
        assertThat(outage.failed(slow)).isFalse();
        assertThat(outage.succeeded()).as("nothing to lift").isFalse();
    }
}
