package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.ClientRecognition;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;
import java.util.Optional;

/** What a sign-in with a password is counted by, and what is known of its client. */
record PasswordAttempts(RateLimiters limiters) {

    /** Failures are counted by account, whatever name was typed; where none is found, by the name. */
    AttemptRequest of(Optional<LoginLookup.Found> found, TypedLogin typed, Instant now) {
        String name = LoginLookup.nameOf(typed.meanings());
        UserId user = found.map(f -> f.user().info().id()).orElse(null);
        ClientInfo client = typed.login().client();
        return new AttemptRequest(
                AttemptRequest.Proof.PASSWORD,
                user == null ? name : AttemptRequest.subject(user),
                PermitRequest.attempt(RateLimit.LOGIN_IP, client.address(), RateLimit.LOGIN_IDENTITY, name),
                recognition(found, typed, now));
    }

    /** The same password, compared with another account as well. */
    AttemptRequest beside(LoginLookup.Found named, TypedLogin typed, Instant now) {
        return AttemptRequest.beside(named.user().info().id(), recognition(Optional.of(named), typed, now));
    }

    private ClientRecognition recognition(Optional<LoginLookup.Found> found, TypedLogin typed, Instant now) {
        return limiters.recognition(
                () -> found.map(LoginLookup.Found::user),
                RateLimiters.Client.of(typed.login().client(), now));
    }

    /** The challenge that the client has to answer before it is let in; empty where none is wanted. */
    Optional<String> challenge(ClientInfo client, AttemptRequest request, Instant now) {
        HumanChecks.Step step = new HumanChecks.Step(Operation.SIGN_IN, null, client.address(), client.evidence());
        return limiters.humans().wanted(step, request.recognition()::device, now);
    }
}
