package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.write.UntouchedUser;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account a second row of a person is merged into: the one that came from the row which won the identifier they
 * share, and no other. Who goes by that identifier here may be a stranger, once its first owner has given it up.
 *
 * @param id null in a dry run, where it is not here
 * @param hasPassword or had one that its owner has changed or ended since
 * @param hasRights it is staff or superuser
 * @param importedNow it came with this run, so that a rollback removes all of it
 * @param untouched the account, untouched here since it came, earlier or with this run; null for any
 *     other
 * @param isElsewhere it has come in, and does not go by that identifier any more
 */
public record MainAccount(
        SecondRowRules.Target target,
        @Nullable UserId id,
        boolean hasPassword,
        boolean hasRights,
        boolean importedNow,
        @Nullable UntouchedUser untouched,
        boolean isElsewhere) {

    /** True where the account was changed here: then no way into it comes from over there any more. */
    public boolean isUsedInTarget() {
        return id != null && untouched == null;
    }

    /** True when it is the account that a row was merged into, as its entry has it. */
    public boolean isOf(LegacyLinkInfo entry) {
        return id != null && id.toString().equals(entry.localRef());
    }

    /** Empty while the row that won has not come in. */
    static Optional<MainAccount> look(AuthTx tx, TargetSnapshot.Question question, SecondRowRules.Target target) {
        return question.secondRowRules()
                .conflicts()
                .winner(target.key())
                .map(winner -> of(
                        tx,
                        tx.users().byKey(target.kind(), target.key()),
                        entry(tx, question, winner),
                        question,
                        target));
    }

    private static MainAccount of(
            AuthTx tx,
            Optional<StoredUser> named,
            Optional<LegacyLinkInfo> entry,
            TargetSnapshot.Question question,
            SecondRowRules.Target target) {
        IdentifierConflicts conflicts = question.secondRowRules().conflicts();
        boolean importedNow = conflicts.importedNow(target.key());
        StoredUser user = named.filter(found -> entry.isPresent()
                        && found.info().id().toString().equals(entry.get().localRef()))
                .orElse(null);
        if (user == null) {
            boolean hasPassword = conflicts.winnerHasPassword(target.key()).orElse(false);
            boolean hasRights = conflicts.winnerHasRights(target.key());
            return new MainAccount(target, null, hasPassword, hasRights, true, null, entry.isPresent());
        }
        UserInfo.Status status = user.info().status();
        return new MainAccount(
                target,
                user.info().id(),
                user.passwordHash() != null || user.passwordChangedAt() != null,
                status.staff() || status.superuser(),
                importedNow,
                entry.flatMap(found -> UntouchedUser.look(tx, found, user.info().id()))
                        .orElse(null),
                false);
    }

    private static Optional<LegacyLinkInfo> entry(AuthTx tx, TargetSnapshot.Question question, Origin winner) {
        String key = winner.keyIn(question.ledger());
        return Optional.ofNullable(tx.legacy().byKeys(List.of(key)).get(key));
    }
}
