package dev.lockstile.auth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class VetoExceptionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId USER = new UserId(1L);
    private static final SessionId SESSION = new SessionId("s");

    @Test
    void the_flow_gets_the_reason_of_the_hook_and_events_tell_that_it_is_a_veto() {
        VetoException veto = new VetoException("no_more_members");
        assertThat(veto.code()).isEqualTo("no_more_members");
        assertThat(veto.reason()).isEqualTo("vetoed no_more_members");
        assertThat(VetoException.ofRisk().code()).isEqualTo("risk");
    }

    @Test
    void the_event_of_the_refusal_names_operation_account_and_session() {
        VetoException veto = VetoException.ofRisk();
        assertThat(veto.refused(NOW, Operation.SIGN_IN, USER, SESSION))
                .isEqualTo(new AuthEvent.Refused(NOW, Operation.SIGN_IN, USER, SESSION, "vetoed risk"));
        Actor actor = new Actor(new UserId(2L), SESSION, "ticket 7");
        assertThat(veto.refusedAct(NOW, Operation.ACCOUNT_STATUS, USER, actor))
                .isEqualTo(new AuthEvent.Refused(NOW, Operation.ACCOUNT_STATUS, USER, null, "vetoed risk", actor));
    }
}
