package dev.lockstile.auth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Credential;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What staff who act for an account may begin, operation by operation. */
final class ImpersonationRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Caller OWNER = caller(Credential.SESSION);
    private static final Caller STAFF = caller(new Credential.OfActor(new UserId(2L), new SessionId("staff")));

    @Test
    void staff_begin_changes_of_data_and_the_end_of_a_session_and_nothing_else() {
        Set<Operation> open = EnumSet.of(Operation.ACCOUNT_CHANGE, Operation.PROFILE_CHANGE, Operation.SESSION_END);
        assertThat(Operation.values()).allSatisfy(operation -> {
            assertThat(ImpersonationRules.isOpen(operation, STAFF)).isEqualTo(open.contains(operation));
            assertThat(ImpersonationRules.isOpen(operation, OWNER)).isTrue();
        });
    }

    @Test
    void staff_are_not_the_owner() {
        assertThat(ImpersonationRules.isOwner(STAFF)).isFalse();
        assertThat(ImpersonationRules.isOwner(OWNER)).isTrue();
    }

    private static Caller caller(Credential credential) {
        return new Caller(
                new UserId(1L),
                new SessionId("session"),
                new ProfileId(1L),
                Set.of(),
                Set.of(),
                NOW,
                AuthContext.UNKNOWN,
                Set.of(),
                credential);
    }
}
