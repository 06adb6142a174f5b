package dev.lockstile.auth.passkey.internal.ceremony;

/** How a registration ended. */
public sealed interface RegistrationOutcome {

    record Accepted(RegisteredCredential credential) implements RegistrationOutcome {}

    record Refused(CeremonyRefusal why) implements RegistrationOutcome {}
}
