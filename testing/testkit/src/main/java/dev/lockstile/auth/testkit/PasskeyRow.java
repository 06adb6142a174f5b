package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;

/** A row of the table of passkeys. */
record PasskeyRow(UserId user, PasskeyState state) {

    PasskeyRow used(PasskeyState.Use use) {
        return new PasskeyRow(
                user, new PasskeyState(state.passkeyId(), state.key(), use, state.name(), state.createdAt()));
    }

    PasskeyRow named(String name) {
        return new PasskeyRow(
                user, new PasskeyState(state.passkeyId(), state.key(), state.use(), name, state.createdAt()));
    }
}
