package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    public Outcome<SignIn> answer(ClientInfo client, List<String> typed, Function<ClientInfo, Outcome<SignIn>> flow) {
        Secret browser = client.evidence().form();
        if (browser == null) {
            return flow.apply(client);
        }
        List<String> parts = new ArrayList<>(typed);
        parts.add(browser.reveal());
        Secret form = Secret.of(digests.of(parts.toArray(new String[0])));
        Optional<Outcome<SignIn>> before = again(form);
        if (before.isPresent()) {
            return before.get();
        }
        Outcome<SignIn> result = flow.apply(client.showing(client.evidence().withForm(form)));
        return result instanceof Outcome.Refused<SignIn> ? again(form).orElse(result) : result;
    }

    private Optional<Outcome<SignIn>> again(Secret form) {
        return context.store().read(tx -> opener.again(tx, form, context.now()));
    }
}
