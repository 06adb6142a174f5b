package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.UpkeepStore;
import dev.lockstile.auth.store.UpkeepStore.CodeCounts;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counting and removing in bulk, in a transaction. */
final class InMemoryUpkeep implements UpkeepStore {

    private final TableViews views;

    InMemoryUpkeep(TableViews views) {
        this.views = views;
    }

    @Override
    public Map<Channel, CodeCounts> codes(Instant since, Instant today, Instant now) {
        return views.codes.keysWhere(row -> !times(row).sentAt().isBefore(since)).stream()
                .map(key -> Objects.requireNonNull(views.codes.get(key)))
                .collect(Collectors.toMap(
                        row -> row.binding().channel(), row -> figures(times(row), today, now), CodeCounts::plus));
    }

    private static CodeCounts figures(CodeState.Times times, Instant today, Instant now) {
        boolean used = times.usedAt() != null;
        boolean expired = !used && !now.isBefore(times.validUntil());
        return new CodeCounts(1, times.sentAt().isBefore(today) ? 0 : 1, used ? 1 : 0, expired ? 1 : 0);
    }

    @Override
    public long count(RetentionCategory what, Instant before) {
        return keys(what, before).size();
    }

    @Override
    public int remove(RetentionCategory what, Instant before, int max, Instant now) {
        LongConsumer remove = switch (what) {
            case REGISTRATIONS ->
                key -> new InMemoryUsers(views)
                        .softDelete(Objects.requireNonNull(views.users.get(key)).id(), now);
            case CODES -> views.codes::delete;
            case SESSIONS -> views.sessions::delete;
            case CHALLENGES -> views.challenges::delete;
            case UNCONFIRMED_TOTP -> views.totps::delete;
            case RECOVERY_CODES -> views.recoveryCodes::delete;
            case TRUSTED_BROWSERS -> views.browsers::delete;
            case API_KEYS -> views.apiKeys::delete;
            case MESSAGES -> views.outbox::delete;
            case COUNTERS -> views.throttles::delete;
            case SMS_LOG, EMAIL_LOG -> views.messageLog::delete;
            case EVENTS -> key -> {};
        };
        List<Long> some = keys(what, before).stream().limit(max).toList();
        some.forEach(remove::accept);
        return some.size();
    }

    @Override
    public List<StoredPhone> phones(@Nullable UserId after, int limit) {
        long from = after == null ? Long.MIN_VALUE : (Long) after.key();
        return views.users.keysWhere(row -> !row.isDeleted() && row.storedPhone() != null).stream()
                .filter(key -> key > from)
                .sorted()
                .limit(limit)
                .map(key -> Objects.requireNonNull(
                        Objects.requireNonNull(views.users.get(key)).storedPhone()))
                .toList();
    }

    @Override
    public boolean respell(StoredPhone seen, Identifier current, Instant now) {
        Long key = seen.user().key() instanceof Long number ? number : null;
        return views.users.update(
                key, row -> !row.isDeleted() && seen.equals(row.storedPhone()), row -> row.respelled(seen, current));
    }

    private List<Long> keys(RetentionCategory what, Instant before) {
        return switch (what) {
            case REGISTRATIONS -> views.users.keysWhere(row -> isLostRegistration(row, before));
            case CODES -> views.codes.keysWhere(row -> isOver(times(row).validUntil(), before));
            case SESSIONS ->
                views.sessions.keysWhere(row -> isOver(row.state().times().absoluteUntil(), before));
            case CHALLENGES ->
                views.challenges.keysWhere(row -> isOver(row.use().validUntil(), before));
            case UNCONFIRMED_TOTP ->
                views.totps.keysWhere(row ->
                        row.state().confirmedAt() == null && isOver(row.state().validUntil(), before));
            case RECOVERY_CODES ->
                views.recoveryCodes.keysWhere(row -> row.endedAt() != null && isOver(row.endedAt(), before));
            case TRUSTED_BROWSERS ->
                views.browsers.keysWhere(row -> isOver(row.state().validUntil(), before));
            case API_KEYS ->
                views.apiKeys.keysWhere(row -> isOver(row.state().times().expiresAt(), before));
            case MESSAGES ->
                views.outbox.keysWhere(row -> row.finishedAt() != null && isOver(row.finishedAt(), before));
            case COUNTERS -> views.throttles.keysWhere(row -> row.runCounts().isSpent(before));
            case SMS_LOG -> logged(Channel.SMS, before);
            case EMAIL_LOG -> logged(Channel.EMAIL, before);
            case EVENTS -> List.of();
        };
    }

    private boolean isLostRegistration(UserRow row, Instant before) {
        boolean owns = Arrays.stream(IdentifierKind.values()).anyMatch(kind -> row.key(kind) != null);
        if (owns || row.isDeleted() || row.dates().lastLoginAt() != null) {
            return false;
        }
        List<CodeRow> codes = views.codes.rows(Tables.CODE_USER, row.id()).toList();
        return codes.stream().allMatch(code -> isOver(times(code).validUntil(), before))
                && codes.stream().anyMatch(InMemoryUpkeep::provesRegistration);
    }

    private static boolean provesRegistration(CodeRow code) {
        CodePurpose purpose = code.binding().purpose();
        return purpose.equals(CodePurpose.CONFIRM_EMAIL) || purpose.equals(CodePurpose.LOGIN);
    }

    private List<Long> logged(Channel channel, Instant before) {
        return views.messageLog.keysWhere(entry -> entry.channel() == channel && isOver(entry.at(), before));
    }

    private static boolean isOver(Instant end, Instant before) {
        return !end.isAfter(before);
    }

    private static CodeState.Times times(CodeRow row) {
        return row.state().times();
    }
}
