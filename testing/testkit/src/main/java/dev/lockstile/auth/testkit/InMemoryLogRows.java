package dev.lockstile.auth.testkit;

import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AdminLists.Page;
import dev.lockstile.auth.admin.AdminLists.Query;
import dev.lockstile.auth.admin.AdminLists.Table;
import dev.lockstile.auth.admin.LogFilter;
import dev.lockstile.auth.admin.LogFilter.State;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Profiles, sessions, codes and messages, newest key first, or newest first where a period is asked for. */
record InMemoryLogRows(Tables tables, Table list, Query query) {

    private static final String ID = "id";
    private static final String DOTS = "•••";
    private static final int LONG = 8;

    /**
     * A row and its state.
     *
     * @param owner null for none
     * @param values in the order of the columns, behind the key and the owner
     */
    private record Row(
            long key,
            @Nullable UserId owner,
            Instant created,
            @Nullable State state,
            List<@Nullable Object> values) {

        String place(boolean byTime) {
            return byTime ? created + "_" + key : String.valueOf(key);
        }
    }

    Page page() {
        List<String> columns = InMemoryLogColumns.of(list);
        Period period = query.log().created();
        boolean byTime = LogFilter.isByTime(list) && !period.equals(Period.ALWAYS);
        Comparator<Row> order = Comparator.comparing(Row::key);
        List<Row> found = rows().filter(
                        row -> query.user() == null || query.user().equals(Objects.toString(row.owner(), null)))
                .filter(row -> query.log().state() == null || query.log().state() == row.state())
                .filter(row -> !byTime || period.contains(row.created()))
                .filter(row -> isBehind(row, byTime))
                .sorted((byTime ? Comparator.comparing(Row::created).thenComparing(order) : order).reversed())
                .toList();
        boolean more = found.size() > query.size();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        found.stream().limit(query.size()).forEach(row -> rows.add(cells(columns, row)));
        return new Page(columns, rows, more ? found.get(query.size() - 1).place(byTime) : null);
    }

    private static Map<String, @Nullable Object> cells(List<String> columns, Row row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put(ID, row.key());
        UserId owner = row.owner();
        cells.put("user", owner == null ? null : owner.key());
        for (int i = 2; i < columns.size(); i++) {
            cells.put(columns.get(i), row.values().get(i - 2));
        }
        return cells;
    }

    private boolean isBehind(Row row, boolean byTime) {
        String after = query.after();
        if (after == null) {
            return true;
        }
        int line = after.indexOf('_');
        try {
            long key = Long.parseLong(after.substring(line + 1));
            if (!byTime) {
                return line < 0 && row.key() < key;
            }
            Instant at = Instant.parse(after.substring(0, Math.max(line, 0)));
            return row.created().isBefore(at) || row.created().equals(at) && row.key() < key;
        } catch (NumberFormatException | DateTimeException e) {
            return false; // no place of ours
        }
    }

    private Stream<Row> rows() {
        return switch (list) {
            case PROFILES -> keyed(tables.profiles).map(row -> profile(row.getKey(), row.getValue()));
            case SESSIONS -> keyed(tables.sessions).map(row -> session(row.getKey(), row.getValue()));
            case CODES -> keyed(tables.codes).map(row -> code(row.getKey(), row.getValue()));
            case EMAIL_LOG -> messages(Channel.EMAIL);
            case SMS_LOG -> messages(Channel.SMS);
            default -> Stream.empty();
        };
    }

    private static <R> Stream<Map.Entry<Long, R>> keyed(dev.lockstile.auth.testkit.Table<R> table) {
        return table.committed().all().entrySet().stream();
    }

    private static Row profile(long key, ProfileRow row) {
        ProfileInfo info = row.info();
        Person person = info.person();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(person.firstName());
        values.add(person.lastName1());
        values.add(person.lastName2());
        values.add(info.label());
        values.add(info.status().role());
        values.add(info.status().isDefault());
        values.add(info.status().active());
        values.add(row.times().createdAt());
        values.add(row.times().deletedAt());
        return new Row(key, info.user(), row.times().createdAt(), null, values);
    }

    private Row session(long key, SessionRow row) {
        SessionState state = row.state();
        SessionState.Times times = state.times();
        Instant at = query.at();
        boolean live = at == null ? row.isOpen() : times.isLive(at);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(state.id().value());
        values.add(state.origin().client());
        values.add(state.origin().deviceLabel());
        values.add(state.origin().remoteAddress());
        values.add(times.createdAt());
        values.add(times.lastUsedAt());
        values.add(times.idleUntil());
        values.add(times.absoluteUntil());
        values.add(times.endedAt());
        values.add(row.endReason());
        return new Row(key, row.user(), times.createdAt(), live ? State.ACTIVE : State.ENDED, values);
    }

    private Row code(long key, CodeRow row) {
        CodeState code = row.state();
        CodeState.Times times = code.times();
        Instant at = query.at();
        boolean locked = code.maxAttempts() > 0 && code.attempts() >= code.maxAttempts();
        boolean open = !locked && (at == null ? row.isOpen() : row.isOpen(at));
        boolean mail = code.binding().channel() == Channel.EMAIL;
        List<@Nullable Object> values = new ArrayList<>();
        values.add(code.binding().purpose());
        values.add(code.binding().channel());
        values.add(mail ? masked(row.recipient()) : null);
        values.add(mail ? null : masked(row.recipient()));
        values.add(code.attempts());
        values.add(code.maxAttempts());
        values.add(times.sentAt());
        values.add(times.validUntil());
        values.add(times.usedAt());
        values.add(times.endedAt());
        State state = times.usedAt() != null ? State.USED : open ? State.OPEN : State.EXPIRED;
        return new Row(key, code.binding().user(), times.sentAt(), state, values);
    }

    private Stream<Row> messages(Channel channel) {
        return keyed(tables.messageLog)
                .filter(row -> row.getValue().channel() == channel)
                .map(row -> message(row.getKey(), row.getValue()));
    }

    private Row message(long key, LoggedMessage message) {
        MessageOutcome outcome = message.outcome();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(masked(message.to()));
        values.add(outcome.template());
        values.add(outcome.provider());
        values.add(outcome.status());
        values.add(outcome.error());
        values.add(message.at());
        State state = outcome.status() == MessageOutcome.Status.SENT ? State.SENT : State.FAILED;
        return new Row(key, owner(message).orElse(null), message.at(), state, values);
    }

    /** Who has that address or number now. */
    private Optional<UserId> owner(LoggedMessage message) {
        return Tables.committed(tables.users).stream()
                .filter(user -> !user.isDeleted() && message.to().equalsIgnoreCase(contact(user.info(), message)))
                .map(UserRow::id)
                .findFirst();
    }

    private static @Nullable String contact(UserInfo user, LoggedMessage message) {
        return message.channel() == Channel.EMAIL ? user.email() : user.phone();
    }

    /** Enough of an address to recognise it by. */
    private static String masked(String text) {
        int at = text.lastIndexOf('@');
        if (at > 0) {
            return text.substring(0, text.offsetByCodePoints(0, 1)) + DOTS + text.substring(at);
        }
        return text.length() < LONG ? DOTS : text.substring(0, 2) + DOTS + text.substring(text.length() - 2);
    }
}
