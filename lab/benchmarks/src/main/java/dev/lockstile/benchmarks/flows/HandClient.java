package dev.lockstile.benchmarks.flows;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.benchmarks.flows.HandRows.Person;
import dev.lockstile.benchmarks.flows.HandTokens.Subject;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import dev.lockstile.benchmarks.internal.host.ByHand;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.People;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A client of the flows written by hand: the same answers and guarantees. The password is checked as the library does.
 */
final class HandClient {

    private final Hand hand;
    private final People people;
    private final In[] in;
    private long next;

    HandClient(Hand hand, People people, long first, int signedIn) {
        this.hand = hand;
        this.people = people;
        this.next = first;
        this.in = new In[signedIn];
        for (int i = 0; i < signedIn; i++) {
            in[i] = signIn(people.email(first + i));
        }
    }

    BooleanSupplier through(Flow flow) {
        return switch (flow) {
            case CODE -> this::code;
            case LOGIN -> () -> signIn(people.email(next++)) != null;
            case REFRESH -> this::refresh;
            case ME -> this::me;
        };
    }

    private In signIn(String email) {
        Instant now = hand.clock().instant();
        String key = key(email);
        Person person = hand.sql()
                .plainly(connection -> HandRows.owner(connection, key))
                .orElseThrow();
        if (!hand.hasher()
                .check(person.hash(), Secret.of(BenchSettings.PASSWORD))
                .matches()) {
            throw new IllegalStateException("wrong password");
        }
        HandSecrets.Refresh token = fresh();
        if (!hand.sql()
                .together(connection -> HandRows.recordLogin(connection, person, now)
                        && HandRows.open(connection, person, token, now))) {
            throw new IllegalStateException("not signed in");
        }
        return in(person, token, now);
    }

    private boolean code() {
        hand.clock().forward(BenchSettings.COOLDOWN);
        Instant now = hand.clock().instant();
        String email = people.email(next++);
        String key = key(email);
        String challenge = request(key, now);
        return verify(key, challenge, now);
    }

    private String request(String key, Instant now) {
        Optional<Person> owner = hand.sql()
                .plainly(connection ->
                        HandCodes.coolsDown(connection, key, now) ? Optional.empty() : HandRows.owner(connection, key));
        String challenge = hand.secrets().text(16);
        String digest = hand.secrets().digest(challenge + ":" + BenchSettings.CODE);
        String sealed = hand.secrets().seal("{\"code\":\"" + BenchSettings.CODE + "\",\"minutes\":\"10\"}");
        HandCodes.Fresh fresh = new HandCodes.Fresh(
                owner.orElseThrow(), key, challenge, digest, hand.secrets().text(16), sealed);
        if (!hand.sql().together(connection -> HandCodes.issue(connection, fresh, now))) {
            throw new IllegalStateException("no code");
        }
        return challenge;
    }

    private boolean verify(String key, String challenge, Instant now) {
        Optional<String> stored = hand.sql().plainly(connection -> HandCodes.spend(connection, challenge, key, now));
        byte[] typed =
                hand.secrets().digest(challenge + ":" + BenchSettings.CODE).getBytes(UTF_8);
        if (!MessageDigest.isEqual(typed, stored.orElseThrow().getBytes(UTF_8))) {
            return false;
        }
        HandSecrets.Refresh token = fresh();
        return hand.sql().together(connection -> {
            Person owner = HandRows.owner(connection, key).orElseThrow();
            in(owner, token, now);
            return HandCodes.use(connection, challenge, now)
                    && HandRows.recordLogin(connection, owner, now)
                    && HandRows.open(connection, owner, token, now);
        });
    }

    private boolean refresh() {
        int who = (int) (next++ % in.length);
        Instant now = hand.clock().instant();
        HandSecrets.Refresh seen = hand.secrets().read(in[who].refresh());
        Person person = hand.sql()
                .plainly(connection -> HandRows.session(connection, seen, now))
                .orElseThrow();
        HandSecrets.Refresh following = hand.secrets().refresh(seen.session(), seen.generation() + 1);
        boolean won = hand.sql().plainly(connection -> HandRows.rotate(connection, seen, following, now));
        in[who] = in(person, following, now);
        return won;
    }

    private boolean me() {
        int who = (int) (next++ % in.length);
        Instant now = hand.clock().instant();
        String session = hand.tokens().session(in[who].access());
        return !hand.sql()
                .plainly(connection -> HandRows.me(connection, session, now))
                .isEmpty();
    }

    private HandSecrets.Refresh fresh() {
        return hand.secrets().refresh(hand.secrets().text(16), 0);
    }

    private In in(Person person, HandSecrets.Refresh token, Instant now) {
        Subject subject = new Subject(String.valueOf(person.id()), person.profile(), token.session(), now);
        return new In(hand.tokens().sign(subject, now), token.text());
    }

    private String key(String email) {
        return hand.rules().email(email).orElseThrow().key();
    }

    /** What all hand-written clients of one database share. */
    record Hand(
            ByHand sql,
            HandSecrets secrets,
            HandTokens tokens,
            PasswordHasher hasher,
            IdentifierRules rules,
            BenchClock clock) {

        static Hand on(ByHand sql, BenchClock clock) {
            HandSecrets secrets = new HandSecrets();
            return new Hand(
                    sql,
                    secrets,
                    new HandTokens(secrets, clock),
                    Passwords.of(BenchSettings.passwords()).hasher(),
                    IdentifierRules.standard(),
                    clock);
        }
    }

    private record In(String access, String refresh) {}
}
