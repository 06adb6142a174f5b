package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the codes' table; the live key is null once the code is used or ended. */
record CodeRow(CodeState state, String recipient, @Nullable String liveKey) {

    /** Whom a code was sent to and what for. */
    record Target(CodePurpose purpose, String recipientKey) {}

    Target target() {
        return new Target(state.binding().purpose(), state.binding().recipientKey());
    }

    CodeState.Binding binding() {
        return state.binding();
    }

    StoredCode stored() {
        return new StoredCode(state, recipient);
    }

    boolean isOpen() {
        return state.times().usedAt() == null && state.times().endedAt() == null;
    }

    boolean isOpen(Instant now) {
        return isOpen() && now.isBefore(state.times().validUntil());
    }

    CodeRow attempted() {
        return withAttempts(state.attempts() + 1);
    }

    CodeRow attemptReturned() {
        return withAttempts(state.attempts() - 1);
    }

    private CodeRow withAttempts(int attempts) {
        CodeState next = new CodeState(binding(), state.digest(), attempts, state.maxAttempts(), state.times());
        return new CodeRow(next, recipient, liveKey);
    }

    CodeRow usedAt(Instant at) {
        return closed(new CodeState.Times(state.times().sentAt(), state.times().validUntil(), at, null));
    }

    CodeRow endedAt(Instant at) {
        return closed(new CodeState.Times(state.times().sentAt(), state.times().validUntil(), null, at));
    }

    private CodeRow closed(CodeState.Times times) {
        CodeState next = new CodeState(binding(), state.digest(), state.attempts(), state.maxAttempts(), times);
        return new CodeRow(next, recipient, null);
    }
}
