package dev.lockstile.auth.pages;

import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Signs a person in with the password that was typed on the page of a reset or a confirmation. It is a sign-in like any
 * other: it asks for a second factor where the account has one, and a refusal leads to the sign-in page.
 */
record PasswordEntry(PasswordLogin login, EntrySettings entry) {

    /**
     * Signs in, or leads to the sign-in page with the name in its field.
     *
     * @param device what a reset gave this browser; null where it gave nothing
     * @param end {@link PageEnd#CONFIRMATION} or {@link PageEnd#PASSWORD_RESET}
     */
    Reply enter(PageRequest request, Typed typed, @Nullable Secret device, PageEnd end) {
        ClientEvidence shown = request.client().evidence();
        ClientEvidence showing = device == null
                ? shown
                : new ClientEvidence(device, shown.humanProof(), shown.trustedBrowser(), shown.form(), shown.browser());
        Outcome<SignIn> result = login.signIn(new PasswordLogin.Request(
                typed.name(), typed.password(), request.client().showing(showing)));
        String said = end == PageEnd.CONFIRMATION ? "confirmed" : "password-reset";
        String landing = entry.landing(end, request); // the sign-in drops the cookie of the next page
        request.say(result instanceof Outcome.Done<SignIn> ? said + "-in" : said);
        return SignInReply.of(request, result, () -> landing, refused -> {
            KnownLogin.keep(request.cookies(), typed.name());
            return request.onToSignIn();
        });
    }

    /** A name that the person has proven, and the password of the form. */
    record Typed(String name, Secret password) {}
}
