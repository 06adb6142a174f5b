package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ChallengeStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Challenges in a transaction. */
record InMemoryChallenges(TableViews views) implements ChallengeStore {

    private static final Set<AuthChallenge.Kind> SIGN_INS =
            Set.of(AuthChallenge.Kind.SECOND_FACTOR, AuthChallenge.Kind.ENROLMENT);

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public void insert(AuthChallenge challenge, Instant now) {
        views.challenges.insert(key -> challenge);
    }

    @Override
    public Optional<AuthChallenge> byDigest(String digest) {
        return views.challenges.first(Tables.CHALLENGE_DIGEST, digest);
    }

    @Override
    public boolean spendAttempt(String digest, Instant now) {
        return views.challenges.updateAll(
                        Tables.CHALLENGE_DIGEST,
                        digest,
                        row -> row.isOpen(now),
                        row -> with(row, row.use().attempts() + 1, null))
                == 1;
    }

    @Override
    public boolean returnAttempt(String digest, Instant now) {
        return views.challenges.updateAll(
                        Tables.CHALLENGE_DIGEST,
                        digest,
                        row -> row.use().usedAt() == null && row.use().attempts() > 0,
                        row -> with(row, row.use().attempts() - 1, null))
                == 1;
    }

    @Override
    public boolean use(String digest, Instant now) {
        return views.challenges.updateAll(
                        Tables.CHALLENGE_DIGEST,
                        digest,
                        row -> row.use().usedAt() == null
                                && now.isBefore(row.use().validUntil()),
                        row -> with(row, row.use().attempts(), now))
                == 1;
    }

    @Override
    public Optional<AuthChallenge> open(UserId user, AuthChallenge.Kind kind, Instant now) {
        return views.challenges
                .rows(Tables.CHALLENGE_USER, user)
                .filter(row -> isLive(row, kind, now))
                .findFirst();
    }

    @Override
    public int endAll(UserId user, AuthChallenge.Kind kind, Instant now) {
        return views.challenges.updateAll(
                Tables.CHALLENGE_USER,
                user,
                row -> isLive(row, kind, now),
                row -> with(
                        row,
                        new AuthChallenge.Use(row.use().attempts(), row.use().maxAttempts(), now, now)));
    }

    private static boolean isLive(AuthChallenge row, AuthChallenge.Kind kind, Instant now) {
        return row.kind() == kind
                && row.use().usedAt() == null
                && now.isBefore(row.use().validUntil());
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return views.challenges.updateAll(
                Tables.CHALLENGE_USER,
                user,
                row -> row.use().usedAt() == null && row.kind() != AuthChallenge.Kind.ACCOUNT_DELETION,
                row -> with(row, row.use().attempts(), now));
    }

    @Override
    public List<UserId> users(AuthChallenge.Kind kind, Instant validUntil, int max, Instant now) {
        return views
                .challenges
                .keysWhere(
                        row -> isLive(row, kind, now) && !row.use().validUntil().isAfter(validUntil))
                .stream()
                .flatMap(key -> Stream.ofNullable(views.challenges.get(key)))
                .sorted(Comparator.comparing(row -> row.use().validUntil()))
                .map(row -> row.binding().user())
                .filter(Objects::nonNull)
                .limit(max)
                .toList();
    }

    @Override
    public int endSignIns(UserId user, String methods, Instant validUntil, Instant now) {
        return views.challenges.updateAll(
                Tables.CHALLENGE_USER,
                user,
                row -> SIGN_INS.contains(row.kind())
                        && methods.equals(row.methods())
                        && row.use().usedAt() == null
                        && !row.use().validUntil().isAfter(validUntil),
                row -> with(row, row.use().attempts(), now));
    }

    private static AuthChallenge with(AuthChallenge row, int attempts, @Nullable Instant usedAt) {
        AuthChallenge.Use use = row.use();
        return with(row, new AuthChallenge.Use(attempts, use.maxAttempts(), use.validUntil(), usedAt));
    }

    private static AuthChallenge with(AuthChallenge row, AuthChallenge.Use use) {
        return new AuthChallenge(row.digest(), row.kind(), row.binding(), row.payloadSealed(), row.methods(), use);
    }
}
