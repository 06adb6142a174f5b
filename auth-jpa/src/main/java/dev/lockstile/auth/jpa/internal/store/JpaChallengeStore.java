package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAfter;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAtMost;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isBelow;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNot;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isOneOf;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ChallengeStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Challenges in a transaction: every verb one statement. */
record JpaChallengeStore(Rows rows, HostModel host) implements ChallengeStore {

    private static final String COLUMNS = "select c.challengeDigest, c.kind, c.userRef, c.sessionRef, c.client,"
            + " c.bindingDigest, c.payloadSealed, c.amr, c.attempts, c.maxAttempts, c.validUntil, c.usedAt from ";

    private static final List<AuthChallenge.Kind> SIGN_INS =
            List.of(AuthChallenge.Kind.SECOND_FACTOR, AuthChallenge.Kind.ENROLMENT);

    @Override
    public boolean isMapped() {
        return host.challenge() != null;
    }

    @Override
    public void insert(AuthChallenge wanted, Instant now) {
        AbstractAuthChallenge row = challenge().create();
        row.begin(wanted);
        row.touch(now);
        rows.insert(row);
    }

    @Override
    public Optional<AuthChallenge> byDigest(String digest) {
        HostEntity<AbstractAuthChallenge> challenge = host.challenge();
        return challenge == null
                ? Optional.empty()
                : rows
                        .select(COLUMNS + challenge.name() + " c where c.challengeDigest = :digest")
                        .setParameter("digest", digest)
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(row -> read(new ProjectedRow(row, 0)));
    }

    @Override
    public Optional<AuthChallenge> open(UserId user, AuthChallenge.Kind kind, Instant now) {
        HostEntity<AbstractAuthChallenge> challenge = host.challenge();
        return challenge == null
                ? Optional.empty()
                : rows
                        .select(COLUMNS + challenge.name()
                                + " c where c.userRef = :user and c.kind = :kind and c.usedAt is null"
                                + " and c.validUntil > :now")
                        .setParameter("user", user.toString())
                        .setParameter("kind", kind)
                        .setParameter("now", now)
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(row -> read(new ProjectedRow(row, 0)));
    }

    @Override
    public List<UserId> users(AuthChallenge.Kind kind, Instant validUntil, int max, Instant now) {
        HostEntity<AbstractAuthChallenge> challenge = host.challenge();
        return challenge == null
                ? List.of()
                : rows
                        .select("select c.userRef, c.validUntil from " + challenge.name()
                                + " c where c.kind = :kind and c.usedAt is null and c.validUntil > :now"
                                + " and c.validUntil <= :until order by c.validUntil")
                        .setParameter("kind", kind)
                        .setParameter("now", now)
                        .setParameter("until", validUntil)
                        .setMaxResults(max)
                        .getResultList()
                        .stream()
                        .map(row -> user(new ProjectedRow(row, 0).text()))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private AuthChallenge read(ProjectedRow cells) {
        return new AuthChallenge(
                cells.requiredText(),
                cells.required(AuthChallenge.Kind.class),
                new AuthChallenge.Binding(
                        user(cells.text()), cells.text(), cells.optional(ClientKind.class), cells.text()),
                cells.text(),
                cells.text(),
                new AuthChallenge.Use(cells.number(), cells.number(), cells.requiredInstant(), cells.instant()));
    }

    private @Nullable UserId user(@Nullable String userRef) {
        return KeyText.read(userRef, host.user().idType()).map(UserId::new).orElse(null);
    }

    @Override
    public boolean spendAttempt(String digest, Instant now) {
        return open(now)
                .increment("attempts")
                .where(isAfter("validUntil", now), isBelow("attempts", 0, "maxAttempts"))
                .where(is("challengeDigest", digest))
                .runOnOne();
    }

    @Override
    public boolean returnAttempt(String digest, Instant now) {
        return open(now)
                .decrement("attempts")
                .where(isAfter("attempts", 0), is("challengeDigest", digest))
                .runOnOne();
    }

    @Override
    public boolean use(String digest, Instant now) {
        return open(now)
                .set("usedAt", now)
                .where(isAfter("validUntil", now), is("challengeDigest", digest))
                .runOnOne();
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return isMapped()
                ? open(now)
                        .set("usedAt", now)
                        .where(is("userRef", user.toString()), isNot("kind", AuthChallenge.Kind.ACCOUNT_DELETION))
                        .run()
                : 0;
    }

    @Override
    public int endAll(UserId user, AuthChallenge.Kind kind, Instant now) {
        return isMapped()
                ? open(now)
                        .set("usedAt", now)
                        .set("validUntil", now)
                        .where(is("userRef", user.toString()), is("kind", kind), isAfter("validUntil", now))
                        .run()
                : 0;
    }

    @Override
    public int endSignIns(UserId user, String methods, Instant validUntil, Instant now) {
        return isMapped()
                ? open(now)
                        .set("usedAt", now)
                        .where(is("userRef", user.toString()), is("amr", methods))
                        .where(isOneOf("kind", SIGN_INS), isAtMost("validUntil", validUntil))
                        .run()
                : 0;
    }

    private ConditionalUpdate open(Instant now) {
        return rows.update(challenge()).set("modifiedAt", now).where(isNull("usedAt"));
    }

    private HostEntity<AbstractAuthChallenge> challenge() {
        HostEntity<AbstractAuthChallenge> challenge = host.challenge();
        if (challenge == null) {
            throw new IllegalStateException("the host keeps no challenges: no entity extends AbstractAuthChallenge");
        }
        return challenge;
    }
}
