package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.internal.flow.FeatureRows;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.PasskeyStore;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The passkeys of an account.
 *
 * @param served whether the host serves passkeys now
 */
public record PasskeyRows(boolean served) implements FeatureRows {

    private static final int ID_BYTES = 24;

    @Override
    public String feature() {
        return OwnPasskeys.FEATURE.name();
    }

    @Override
    public List<Row> of(AuthTx tx, UserId user) {
        return tx.factors().passkeys().of(user).stream().map(PasskeyRows::row).toList();
    }

    private static Row row(PasskeyState passkey) {
        return new Row(What.PASSKEY, passkey.name(), passkey.createdAt(), null);
    }

    @Override
    public List<Row> eraseAdded(AuthTx tx, UserId user, Instant since, Instant now) {
        return tx.factors().passkeys().of(user).stream()
                .filter(passkey -> !passkey.createdAt().isBefore(since))
                .filter(passkey -> tx.factors().passkeys().remove(user, passkey.passkeyId()))
                .map(PasskeyRows::row)
                .toList();
    }

    @Override
    public boolean signIn(AuthTx tx, UserId user) {
        return served
                && tx.factors().challenges().isMapped()
                && !tx.factors().passkeys().of(user).isEmpty();
    }

    /**
     * An imported passkey goes: it signs in alone, and a person who made it on another person's address would share the
     * account. Others stay, and are asked for.
     */
    @Override
    public boolean eraseUnconfirmed(AuthTx tx, StoredUser user) {
        if (!user.factors().contains(FactorKind.PASSKEY)) {
            return false;
        }
        UserId id = user.info().id();
        List<PasskeyState> all = tx.factors().passkeys().of(id);
        List<PasskeyState> imported = imported(tx, all);
        imported.forEach(passkey -> tx.factors().passkeys().remove(id, passkey.passkeyId()));
        return imported.size() < all.size();
    }

    @Override
    public void eraseFactors(AuthTx tx, UserId user) {
        tx.factors().passkeys().removeAll(user);
    }

    /** Gives them other ids, so that no entry of the ledger is theirs. */
    @Override
    public void keepImported(FlowContext context, AuthTx tx, UserId user) {
        PasskeyStore passkeys = tx.factors().passkeys();
        for (PasskeyState old : imported(tx, passkeys.of(user))) {
            String id = context.randomness().text(ID_BYTES);
            if (passkeys.remove(user, old.passkeyId())) {
                passkeys.insert(user, new PasskeyState(id, old.key(), old.use(), old.name(), old.createdAt()));
            }
        }
    }

    /** An import names a passkey by its entry in the ledger. */
    private static List<PasskeyState> imported(AuthTx tx, List<PasskeyState> all) {
        if (all.isEmpty() || !tx.legacy().isMapped()) {
            return List.of();
        }
        Set<String> known = tx.legacy()
                .byKeys(all.stream().map(PasskeyState::passkeyId).toList())
                .keySet();
        return all.stream()
                .filter(passkey -> known.contains(passkey.passkeyId()))
                .toList();
    }
}
