package dev.lockstile.auth.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Instant LATER = Instant.parse("2026-03-01T10:00:00Z");
    private static final SecondFactorChallenge CHALLENGE =
            new SecondFactorChallenge(Secret.of("challenge"), List.of(FactorKind.TOTP), LATER);

    @Test
    void each_outcome_takes_its_own_branch() {
        assertEquals("value", branch(Outcome.done("value")));
        assertEquals("[TOTP]", branch(Outcome.secondFactor(CHALLENGE)));
        assertEquals("throttled " + LATER, branch(Outcome.refused(Refusal.THROTTLED, LATER)));
    }

    @Test
    void a_change_of_the_value_leaves_refusals_whole() {
        var problem = FieldProblem.of("email", "required");
        assertEquals(Outcome.done(5), Outcome.done("value").map(String::length));
        assertEquals(
                Outcome.invalid(List.of(problem)),
                Outcome.<String>invalid(List.of(problem)).map(String::length));
        assertEquals(
                Outcome.humanCheck("site"), Outcome.<String>humanCheck("site").map(String::length));
        assertEquals(
                Outcome.secondFactor(CHALLENGE),
                Outcome.<String>secondFactor(CHALLENGE).map(String::length));
    }

    @Test
    void the_value_of_a_refusal_fails_with_its_code() {
        Outcome<String> refused = Outcome.refused(Refusal.INVALID_CODE);
        assertEquals(Optional.of(Refusal.INVALID_CODE), refused.refusal());
        var failure = assertThrows(NoSuchElementException.class, refused::orElseThrow);
        assertEquals("refused: invalid_code", failure.getMessage());
        assertEquals("value", Outcome.done("value").orElseThrow());
    }

    private static String branch(Outcome<String> outcome) {
        return outcome.fold(
                value -> value,
                challenge -> challenge.factors().toString(),
                refused -> refused.why().code() + " " + refused.retryAt());
    }
}
