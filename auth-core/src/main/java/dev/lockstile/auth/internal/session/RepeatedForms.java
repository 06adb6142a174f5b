package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.SessionOpener.Entered;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers a form of a sign-in that a browser sends twice within ten seconds, as a double click does, with the session
 * or the wait of the first one. Both are computed from a secret of the browser and what was typed, so nothing is kept
 * for it, every node answers it, and the code alone gets nothing. A session that ended or was renewed since is not
 * given again.
 */
public final class RepeatedForms {

    private final FlowContext context;
    private final Digests.Use digests;
    private final SessionOpener opener;

    public RepeatedForms(FlowContext context, SessionOpener opener) {
        this.context = context;
        this.digests = context.digests().use("form");
        this.opener = opener;
    }

    /**
     * Looks before the flow, and once more where another thread with the same form was first.
     *
     * @param typed what the form says; the flow gets the client with a form that is made of it
     */
    public <R> R answer(ClientInfo client, List<String> typed, Function<ClientInfo, R> flow, Answers<R> answers) {
        Secret browser = client.evidence().form();
        if (browser == null) {
            return flow.apply(client);
        }
        List<String> parts = new ArrayList<>(typed);
        parts.add(browser.reveal());
        Secret form = Secret.of(digests.of(parts.toArray(new String[0])));
        Optional<R> before = again(form, answers);
        if (before.isPresent()) {
            return before.get();
        }
        R result = flow.apply(client.showing(client.evidence().withForm(form)));
        return answers.refused().test(result) ? again(form, answers).orElse(result) : result;
    }

    private <R> Optional<R> again(Secret form, Answers<R> answers) {
        return context.store()
                .read(tx -> opener.again(tx, form, context.now()))
                .map(entered -> entered instanceof Entered.In in
                        ? answers.signedIn().apply(in.opened().signIn())
                        : answers.held().apply(((Entered.Held) entered).challenge()));
    }

    /** The results of one flow. */
    public record Answers<R>(
            Function<SignIn, R> signedIn, Function<SecondFactorChallenge, R> held, Predicate<R> refused) {}
}
