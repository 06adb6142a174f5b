package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyToken;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.legacy.LegacyVerdict;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to the former system, if the host has one. An answer that could not be had leaves as
 * {@link StoreUnavailableException}: "try again", never "wrong".
 */
public final class LegacyDoor {

    private static final String HERE = "lockstile";
    private static final String ENDED = "old_sessions_ended";

    private final @Nullable LegacyAccounts accounts;
    private final @Nullable LegacyTokens tokens;

    public LegacyDoor(@Nullable LegacyAccounts accounts, @Nullable LegacyTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** True when people may still come over. */
    public boolean isOpen() {
        return accounts != null;
    }

    /** True when the password is right there, and the person is here now. */
    public boolean bringsInByPassword(List<Identifier> candidates, Secret password) {
        return accounts != null && isMatch(accounts.bringInByPassword(candidates, password));
    }

    /** True when the identifier is somebody's there, whatever a proof of it would open. */
    public boolean knows(Identifier identifier) {
        return told(identifier) != LegacyVerdict.NO_MATCH;
    }

    /** True when the owner of a proven identifier is here now. */
    public boolean bringsIn(Identifier proven) {
        return accounts != null && isMatch(accounts.bringIn(proven));
    }

    /**
     * The same for an identifier that may have an owner here, of whom nothing there is wanted. They are asked about all
     * the same, so that the time does not tell who has come over, and no outage there stops them.
     */
    public boolean knows(Identifier identifier, boolean ownedHere) {
        return verdict(identifier, ownedHere) != LegacyVerdict.NO_MATCH;
    }

    /** What a proof of the identifier would open there; the same for one that may have an owner here. Never unknown. */
    public LegacyVerdict verdict(Identifier identifier, boolean ownedHere) {
        if (ownedHere && accounts != null) {
            accounts.knows(identifier);
        }
        return ownedHere ? LegacyVerdict.NO_MATCH : told(identifier);
    }

    private LegacyVerdict told(Identifier identifier) {
        return accounts == null ? LegacyVerdict.NO_MATCH : sure(accounts.knows(identifier));
    }

    /** What the former system would say of this password; nobody comes over. No match where there is none. */
    public LegacyVerdict dryRun(List<Identifier> candidates, Secret password) {
        return accounts == null ? LegacyVerdict.NO_MATCH : accounts.wouldBringIn(candidates, password);
    }

    /** The same for a code that is taken for right. */
    public LegacyVerdict dryRun(Identifier identifier) {
        return accounts == null ? LegacyVerdict.NO_MATCH : accounts.knows(identifier);
    }

    /** A token of the former system. */
    public Optional<LegacyToken> token(Secret token, Instant now) {
        return tokens == null ? Optional.empty() : tokens.read(token, now);
    }

    /** All sessions of the user end here; then the tokens that the former system has given out are to end too. */
    public void endOldSessions(AuthTx tx, UserId user, Instant now) {
        if (tokens == null || !tx.legacy().isKept() || !tx.users().hold(user, now)) {
            return;
        }
        if (!hasEndedOldSessions(tx, user)) {
            LegacyOrigin origin = new LegacyOrigin(HERE, ENDED, user.toString(), HERE, HERE);
            tx.legacy().insert(endKey(user), origin, null, now);
        }
    }

    /** True when the old tokens of the user are worth nothing any more. */
    public boolean hasEndedOldSessions(AuthTx tx, UserId user) {
        return tx.legacy().byKeys(List.of(endKey(user))).containsKey(endKey(user));
    }

    private static String endKey(UserId user) {
        return Digests.sha256((HERE + '|' + ENDED + '|' + user).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isMatch(LegacyVerdict verdict) {
        return sure(verdict) == LegacyVerdict.MATCH;
    }

    private static LegacyVerdict sure(LegacyVerdict verdict) {
        if (verdict == LegacyVerdict.UNKNOWN) {
            throw new StoreUnavailableException("the former system does not answer", new IllegalStateException());
        }
        return verdict;
    }
}
