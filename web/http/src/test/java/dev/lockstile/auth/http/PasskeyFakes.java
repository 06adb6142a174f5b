package dev.lockstile.auth.http;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passkeys that give the answers a test wants. */
record PasskeyFakes(Fakes fakes) implements PasskeyLogin, OwnPasskeys {

    static void fill(Map<String, Object> answers) {
        PasskeyCeremony shown = ceremony(null);
        PasskeyState passkey = new PasskeyState(
                "p1",
                new PasskeyState.Key("AAAA", "handle", "key", true, List.of("internal"), "0"),
                new PasskeyState.Use(0, false, Samples.NOW),
                "phone",
                Samples.NOW);
        answers.put("beginPasskeyLogin", Outcome.done(shown));
        answers.put("passkeyLogin", Outcome.done(Samples.SIGN_IN));
        answers.put(
                "beginPasskey",
                Outcome.done(ceremony(new PasskeyCeremony.Owner("handle", "ana@example.com", List.of(-8, -7, -257)))));
        answers.put("addPasskey", Outcome.done(new OwnPasskeys.Added(passkey, List.of(Secret.of("AAAA-BBBB")))));
        answers.put("passkey", Outcome.done(passkey));
        answers.put("passkeys", Outcome.done(List.of(passkey)));
        answers.put("removePasskey", Outcome.done(true));
        answers.put("beginPasskeyStepUp", Outcome.done(shown));
    }

    private static PasskeyCeremony ceremony(PasskeyCeremony.@Nullable Owner owner) {
        return new PasskeyCeremony(
                "challenge",
                new PasskeyVerifier.RelyingParty("acme.example", "Acme"),
                List.of(new PasskeyCeremony.Credential("AAAA", List.of("internal"))),
                true,
                owner,
                Samples.NOW);
    }

    @Override
    public boolean isServed() {
        return true;
    }

    @Override
    public Outcome<PasskeyCeremony> beginEnrolment(Secret challengeId) {
        return fakes.answer("beginPasskeyLogin", challengeId);
    }

    @Override
    public Outcome<PasskeyCeremony> begin(@Nullable String address) {
        return fakes.answer("beginPasskeyLogin", String.valueOf(address));
    }

    @Override
    public Outcome<SignIn> finish(PasskeyLogin.Attempt attempt) {
        return fakes.answer("passkeyLogin", attempt);
    }

    @Override
    public Outcome<PasskeyCeremony> beginSecondFactor(Secret challengeId) {
        return fakes.answer("beginPasskeyLogin", challengeId);
    }

    @Override
    public Outcome<PasskeyCeremony> begin(Caller caller) {
        return fakes.answer("beginPasskey", caller);
    }

    @Override
    public Outcome<Added> finish(Caller caller, FactorProof.Passkey made, @Nullable String name) {
        return fakes.answer("addPasskey", caller, made, String.valueOf(name));
    }

    @Override
    public Outcome<List<PasskeyState>> list(Caller caller) {
        return fakes.answer("passkeys", caller);
    }

    @Override
    public Outcome<PasskeyState> rename(Caller caller, String passkeyId, String name) {
        return fakes.answer("passkey", caller, passkeyId, name);
    }

    @Override
    public Outcome<Boolean> remove(Caller caller, String passkeyId) {
        return fakes.answer("removePasskey", caller, passkeyId);
    }

    @Override
    public Outcome<PasskeyCeremony> beginStepUp(Caller caller) {
        return fakes.answer("beginPasskeyStepUp", caller);
    }
}
