package dev.lockstile.auth.migrate.shadow;

import dev.lockstile.auth.login.Rehearsal;
import dev.lockstile.auth.login.Rehearsed;
import dev.lockstile.auth.login.RehearsedAnswer;
import dev.lockstile.auth.migrate.Newcomers;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/** Finds out what the answer here would have been. Reads only. */
final class Judge {

    private final Rehearsal rehearsal;
    private final @Nullable Newcomers ledger;

    /** @param ledger null where nobody looks an old row up */
    Judge(Rehearsal rehearsal, @Nullable Newcomers ledger) {
        this.rehearsal = rehearsal;
        this.ledger = ledger;
    }

    Finding judge(Sight sight) {
        Secret password = sight.password();
        Rehearsed rehearsed =
                password == null ? rehearsal.code(sight.name()) : rehearsal.password(sight.name(), password);
        return new Finding(here(rehearsed, sight.old()), rehearsed);
    }

    private HereAnswer here(Rehearsed rehearsed, OldAnswer old) {
        String entity = old.entity();
        String id = old.legacyId();
        return ledger == null || entity == null || id == null
                ? HereAnswer.of(rehearsed.answer())
                : about(ledger, ledger.userOf(entity, id).orElse(null), rehearsed, old);
    }

    /** @param person who came from the old row; null when nobody did */
    private static HereAnswer about(Newcomers ledger, @Nullable UserId person, Rehearsed rehearsed, OldAnswer old) {
        if (person != null && rehearsed.answer() == RehearsedAnswer.UNKNOWN_NAME) {
            return ledger.isDeleted(person) ? HereAnswer.DELETED : HereAnswer.NOT_BY_THIS_NAME;
        }
        boolean comesFromElsewhere = person != null && rehearsed.answer() == RehearsedAnswer.COMES_OVER;
        boolean another = rehearsed.user() != null && !rehearsed.user().equals(person);
        boolean matters = rehearsed.answer().letsIn() || old.verdict() == OldAnswer.Verdict.SIGNED_IN;
        return (comesFromElsewhere || another) && matters
                ? HereAnswer.ANOTHER_PERSON
                : HereAnswer.of(rehearsed.answer());
    }
}
