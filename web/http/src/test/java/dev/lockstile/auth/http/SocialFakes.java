package dev.lockstile.auth.http;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialResult;
import dev.lockstile.auth.social.SocialSignInResult;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-in with other sites that gives the answers a test wants. */
record SocialFakes(Fakes fakes) implements SocialLogin, SocialAdministration {

    static void fill(Map<String, Object> answers) {
        answers.put("providers", List.of("google"));
        answers.put("nonce", new SocialResult.Done<>(new SocialLogin.Nonce(Secret.of("t1"), "nonce", Samples.NOW)));
        answers.put(
                "socialSignIn",
                new SocialSignInResult.SignedIn(
                        Samples.SIGN_IN, new SocialSignInResult.Account("google", "7", true, false)));
        answers.put(
                "precheck",
                new SocialResult.Done<>(
                        new SocialLogin.Precheck("google", "a@example.com", true, false, false, true, true)));
        answers.put("link", new SocialResult.Done<>(new SocialLogin.Link("google", "7", true)));
        answers.put("unlink", new SocialResult.Done<>(true));
        answers.put(
                "accounts",
                new SocialResult.Done<>(
                        List.of(new LinkedAccount("7", "google", "a@example.com", true, Samples.NOW, Samples.NOW))));
        answers.put(
                "administeredAccounts",
                new SocialResult.Done<>(List.of(new SocialAdministration.Account(
                        new LinkedAccount("7", "google", "a@example.com", true, Samples.NOW, Samples.NOW), true))));
        answers.put("administeredUnlink", new SocialResult.Done<>(true));
        answers.put("administeredResume", new SocialResult.Done<>(true));
        answers.put(
                "start",
                new SocialResult.Done<>(new SocialLogin.Started(
                        URI.create("https://google.example/"), Secret.of("browser"), Samples.NOW)));
        answers.put("callback", new SocialResult.Done<>(URI.create("https://example.com/?social=done")));
        answers.put("waiting", Optional.of(SocialLogin.Intent.LOGIN));
    }

    /** One that is on, and stops whoever asks it for more. */
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
    public SocialResult<SocialLogin.Nonce> nonce(String provider, @Nullable Caller caller, @Nullable String address) {
        return fakes.answer("nonce", provider);
    }

    @Override
    public SocialSignInResult signIn(SocialLogin.Attempt attempt) {
        return fakes.answer("socialSignIn", attempt);
    }

    @Override
    public SocialResult<SocialLogin.Precheck> precheck(SocialClaim claim, @Nullable String address) {
        return fakes.answer("precheck", claim);
    }

    @Override
    public SocialResult<SocialLogin.Link> link(Caller caller, SocialClaim claim, @Nullable String address) {
        return fakes.answer("link", caller, claim);
    }

    @Override
    public SocialResult<Boolean> unlink(Caller caller, String provider, @Nullable String accountId) {
        return fakes.answer("unlink", caller, provider);
    }

    @Override
    public SocialResult<List<LinkedAccount>> accounts(Caller caller) {
        return fakes.answer("accounts", caller);
    }

    @Override
    public SocialResult<SocialLogin.Started> start(SocialLogin.Start start) {
        return fakes.answer("start", start);
    }

    @Override
    public SocialResult<URI> callback(SocialCallback callback) {
        return fakes.answer("callback", callback);
    }

    @Override
    public Optional<SocialLogin.Intent> waiting(Secret browser) {
        return fakes.answer("waiting", browser);
    }

    @Override
    public SocialSignInResult finish(Secret browser, ClientInfo client, boolean termsAccepted) {
        return fakes.answer("socialSignIn", browser);
    }

    @Override
    public SocialResult<SocialLogin.Link> finishLink(Caller caller, Secret browser) {
        return fakes.answer("link", caller, browser);
    }

    @Override
    public SocialResult<List<SocialAdministration.Account>> accountsAs(Caller caller, Owner owner) {
        return fakes.answer("administeredAccounts", caller, owner);
    }

    @Override
    public SocialResult<Boolean> unlinkAs(Caller caller, Owner owner, String accountId, String reference) {
        return fakes.answer("administeredUnlink", caller, owner, accountId, reference);
    }

    @Override
    public SocialResult<Boolean> resumeAs(Caller caller, Owner owner, String accountId, String reference) {
        return fakes.answer("administeredResume", caller, owner, accountId, reference);
    }

    @Override
    public SocialResult<Boolean> resume(Owner owner, String accountId, String reference) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public SocialResult<List<SocialAdministration.Account>> accounts(Owner owner) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public SocialResult<Boolean> unlink(Owner owner, String accountId, String reference) {
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
