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
 * The account that a second row of a person is merged into: the one that was imported from the row which keeps the
 * shared identifier. An account of another owner may have that identifier in the target by now, and is not used.
 *
 * @param target the identifier by which the account is found
 * @param id null where the target has no such account, as in a dry run
 * @param hasPassword true also where its owner has changed or ended an earlier password
 * @param hasRights true for staff or superuser
 * @param importedNow true when this run imported it, so that a rollback removes it whole
 * @param untouched the account, while it is not used or changed in the target; null for every other one
 * @param isElsewhere true when it was imported and does not have that identifier any more
 */
public record MainAccount(
        SecondRowRules.Target target,
        @Nullable UserId id,
        boolean hasPassword,
        boolean hasRights,
        boolean importedNow,
        @Nullable UntouchedUser untouched,
        boolean isElsewhere) {

    /** Returns true where the account was used or changed in the target: the source then adds nothing that opens it. */
    public boolean isUsedInTarget() {
        return id != null && untouched == null;
    }

    /** Returns true when a row was merged into this account, by the row's ledger entry. */
    public boolean isOf(LegacyLinkInfo entry) {
        return id != null && id.toString().equals(entry.localRef());
    }

    /** Finds the account; empty while the row that keeps the identifier is not imported. */
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
            Optional<StoredUser> found,
            Optional<LegacyLinkInfo> entry,
            TargetSnapshot.Question question,
            SecondRowRules.Target target) {
        IdentifierConflicts conflicts = question.secondRowRules().conflicts();
        boolean importedNow = conflicts.importedNow(target.key());
        StoredUser user = found.filter(one -> entry.isPresent()
                        && one.info().id().toString().equals(entry.get().localRef()))
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
                entry.flatMap(link -> UntouchedUser.look(tx, link, user.info().id()))
                        .orElse(null),
                false);
    }

    private static Optional<LegacyLinkInfo> entry(AuthTx tx, TargetSnapshot.Question question, Origin winner) {
        String key = winner.keyIn(question.ledger());
        return Optional.ofNullable(tx.legacy().byKeys(List.of(key)).get(key));
    }
}
