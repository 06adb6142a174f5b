package dev.lockstile.auth.http;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-in with other sites that gives the answers a test wants. */
record SocialFakes(Fakes fakes) implements SocialLogin, SocialAdministration {

    static void fill(Map<String, Object> answers) {
        answers.put("providers", List.of("google"));
        answers.put("nonce", Outcome.done(new SocialLogin.Nonce(Secret.of("t1"), "nonce", Samples.NOW)));
        answers.put(
                "socialSignIn",
                Outcome.done(Samples.SIGN_IN.withExtras(
                        new SignIn.Extras(null, List.of(), new SignIn.ProviderAccount("google", "7", true, false)))));
        answers.put(
                "precheck",
                Outcome.done(new SocialLogin.Precheck("google", "a@example.com", true, false, false, true, true)));
        answers.put("link", Outcome.done(new SocialLogin.Link("google", "7", true)));
        answers.put("unlink", Outcome.done(true));
        answers.put(
                "accounts",
                Outcome.done(
                        List.of(new LinkedAccount("7", "google", "a@example.com", true, Samples.NOW, Samples.NOW))));
        answers.put(
                "administeredAccounts",
                Outcome.done(List.of(new SocialAdministration.Account(
                        new LinkedAccount("7", "google", "a@example.com", true, Samples.NOW, Samples.NOW), true))));
        answers.put("administeredUnlink", Outcome.done(true));
        answers.put("administeredResume", Outcome.done(true));
        answers.put(
                "start",
                Outcome.done(new SocialLogin.Started(
                        URI.create("https://google.example/"), Secret.of("browser"), Samples.NOW)));
        answers.put("callback", Outcome.done(URI.create("https://example.com/?social=done")));
        answers.put("waiting", Optional.of(SocialLogin.Intent.LOGIN));
    }

    /** One that is on, and fails at every call. */
    static SocialLogin on(SocialLogin stopping) {
        return Forwarding.over(
                SocialLogin.class,
                (verb, arguments) -> verb.getName().equals("providers")
                        ? List.of("google")
                        : Forwarding.to(stopping, verb, arguments));
    }

    @Override
    public List<String> providers() {
        return fakes.answer("providers");
    }

    @Override
    public boolean opensAccounts() {
        return false;
    }

    @Override
    public Outcome<SocialLogin.Nonce> nonce(String provider, @Nullable Caller caller, @Nullable String address) {
        return fakes.answer("nonce", provider);
    }

    @Override
    public Outcome<SignIn> signIn(SocialLogin.Attempt attempt) {
        return fakes.answer("socialSignIn", attempt);
    }

    @Override
    public Outcome<SocialLogin.Precheck> precheck(SocialClaim claim, @Nullable String address) {
        return fakes.answer("precheck", claim);
    }

    @Override
    public Outcome<SocialLogin.Link> link(Caller caller, SocialClaim claim, @Nullable String address) {
        return fakes.answer("link", caller, claim);
    }

    @Override
    public Outcome<Boolean> unlink(Caller caller, String provider, @Nullable String accountId) {
        return fakes.answer("unlink", caller, provider);
    }

    @Override
    public Outcome<List<LinkedAccount>> accounts(Caller caller) {
        return fakes.answer("accounts", caller);
    }

    @Override
    public Outcome<SocialLogin.Started> start(SocialLogin.Start start) {
        return fakes.answer("start", start);
    }

    @Override
    public Outcome<URI> callback(SocialCallback callback) {
        return fakes.answer("callback", callback);
    }

    @Override
    public Optional<SocialLogin.Intent> waiting(Secret browser) {
        return fakes.answer("waiting", browser);
    }

    @Override
    public Outcome<SignIn> finish(Secret browser, ClientInfo client, boolean termsAccepted) {
        return fakes.answer("socialSignIn", browser);
    }

    @Override
    public Outcome<SocialLogin.Link> finishLink(Caller caller, Secret browser) {
        return fakes.answer("link", caller, browser);
    }

    @Override
    public Outcome<List<SocialAdministration.Account>> accountsAs(Caller caller, Owner owner) {
        return fakes.answer("administeredAccounts", caller, owner);
    }

    @Override
    public Outcome<Boolean> unlinkAs(Caller caller, Owner owner, String accountId, String reference) {
        return fakes.answer("administeredUnlink", caller, owner, accountId, reference);
    }

    @Override
    public Outcome<Boolean> resumeAs(Caller caller, Owner owner, String accountId, String reference) {
        return fakes.answer("administeredResume", caller, owner, accountId, reference);
    }

    @Override
    public Outcome<Boolean> resume(Owner owner, String accountId, String reference) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public Outcome<List<SocialAdministration.Account>> accounts(Owner owner) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public Outcome<Boolean> unlink(Owner owner, String accountId, String reference) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    /** The events of no provider. */
    static SocialEvents noEvents() {
        return new SocialEvents() {
            @Override
            public List<String> providers(SocialEvent.Delivery delivery) {
                return List.of();
            }

            @Override
            public SocialEvents.Result receive(SocialEvents.Message message) {
                return new SocialEvents.Result.Refused(SocialEvents.Refusal.OFF, null);
            }
        };
    }
}
