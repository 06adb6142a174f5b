package dev.lockstile.auth.cutover.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cutover.shadow.TargetAnswer.Likeness;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which answers of the two sides come to the same. */
final class TargetAnswerTest {

    private static final Set<TargetAnswer> LET_IN = Set.of(TargetAnswer.SIGNS_IN, TargetAnswer.WOULD_MIGRATE);

    @ParameterizedTest
    @EnumSource
    void both_let_in_or_neither_and_another_person_is_never_alike(TargetAnswer answer) {
        Likeness signedIn = LET_IN.contains(answer) ? Likeness.ALIKE : Likeness.DIFFERENT;
        Likeness refused =
                LET_IN.contains(answer) || answer == TargetAnswer.ANOTHER_PERSON ? Likeness.DIFFERENT : Likeness.ALIKE;
        boolean decided = answer != TargetAnswer.UNDECIDED;
        assertThat(answer.besides(LegacyAnswer.SIGNED_IN)).isEqualTo(decided ? signedIn : Likeness.UNDECIDED);
        assertThat(answer.besides(LegacyAnswer.REFUSED)).isEqualTo(decided ? refused : Likeness.UNDECIDED);
    }
}
