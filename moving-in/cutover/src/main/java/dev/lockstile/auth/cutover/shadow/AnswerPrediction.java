package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/** Finds out what the answer here would have been. Reads only. */
final class AnswerPrediction {

    private final DryRunSignIn dryRun;
    private final @Nullable PersonImport ledger;

    /** @param ledger null where no old row is looked up */
    AnswerPrediction(DryRunSignIn dryRun, @Nullable PersonImport ledger) {
        this.dryRun = dryRun;
        this.ledger = ledger;
    }

    ShadowFinding judge(ObservedSignIn sight) {
        Secret password = sight.password();
        DryRunSignIn.Result dryRunResult =
                password == null ? dryRun.code(sight.name()) : dryRun.password(sight.name(), password);
        return new ShadowFinding(here(dryRunResult, sight.old()), dryRunResult);
    }

    private TargetAnswer here(DryRunSignIn.Result dryRunResult, LegacyAnswer old) {
        String entity = old.entity();
        String id = old.legacyId();
        return ledger == null || entity == null || id == null
                ? TargetAnswer.of(dryRunResult.answer())
                : about(ledger, ledger.userOf(entity, id).orElse(null), dryRunResult, old);
    }

    /** @param person who came from the old row; null when none did */
    private static TargetAnswer about(
            PersonImport ledger, @Nullable UserId person, DryRunSignIn.Result dryRunResult, LegacyAnswer old) {
        if (person != null && dryRunResult.answer() == DryRunSignIn.Outcome.UNKNOWN_NAME) {
            return ledger.isDeleted(person) ? TargetAnswer.DELETED : TargetAnswer.NAME_MISMATCH;
        }
        boolean comesFromElsewhere = person != null && dryRunResult.answer() == DryRunSignIn.Outcome.WOULD_MIGRATE;
        boolean another = dryRunResult.user() != null && !dryRunResult.user().equals(person);
        boolean matters = dryRunResult.answer().letsIn() || old.verdict() == LegacyAnswer.Verdict.SIGNED_IN;
        return (comesFromElsewhere || another) && matters
                ? TargetAnswer.ANOTHER_PERSON
                : TargetAnswer.of(dryRunResult.answer());
    }
}
