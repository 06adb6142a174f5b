package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys that are believed unseen, for flows: a credential is its own id. It is no test of a verifier. */
final class BelievingPasskeys implements PasskeyVerifier {

    private static final String HANDLE = "handle-of-everybody";

    @Override
    public RelyingParty relyingParty() {
        return new RelyingParty("acme.example", "Acme");
    }

    @Override
    public List<Integer> algorithms() {
        return List.of(-7);
    }

    @Override
    public List<String> problems() {
        return List.of();
    }

    @Override
    public Optional<String> credentialId(String credential) {
        return Optional.of(credential);
    }

    @Override
    public Verdict<NewPasskey> registered(String challenge, String credential) {
        return new Verdict.Right<>(new NewPasskey(key(credential, HANDLE), new PasskeyState.Use(0, false, null)));
    }

    @Override
    public Verdict<Proof> proven(String challenge, String credential, PasskeyState stored, boolean alone) {
        return new Verdict.Right<>(new Proof(new PasskeyState.Use(0, false, null), true));
    }

    private static PasskeyState.Key key(String credential, String handle) {
        return new PasskeyState.Key(credential, handle, "a2V5", false, List.of(), "aaguid");
    }

    /** Writes a passkey down as an import does. */
    static void add(FlowFixture fixture, UserId user, String credential, String handle) {
        Instant now = fixture.clock.instant();
        PasskeyState state = new PasskeyState(
                "id-" + credential, key(credential, handle), new PasskeyState.Use(0, false, null), "Passkey", now);
        fixture.store.alone(tx -> {
            tx.factors().passkeys().insert(user, state);
            return true;
        });
    }

    /** Shows a passkey alone. */
    static Outcome<SignIn> attempt(Auth auth, String credential) {
        String id = auth.passkeyLogin().begin("192.0.2.7").orElseThrow().id();
        return auth.passkeyLogin()
                .finish(new PasskeyLogin.Attempt(new FactorProof.Passkey(id, credential), FlowFixture.WEB));
    }

    /** Signs in with a passkey alone. */
    static Caller signedIn(Auth auth, String credential) {
        Outcome<SignIn> result = attempt(auth, credential);
        if (result instanceof Outcome.Done<SignIn> in) {
            return auth.sessions()
                    .authenticate(in.value().tokens().access().reveal())
                    .orElseThrow();
        }
        throw new AssertionError("not signed in: " + result);
    }
}
