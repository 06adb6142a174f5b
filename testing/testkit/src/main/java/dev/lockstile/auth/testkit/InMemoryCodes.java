package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.CodeStore;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One-time codes and links in a transaction. */
final class InMemoryCodes implements CodeStore {

    private final TableViews views;

    InMemoryCodes(TableViews views) {
        this.views = views;
    }

    @Override
    public Optional<StoredCode> byChallenge(String challengeId) {
        return views.codes.first(Tables.CHALLENGE_ID, challengeId).map(CodeRow::stored);
    }

    @Override
    public Optional<StoredCode> live(String liveKey) {
        return views.codes.first(Tables.LIVE_KEY, liveKey).map(CodeRow::stored);
    }

    @Override
    public Optional<StoredCode> latest(CodePurpose purpose, String recipientKey) {
        return views.codes
                .rows(Tables.CODE_TARGET, new CodeRow.Target(purpose, recipientKey))
                .reduce((older, newer) -> sentAt(newer).isBefore(sentAt(older)) ? older : newer)
                .map(CodeRow::stored);
    }

    @Override
    public List<StoredCode> open(CodePurpose purpose, int max, Instant now) {
        return views
                .codes
                .keysWhere(row ->
                        row.isOpen(now) && row.state().binding().purpose().equals(purpose))
                .stream()
                .flatMap(key -> Stream.ofNullable(views.codes.get(key)))
                .sorted(Comparator.comparing(row -> row.state().times().validUntil()))
                .limit(max)
                .map(CodeRow::stored)
                .toList();
    }

    @Override
    public void replace(NewCode code) {
        Instant now = code.state().times().sentAt();
        views.codes.updateAll(
                Tables.LIVE_KEY,
                code.liveKey(),
                row -> row.isOpen() && !row.state().times().sentAt().isAfter(code.replaceable()),
                row -> row.endedAt(now));
        views.codes.insert(key -> new CodeRow(code.state(), code.recipient(), code.liveKey()));
    }

    @Override
    public boolean spendAttempt(String challengeId, int kept, Instant now) {
        return update(
                challengeId,
                row -> row.isOpen(now) && row.state().attempts() < row.state().maxAttempts() - kept,
                CodeRow::attempted);
    }

    @Override
    public boolean returnAttempt(String challengeId, Instant now) {
        return update(challengeId, row -> row.isOpen() && row.state().attempts() > 0, CodeRow::attemptReturned);
    }

    @Override
    public boolean use(String challengeId, Instant now) {
        return update(challengeId, row -> row.isOpen(now), row -> row.usedAt(now));
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return views.codes.updateAll(Tables.CODE_USER, user, InMemoryCodes::ends, row -> row.endedAt(now));
    }

    @Override
    public int endAllTo(String recipientKey, Instant now) {
        return views.codes.updateAll(Tables.CODE_RECIPIENT, recipientKey, InMemoryCodes::ends, row -> row.endedAt(now));
    }

    static boolean ends(CodeRow row) {
        return row.isOpen() && !row.state().binding().purpose().equals(CodePurpose.SIGN_IN_NOTICE);
    }

    private boolean update(String challengeId, Predicate<CodeRow> condition, UnaryOperator<CodeRow> change) {
        return views.codes.updateAll(Tables.CHALLENGE_ID, challengeId, condition, change) == 1;
    }

    private static Instant sentAt(CodeRow row) {
        return row.state().times().sentAt();
    }
}
