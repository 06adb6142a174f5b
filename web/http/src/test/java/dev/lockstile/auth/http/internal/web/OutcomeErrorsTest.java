package dev.lockstile.auth.http.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeErrorsTest {

    private static final Instant LATER = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_has_an_error(Refusal why) {
        RuntimeException error = error(Outcome.refused(why, LATER));
        if (error instanceof RefusalException refusal) {
            assertThat(refusal.code().text()).isIn(why.code(), "invalid_token", "email_taken");
            return;
        }
        assertThat(error).isInstanceOf(InvalidInputException.class);
        assertThat(((InvalidInputException) error).problems()).hasSize(why == Refusal.INVALID_INPUT ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void a_refusal_by_itself_has_the_same_error(Refusal why) {
        RuntimeException whole = error(Outcome.refused(why));
        assertThat(OutcomeErrors.of(why)).hasSameClassAs(whole).hasMessage(whole.getMessage());
    }

    @ParameterizedTest
    @EnumSource(value = Change.class, mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void every_act_that_was_not_done_has_an_error(Change change) {
        RuntimeException error = OutcomeErrors.of(change);
        if (error instanceof RefusalException refusal) {
            String named = change.name().toLowerCase(Locale.ROOT);
            assertThat(refusal.code().text())
                    .isEqualTo(Map.of(
                                    Change.TAKEN, "email_taken",
                                    Change.SESSION_ENDED, "invalid_token",
                                    Change.VETOED, "forbidden")
                            .getOrDefault(change, named));
            return;
        }
        assertThat(change).isEqualTo(Change.UNKNOWN_ROLE);
        assertThat(error)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        input -> assertThat(input.problems())
                                .containsExactly(FieldProblem.of("role", "unknown_choice")));
    }

    @Test
    void an_error_names_the_fields_and_the_time() {
        List<FieldProblem> problems = List.of(FieldProblem.of("email", "required"));
        assertThat(error(Outcome.invalid(problems)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        input -> assertThat(input.problems()).isEqualTo(problems));
        assertThat(error(Outcome.refused(Refusal.DEVICE_REQUIRED)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        input -> assertThat(input.problems()).containsExactly(FieldProblem.of("device", "required")));
        assertThat(error(Outcome.refused(Refusal.THROTTLED, LATER)))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.retryAt()).isEqualTo(LATER));
    }

    private static RuntimeException error(Outcome<String> outcome) {
        return OutcomeErrors.of((Outcome.Refused<String>) outcome);
    }
}
