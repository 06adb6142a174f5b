package dev.lockstile.auth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Audit trails hold these words: none of them changes. */
final class EventReasonTest {

    private static final Set<Operation> OWN_ACCOUNT =
            EnumSet.of(Operation.ACCOUNT_CHANGE, Operation.IDENTIFIER_CHANGE, Operation.DELETION);

    @Test
    void what_is_done_has_no_reason() {
        assertThat(EventReason.of(Operation.SIGN_IN, Outcome.done("done"))).isNull();
    }

    @Test
    void a_refusal_has_its_code_but_for_the_words_that_events_had_first() {
        for (Operation operation : Operation.values()) {
            for (Refusal why : Refusal.values()) {
                assertThat(EventReason.of(operation, Outcome.refused(why)))
                        .as(operation + " " + why)
                        .isEqualTo(expected(operation, why));
            }
        }
    }

    private static String expected(Operation operation, Refusal why) {
        if (why == Refusal.INVALID_INPUT) {
            return "invalid";
        }
        if (why == Refusal.MALFORMED_CODE && operation == Operation.EMAIL_PROOF) {
            return "invalid_link";
        }
        if (why == Refusal.FORBIDDEN && OWN_ACCOUNT.contains(operation)) {
            return "not_allowed";
        }
        boolean again = OWN_ACCOUNT.contains(operation) || operation == Operation.ADMINISTRATOR;
        return why == Refusal.STEP_UP_REQUIRED && again ? "reauthentication_required" : why.code();
    }
}
