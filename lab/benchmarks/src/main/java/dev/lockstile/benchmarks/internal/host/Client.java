package dev.lockstile.benchmarks.internal.host;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.util.function.BooleanSupplier;

/** A client of a node that goes through a flow again and again, each time as the next of its people. For one thread. */
public final class Client {

    private static final ClientInfo WEB = ClientInfo.web("198.51.100.7");

    private final Auth auth;
    private final BenchClock clock;
    private final People people;
    private final TokenPair[] tokens;
    private long next;

    /**
     * Signs some people in.
     *
     * @param first the number of the first of its people
     * @param signedIn how many of them
     */
    public Client(Node node, BenchClock clock, People people, long first, int signedIn) {
        this.auth = node.auth();
        this.clock = clock;
        this.people = people;
        this.next = first;
        this.tokens = new TokenPair[signedIn];
        for (int i = 0; i < signedIn; i++) {
            tokens[i] = signIn(people.email(first + i));
        }
    }

    /** The flow, once for each call. */
    public BooleanSupplier through(Flow flow) {
        return switch (flow) {
            case CODE -> this::code;
            case LOGIN -> this::login;
            case REFRESH -> this::refresh;
            case ME -> this::me;
        };
    }

    private boolean code() {
        clock.forward(BenchSettings.COOLDOWN);
        CodeIdentifier address = CodeIdentifier.email(people.email(next++));
        Outcome<CodeLogin.Sent> asked =
                auth.codes().request(new CodeLogin.Request(address, Channel.EMAIL, WEB.address()));
        return asked instanceof Outcome.Done<CodeLogin.Sent> sent
                && auth.codes()
                                .verify(new CodeLogin.Attempt(
                                        address, sent.value().challengeId(), Secret.of(BenchSettings.CODE), WEB))
                        instanceof Outcome.Done<SignIn>;
    }

    private boolean login() {
        return signIn(people.email(next++)) != null;
    }

    private TokenPair signIn(String email) {
        Outcome<SignIn> result =
                auth.login().signIn(new PasswordLogin.Request(email, Secret.of(BenchSettings.PASSWORD), WEB));
        if (result instanceof Outcome.Done<SignIn> in) {
            return in.value().tokens();
        }
        throw new IllegalStateException("not signed in: " + result);
    }

    private boolean refresh() {
        int who = (int) (next++ % tokens.length);
        if (auth.sessions().refresh(tokens[who].refresh()) instanceof Outcome.Done<TokenPair> refreshed) {
            tokens[who] = refreshed.value();
            return true;
        }
        return false;
    }

    private boolean me() {
        int who = (int) (next++ % tokens.length);
        return auth.sessions()
                .authenticate(tokens[who].access().reveal())
                .map(caller -> auth.ownAccount().me(caller) instanceof Outcome.Done)
                .orElse(false);
    }
}
