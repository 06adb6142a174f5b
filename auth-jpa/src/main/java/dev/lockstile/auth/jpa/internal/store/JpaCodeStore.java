package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAfter;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAtMost;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isBelow;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNot;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.CodeStore;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** One-time codes in a transaction: every verb one statement, but {@link #replace}, which is two. */
final class JpaCodeStore implements CodeStore {

    private static final String COLUMNS = "select c.challengeId, c.purpose, c.channel, c.recipientKey, c.userRef,"
            + " c.codeDigest, c.attempts, c.maxAttempts, c.lastSentAt, c.validUntil, c.usedAt, c.endedAt,"
            + " c.email, c.phone from ";
    private final Rows rows;
    private final HostModel host;
    private final HostEntity<AbstractOtpCode> code;

    JpaCodeStore(Rows rows, HostModel host) {
        this.rows = rows;
        this.host = host;
        this.code = host.code();
    }

    @Override
    public Optional<StoredCode> byChallenge(String challengeId) {
        if (challengeId.indexOf('\0') >= 0) {
            return Optional.empty(); // no database keeps such a text, and some refuse to look for it
        }
        return first(select("c.challengeId = :id").setParameter("id", challengeId));
    }

    @Override
    public Optional<StoredCode> live(String liveKey) {
        return first(select("c.liveKey = :key and c.usedAt is null and c.endedAt is null")
                .setParameter("key", liveKey));
    }

    @Override
    public Optional<StoredCode> latest(CodePurpose purpose, String recipientKey) {
        return first(select("c.recipientKey = :recipient and c.purpose = :purpose")
                .setParameter("recipient", recipientKey)
                .setParameter("purpose", purpose.text()));
    }

    @Override
    public List<StoredCode> open(CodePurpose purpose, int max, Instant now) {
        return rows
                .select(COLUMNS + code.name() + " c where c.validUntil > :now and c.purpose = :purpose"
                        + " and c.usedAt is null and c.endedAt is null and c.deletedAt is null order by c.validUntil")
                .setParameter("now", now)
                .setParameter("purpose", purpose.text())
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row -> read(new ProjectedRow(row, 0)))
                .toList();
    }

    @Override
    public void replace(NewCode wanted) {
        CodeState state = wanted.state();
        Instant now = state.times().sentAt();
        end(update(now), now)
                .where(is("liveKey", wanted.liveKey()), isAtMost("lastSentAt", wanted.replaceable()))
                .run();
        AbstractOtpCode row = code.create();
        row.issue(state, wanted.recipient(), wanted.liveKey());
        row.touch(now);
        rows.insert(row);
    }

    @Override
    public boolean spendAttempt(String challengeId, int kept, Instant now) {
        return open(now)
                .increment("attempts")
                .where(isAfter("validUntil", now), isBelow("attempts", kept, "maxAttempts"))
                .where(is("challengeId", challengeId))
                .runOnOne();
    }

    @Override
    public boolean returnAttempt(String challengeId, Instant now) {
        return open(now)
                .decrement("attempts")
                .where(isAfter("attempts", 0), is("challengeId", challengeId))
                .runOnOne();
    }

    @Override
    public boolean use(String challengeId, Instant now) {
        return open(now)
                .set("usedAt", now)
                .clear("liveKey")
                .where(isAfter("validUntil", now), is("challengeId", challengeId))
                .runOnOne();
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return endOpen(now).where(is("userRef", user.toString())).run();
    }

    @Override
    public int endAllTo(String recipientKey, Instant now) {
        return endOpen(now).where(is("recipientKey", recipientKey)).run();
    }

    private ConditionalUpdate endOpen(Instant now) {
        return end(open(now), now).where(isNot("purpose", CodePurpose.SIGN_IN_NOTICE.text()));
    }

    private static ConditionalUpdate end(ConditionalUpdate update, Instant now) {
        return update.set("endedAt", now).clear("liveKey");
    }

    private ConditionalUpdate open(Instant now) {
        return update(now).where(isNull("usedAt"), isNull("endedAt"), isNull("deletedAt"));
    }

    private ConditionalUpdate update(Instant now) {
        return rows.update(code).set("modifiedAt", now);
    }

    /** The newest first; of two made at the same instant the one that is live. */
    private SelectionQuery<Object[]> select(String condition) {
        return rows.select(
                        condition,
                        () -> COLUMNS + code.name() + " c where " + condition + " and c.deletedAt is null"
                                + " order by c.createdAt desc, case when c.liveKey is null then 1 else 0 end, "
                                + code.id("c") + " desc")
                .setMaxResults(1);
    }

    private Optional<StoredCode> first(SelectionQuery<Object[]> query) {
        return query.getResultList().stream().findFirst().map(row -> read(new ProjectedRow(row, 0)));
    }

    private StoredCode read(ProjectedRow cells) {
        CodeState.Binding binding = new CodeState.Binding(
                cells.requiredText(),
                new CodePurpose(cells.requiredText()),
                cells.required(Channel.class),
                cells.requiredText(),
                user(cells.text()));
        CodeState state = new CodeState(
                binding,
                cells.requiredText(),
                cells.number(),
                cells.number(),
                new CodeState.Times(
                        cells.requiredInstant(), cells.requiredInstant(), cells.instant(), cells.instant()));
        String email = cells.text();
        String phone = cells.text();
        String recipient = binding.channel() == Channel.EMAIL ? email : phone;
        return new StoredCode(state, recipient == null ? "" : recipient);
    }

    private @Nullable UserId user(@Nullable String userRef) {
        return KeyText.read(userRef, host.user().idType()).map(UserId::new).orElse(null);
    }
}
