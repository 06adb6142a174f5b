package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guess at a secret, counted as a failure before anybody looks at it, so that N guesses at once are N failures
 * (ZITADEL CVE-2023-47111).
 */
public final class Guess {

    private final GuessDoor door;
    private final Budget budget;
    private final boolean open;

    Guess(GuessDoor door, Budget budget, boolean open) {
        this.door = door;
        this.budget = budget;
        this.open = open;
    }

    /** False while the account is paused: then even a right guess is answered as a wrong one. */
    public boolean isOpen() {
        return open;
    }

    Budget budget() {
        return budget;
    }

    /** Notes that it was wrong, or came in a pause. */
    public void wasWrong(@Nullable UserInfo user, Instant now) {
        door.wasWrong(this, user, now);
    }

    /** Sets the counts of all proofs of this person back, in the transaction that lets the person in. */
    public void wasRight(AuthTx tx, UserInfo user, Instant now) {
        door.wasRight(tx, budget, user, now);
    }

    /** Notes how it ended, in a transaction of its own. */
    public void settle(AuthStore store, boolean right, UserInfo user, Instant now) {
        if (right) {
            store.<Boolean>alone(tx -> {
                wasRight(tx, user, now);
                return true;
            });
        } else {
            wasWrong(user, now);
        }
    }

    /** The machine had no time: given back, unless it was looked at before the time ran out. */
    public void ranOutOfTime(HashingBusyException busy, @Nullable UserInfo user, Instant now) {
        if (busy.wasLookedAt()) {
            wasWrong(user, now);
        } else {
            wasNotLookedAt();
        }
    }

    /** What it was aimed at is gone: given back, and counted against the guesser's network alone. */
    public void wasAimless(Instant now) {
        door.wasAimless(this, now);
    }

    /** It was never looked at: the machine had no time. */
    public void wasNotLookedAt() {
        door.giveBack(this);
    }
}
