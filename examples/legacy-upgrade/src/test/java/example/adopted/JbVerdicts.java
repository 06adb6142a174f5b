package example.adopted;

import dev.lockstile.auth.imports.support.JbAnswers;
import java.util.Map;

/** As the old server answered, and better where it failed an honest person. */
final class JbVerdicts {

    private JbVerdicts() {}

    static Verdict of(Map<String, String> row) {
        return Verdict.of(row, row.get("email"), JbAnswers.signsIn(row));
    }
}
